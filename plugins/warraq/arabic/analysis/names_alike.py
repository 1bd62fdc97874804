"""
Foreign names that newspapers spell in more than one way.

Arabic has no g: Cairo writes هامبورج and Beirut هامبورغ. A long stem that an archive writes with both letters in one place, otherwise the same,
and never with the article, is one name.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

LONG = 5
"""Letters from which on a stem is compared."""


def names_alike(stems: Mapping[str, int], articled: AbstractSet[str]) -> tuple[tuple[str, str], ...]:
    """Stems with the most common spelling of each, from stems and how often each occurs; what takes the article is no foreign name."""
    spelt: dict[str, list[str]] = {}
    for stem, count in stems.items():
        if len(stem) >= LONG and count > 1 and ("ج" in stem or "غ" in stem) and stem not in articled:
            spelt.setdefault(stem.replace("غ", "ج"), []).append(stem)
    found = []
    for several in spelt.values():
        if len(several) > 1:
            most, *others = sorted(several, key=lambda stem: (-stems[stem], stem))
            found += [(other, most) for other in others]
    return tuple(sorted(found))
