"""
Every kind of page at four widths, light and dark, everything open.

The whole grid takes minutes: `python3 tasks.py audit` runs it, and `test` runs a sample of it.
"""

from __future__ import annotations

from typing import Any

import pytest

from theme.accessibility import violations
from theme.geometry import overlapping, too_wide
from theme.visiting import KINDS, OPEN_NOTES, SCHEMES, WIDTHS, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_anywhere(page: Any, served_site: str, kind: str) -> None:
    found = {}
    for width in WIDTHS:
        for scheme in SCHEMES:
            visit(page, served_site, KINDS[kind], width, scheme)
            if wrong := violations(page):
                found[width, scheme] = wrong
    assert found == {}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_window_closed_or_open(page: Any, served_site: str, kind: str) -> None:
    visit(page, served_site, KINDS[kind])
    found = {}
    for state in ("closed", "open"):
        for width in range(320, 1921, 40):
            page.set_viewport_size({"width": width, "height": 900})
            if wide := too_wide(page):
                found[state, width] = wide
        page.evaluate(OPEN_NOTES)
    assert found == {}


@pytest.mark.parametrize("width", range(1024, 1921, 128))
def test_margin_notes_never_overlap(page: Any, served_site: str, width: int) -> None:
    for kind in ("article", "repaired article", "torture", "left to right", "picture"):
        visit(page, served_site, KINDS[kind], width)
        assert overlapping(page) == []
        page.evaluate(OPEN_NOTES)
        assert overlapping(page) == []
