r"""
The escapes of an article's text that stands in a script: `\u0642\u0627\u0644`, `\n`, `\u003cp\u003e`.

What a line end means is told by the text: in HTML it is a space, in a plain text it ends a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Edit
from ...html_tags import Extent, find_tags
from ...late import late
from ...readers.kind import kind_of
from ...readers.script_data import Written
from .. import rule
from .boilerplate import PICTURES
from .chosen import chosen

BLOCKS = late(r"<(?:p|br|div|li|h[1-6])\b|&lt;(?:p|br|div)\b", re.IGNORECASE)
LINE_END = late(r"\r?\n|\r")
BODY = "قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله."
DATA = '<html><head><title>عنوان الخبر</title></head><body><script>{"body": "%s"}</script></body></html>'


@rule(
    reason="the text stands in a script of the page, written as in a program's data",
    certainty=Certainty.CERTAIN,
    mends={DATA % f"{BODY}\\n\\u0646\\u0639\\u0645": DATA % f"{BODY}<br>نعم"},
    leaves=[f"<html><body><p>{BODY}</p></body></html>", "نص \\u0646 لا غير"],
    signs="\\",
)
def script_escapes(text: str) -> Iterator[Edit]:
    """Undo the escapes of the texts that were chosen; nothing where the page shows its article."""
    if kind_of(text) is OriginalKind.PAGE:
        for part in chosen(text).in_script:
            pictures = _pictures(text, part)
            for edit in _undone(text, part):
                if not any(start < edit.end and edit.start < end for start, end in _near(pictures, edit)):
                    yield edit


def _pictures(text: str, part: Written) -> list[tuple[int, int]]:
    """Give the places of its pictures' tags, which `boilerplate` takes out whole."""
    tags = find_tags(text, PICTURES, Extent.QUOTED, part.starts[0], part.ends[-1], whole_name=True)
    return [(tag.start, tag.end) for tag in tags]


def _near(pictures: list[tuple[int, int]], edit: Edit) -> list[tuple[int, int]]:
    """Give the last of them that begins before the edit ends."""
    at = bisect_left(pictures, (edit.end, 0))
    return pictures[max(0, at - 1) : at]


def _undone(text: str, part: Written) -> Iterator[Edit]:
    is_html = BLOCKS.search(part.text) is not None
    at = start = part.starts[0]
    after: list[str] = []  # since `start`, in place of what is written there
    for letter, begun, ended in zip(part.text, part.starts, part.ends, strict=True):
        if begun == at and ended == at + 1 and text[at] == letter and (is_html or letter not in "\r\n"):
            if start < at:
                yield Edit(start, at, _lines("".join(after), is_html=is_html))
            at += 1
            start, after = at, []
        else:
            after.append(letter)
            at = ended
    if start < at:
        yield Edit(start, at, _lines("".join(after), is_html=is_html))


def _lines(text: str, *, is_html: bool) -> str:
    return text if is_html else LINE_END.sub("<br>", text)
