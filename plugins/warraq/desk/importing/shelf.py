"""What the archive holds already: nothing is imported twice, nothing takes another's name or address."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.archive.same_address import same_address
from warraq.archive.slug import same_slug
from warraq.desk.machine_text import machine_text
from warraq.repair.readers import UnreadableError, read_original

from .fingerprint import Fingerprint, fingerprint


@dataclass(slots=True)
class Shelf:
    """Everything by which a text is known again; it grows as an import decides."""

    stems: set[str] = field(default_factory=set)
    """Of originals and articles, as `same_slug` has them."""
    slugs: set[str] = field(default_factory=set)
    bytes: dict[str, str] = field(default_factory=dict)
    """SHA-256 of an original → what to call it."""
    urls: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    fingerprints: dict[str, Fingerprint] = field(default_factory=dict)
    """Of each text, by what it is called."""


def shelf_of(content: Path) -> Shelf:
    """Take stock of content/; files that can't be read keep their names all the same."""
    shelf = Shelf(bytes=held_bytes(content))
    for file in _originals(content):
        name = file.relative_to(content / "originals").as_posix()
        shelf.stems.add(same_slug(stem_of(name)))
    for file in sorted((content / "articles").rglob("*.md")):
        path = f"content/articles/{file.relative_to(content / 'articles').as_posix()}"
        shelf.stems.add(same_slug(path.removeprefix("content/articles/").removesuffix(".md")))
        article = read_article(path, file.read_bytes()).article
        if article is None:
            continue
        shelf.slugs.update(same_slug(slug) for slug in (article.slug, *article.aliases))
        # Known by what the machine made of its original too: an editor's change makes it no other text.
        by_machine = _machine_fingerprint(content, article.original)
        by_body = fingerprint(article.body)
        shelf.fingerprints[path] = by_machine or by_body
        for known in (by_body, by_machine):
            if known and known.same:
                shelf.texts.setdefault(known.same, path)
        if article.source and article.source.url:
            shelf.urls.setdefault(same_address(article.source.url), path)
    return shelf


def _machine_fingerprint(content: Path, original: str | None) -> Fingerprint | None:
    """The fingerprint of D; None where there is no original with a record that fits it."""
    if not original:
        return None
    file, record = content / "originals" / original, content / "records" / f"{stem_of(original)}.json"
    try:
        text = machine_text(read_original(original, file.read_bytes()), Record.from_bytes(record.read_bytes()))
    except (OSError, UnreadableError, ValueError):
        return None
    return fingerprint(text.partition("\n")[2])


def held_bytes(content: Path) -> dict[str, str]:
    """SHA-256 of every original → what to call it."""
    held: dict[str, str] = {}
    for file in _originals(content):
        name = f"content/originals/{file.relative_to(content / 'originals').as_posix()}"
        held.setdefault(sha256(file.read_bytes()).hexdigest(), name)
    return held


def _originals(content: Path) -> list[Path]:
    return [f for f in sorted((content / "originals").rglob("*")) if f.is_file() and not f.name.startswith(".")]
