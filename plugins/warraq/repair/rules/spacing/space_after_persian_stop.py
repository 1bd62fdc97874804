"""
A missing space after a stop of Persian: `است.وی`.

Words of two letters begin and end sentences there (`شد.او`). Dots also join: names of letters (`بی.بی.سی`), single letters, addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER, WORD
from ...engine import Certainty, Edit
from ...languages import PERSIAN
from ...languages.persian import BEGINS, ENDS, LETTER_NAMES
from ...late import late
from .. import rule
from .stops_elsewhere import spaces_after

STOP = late(f"[.؟!](?=[{LETTER}])")
BEFORE = late(f'([{WORD}]*+)["»”’)\\]%]?\\Z')


@rule(
    reason="the space after the stop was missing",
    certainty=Certainty.CERTAIN,
    mends={
        "این طرح از امسال اجرا شد.او گفت که": "این طرح از امسال اجرا شد. او گفت که",
        "چرا این کار را کرد؟وی گفت": "چرا این کار را کرد؟ وی گفت",
    },
    leaves=[
        "به گزارش بی.بی.سی از تهران",
        "این کتاب از م.احمدی است",
        "نشانی این سایت ایران.کام است",
        "این را گفت..و رفت",
    ],
    signs=".؟!",
    languages=[PERSIAN],
)
def space_after_persian_stop(text: str) -> Iterator[Edit]:
    yield from spaces_after(text, STOP, BEFORE, "\n(.…", _joins)


def _joins(sign: str, before: re.Match[str], after: str) -> bool:
    """Say whether a dot between these words is no stop."""
    if sign != ".":
        return False
    if (before[1] in LETTER_NAMES and after in LETTER_NAMES) or after in ("کام", "نت", "ارگ"):
        return True
    quoted = before[0] != before[1]
    ends = quoted or len(before[1]) > 2 or before[1] in ENDS
    return not ends or (len(after) < 3 and after not in BEGINS)
