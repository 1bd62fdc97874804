"""Codes of forums and of WordPress in square brackets: `[b]…[/b]`, `[caption id="…"]`. A word in brackets is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule

NAMES = "b|i|u|s|url|img|quote|center|right|left|justify|color|size|font|align|youtube|video|audio|list|code|email|caption|gallery|embed|highlight"
CODE = re.compile(rf"\[(?P<end>/?)(?P<name>{NAMES}|vc_\w+)(?P<value>(?:=| [a-z_]+=)[^\[\]<>\n]*)?\]", re.IGNORECASE)


@rule(
    reason="codes of a forum or of a page's editor were left in the text",
    certainty=Certainty.CERTAIN,
    mends={"قال [b]نعم[/b] له": "قال نعم له", "[size=4]عنوان": "عنوان"},
    leaves=["الحاشية [1] والحاشية [ب]", "[i] و[ii]"],
    signs="[",
)
def forum_codes(text: str) -> Iterator[Edit]:
    closed = {m["name"].lower() for m in CODE.finditer(text) if m["end"]}
    for match in CODE.finditer(text):
        if match["end"] or match["value"] or match["name"].lower() in closed:
            yield Edit(*match.span(), "")
