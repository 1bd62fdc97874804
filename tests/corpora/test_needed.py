"""What the tests of corpora need is there; where it is not, that is said."""

from __future__ import annotations

import os

import pytest

from corpora.conftest import LACKS, MISSING


def test_the_packages_of_the_extra_are_there() -> None:
    if MISSING and not os.environ.get("CI"):
        pytest.skip(LACKS)
    assert not MISSING, LACKS
