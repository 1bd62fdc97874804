"""An index of the archive's texts, names and slugs: no text is imported twice, no file takes another's name or address."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from warraq.archive.address_key import address_key
from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.archive.permanent_id import former_ids, id_of
from warraq.archive.reading_article import read_article
from warraq.archive.rejections import Rejections, rejections_in
from warraq.archive.slug import slug_key
from warraq.desk.archive_files import ArchiveFiles, machine_text
from warraq.desk.fingerprint import Fingerprint, fingerprint


@dataclass(slots=True)
class ArchiveIndex:
    """Everything by which a text is known again; an import adds the texts that it takes."""

    stems: set[str] = field(default_factory=set)
    """Of originals and articles, as `slug_key` gives them."""
    slugs: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    """Permanent ids."""
    bytes: dict[str, str] = field(default_factory=dict)
    """SHA-256 of an original → the name under which a text is reported."""
    at_address: dict[str, list[str]] = field(default_factory=dict)
    """Address at the source, as `address_key` gives it → the names of the texts that stood there, versions of one article."""
    shown: dict[str, str] = field(default_factory=dict)
    """Name of a text of the archive → the slug of the article that is shown, of which it may be another version."""
    texts: dict[str, str] = field(default_factory=dict)
    """SHA-256 of the folded words → the name of the text."""
    fingerprints: dict[str, Fingerprint] = field(default_factory=dict)
    """Name of a text → its fingerprint."""
    rejections: Rejections = field(default_factory=Rejections)


def archive_index(content: Path) -> ArchiveIndex:
    """Make the index of content/; of articles that can't be read only the names are in it."""
    index = ArchiveIndex(bytes=held_hashes(content), rejections=rejections_in(content)[0])
    for file in _originals(content):
        name = file.relative_to(content / "originals").as_posix()
        index.stems.add(slug_key(stem_of(name)))
    for file in sorted((content / "articles").rglob("*.md")):
        path = f"content/articles/{file.relative_to(content / 'articles').as_posix()}"
        index.stems.add(slug_key(path.removeprefix("content/articles/").removesuffix(".md")))
        if article := read_article(path, file.read_bytes()).article:
            _add(article, index, content)
    return index


def index_of(articles: Iterable[Article], content: Path) -> ArchiveIndex:
    """Make the index of these articles alone, whose texts are read again: what one text is compared with needs no whole archive."""
    index = ArchiveIndex()
    for article in articles:
        with suppress(OSError):  # one that is gone by now is compared with nothing
            if read := read_article(article.path, (content.parent / article.path).read_bytes()).article:
                _add(read, index, content)
    return index


def _add(article: Article, index: ArchiveIndex, content: Path) -> None:
    index.slugs.update(slug_key(slug) for slug in (article.slug, *article.aliases))
    index.ids.update((id_of(article), *former_ids(article)))
    # A text is known by D too: an editor's change of the article does not make it another text.
    by_machine = _machine_fingerprint(content, article.original)
    by_body = fingerprint(article.body)
    index.fingerprints[article.path] = by_machine or by_body
    for known in (by_body, by_machine):
        if known and known.text_sha256:
            index.texts.setdefault(known.text_sha256, article.path)
    index.shown[article.path] = article.version_of or article.slug
    if article.source and article.source.url:
        index.at_address.setdefault(address_key(article.source.url), []).append(article.path)


def _machine_fingerprint(content: Path, original: str | None) -> Fingerprint | None:
    """Give the fingerprint of D; None where there is no original with a record that fits it."""
    read, record = ArchiveFiles(content).original_and_record(original)
    if read is None or record is None:
        return None
    try:
        return fingerprint(machine_text(read, record).partition("\n")[2])
    except ValueError:
        return None


def held_hashes(content: Path) -> dict[str, str]:
    """Give the SHA-256 of every original, with its path in the project."""
    held: dict[str, str] = {}
    for file in _originals(content):
        name = f"content/originals/{file.relative_to(content / 'originals').as_posix()}"
        held.setdefault(sha256(file.read_bytes()).hexdigest(), name)
    return held


def _originals(content: Path) -> list[Path]:
    return [f for f in sorted((content / "originals").rglob("*")) if f.is_file() and not f.name.startswith(".")]
