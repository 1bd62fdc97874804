"""
Statements of a page in JSON-LD, the terms of schema.org in a script of their own.

A block that is not JSON states nothing: half of what a cut block seems to say may be another article's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from ..html_tags.references import unescape
from .stated import Metadata, Stated, is_address, iso_day, published_day

DEEPEST = 6
"""Lists and graphs within one another."""
ARTICLES = re.compile(r"(?:[a-z]*article|[a-z]*posting|report|webpage|recipe|review|claimreview|creativework)\Z")
"""Types that something written is of, in lower case."""
PERSON = "person"
Thing = Mapping[str, object]


def read_json_ld(script: str, at: int, found: Metadata) -> None:
    """Read one block, which stands at this place of the page, into what was `found`."""
    try:
        data = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    things = list(_things(data))
    named = {name: one for one in things if isinstance(name := one.get("@id"), str) and "name" in one}
    for thing in things:
        if not any(ARTICLES.match(kind) for kind in _kinds(thing)):
            continue
        for key, into in (("datePublished", found.dates), ("headline", found.titles), ("description", found.summaries)):
            if isinstance(value := thing.get(key), str) and (
                text := published_day(value) if into is found.dates else _line(value)
            ):
                into.append(_placed(text, value, script, at, "headline" if key == "headline" else "json-ld"))
        if isinstance(value := thing.get("dateModified"), str) and (day := iso_day(value)):
            found.changed.append(_placed(day, value, script, at, "json-ld"))
        writers = thing.get("author") or thing.get("creator")
        for name in _people(writers, named):
            found.authors.append(_placed(name, name, script, at, "json-ld"))
        for name in _organisations(writers, named):
            found.authors.append(_placed(name, name, script, at, "organisation"))
        for name in _names(thing.get("publisher")):
            found.sites.append(_placed(name, name, script, at))
        for address in (thing.get("url"), thing.get("mainEntityOfPage"), thing.get("@id")):
            value = address.get("@id") if isinstance(address, dict) else address
            if isinstance(value, str) and is_address(value):
                found.urls.append(_placed(value, value, script, at))


def _things(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth + 1)


def _kinds(thing: Thing) -> list[str]:
    kinds = thing.get("@type", ())
    return [kind.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _people(value: object, named: Mapping[str, Thing]) -> Iterator[str]:
    """Yield the names of those who are people or of no type."""
    for thing in _followed(value, named):
        if not isinstance(thing, dict) or PERSON in (_kinds(thing) or [PERSON]):
            yield from _names(thing)


def _organisations(value: object, named: Mapping[str, Thing]) -> Iterator[str]:
    """Yield the names of the others: agencies and papers."""
    for thing in _followed(value, named):
        if isinstance(thing, dict) and PERSON not in (_kinds(thing) or [PERSON]):
            yield from _names(thing)


def _followed(value: object, named: Mapping[str, Thing]) -> Iterator[object]:
    """Yield things; a reference to another thing of the block is followed."""
    for one in value if isinstance(value, list) else [value]:
        yield named.get(str(one.get("@id")), one) if isinstance(one, dict) and "name" not in one else one


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and (line := _line(text)) and not line.startswith("http"):
                yield line


def _line(text: str) -> str:
    return " ".join(unescape(text).split())


def _placed(value: str, written: str, script: str, at: int, by: str = "") -> Stated:
    """Give a value its place in the block: as it is, or with JSON's escapes; else the whole block."""
    for form in (written, json.dumps(written)[1:-1], json.dumps(written, ensure_ascii=False)[1:-1]):
        if form and (place := script.find(form)) >= 0:
            return Stated(value, at + place, at + place + len(form), by)
    return Stated(value, at, at + len(script), by)
