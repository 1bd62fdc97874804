"""
Digits that a page sets above or below the line: powers, units, formulas, the marks of notes.

Without their tags 10<sup>6</sup> is 106, another number. Unicode has raised and lowered digits of its own, which say the same, and search
knows them as digits. A mark that leads to a note and stands behind a number is no power of it: square brackets keep it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import DIGIT
from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .places import Raised, raised

PLAIN = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹+-\u2212"
ABOVE = str.maketrans(PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹" * 3 + "⁺⁻⁻")
BELOW = str.maketrans(PLAIN, "₀₁₂₃₄₅₆₇₈₉" * 3 + "₊₋₋")
DIGITS = late(rf"(?=.{{0,3}}[{DIGIT}])[{DIGIT}+\-\u2212,.،–]{{1,12}}|[+\-\u2212]")
SCALE = late("[ \N{NO-BREAK SPACE}]?[CFم](?![\\w])")
"""Behind a raised `o` they say that it is the sign of degrees."""
LETTERS = {"o": "º", "a": "ª", "n": "ⁿ"}
"""Behind a number: Spanish and Italian ordinals, and the power n."""


@rule(
    reason="digits above or below the line are written as such",
    certainty=Certainty.CERTAIN,
    mends={
        "المساحة 10<sup>6</sup> م<sup>2</sup>": "المساحة 10⁶ م²",
        "المساحة ١٠<sup>٦</sup> م": "المساحة ١٠⁶ م",
        "غاز CO<sub>2</sub> وشوارد Ca<sup>2+</sup>": "غاز CO₂ وشوارد Ca²⁺",
        'قال الوزير<sup><a href="#fn1">1</a></sup> نعم': "قال الوزير¹ نعم",
        'في عام 2014<sup><a href="#fn1">1</a></sup> نعم': "في عام 2014[1] نعم",
        'عشرة <span style="vertical-align: super">2 </span>من': "عشرة ² من",
        "25<sup>o</sup>C": "25°C",
        "2<sup>n</sup>": "2ⁿ",
        "x[sup]2[/sup]": "x²",
    },
    leaves=["م² و10⁶", "x^2", "5 < 6", "الكلمة<sup>[1]</sup>", "the 1<sup>st</sup> day", "<sup>نص طويل</sup>"],
    signs="<[",
)
def raised_digits(text: str) -> Iterator[Edit]:
    for it in raised(text):
        if written := written_with_digits(it, text):
            yield Edit(it.start, it.end, written + it.behind)


def written_with_digits(it: Raised, text: str) -> str | None:
    """Write what is raised or lowered in Unicode's own signs; None where it has none for that."""
    is_behind_number = re.fullmatch(f"[{DIGIT}]", it.before) is not None
    if DIGITS.fullmatch(it.words):
        if it.is_note and is_behind_number and not it.is_below:
            return f"[{it.words}]"
        return it.words.translate(BELOW if it.is_below else ABOVE)
    if it.is_below or not is_behind_number or it.words not in LETTERS:
        return None
    return "°" if it.words == "o" and SCALE.match(text, it.end) else LETTERS[it.words]
