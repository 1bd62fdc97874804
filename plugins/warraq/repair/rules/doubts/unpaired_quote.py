"""
A quotation mark without its other half, where languages have pairs of their own.

The same mark opens in one language and closes in another: „…“, »…«, ”…”, « … », “…”, and Urdu's ”…“ (CLDR's delimiters). So its place tells what it
does: behind a space it opens, behind a word it closes; with a space, or a letter, on both sides it does what its shape says. A quotation may go on
over several paragraphs, each opened anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import HEBREW, OTHER, URDU
from .. import rule
from .odd_quotes import Does, odd_quotes

FAMILIES = (re.compile("[“”„‟]"), re.compile("[«»]"))
OPENS = "“„‟«"
BEFORE_OPENING = " \n\t([{-–—/…=>|*’‘'\"“”„«»\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


@rule(
    reason="a quotation mark has no other half",
    certainty=Certainty.DOUBTFUL,
    mends={
        "Er sagte „nein und ging. Sie sagte: „Ja“, das war alles.": "„nein",
        "وزیر نے کہا کہ ”یہ درست ہے۔ اس کے بعد وہ چلے گئے ہیں۔": "”یہ",
        "השר אמר כי “זה נכון. אחר כך הוא יצא מן האולם.": "“זה",
        "He said it was true” and left the hall.": "”",
    },
    leaves=[
        "Er sagte „nein“, dann »ja« und ging.",
        "Han sade ”nej” och gick.",
        "Il a dit « non » puis “oui” et est sorti.",
        "وزیر نے کہا کہ ”یہ درست ہے“ اور “وہ بھی” ہے۔",
        "ח”כ אמר כי „זה נכון” ויצא.",
        "“One thing.\n“Another,” she said.",
        "The screen is 5” wide.",
    ],
    signs="“”„‟«»",
    languages=[URDU, HEBREW, OTHER],
)
def unpaired_quote(text: str) -> Iterator[Suspicion]:
    for family in FAMILIES:
        yield from odd_quotes(text, _marks(text, family))


def _marks(text: str, family: re.Pattern[str]) -> Iterator[tuple[int, Does]]:
    """Yield the marks of a family with what each does."""
    for match in family.finditer(text):
        at = match.start()
        opens = _opens(text, at)
        if opens is not None:
            yield at, Does.OPENS if opens else Does.MAY_CLOSE if text[at - 1].isdigit() else Does.CLOSES


def _opens(text: str, at: int) -> bool | None:
    """Say whether the mark at this place opens; None where it stands within a word and is an abbreviation's."""
    free_before = at == 0 or text[at - 1] in BEFORE_OPENING
    free_behind = at + 1 == len(text) or not (text[at + 1].isalnum() or text[at + 1] in "“”„«»‘’'\"([¿¡…")
    if free_before != free_behind:
        return free_before
    if not free_before and "\u05d0" <= text[at + 1] <= "\u05ea" and text[at] == "”":
        return None
    return text[at] in OPENS
