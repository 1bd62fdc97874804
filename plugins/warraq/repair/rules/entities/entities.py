"""
Characters written as HTML entities: `&nbsp;`, `&quot;`, `&#1575;`, escaped twice (`&amp;quot;`) or cut (`&nbsp`, `quot;`).

Inside a tag they are left: the tag goes as a whole.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...html_tags.in_prose import ATTRIBUTES
from ...late import late
from .. import rule

OPEN = "nbsp|quot|laquo|raquo|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|zwnj"
"""Read without their semicolon before any character, as browsers read them."""
SHORT = "amp|lt|gt|zwj|shy|bull|middot|copy|reg"
"""Read without their semicolon where no Latin letter follows: addresses have such names."""
CUT_NUMBER = r"(?<!:)(?<!:\ )\#(?:34|39|160|171|187|1[56][0-9]{2}|82[0-9]{2})"
"""Quotation marks, the no-break space, Arabic letters and typographic signs; behind a colon it is a colour of a style."""
ENTITY = late(
    rf"""
    </?[A-Za-z][\w:-]*+{ATTRIBUTES}>  # a tag, which is left whole
    | &(?:amp;)*
      (?:
        \#[0-9]{{1,7}}+;?
        | \#[xX][0-9a-fA-F]{{1,6}}+;?
        | [A-Za-z][A-Za-z0-9]{{1,30}}+;
        | (?P<open>{OPEN})(?!=)
        | (?:{SHORT})(?![A-Za-z0-9=])
      )
    | (?<![A-Za-z0-9&\#])
      (?P<cut>(?:{OPEN}|{CUT_NUMBER});)
    """,
    re.VERBOSE,
)
AGAIN = late("\\A&(?:amp;)+(?=.)")
CUT = late("[a-z0-9];")
ODD = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@rule(
    reason="the character was written as an HTML entity",
    certainty=Certainty.CERTAIN,
    mends={
        "&quot;نعم&quot;": '"نعم"',
        "قال&nbsp;نعم": "قال\N{NO-BREAK SPACE}نعم",
        "&amp;laquo;نص&amp;raquo;": "«نص»",
        "زيد &amp; عمرو": "زيد & عمرو",
    },
    leaves=["شركة AT&T", "س & ص", "?a=1&copy=2", "color:#160;"],
    signs="&;",
)
def entities(text: str) -> Iterator[Edit]:
    if "&" not in text and not CUT.search(text):
        return
    for match in ENTITY.finditer(text):
        written = match[0]
        if written[0] == "<":
            continue
        meant = f"&{written}" if match["cut"] else f"{written};" if match["open"] else written
        if meant[1:-1].isupper() and html.unescape(meant) == meant:
            meant = meant.lower()
        meant = AGAIN.sub("&", meant, count=1)
        while (once := html.unescape(meant)) != meant:
            meant = once
        if meant != written and not ODD.search(meant):
            yield Edit(*match.span(), meant)
