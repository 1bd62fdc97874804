"""
Places that reports come from: they stand beside an agency in datelines, `دمشق - سانا`, and are nobody's name there.

The names of countries and of cities that time zones are called after are CLDR's, in the languages of the archive; the Arabic cities that
agencies report from are our own list (`rules/lines/cities.py`).
"""

from __future__ import annotations

import re
from functools import cache

from ..rules.lines.cities import CITIES

LANGUAGES = ("ar", "fa", "ur", "he", "en", "de", "fr", "tr")
OWN = re.compile(CITIES)
MARKS = "()[]«»“”\"' \t"


def is_place(name: str) -> bool:
    """Say whether this is what a city or a country is called; several may stand side by side: «بيروت، دمشق»."""
    parts = [part.strip(MARKS) for part in re.split(r"[،,/]|\s[-–—]\s", name)]
    return all(part and (OWN.fullmatch(part) is not None or part.casefold() in _of_cldr()) for part in parts)


@cache
def _of_cldr() -> frozenset[str]:
    from babel import Locale

    names: set[str] = set()
    for language in LANGUAGES:
        locale = Locale(language)
        names.update(locale.territories.values())
        names.update(zone["city"] for zone in locale.time_zones.values() if isinstance(zone.get("city"), str))
    return frozenset(name.casefold() for name in names)
