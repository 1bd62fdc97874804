"""
A space before a sign that belongs to the word before it: `نعم ، وقال`.

After a straight quote, which may be an opening one, the space stays. Two dots are a pause and may stand free; so may a dot
after a single letter (`د . محمد`), and signs between digits.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, in_arabic
from ...engine import Certainty, Edit
from ...late import late
from .. import rule

SPACED = late(f' +(?:[،؛۔]|[؟!]{{1,3}}(?![؟!])|\\.(?=[\\s"»”)]|\\Z)|:(?=[\\s"«“(]|\\Z|[{LETTER}]))')
AFTER_DIGIT = late(f" *[{DIGIT}]")
HELD = "»”)]%$\N{ARABIC TATWEEL}\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
OPENING = ("«", "“", '"', "(")
PAIRS = (" ،", " ۔", " ؛", " ؟", " !", " .", " :")


@rule(
    reason="a space stood before the sign",
    certainty=Certainty.CERTAIN,
    mends={
        "نعم ، وقال": "نعم، وقال",
        "لماذا ؟": "لماذا؟",
        "وأضاف : نعم": "وأضاف: نعم",
        "وقال :«نعم»": "وقال: «نعم»",
        "یہ سچ ہے ۔": "یہ سچ ہے۔",
    },
    leaves=["د . محمد", "حياة .. ثم", "5 : 3", "شركة .NET", "نعم، وقال", "- ، -", "Il a dit : non !"],
    signs="،؛؟!.:۔",
)
def space_before_punctuation(text: str) -> Iterator[Edit]:
    if not any(pair in text for pair in PAIRS):
        return
    for match in SPACED.finditer(text):
        start, end = match.span()
        if start == 0:
            continue
        before = text[start - 1]
        if not (before.isalnum() or before in HELD):
            continue
        sign = match[0].strip()
        if sign not in "،؛۔" and not in_arabic(text, start):
            continue
        if sign in (".", ":") and before.isdigit() and AFTER_DIGIT.match(text, end):
            continue
        if sign == "." and (start < 2 or text[start - 2] in " \n.(") and before.isalpha():
            continue
        yield Edit(start, end - len(sign), "")
        if sign in ":،؛" and text[end : end + 1] in OPENING:
            yield Edit(end, end, " ")  # the space stood on the wrong side of the sign
