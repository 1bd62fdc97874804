"""
Notes, names, repairs and doubts as W3C Web Annotations: one AnnotationPage for each article, and one AnnotationCollection of them all.

The words that a repair replaced are given by their place in the original's own file; where that is not published, as text. Why a passage
was repaired, or is doubted, is the address of its rule (`rules.py`).

Addresses inside a page are relative to the file, whose own stands in its context (`@base`): an Arabic address in full takes 200 bytes, and each
annotation has three.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from warraq.archive.kinds import KINDS
from warraq.edition.edition import Edition, MarginEntry, Mark, MarkKind, Section
from warraq.edition.links import resolve_links

from . import addresses
from .annotation_sharing import said_once
from .jsonld import WIKIDATA
from .late import divided, filled, late_mark
from .page import File, FileOfPage, Library
from .provenance import original_address
from .rights import WholeLibrary
from .rules import ADDRESS as RULES
from .rules import is_described
from .selectors import Json, on_page, targets

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "data/annotations.jsonld"
NAME = "annotations.jsonld"
NEXT = "next"
LATE = (NEXT,)
"""The late parts of an article's file (`late.py`)."""
MOTIVATIONS: Mapping[str, str] = {
    MarkKind.REPAIR: "editing",
    MarkKind.EDIT: "editing",
    MarkKind.DOUBT: "questioning",
    MarkKind.MENTION: "identifying",
    MarkKind.FOOTNOTE: "commenting",
    **{name: kind.motivation for name, kind in KINDS.items()},
}


def annotation_files(library: WholeLibrary) -> Iterator[File]:
    """Yield the file of every article, whole."""
    # Other versions of an article are in no row.
    following = [*(facts.article.slug for facts in library.articles[1:]), *[""] * (len(library.versions) + 1)]
    for edition, slug in zip(library.editions, following[: len(library.editions)], strict=True):
        made = annotation_file(edition, library)
        data, _ = filled(divided(made.data, LATE), LATE, {NEXT: next_part(slug)})
        yield File(made.address, data)


def annotation_file(edition: Edition, library: Library) -> FileOfPage:
    """Make the file of one article; which one comes next is still to be said (`next_part`)."""
    place = _place(edition.article.slug)
    own = library.url(place)
    page: dict[str, object] = {
        "@context": [CONTEXT, {"@base": own}] if own else CONTEXT,
        "id": own or NAME,
        "type": "AnnotationPage",
        "partOf": _url(library, COLLECTION, f"../../{COLLECTION}"),
        "items": list(said_once(annotations_of(edition, library))),
    }
    return FileOfPage(place, _to_bytes(page).removesuffix(b"}\n") + late_mark(NEXT).encode() + b"}\n", LATE, on_page)


def next_part(slug: str) -> bytes:
    """
    Name the file that comes next, as the last member of a page; nothing behind the last.

    It is relative, as all addresses in a page: an Arabic one in full takes 300 bytes.
    """
    return f',"next":{json.dumps(f"../{slug}/{NAME}", ensure_ascii=False)}'.encode() if slug else b""


def annotation_collection(library: Library) -> Iterator[File]:
    """Yield the collection, which leads to the first and the last page."""
    collection: dict[str, object] = {
        "@context": CONTEXT,
        "id": _url(library, COLLECTION, "annotations.jsonld"),
        "type": "AnnotationCollection",
        "label": library.archive.site.name,
        "total": sum(facts.marks for facts in library.articles),
    }
    if library.articles:
        first, last = (_place(library.articles[at].article.slug) for at in (0, -1))
        collection["first"] = _url(library, first, f"../{first}")
        collection["last"] = _url(library, last, f"../{last}")
    yield File(COLLECTION, _to_bytes(collection))


def _place(slug: str) -> str:
    return addresses.article(slug) + NAME


def annotations_of(edition: Edition, library: Library) -> Iterator[Json]:
    """Yield an annotation for every mark of an article; addresses are relative to the article's file."""
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
            "id": f"#{mark.id}",
            "type": "Annotation",
            "motivation": MOTIVATIONS.get(mark.kind, "commenting"),
            "target": list(targets(mark, sections, edition.text, "./")),
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


def _bodies(mark: Mark, entry: MarginEntry | None, edition: Edition, library: Library) -> Iterator[Json | None]:
    language = library.archive.site.language
    if mark.kind == MarkKind.MENTION:
        concept = library.archive.vocabulary.concepts[mark.concept]
        place = addresses.concept(concept.id)
        yield {"type": "SpecificResource", "purpose": "identifying", "source": f"../../{quote(place)}"}
        if concept.wikidata:
            yield {"type": "SpecificResource", "purpose": "identifying", "source": WIKIDATA + concept.wikidata}
        return
    yield from _why(mark, language)
    if mark.kind == MarkKind.REPAIR and edition.original and mark.original_span:
        start, end = mark.original_span
        place = original_address(edition)
        yield {
            "purpose": "editing",
            "source": quote(place.rsplit("/", 1)[1]),
            "selector": {"type": "TextPositionSelector", "start": start, "end": end},
        }
    if (mark.kind == MarkKind.EDIT or (mark.kind == MarkKind.REPAIR and not edition.original)) and mark.before:
        yield _text(mark.before, "editing", edition.article.lang)
    if entry and entry.html:
        value = resolve_links(entry.html, lambda address: _url(library, address, f"../../{address}"))
        yield {**_text(value, _purpose(mark), entry.lang or edition.article.lang), "format": "text/html"}
    if entry and entry.verdict:
        yield _text(entry.verdict.text(language), "assessing", language)
    if entry and mark.kind != MarkKind.MENTION:
        for source in entry.sources:
            yield {"type": "SpecificResource", "purpose": "linking", "source": source}


def _why(mark: Mark, language: str) -> Iterator[Json]:
    """Say by which rule it is: by its address, where all its words stand; those of a rule that is no more stand here."""
    if mark.rule and is_described(mark.rule):
        yield {"purpose": "classifying", "source": f"../../{RULES}#{mark.rule}"}
        return
    if mark.reason:
        yield _text(mark.reason.text(language), "describing", language)
    if mark.rule:
        yield _text(mark.rule, "classifying")


def _purpose(mark: Mark) -> str:
    return MOTIVATIONS.get(mark.kind, "commenting")


def _text(value: str, purpose: str, language: str | None = None) -> Json:
    body: dict[str, object] = {"type": "TextualBody", "purpose": purpose, "value": value}
    return {**body, "language": language} if language else body


def _url(library: Library, address: str, relative: str) -> str:
    """Give an absolute address where the site has one; else one relative to the file."""
    return library.url(address) or relative


def _to_bytes(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
