"""The agencies that a text comes from or went through, and which of them is left for `via` beside its source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.archive.record import Described, Origin

from ..readers.stated import Metadata
from .authors import Writers
from .passages import Passages
from .sources import PlacedName, core, reporting
from .stating import clean, from_text

SEVERAL = re.compile(
    r"(?:ال)?(?:وكالات|مواقع|صحف|متابعات|خاص)(?:\W.*)?|agenc\w+|wires?|ایجنسیاں|ایجنسیز|סוכנויות.*", re.IGNORECASE
)
"""A source that is nobody's name."""


def agencies_of(passages: Passages, writers: Writers, line: PlacedName | None) -> list[Described]:
    """Give whom the text comes from: the source that a `line` states, the agencies of its dateline, those in an author's place."""
    lines = [line] if line and not SEVERAL.fullmatch(line.name) else []
    found = [from_text(passages, name, "source") for name in (*lines, *reporting(passages))]
    named = (Described(value=clean(name), origin=origin, evidence=(place,)) for name, origin, place in writers.agencies)
    return [*found, *named]


def via_of(page: Metadata, source: Described | None, agencies: Sequence[Described]) -> Described | None:
    """Give the agencies that the text went through, each once; the source is none of them, nor is the site itself."""
    own = [core(s.value) for s in page.sites] + ([core(str(source.value))] if source else [])
    via: dict[str, Described] = {}
    for agency in agencies:
        name = core(str(agency.value))
        if name and not any(_is_part(name, known) for known in own):
            via.setdefault(name, agency)
    if not via:
        return None
    is_metadata = any(agency.origin is Origin.METADATA for agency in via.values())
    return Described(
        value=tuple(str(agency.value) for agency in via.values()),
        origin=Origin.METADATA if is_metadata else Origin.TEXT,
        evidence=tuple(evidence for agency in via.values() for evidence in agency.evidence),
    )


def _is_part(name: str, site: str) -> bool:
    """Say whether a site is called after an agency: «CNNArabic», «سانا | الوكالة العربية السورية للأنباء»."""
    return f" {name} " in f" {site} " or site.replace(" ", "").startswith(name.replace(" ", ""))
