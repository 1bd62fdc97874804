"""
Verbs that no list has, seen in an archive by their conjugation.

Whoever writes both يقطن and تقطن conjugates a verb: hardly a noun stands after both prefixes. What has an imperfect and is met with
the endings of a past too (لخّصت, لخّصوا) is that verb's past, and what has them after a hamza (أوقفت) is the past of the fourth form. A small archive
teaches nothing; `words/verbs.txt` is for it, and for verbs whose root changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PREFIXES = "يتن"
SHARE = 6
"""A form with ت or ن that is so many times as common as that with ي is a noun or another verb (تعاون)."""
PASTS = ("ت", "وا", "نا")
OBJECTS = ("ها", "هم", "ني", "نا", "وا", "ون", "ان", "ه")
"""What ends a form of a verb that is there without it too."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """What an archive taught of verbs."""

    imperfects: tuple[str, ...] = ()
    """Without the prefix."""
    pasts: tuple[tuple[str, str], ...] = ()
    """A past and the imperfect, without its prefix, that it belongs to."""


NO_VERBS = Verbs()


def is_verb(stem: str, words: Mapping[str, int]) -> bool:
    """Say whether an archive conjugates a verb whose imperfect, without its prefix, is `stem`; `words` has how often each folded word occurs."""
    he = words.get("ي" + stem, 0)
    if he < 2 or len(stem) < 3 or not stem.isalpha():
        return False
    she, we = (words.get(prefix + stem, 0) for prefix in PREFIXES[1:])
    # يتعاون is seen as often as يعاون: what stands after ت is not its stem, and what stands after ي is another verb.
    if not she + we >= 2 or max(she, we) > SHARE * he or 2 * words.get("يت" + stem, 0) > he:
        return False
    return not any(stem.endswith(end) and "ي" + stem.removesuffix(end) in words for end in OBJECTS)


def pasts_of(stem: str, words: Mapping[str, int]) -> list[tuple[str, str]]:
    """Give the pasts of such a verb that the archive has, each with the stem."""
    return [
        (past, stem)
        for past in (stem, "ا" + stem)
        if past in words and any(words.get(past + ending, 0) > 1 for ending in PASTS)
    ]


def stems_touched(word: str) -> Iterator[str]:
    """Yield the stems about which the frequency of a word says something, as imperfect or as past."""
    if word[:1] in PREFIXES:
        yield word[1:]
        if word[:2] == "يت":
            yield word[2:]
    if word[:1] == "ي":
        yield from (word[1:] + end for end in OBJECTS)
    for past in (word, *(word.removesuffix(end) for end in PASTS if word.endswith(end))):
        yield past
        if past[:1] == "ا":
            yield past[1:]


def verbs_seen(words: Mapping[str, int]) -> Verbs:
    """Find the verbs of an archive from folded words and how often each occurs."""
    imperfects = [word[1:] for word in words if word[:1] == "ي" and is_verb(word[1:], words)]
    pasts = [past for stem in imperfects for past in pasts_of(stem, words)]
    return Verbs(tuple(sorted(imperfects)), tuple(sorted(pasts)))
