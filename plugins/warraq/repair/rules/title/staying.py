"""
Whether a title that was made up stays as it is.

Its words stand twice, and a sign among them may mean something at the head of a text that it meant nowhere else: a bullet is a list
where two lines begin with it, and the rest of a tag is one where a line begins with it. Such a title would be repaired as soon as the text
is read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from warraq.archive.original import OriginalKind

from ...alphabet import DIGIT, LETTER, MARK
from ...engine import Certainty, Rule, run_stage
from ...languages import language_for_rules
from ...late import late
from ...structure.title import inferred_title, stated_title
from .. import RULES
from ..lines.outer_lines import BODY
from ..shapes.backwards import backwards

PLAIN = late(f"[{LETTER}{MARK}A-Za-z{DIGIT} ،:,\\-–—()%/]+")
"""No stop, no quotation mark, no sign of another encoding or of a program: only whole lines may mean something here."""
WORDS = late(r"[^\W_\u00c0-\u00ff]+")
NO_WORDS = "—"
PARAGRAPH = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه، ثم غادر القاعة مع سائر أعضاء الوفد دون أن يجيب."
"""So long that no rule takes it for a line of another kind."""


def staying_title(text: str) -> str:
    """Give the first words of a text as a title that stays; the letters alone where the signs between them would not."""
    first = inferred_title(text)
    return next((words for words in _candidates(first) if stays(words, text)), first)


def _candidates(first: str) -> Iterator[str]:
    yield first
    words = WORDS.findall(first)
    for many in (len(words), 5, 4, 3, 2, 1):
        yield inferred_title(" ".join(words[:many]))
    yield inferred_title(first[1:])  # one endless word, the first letters of which mean something
    yield NO_WORDS


def stays(title: str, text: str) -> bool:
    """Say whether this line over this text is read as its title, and no rule would touch it."""
    whole = f"{title}\n{text}"
    if stated_title(whole) != title:
        return False
    plain = PLAIN.fullmatch(title) is not None
    if plain and (found := backwards(title)) and found.turned:
        return False  # of a line whose stop spoke against it
    if plain:
        if not BODY.search(text):
            return True
        whole = f"{title}\n{PARAGRAPH}"
    alphabet = None if plain else set(whole)
    language = "" if plain else language_for_rules(whole, alphabet)  # no rule of whole lines asks for one
    return not any(run_stage(whole, rules, alphabet)[1] for rules in _stages(plain, language))


@cache
def _stages(lines: bool, language: str) -> tuple[tuple[Rule, ...], ...]:  # noqa: FBT001 - of the cache
    """Give the rules that would be asked first about the text with its title: those of whole lines, or all of a plain text."""
    from ...pipeline import pipeline

    certain = (
        [
            r
            for r in rules
            if r.certainty is Certainty.CERTAIN and r.stage != "title" and language in (r.languages or (language,))
        ]
        for rules in pipeline(RULES, OriginalKind.TEXT).stages
    )
    return tuple(tuple(rules) for rules in certain if rules and (rules[0].stage == "lines" or not lines))
