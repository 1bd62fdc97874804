"""
RO-Crate: what is in the bag, in the words of schema.org, as one JSON-LD file.

It is written entity by entity: of ten thousand articles none stays in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from urllib.parse import quote

from warraq.archive.archive import Site
from warraq.archive.identifiers import ark_url, doi_url
from warraq.archive.permanent_id import id_of
from warraq.language import Message, message
from warraq.pages import addresses
from warraq.pages.article_facts import ArticleFacts
from warraq.pages.page import Library

METADATA = "ro-crate-metadata.json"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
PROFILE = "https://w3id.org/ro/crate/1.1"
Entity = Mapping[str, object]
FORMATS = {
    "tei.xml": "application/tei+xml",
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "json": "application/json",
    "ttl": "text/turtle",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "txt": "text/plain",
}
OF_EACH = message("The rights of each article are its source's; where they are known, they stand with the article.")
RIGHTS = message("Rights")
WHOLE = message("The whole archive as its editors have it, with what is not published. It is not to be given on.")
ARCHIVED = message("News articles, repaired and annotated, with their originals, as an archive publishes them.")


def reference(id_: str) -> Entity:
    """Lead to an entity."""
    return {"@id": id_}


def file_id(path: str) -> str:
    """Name a file or a folder of the crate."""
    return quote(path, safe="/")


def first_entities() -> Iterator[Entity]:
    """Yield what stands before all else: the crate's own description."""
    yield {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": reference(PROFILE),
        "about": reference("./"),
    }


def file_entity(path: str, size: int) -> Entity:
    """Describe a file; its hash stands in the bag's manifest."""
    name = path.rsplit("/", 1)[-1]
    kind = next((kind for ending, kind in FORMATS.items() if name.endswith(f".{ending}")), "application/octet-stream")
    return {
        "@id": file_id(path),
        "@type": "File",
        "name": name,
        "encodingFormat": kind,
        "contentSize": str(size),
    }


def article_entities(facts: ArticleFacts, files: list[str], known: set[str], library: Library) -> Iterator[Entity]:
    """Describe an article as a folder, and who is named with it; `known`: the ids that were described before."""
    article = facts.article
    people = [("Person", name) for name in article.authors]
    sources = [("Organization", article.source.name)] if article.source else []
    for kind, name in (*people, *sources):
        if (id_ := _agent(kind, name)) not in known:
            known.add(id_)
            yield {"@id": id_, "@type": kind, "name": name}
    url = library.url(addresses.article(article.slug))
    given = [doi_url(article.doi)] if article.doi else []
    given += [ark_url(article.ark)] if article.ark else []
    described: dict[str, object] = {
        "@id": file_id(addresses.article(article.slug)),
        "@type": "Dataset",
        "name": article.title or article.slug,
        "description": article.summary or article.title or article.slug,
        "inLanguage": article.lang,
        "datePublished": str(article.date or ""),
        "author": [reference(_agent(kind, name)) for kind, name in people],
        "publisher": [reference(_agent(kind, name)) for kind, name in sources],
        "usageInfo": article.source.rights if article.source else "",
        "url": url,
        "identifier": [*filter(None, [library.url(addresses.permanent(id_of(article)))]), *given],
        "hasPart": [reference(file_id(path)) for path in files],
    }
    yield {key: _single(value) for key, value in described.items() if value}


def last_entities(library: Library, day: str, parts: list[str], *, whole: bool) -> Iterator[Entity]:
    """Describe the archive itself, whose parts these are, its publisher, and its rights."""
    site = library.archive.site
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": site.name,
        "description": _description(site),
        "datePublished": day,
        "inLanguage": site.language,
        "publisher": reference("#archive"),
        "license": reference("#rights"),
        **({"url": library.url("")} if library.site_url else {}),
        "hasPart": _single([reference(file_id(path)) for path in parts]),
    }
    contact = {"email": site.contact} if site.contact and "@" in site.contact else {}
    yield {"@id": "#archive", "@type": "Organization", "name": site.name, **contact}
    yield {
        "@id": "#rights",
        "@type": "CreativeWork",
        "name": RIGHTS.text(site.language),
        "description": OF_EACH.text(site.language),
    }
    if whole:
        yield {
            "@id": "content/",
            "@type": "Dataset",
            "name": "content",
            "description": WHOLE.text(site.language),
        }


def as_line(entity: Entity) -> str:
    """Write an entity on a line of its own."""
    text = json.dumps(entity, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()


def _single(value: object) -> object:
    """Give the one value of a list, as RO-Crate likes it."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _description(site: Site) -> str:
    return site.description.get(site.language) or next(iter(site.description.values()), "") or _said(ARCHIVED, site)


def _said(sentence: Message, site: Site) -> str:
    return sentence.text(site.language)


def _agent(kind: str, name: str) -> str:
    return f"#{kind.lower()}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:12]}"
