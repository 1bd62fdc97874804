"""What a printed article holds: the notes after their paragraphs, where it comes from, how to cite it; no empty page."""

from __future__ import annotations

import re
import zlib
from typing import Any

import pytest

from theme.visiting import CANAL, MARKET, visit

PAGE = re.compile(rb"/Type\s*/Page\b.*?/Contents\s+(\d+)\s+0\s+R", re.DOTALL)


def contents(pdf: bytes) -> list[bytes]:
    """Give the drawing commands of every page."""
    found = []
    for number in PAGE.findall(pdf):
        match = re.search(rb"\n%b 0 obj\n?.*?stream\r?\n(.*?)\r?\nendstream" % number, pdf, re.DOTALL)
        assert match
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            found.append(match[1])
    return found


@pytest.mark.browser
@pytest.mark.parametrize("address", [CANAL, MARKET], ids=["canal", "market"])
def test_a_printed_article_has_notes_provenance_and_citation_and_no_empty_page(
    page: Any, served_site: str, address: str
) -> None:
    visit(page, served_site, address)
    pages = contents(page.pdf(prefer_css_page_size=True))
    assert pages
    assert [n for n, commands in enumerate(pages, 1) if commands.count(b"Tj") + commands.count(b"TJ") < 5] == []
    page.emulate_media(media="print")
    shown = page.evaluate(
        """() => Object.fromEntries(['.entry:not(.repairs) .said', '#provenance', '#citation', '.top', '.legend', '.repairs'].map(s =>
        [s, [...document.querySelectorAll(s)].map(e => e.checkVisibility({contentVisibilityAuto: true}))]))"""
    )
    assert shown["#provenance"] == shown["#citation"] == [True]
    assert shown[".entry:not(.repairs) .said"]
    assert all(shown[".entry:not(.repairs) .said"])
    assert not any(shown[".top"] + shown[".legend"] + shown[".repairs"])
