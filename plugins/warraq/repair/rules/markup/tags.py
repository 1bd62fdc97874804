"""
HTML tags in a text: whole ones, and those whose end was cut off.

No tree is built: one cut tag makes a parser lose half the article. Each tag is taken by itself, and the words between
tags stay, whatever is broken. A tag that begins a block becomes a line end, every other is taken out; a space stays where an element ends between
a number and a word, which a page's style kept apart. The `alt` text of
a picture is content and stays in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER
from ...engine import Certainty, Edit
from ...html_tags import Tag
from ...html_tags.elements import BREAKS_LINE, CELLS, HEADINGS, KNOWN, alternatives
from ...html_tags.in_prose import find_tag_in_prose
from ...late import late
from .. import rule

CODE_ENDS = {
    "<!--": re.compile("-->"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}
"""What is inside these is for programs and goes with them; where the end is missing, only the opening goes."""
CODE_BEGINS = {"<!--": re.compile("<!--")} | dict.fromkeys(
    ["script", "style"], re.compile(r"<(?:script|style)\b", re.IGNORECASE)
)
PARAGRAPH = late(
    rf"<(?:{alternatives(HEADINGS | {'p', 'div', 'article'})})\b[^<>]*+>\s*+[{LETTER}][^<]{{60}}", re.IGNORECASE
)
MUCH = 200
"""Code points of a script or a style that may have swallowed paragraphs."""
NUMBER = late(f"[{DIGIT}]")
LONG_WORD = late(f"[{LETTER}]{{3}}")
"""Shorter ones are units and clitics, which stand close to a number."""
ALT = late(r"\balt\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|[”“]([^”“<>]*)[”“])", re.IGNORECASE)
PICTURES = frozenset({"img", "amp-img", "area", "input"})


@rule(
    reason="HTML tags were left in the text",
    certainty=Certainty.CERTAIN,
    mends={
        "قال <strong>نعم</strong> له": "قال نعم له",
        "نعم<br />لا": "نعم\nلا",
        '<img src="a.jpg" alt="صورة" />': "صورة",
        'نص <span style="color:red': "نص ",
        "نص <!-- إعلان --> هنا": "نص  هنا",
        "نص<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--> هنا": "نص هنا",
        "<span>7 يوليو 2023</span>كشف الوزير": "7 يوليو 2023 كشف الوزير",
    },
    leaves=["المتغير x < 5 و y > 3", "<3", "a <- b", "<IMF>"],
    signs="<>",
)
def tags(text: str) -> Iterator[Edit]:
    """Take out each tag by itself, and comments, scripts and styles with what they hold."""
    if "<" not in text and "-->" not in text and "]]>" not in text:
        return
    codes = _Codes(text)
    at = row = 0  # row: the beginning of tags that nothing stands between
    closed_in_row = False
    while tag := find_tag_in_prose(text, at):
        after = _replacement(tag, text)
        if tag.start != at:
            row, closed_in_row = tag.start, False
        closed_in_row |= tag.closing and not tag.is_flawed and after == ""
        if after == "" and closed_in_row and row and NUMBER.match(text[row - 1]) and LONG_WORD.match(text, tag.end):
            after = " "
        at = codes.end_of(tag)
        if after is not None:
            yield Edit(tag.start, at, after)


class _Codes:
    """The comments, scripts and styles of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: dict[str, re.Match[str]] = {}
        """The next end of each kind, searched for once however many begin before it."""
        self.unended: set[str] = set()
        """Kinds that end nowhere behind: a file may open a million of them."""

    def end_of(self, tag: Tag) -> int:
        """Give the end of the code that a tag begins, else the tag's own."""
        kind = tag.name or self.text[tag.start : tag.end]
        kind = "<!--" if kind.startswith("<!--") else kind  # a condition of Word or of old browsers is a comment
        if kind not in CODE_ENDS or tag.closing or tag.is_flawed or kind in self.unended:
            return tag.end
        end = self.ends.get(kind)
        if end is None or end.start() < tag.end:
            end = CODE_ENDS[kind].search(self.text, tag.end)
        if end is None:
            self.unended.add(kind)
            return tag.end
        self.ends[kind] = end
        # Where it is not code all through, that end is another one's: the end of this one was cut off.
        return end.end() if _is_code(self.text, tag.end, end.start(), kind) else tag.end


def _is_code(text: str, start: int, end: int, kind: str) -> bool:
    """
    Return True if the content is code, not prose.

    Code opens no other code of its kind and holds no paragraphs; a comment may hold some, but not most of the text.
    """
    if CODE_BEGINS[kind].search(text, start, end):
        return False
    is_long = end - start > (len(text) / 2 if kind == "<!--" else MUCH)
    return not (is_long and PARAGRAPH.search(text, start, end))


def _replacement(tag: Tag, text: str) -> str | None:
    """Give what takes the place of a tag; None where these are words in angle brackets, or a `<` of prose."""
    name = tag.name
    if not name:
        return ""
    if not _is_tag(tag, text):
        return None
    if name in BREAKS_LINE:
        return "\n"
    if name in CELLS and not tag.is_flawed:
        return " "
    alt = ALT.search(text, tag.attributes_start, tag.attributes_end) if name in PICTURES and not tag.is_flawed else None
    return (alt[1] or alt[2] or alt[3] or "") if alt else ""


def _is_tag(tag: Tag, text: str) -> bool:
    """Tell a tag from words in angle brackets, such as `<IMF>`, and a cut one of one letter, `<b`, from «less than b»."""
    has_value = text.find("=", tag.attributes_start, tag.attributes_end) >= 0
    if not tag.is_flawed:
        return tag.name in KNOWN or has_value or ":" in tag.name
    is_last = tag.end == len(text) or text[tag.end] in "\n<"
    is_bare = tag.attributes_start == tag.attributes_end
    return tag.name in KNOWN and (len(tag.name) > 1 or is_last or has_value or is_bare)
