"""
Statements of a page in JSON-LD, the terms of schema.org in a script of their own.

A block that is not JSON states nothing: half of what a cut block seems to say may be another article's.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

from .stated import Metadata, Stated, is_address, iso_day

DEEPEST = 6
"""Lists and graphs within one another."""
ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "liveblogposting",
    "report",
)


def read_json_ld(script: str, at: int, found: Metadata) -> None:
    """Read one block, which stands at this place of the page, into what was `found`."""
    try:
        data = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _things(data):
        kinds = thing.get("@type", "")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(k, str) and k.lower() in ARTICLES for k in kinds):
            continue
        for key, into in (("datePublished", found.dates), ("headline", found.titles), ("description", found.summaries)):
            if isinstance(value := thing.get(key), str) and (
                text := iso_day(value) if into is found.dates else _line(value)
            ):
                into.append(_placed(text, value, script, at, "headline"))
        for key, into in (("author", found.authors), ("publisher", found.sites)):
            for name in _names(thing.get(key)):
                into.append(_placed(name, name, script, at))
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


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and (line := _line(name)) and not line.startswith("http"):
            yield line


def _line(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _placed(value: str, written: str, script: str, at: int, by: str = "") -> Stated:
    """Give a value its place in the block: as it is, or with JSON's escapes; else the whole block."""
    for form in (written, json.dumps(written)[1:-1], json.dumps(written, ensure_ascii=False)[1:-1]):
        if form and (place := script.find(form)) >= 0:
            return Stated(value, at + place, at + place + len(form), by)
    return Stated(value, at, at + len(script), by)
