"""
A missing space after `.`, `؟` or `!`: `والتعاون.وقال`.

Dots also join: abbreviations (`د.ب.أ`), letters spelled out (`بي.بي.سي`), addresses, and two of them are a pause. A word of
three letters on both sides, neither of them a spelled letter, is the end of one sentence and the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, WORD
from ...engine import Certainty, Edit
from ...languages import ARABIC
from ...late import late
from .. import rule
from .spelled_letters import spelled

STOP = late(f"[.؟!](?=[{LETTER}])")
BEFORE = late(f'([{WORD}]*)(["»”’)\\]%]?)\\Z')
AFTER = late(f"[{WORD}]{{1,30}}")
NUMBER = late(f'[{DIGIT}]{{3,}}["»”)%]?\\Z')
REACH = 24
SHORT = frozenset(
    [
        "في",
        "من",
        "عن",
        "لم",
        "لن",
        "إن",
        "قد",
        "ثم",
        "هو",
        "هي",
        "بل",
        "ما",
        "لا",
        "كل",
        "مع",
        "أو",
        "لو",
        "هل",
        "ان",
        "إذ",
    ]
)
"""Words of two letters that begin a sentence."""
ENDING = frozenset(["له", "به", "هـ", "لك", "بك"])
"""Words of two letters that end one."""


@rule(
    reason="the space after the stop was missing",
    certainty=Certainty.CERTAIN,
    mends={
        "والتعاون.وقال نعم": "والتعاون. وقال نعم",
        "لماذا؟لأنه": "لماذا؟ لأنه",
        "والداعمين له.وقال نعم": "والداعمين له. وقال نعم",
        "عام 1436هـ.ودعت": "عام 1436هـ. ودعت",
    },
    leaves=[
        "شبكة بي.بي.سي",
        "وكالة د.ب.أ",
        "دايلمر.أيه.جي",
        "سي.إم.إيه",
        "ولمَ لا..؟",
        "شركة .NET",
        "ياهو.كوم",
        "ثم صمت..وعاد",
    ],
    signs=".؟!",
    languages=(ARABIC,),
)
def space_after_stop(text: str) -> Iterator[Edit]:
    for match in STOP.finditer(text):
        at = match.start()
        window = text[max(0, at - REACH) : at]
        before = BEFORE.search(window)
        after = AFTER.match(text, match.end())
        if before is None or after is None:  # `STOP` asks for both
            continue
        if match[0] == ".":
            if (
                not (before[2] and before[2] != "’")
                and not NUMBER.search(window)
                and len(before[1]) < 3
                and before[1] not in ENDING
            ):
                continue
            following = after[0]
            if spelled(before[1]) or spelled(following) or (len(following) < 3 and following not in SHORT):
                continue
            chained = text[after.end() : after.end() + 1] == "." and AFTER.match(text, after.end() + 1)
            if chained and len(following) < 4:
                continue
            if len(before[1]) < 4 and window[: before.start(1)][-1:] == ".":
                continue
        elif window.rstrip(" ")[-1:] in ("", "\n", "(") or len(after[0]) < 2:
            continue
        yield Edit(match.end(), match.end(), " ")
