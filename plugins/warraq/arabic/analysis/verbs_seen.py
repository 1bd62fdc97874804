"""
Verbs that no list has, seen in an archive by their conjugation.

Whoever writes both يقطن and تقطن conjugates a verb: hardly a noun stands after both prefixes. What has an imperfect and is met with
the endings of a past too (لخّصت, لخّصوا) is that verb's past, and what has them after a hamza (أوقفت) is the past of the fourth form. A small archive
teaches nothing; `words/verbs.txt` is for it, and for verbs whose root changes.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def verbs_seen(words: Mapping[str, int]) -> Verbs:
    """Find the verbs of an archive from folded words and how often each occurs."""
    imperfects = []
    pasts = []
    for word in words:
        stem = word[1:]
        if word[:1] != "ي" or len(stem) < 3 or not stem.isalpha():
            continue
        counts = [words.get(prefix + stem, 0) for prefix in PREFIXES]
        he, she, we = counts
        # يتعاون is seen as often as يعاون: what stands after ت is not its stem, and what stands after ي is another verb.
        if he < 2 or not she + we >= 2 or max(she, we) > SHARE * he or 2 * words.get("يت" + stem, 0) > he:
            continue
        if any(stem.endswith(end) and "ي" + stem.removesuffix(end) in words for end in OBJECTS):
            continue
        imperfects.append(stem)
        pasts += [
            (past, stem)
            for past in (stem, "ا" + stem)
            if past in words and any(words.get(past + ending, 0) > 1 for ending in PASTS)
        ]
    return Verbs(tuple(sorted(imperfects)), tuple(sorted(pasts)))
