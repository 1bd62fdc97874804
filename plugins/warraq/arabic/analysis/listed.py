"""The description with its words: what `words/*.txt` say of plurals, verbs and words that merely look as if they had a particle."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .analysis import Analysis
from .description import Description, listed, tables

LOOKS = "وفبلكي"
"""A word that begins with one of these could be taken for one with a particle, or for an imperfect."""


@cache
def description(learned: tuple[str, ...] = ()) -> Description:
    """Everything that is known of words, with the whole stems that an archive taught (`learning.py`)."""
    made = tables()
    plain = Analysis(made)

    def folded(words: Iterable[str]) -> list[str]:
        return ["".join(plain.fold(word)) for word in words]

    made["stop"] = sorted({word for entry in listed("stop") for word in folded(entry)})
    whole = {plain.ending(word) for entry in listed("whole") for word in folded(entry)}
    made["whole"] = sorted(whole)
    knowing = Analysis(made)
    verbs = [folded(entry) for entry in listed("verbs")]
    nouns = [[knowing.ending(knowing.without_article(word)) for word in folded(entry)] for entry in listed("plurals")]
    # Whatever is listed is a whole word: فصول is no ف and صول.
    whole |= {stem for entry in nouns for stem in entry if len(stem) > 2 and stem[0] in LOOKS}
    whole |= {past for past, *_ in verbs if len(past) > 2 and past[0] in LOOKS}
    made["whole"] = sorted(whole | set(learned))
    singulars = {singular for singular, *_ in nouns}
    families: dict[str, str] = {}
    for singular, *plurals in nouns:
        family = singular if not plurals else families.get(singular) or plain.shaped(singular)
        # كتاب is a book and the plural of كاتب: what is a singular itself belongs to no other.
        for stem in (singular, *(plural for plural in plurals if plural not in singulars)):
            if plain.shaped(stem) != family:
                families.setdefault(stem, family)
    made["families"] = dict(sorted(families.items()))
    for past, *imperfects in verbs:
        family = Analysis(made).shaped(plain.ending(past)) if len(past) > 2 else past
        made["pasts"].setdefault(past, family)
        for imperfect in imperfects:
            made["imperfects"].setdefault(imperfect[1:], family)
    made["pasts"], made["imperfects"] = dict(sorted(made["pasts"].items())), dict(sorted(made["imperfects"].items()))
    return made
