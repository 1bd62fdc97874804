"""
`python -m warraq archive.starter.making`: make `lists.json` from CLDR, the zones of the time and our own words.

Names of countries and of capitals are CLDR's, as Babel has them; coordinates of capitals are those that `zone.tab` of the zones of the time gives
their cities (the package tzdata). Whoever runs it with other versions of them may get other names; the file says with which it was made.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from warraq.arabic.analysis.description import rows
from warraq.arabic.romanised import romanised

from . import LISTS
from . import own_words as own

LANGUAGES = ("ar", "en", "fa", "he", "ur")
SOURCES = (
    {"what": "names of countries and of capitals", "from": "Unicode CLDR", "by": "babel", "licence": "Unicode-3.0"},
    {
        "what": "coordinates of capitals",
        "from": "IANA time zone database, zone.tab",
        "by": "tzdata",
        "licence": "public domain",
    },
    {"what": "organisations, other names, words that have to stand beside them", "from": "this project"},
)
Made = dict[str, dict[str, Any]]


def main() -> int:
    """Write the file."""
    LISTS.write_bytes(made())
    print(LISTS)
    return 0


def made() -> bytes:
    """Make the file's bytes."""
    countries = dict(_countries())
    ids = {concept["code"]: concept_id for concept_id, concept in countries.items()}
    lists = {"countries": countries, "capitals": dict(_capitals(ids)), "organisations": dict(_organisations())}
    sources = [{**each, **({"version": version(each["by"])} if "by" in each else {})} for each in SOURCES]
    written = json.dumps(lists, ensure_ascii=False, sort_keys=True)
    head = {"sources": sources, "sha256": sha256(written.encode()).hexdigest(), "lists": lists}
    return (json.dumps(head, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _countries() -> Iterator[tuple[str, dict[str, Any]]]:
    from babel import Locale

    locales = {language: Locale(language) for language in LANGUAGES}
    for code in own.COUNTRIES:
        labels = {language: _plain(locale.territories[code]) for language, locale in locales.items()}
        arabic = own.ARABIC.get(code, labels["ar"]).split("|")
        yield romanised(labels["en"]), {"code": code, **_named({**labels, "ar": arabic[0]}, arabic[1:], code)}


def _capitals(countries: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    from babel import Locale

    places = _places()
    locales = {language: Locale(language) for language in LANGUAGES}
    for row in own.ZONES.split(", "):
        code, zone = row.split(" ")
        found = {language: locale.time_zones.get(zone, {}).get("city") for language, locale in locales.items()}
        english = _plain(found["en"] or zone.rpartition("/")[2].replace("_", " "))
        labels = {language: _plain(name) for language, name in found.items() if name} | {"en": english}
        more = {"coordinates": places[zone]} if zone in places else {}
        yield romanised(english), {"broader": [countries[code]], **more, **_named(labels, [], english)}
    for code, (english, arabic, persian) in own.OTHER_CAPITALS.items():
        first, *others = arabic.split("|")
        labels = {"ar": first, "en": english, "fa": persian}
        yield romanised(english), {"broader": [countries[code]], **_named(labels, others, english)}


def _named(labels: dict[str, str], others: list[str], key: str) -> dict[str, Any]:
    names, words = own.AMBIGUOUS.get(key, ("", ""))
    found: dict[str, Any] = {"scheme": "place", "pref_label": labels}
    if others:
        found["alt_labels"] = {"ar": others}
    if names:
        found |= {"ambiguous": names.split("|"), "requires": words.split("|")}
    return found


def _organisations() -> Iterator[tuple[str, dict[str, Any]]]:
    for letters, *names in (*rows("acronyms"), *own.MORE_BODIES):
        if letters in own.NO_BODIES:
            continue
        left_out = {*own.CITIES_OF_BODIES, *own.NO_SHORT_NAMES}
        arabic = [name for name in names[1:] if not name.isascii() and name not in left_out]
        labels = {"ar": arabic[0], "en": names[0]}
        others = {"ar": arabic[1:], "en": [letters] if len(letters) > 2 and letters.upper() != names[0].upper() else []}
        yield (
            romanised(letters),
            {
                "scheme": "organisation",
                "pref_label": labels,
                "alt_labels": {language: several for language, several in others.items() if several},
            },
        )


def _plain(name: str) -> str:
    """Give a name without what CLDR says behind it in brackets, and without marks that are not seen."""
    return re.sub("[\u200e\u200f]", "", re.sub(r"\s*[(\[].*", "", name)).strip()


def _places() -> dict[str, list[float]]:
    """Give latitude and longitude of each zone's city, in degrees: ISO 6709 in the file, ±DDMM±DDDMM or with seconds."""
    file = files("tzdata") / "zoneinfo" / "zone.tab"
    found: dict[str, list[float]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, place, zone, *_ = line.split("\t")
            found[zone] = [_degrees(part) for part in re.findall(r"[+-]\d+", place)]
    return found


def _degrees(written: str) -> float:
    digits = written[1:]
    whole = len(digits) - (2 if len(digits) < 6 else 4)
    minutes, seconds = int(digits[whole : whole + 2]), int(digits[whole + 2 :] or 0)
    degrees = int(digits[:whole]) + minutes / 60 + seconds / 3600
    return round(-degrees if written[0] == "-" else degrees, 2)


if __name__ == "__main__":
    sys.exit(main())
