"""The papers on Markdown name exactly the HTML that sanitising leaves and the elements that it removes."""

from __future__ import annotations

import re

import pytest

from project import ROOT
from warraq.edition.sanitise import ATTRIBUTES, BLOCKS, DROPPED, INLINE, SCHEMES, sanitise

PAPERS = {
    "markdown.md": (
        "Within a line: ",
        "Blocks: ",
        "Attributes of every element: ",
        "- With all that",
        "Links lead to ",
    ),
    "markdown.ar.md": ("داخل السطر: ", "الكتل: ", "صفات كل عنصر: ", "- مع كل ما", "تؤدي الروابط "),
}
WORD = re.compile(r"`([^`]+)`")


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_lists_what_is_allowed_and_nothing_else(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")

    def listed(begins: str) -> set[str]:
        (line,) = [line for line in text.splitlines() if line.startswith(begins)]
        return set(WORD.findall(line.split(".")[0]))

    inline, blocks, every, dropped, links = map(listed, PAPERS[name])
    assert inline == INLINE
    assert blocks == BLOCKS
    assert every == ATTRIBUTES["*"]
    assert dropped == DROPPED
    assert links == SCHEMES
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", text, re.MULTILINE)
    assert {tag: set(WORD.findall(names)) for tag, names in rows} == {t: n for t, n in ATTRIBUTES.items() if t != "*"}


@pytest.mark.parametrize("tag", sorted(DROPPED))
def test_these_elements_are_removed_with_their_content(tag: str) -> None:
    assert sanitise(f"قبل<{tag}>كلام</{tag}>بعد") == "قبلبعد"
