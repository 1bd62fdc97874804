"""An archive with the two articles of tables."""

from __future__ import annotations

import pytest

from desk.conftest import Desk
from desk.correcting.two_articles import ONE, TWO


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.article("one", "").write_bytes(ONE.encode())
    desk.article("two", TWO)
    return desk
