"""
Notes, names, repairs and doubts as W3C Web Annotations: one AnnotationPage an article, all of them in one AnnotationCollection.

A place is said twice: the paragraph (CssSelector, by its id) refined by the words (TextQuoteSelector), and the same paragraph
refined by the position of the words in its text, in code points (TextPositionSelector). Either alone finds it. Where something was taken
out there is nothing to select: such an annotation stands on the word beside it. A passage over several paragraphs has a target in each.
What the original had is told by its place in the original's own file.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from warraq.archive.kinds import KINDS
from warraq.edition.edition import Edition, Entry, Mark, MarkKind, Section
from warraq.edition.links import resolve

from . import addresses
from .jsonld import WIKIDATA
from .page import File, Library
from .provenance import original_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "data/annotations.jsonld"
AROUND = 32
"""Letters of prefix and suffix, more where they don't suffice."""
MOTIVATIONS: Mapping[str, str] = {
    MarkKind.REPAIR: "editing",
    MarkKind.EDIT: "editing",
    MarkKind.DOUBT: "questioning",
    MarkKind.MENTION: "identifying",
    MarkKind.FOOTNOTE: "commenting",
    **{name: kind.motivation for name, kind in KINDS.items()},
}
Json = Mapping[str, object]


def annotation_files(library: Library) -> Iterator[File]:
    """Yield a file for every article, and the collection."""
    editions = library.editions
    places = [addresses.article(e.article.slug) + "annotations.jsonld" for e in editions]
    for n, (edition, place) in enumerate(zip(editions, places, strict=True)):
        page: dict[str, object] = {
            "@context": CONTEXT,
            "id": _url(library, place, "annotations.jsonld"),
            "type": "AnnotationPage",
            "partOf": _url(library, COLLECTION, f"../../{COLLECTION}"),
            "items": list(items(edition, library)),
        }
        if n + 1 < len(places):
            page["next"] = _url(library, places[n + 1], f"../../{places[n + 1]}")
        yield File(place, _written(page))
    collection: dict[str, object] = {
        "@context": CONTEXT,
        "id": _url(library, COLLECTION, "annotations.jsonld"),
        "type": "AnnotationCollection",
        "label": library.archive.site.name,
        "total": sum(len(edition.marks) for edition in editions),
    }
    if places:
        collection["first"] = _url(library, places[0], f"../{places[0]}")
        collection["last"] = _url(library, places[-1], f"../{places[-1]}")
    yield File(COLLECTION, _written(collection))


def items(edition: Edition, library: Library) -> Iterator[Json]:
    """Describe every mark of an article."""
    base = _url(library, addresses.article(edition.article.slug), "./")
    entries = {entry.mark.id: entry for section in edition.sections for entry in section.entries}
    entries |= {entry.mark.id: entry for entry in edition.title_entries}
    title = Section(
        "title", "h1", edition.title_html, 0, edition.text.find("\n") if "\n" in edition.text else len(edition.text)
    )
    sections = [title, *edition.sections]
    for mark in edition.marks:
        entry = entries.get(mark.id)
        bodies = [body for body in _bodies(mark, entry, edition, library) if body]
        item: dict[str, object] = {
            "id": f"{base}annotations.jsonld#{mark.id}" if library.site_url else f"#{mark.id}",
            "type": "Annotation",
            "motivation": MOTIVATIONS.get(mark.kind, "commenting"),
            "target": list(_targets(mark, sections, edition.text, base)),
        }
        if bodies:
            item["body"] = bodies
        if entry and entry.author:
            item["creator"] = {"type": "Person", "name": entry.author}
        if entry and entry.date and len(entry.date) == 10:
            item["created"] = f"{entry.date}T00:00:00Z"
        if mark.kind in (MarkKind.REPAIR, MarkKind.DOUBT, MarkKind.MENTION):
            item["generator"] = {"type": "Software", "name": "Warraq"}
        yield item


