"""
A list of terms, each with what is said of it (`<dl>`): a line for both, «الحمولة: 45 طنا», not one for each.

Only where one short term has one short definition; others stay lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...html_tags import strip_tags
from ...late import late
from .. import rule

PAIR = late(
    r"""
    <dt\b [^<>]{0,300} >
    (?P<term> (?: (?! </?(?:d[tdl]|p|div|ul|ol|table|br|li)\b ) [^\n] ){1,200}+ ) (?:\s{0,20})
    (?P<gap> (?: </dt\s*> )? \s{0,100} <dd\b [^<>]{0,300} > (?: \s{0,100} <p\b [^<>]{0,300} > )? \s{0,100} )
    (?: (?! </?(?:d[tdl]|div|ul|ol|table|br|li)\b | <p\b ) . ){1,600}+ (?: </dd\s*> )? \s{0,100} (?= <dt\b | </dl\b )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
STOPPED = (":", "؟", "?", "：")


@rule(
    reason="a term and its definition were written apart",
    certainty=Certainty.CERTAIN,
    mends={
        "<dl><dt>الحمولة</dt><dd>45 طنا</dd><dt>الرصيف:</dt><dd>الثالث</dd></dl>": (
            "<dl><dt>الحمولة: 45 طنا</dd><dt>الرصيف: الثالث</dd></dl>"
        ),
    },
    leaves=["<dl><dt>السفن</dt><dd>الأولى</dd><dd>الثانية</dd></dl>", "<dl><dt>السفن</dt></dl>"],
    signs="<",
    layout=True,
)
def definitions(text: str) -> Iterator[Edit]:
    if "<dd" not in text and "<DD" not in text:
        return
    for pair in PAIR.finditer(text):
        term = strip_tags(pair["term"]).rstrip()
        if term:
            yield Edit(*pair.span("gap"), " " if term.endswith(STOPPED) else ": ")
