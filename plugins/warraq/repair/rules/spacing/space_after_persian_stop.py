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
from .. import rule

STOP = re.compile(f"[.؟!](?=[{LETTER}])")
BEFORE = re.compile(f'([{WORD}]*+)["»”’)\\]%]?\\Z')
AFTER = re.compile(f"[{WORD}]{{1,30}}")
REACH = 24


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
    for match in STOP.finditer(text):
        at = match.start()
        window = text[max(0, at - REACH) : at]
        before, after = BEFORE.search(window), AFTER.match(text, match.end())
        if before is None or after is None or window.rstrip(" ")[-1:] in ("", "\n", "(", ".", "…"):
            continue
        if match[0] == "." and _joins(before[1], after[0], quoted=before[0] != before[1]):
            continue
        yield Edit(match.end(), match.end(), " ")


def _joins(before: str, after: str, *, quoted: bool) -> bool:
    """Say whether a dot between these words is no stop."""
    if (before in LETTER_NAMES and after in LETTER_NAMES) or after in ("کام", "نت", "ارگ"):
        return True
    ends = quoted or len(before) > 2 or before in ENDS
    return not ends or (len(after) < 3 and after not in BEGINS)
