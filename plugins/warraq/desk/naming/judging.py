"""Which candidates are worth an editor's look: what showed them, and whether the archive uses their words as everyday words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from warraq.arabic.naming.cues import cues, generic
from warraq.archive.concept import Scheme

from .cue import SURE, Counts, Cue, Words

Articled = Callable[[Iterable[str]], AbstractSet[str]]
"""Give those of some folded words that the archive writes with the article too: no foreign name takes it."""
LONG_HEADS = frozenset({"صندوق", "هييه", "وزاره", "جمعيه", "منظمه", "مركز", "موسسه", "برنامج"})
"""Folded: behind these an indefinite word may begin a name of three words, صندوق تنمية الموارد البشرية."""


def worth_a_look(found: Mapping[Words, Counts], articled: Articled) -> dict[Words, Counts]:
    """Leave out what is no name."""
    asked = {word for words in found for word in words[:2] if not word.startswith("ال")}
    everyday = articled(asked | {word[1:] for word in asked if word[0] == "و"})
    return {words: counts for words, counts in found.items() if _is_worth(words, counts, everyday)}


def _is_worth(words: Words, counts: Counts, everyday: AbstractSet[str]) -> bool:
    known = cues()
    if words in generic() or any(word.isdecimal() for word in words):
        return False
    scheme = counts.scheme
    if counts.of(Cue.KNOWN_PLACE, Cue.KNOWN_BODY):
        return True
    if scheme is Scheme.PERSON:
        return _is_person(words, counts, everyday)
    if scheme is Scheme.PLACE:
        bare = words[0].removeprefix("ال")
        return words[0] not in everyday and bare not in known.common and counts.articles > 1
    if counts.of(*SURE):
        return len(words) > 1 and not _is_indefinite(words, everyday)
    least = 2 if words[0].startswith("ال") else 1
    return words[0] not in everyday and words[0] not in known.given and counts.articles > least and counts.times > 3


def _is_person(words: Words, counts: Counts, everyday: AbstractSet[str]) -> bool:
    known = cues()
    if words[0] in everyday and words[0] not in known.given:
        return False
    if len(words) == 1:
        return words[0] not in known.given and len(words[0]) > 3
    return counts.of(Cue.PERSON) > 0 or (counts.articles > 1 and counts.times > 2)


def _is_indefinite(words: Words, everyday: AbstractSet[str]) -> bool:
    """Tell whether it is any of its sort: مجلس إدارة, مجموعة كبيرة."""
    second = words[1]
    if second[0] == "و" and second[1:] in everyday:
        return True
    if second not in everyday or second in cues().given:
        return False
    return len(words) < 3 or words[0] not in LONG_HEADS or not words[2].startswith("ال")


def stands_alone(words: Words, counts: Counts) -> bool:
    """Tell whether it is a name by itself: a single word of a person needs a title before it, in several articles."""
    if counts.scheme is not Scheme.PERSON or len(words) > 1:
        return True
    return counts.articles > 1 and counts.of(Cue.PERSON) > 1 and not words[0].startswith("ال")
