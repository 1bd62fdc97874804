"""W3C Web Annotations, as Recogito and others write them; their values may be one thing, a list, or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from . import bodies
from .foreign import Foreign
from .plain_values import day_of, is_too_long, listed, text_of, web_address, with_tags

Json = Mapping[str, Any]
DEEPEST = 8
"""Refinements of a selector that are followed."""
OWN_ID = re.compile(r"#(?![0-9a-f]{8}-[0-9a-f]{4}-)", re.IGNORECASE)
"""The archive's ids are fragments; those of Recogito may be too, with a UUID in them."""
TAGGING = ("tagging", "classifying")
HTML = "text/html"
MARKDOWN = ("text/markdown", "text/x-markdown")


def is_annotation(item: Json) -> bool:
    """Tell whether an object is an annotation of the W3C's model."""
    return "target" in item


def of_annotation(number: int, item: Json) -> Foreign:
    """Read an annotation; of several targets the first that quotes words counts."""
    targets = listed(item.get("target"))
    quotes = [quote for target in targets if isinstance(target, dict) for quote in _quotes(target.get("selector"))]
    quote = quotes[0] if quotes else {}
    addresses = [address for target in targets for address in _addresses(target)]
    said = [each for each in listed(item.get("body") or item.get("bodyValue")) if each]
    notes = [made for body in said if not _is_tag(body) and (made := _note(body))]
    tags = [_value(body) for body in said if _is_tag(body)]
    own = text_of(item.get("id")) or text_of(item.get("@id"))
    motivations = [text_of(each) for each in listed(item.get("motivation"))]
    return Foreign(
        line=number,
        addresses=tuple(dict.fromkeys(addresses)),
        quote=text_of(quote.get("exact")),
        prefix=text_of(quote.get("prefix")),
        suffix=text_of(quote.get("suffix")),
        note=with_tags(bodies.BETWEEN.join(notes), tags),
        author=_author(item, said),
        day=_day(item, said),
        address=web_address(own, *listed(item.get("canonical")), *listed(item.get("via"))),
        answers=addresses[0] if "replying" in motivations and addresses and not quotes else "",
        id=own,
        lang=next((text_of(b.get("language")) for b in said if isinstance(b, dict) and text_of(b.get("language"))), ""),
        ours=_is_ours(item, own),
        too_long=is_too_long(*map(_value, said)),
    )


def _quotes(selector: object, depth: int = 0) -> Iterator[Json]:
    """Yield the selectors of words, refinements of others too."""
    for each in listed(selector):
        if isinstance(each, dict) and depth < DEEPEST:
            if each.get("type") in ("TextQuoteSelector", "oa:TextQuoteSelector"):
                yield each
            yield from _quotes(each.get("refinedBy"), depth + 1)


def _addresses(target: object) -> Iterator[str]:
    if isinstance(target, str):
        yield target
    elif isinstance(target, dict):
        source = target.get("source")
        named = (source, target.get("id"), target.get("scope"))
        more = (source.get("id"), source.get("source")) if isinstance(source, dict) else ()
        yield from (address for address in map(text_of, (*named, *more)) if address)


def _is_tag(body: object) -> bool:
    return isinstance(body, dict) and text_of(body.get("purpose")) in TAGGING


def _value(body: object) -> str:
    if isinstance(body, str):
        return body
    return text_of(body.get("value")) or text_of(body.get("label")) if isinstance(body, dict) else ""


def _note(body: object) -> str:
    if isinstance(body, dict) and not _value(body):
        address = text_of(body.get("source")) or text_of(body.get("id"))
        return f"[{bodies.of_plain(address)}]({bodies.in_brackets(address)})" if bodies.WEB.fullmatch(address) else ""
    written = text_of(body.get("format")) if isinstance(body, dict) else ""
    if written.startswith(HTML):
        return bodies.of_html(_value(body))
    return bodies.of_markdown(_value(body)) if written.startswith(MARKDOWN) else bodies.of_plain(_value(body))


def _author(item: Json, said: list[Any]) -> str:
    """Name who made it; Recogito says so of each body."""
    for holder in (item, *said):
        for each in listed(holder.get("creator")) if isinstance(holder, dict) else ():
            name = _name(each)
            if name:
                return name
    return ""


def _name(creator: object) -> str:
    if isinstance(creator, str):
        return "" if ":" in creator else creator
    if not isinstance(creator, dict) or creator.get("isGuest") is True:
        return ""
    return next(
        (name for key in ("name", "nickname") for each in listed(creator.get(key)) if (name := text_of(each))), ""
    )


def _day(item: Json, said: list[Any]) -> str:
    for holder in (item, *said):
        for key in ("created", "modified"):
            if isinstance(holder, dict) and (day := day_of(text_of(holder.get(key)))):
                return day
    return ""


def _is_ours(item: Json, own: str) -> bool:
    generators = [g.get("name") for g in listed(item.get("generator")) if isinstance(g, dict)]
    return "Warraq" in generators or "annotations.jsonld#" in own or bool(OWN_ID.match(own))
