"""
In HTML a line end is a space: lines are wrapped where the program that wrote the page liked to.

Only asked about HTML. In `<pre>` lines are meant; inside a tag they are invisible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

# A tag is skipped whole, so that what is inside it stays.
PLACES = late(
    r"<pre\b[^<>]*>[^<]*(?:<(?!/pre)[^<]*)*|<[a-zA-Z/!][^<>]*>|(?<![ \t])[ \t]*+[\r\n\u2028]++\s*+", re.IGNORECASE
)


@rule(
    reason="the line end stood in HTML, where it is a space",
    certainty=Certainty.CERTAIN,
    mends={"<p>قال\n   الوزير</p>": "<p>قال الوزير</p>"},
    leaves=["<pre>سطر\nسطر</pre>", '<p\nclass="a">نص</p>'],
    layout=True,
)
def wrapped_lines(text: str) -> Iterator[Edit]:
    for match in PLACES.finditer(text):
        if match[0][0] != "<":
            yield Edit(*match.span(), " ")
