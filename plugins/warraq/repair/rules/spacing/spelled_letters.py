"""Names of Latin letters as Arabic spells them (`بي.بي.سي`), and what follows a dot in an address: dots between these join."""

from __future__ import annotations

import re

LETTERS = frozenset(
    re.findall(
        r"\w+",
        """
        أيه إيه ايه آيه بي سي دي إي اي إف اف جي إتش اتش آي أي جيه كيه كي إل ال إم ام إن ان أو او بيه كيو آر أر ار إس اس تي يو في
        دبليو دبل إكس اكس واي زد زي سين كوم نت أورغ أورج أورك دوت كو تك أف أل أم أن أس أكس
        """,
    )
)
WORDS_TOO = frozenset(
    ["في", "أن", "ان", "إن", "أو", "او", "أي", "إل", "ال", "أل", "أم", "ام", "إم", "أر", "ار", "كو", "كي"]
)
"""Spelled letters that are common words as well: joined only to a letter that is none."""
CLITICS = ("و", "ل", "ب", "ك", "ف", "ال", "لل", "وال", "بال")
ONLY_LETTERS = LETTERS - WORDS_TOO
BEHIND_CLITICS = frozenset(c + name for c in CLITICS for name in ONLY_LETTERS if len(c + name) < 8)


def spelled(word: str) -> bool:
    """Say whether a word is surely the name of a Latin letter or the last part of an address, perhaps behind a clitic."""
    return word in ONLY_LETTERS or word in BEHIND_CLITICS
