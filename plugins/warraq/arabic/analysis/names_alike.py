"""
Foreign names that newspapers spell in more than one way.

Arabic has no g: Cairo writes هامبورج and Beirut هامبورغ, and a t may be either of two (ميجاوات, ميجاواط). A long stem that an archive writes in two
of these ways, otherwise the same, and hardly ever with the article, is one name.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

LONG = 5
"""Letters from which on a stem is compared."""
SELDOM = 10
"""So many times oftener a name stands without the article than with it."""


def spelling_key(stem: str) -> str | None:
    """Give what the spellings of one name have in common; None where a stem has one spelling only."""
    return stem.replace("غ", "ج").replace("ط", "ت") if len(stem) >= LONG and ("ج" in stem or "غ" in stem) else None


def is_name(bare: int, articled: int) -> bool:
    """Say whether a stem is a foreign name, from how often it stands without the article and with it: «البوينغ» is said now and then."""
    return articled * SELDOM <= bare


def likest(stems: Mapping[str, int]) -> list[tuple[str, str]]:
    """Give stems of one key, each with the most common one, from how often each occurs."""
    several = sorted((stem for stem, count in stems.items() if count > 1), key=lambda stem: (-stems[stem], stem))
    return [(other, several[0]) for other in several[1:]]


def names_alike(stems: Mapping[str, int], articled: AbstractSet[str]) -> tuple[tuple[str, str], ...]:
    """Stems with the most common spelling of each, from stems and how often each occurs; what takes the article is no foreign name."""
    spelt: dict[str, dict[str, int]] = {}
    for stem, count in stems.items():
        if stem not in articled and (key := spelling_key(stem)):
            spelt.setdefault(key, {})[stem] = count
    return tuple(sorted(pair for several in spelt.values() for pair in likest(several)))