def _bodies(mark: Mark, entry: Entry | None, edition: Edition, library: Library) -> Iterator[Json | None]:
    language = library.archive.site.language
    if mark.kind == MarkKind.MENTION:
        concept = library.archive.vocabulary.concepts[mark.concept]
        place = addresses.concept(concept.id)
        yield {"type": "SpecificResource", "purpose": "identifying", "source": _url(library, place, f"../../{place}")}
        if concept.wikidata:
            yield {"type": "SpecificResource", "purpose": "identifying", "source": WIKIDATA + concept.wikidata}
        return
    if mark.reason:
        yield _text(mark.reason.text(language), "describing", language)
    if mark.rule:
        yield _text(mark.rule, "classifying")
    if mark.kind == MarkKind.REPAIR and edition.original:
        start = int(mark.id[1:].split("-")[0])  # a repair's id is its place in the original
        place = original_address(edition)
        yield {
            "type": "SpecificResource",
            "purpose": "editing",
            "source": _url(library, place, place.rsplit("/", 1)[1]),
            "selector": {"type": "TextPositionSelector", "start": start, "end": start + len(mark.before)},
        }
    if mark.kind == MarkKind.EDIT and mark.before:
        yield _text(mark.before, "editing", edition.article.lang)
    if entry and entry.html:
        value = resolve(entry.html, lambda address: _url(library, address, f"../../{address}"))
        yield {**_text(value, _purpose(mark), entry.lang or edition.article.lang), "format": "text/html"}
    if entry and entry.verdict:
        yield _text(entry.verdict.text(language), "assessing", language)
    if entry and mark.kind != MarkKind.MENTION:
        for source in entry.sources:
            yield {"type": "SpecificResource", "purpose": "linking", "source": source}


def _purpose(mark: Mark) -> str:
    return MOTIVATIONS.get(mark.kind, "commenting")


def _text(value: str, purpose: str, language: str | None = None) -> Json:
    body: dict[str, object] = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return {**body, "language": language} if language else body


def _targets(mark: Mark, sections: Sequence[Section], text: str, source: str) -> Iterator[Json]:
    """Say where a mark stands; a target for each section that it touches. Sections are in order, and long articles have thousands."""
    start, end = _selectable(mark, text)
    for section in sections[bisect_right(sections, start, key=attrgetter("end")) :]:
        if section.start >= end:
            return
        first, last = max(start, section.start), min(end, section.end)
        inside = text[section.start : section.end]
        while first < last and text[last - 1] == "\n":
            last -= 1
        while first < last and text[first] == "\n":
            first += 1
        if first < last:
            yield {
                "source": source,
                "selector": list(selectors(section.id, inside, first - section.start, last - section.start)),
            }


def _selectable(mark: Mark, text: str) -> tuple[int, int]:
    """Give the mark's place, or that of the word beside it where it has no letters."""
    start, end = mark.start, mark.end
    if text[start:end].strip("\n"):
        return start, end
    at = start
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    if at < start:
        return at, start
    while at > 0 and text[at - 1] == " ":
        at -= 1
    before = at
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    if at < before:
        return at, before
    while end < len(text) and text[end] in " \n":
        end += 1
    start = end
    while end < len(text) and text[end] not in " \n":
        end += 1
    return start, end


def selectors(id: str, inside: str, start: int, end: int) -> Iterator[Json]:
    """Select [start, end) of the text of the element with that id, by its words and by its position."""
    around = AROUND
    exact = inside[start:end]
    while True:
        prefix, suffix = inside[max(0, start - around) : start], inside[end : end + around]
        whole = prefix + exact + suffix
        first = inside.find(whole)
        if inside.find(whole, first + 1) < 0 or around > len(inside):
            break
        around *= 2
    element = {"type": "CssSelector", "value": f"#{id}"}
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    yield {**element, "refinedBy": quote}
    yield {**element, "refinedBy": {"type": "TextPositionSelector", "start": start, "end": end}}


def _url(library: Library, address: str, relative: str) -> str:
    """Give an absolute address where the site has one; else one relative to the file."""
    return addresses.absolute(library.site_url, address) if library.site_url else relative


def _written(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
