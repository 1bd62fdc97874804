"""An archive with the article about a canal."""

from __future__ import annotations

import pytest

from desk.annotating.canal import ARTICLE
from desk.conftest import Desk


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.article("canal", ARTICLE)
    return desk
