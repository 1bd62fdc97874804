"""The id that a new concept is offered: the English name of a place that CLDR has, else the name in Latin letters."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from warraq.arabic.folding import fold
from warraq.arabic.romanised import romanised


def suggested_id(name: str, taken: Collection[str]) -> str:
    """Give an id that no concept has, `taken`: those that there are; with a number behind it where one has it."""
    plain = romanised(_english().get(fold(name), name)) or "Name"
    lower = {each.lower() for each in taken}
    return next(
        each for each in (plain, *(f"{plain}-{n}" for n in range(2, len(lower) + 3))) if each.lower() not in lower
    )


@cache
def _english() -> dict[str, str]:
    from babel import Locale

    arabic, english = Locale("ar"), Locale("en")
    found = {
        fold(zone["city"]): english.time_zones.get(key, {}).get("city") or key.rpartition("/")[2].replace("_", " ")
        for key, zone in arabic.time_zones.items()
        if isinstance(zone.get("city"), str)
    }
    return found | {
        fold(name): english.territories[code]
        for code, name in arabic.territories.items()
        if code in english.territories
    }
