"""
Characters written as HTML entities: `&nbsp;`, `&quot;`, `&#1575;`, escaped twice (`&amp;quot;`) or cut (`&nbsp`).

Inside a tag they are left: the tag goes as a whole.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule

OPEN = "nbsp|quot|amp|lt|gt|laquo|raquo|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|zwnj|zwj|shy|bull|middot|copy|reg"
"""Known well enough to be read without their semicolon, where no Latin letter follows."""
ENTITY = re.compile(
    rf"<[A-Za-z/!][^<>\n]*+>|&(?:amp;)*+(?:#[0-9]{{1,7}}+;?|#[xX][0-9a-fA-F]{{1,6}}+;?|[A-Za-z][A-Za-z0-9]{{1,30}}+;"
    rf"|(?:{OPEN})(?![A-Za-z0-9=]))"
)
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@rule(
    reason="the character was written as an HTML entity",
    certainty=Certainty.CERTAIN,
    mends={"&quot;نعم&quot;": '"نعم"', "قال&nbsp;نعم": "قال\N{NO-BREAK SPACE}نعم", "&amp;laquo;نص&amp;raquo;": "«نص»"},
    leaves=["شركة AT&T", "س & ص", "?a=1&copy=2"],
    signs="&",
)
def entities(text: str) -> Iterator[Edit]:
    for match in ENTITY.finditer(text):
        written = match[0]
        if written[0] == "<":
            continue
        meant = written
        while (once := html.unescape(meant)) != meant:
            meant = once
        if meant != written and not ODD.search(meant):
            yield Edit(*match.span(), meant)
