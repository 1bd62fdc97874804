"""
`export bagit`: the files of the bag as they come, each hashed while it is written, then what says that they are all there.

No clock is asked: the bag is of the newest day that an article knows. What is written last is `bagit.txt`, without which a
folder is no bag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryFile
from typing import IO

from warraq.language import message
from warraq.pages import addresses
from warraq.pages.article_facts import ArticleFacts, last_changed
from warraq.pages.data import ARTICLE_FIELDS, ARTICLES, CONCEPT_FIELDS, CONCEPTS, article_row, as_csv, concept_rows
from warraq.pages.exports.bag.contents import BaggedArticle, bagged_article
from warraq.pages.exports.bag.crate import (
    ARCHIVED,
    CONTEXT,
    METADATA,
    Entity,
    article_entities,
    as_line,
    file_entity,
    first_entities,
    last_entities,
)
from warraq.pages.exports.records import record_schema
from warraq.pages.exports.skos.files import skos_files
from warraq.pages.exports.tei.corpus import corpus_file
from warraq.pages.page import File, Library
from warraq.pages.rules import rules
from warraq.pages.texts import as_json

make = bagged_article
NEVER = "1980-01-01"
TEXTS = "data/articles.jsonl"
SOFTWARE = "Warraq"
READ_ME = message("data/ro-crate-metadata.json says what is in this bag.")


@dataclass
class _Bag:
    """A bag that is being filled."""

    folder: Path
    manifest: IO[str]
    entities: IO[str]
    """Of the crate, one a line."""
    size: int = 0
    """In bytes."""
    files: int = 0
    parts: list[str] = field(default_factory=list)
    """Of the whole: folders of articles, and files."""

    def add(self, path: str, data: bytes) -> None:
        """Write a file of the payload."""
        place = self._place(path)
        place.write_bytes(data)
        self._count(path, len(data), sha256(data).hexdigest())

    def copy(self, source: Path, path: str) -> None:
        """Copy a file into the payload, however large it is."""
        copyfile(source, self._place(path))
        self.count(path, described=False)

    def count(self, path: str, *, described: bool = True) -> None:
        """Count a file that was written in pieces."""
        place = self._place(path)
        self._count(path, place.stat().st_size, _digest(place), described=described)

    def describe(self, entity: Entity) -> None:
        """Say something in the crate."""
        self.entities.write(as_line(entity) + "\n")

    def _place(self, path: str) -> Path:
        place = self.folder / "data" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def _count(self, path: str, size: int, digest: str, *, described: bool = True) -> None:
        written = path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
        self.manifest.write(f"{digest}  data/{written}\n")
        self.size += size
        self.files += 1
        if described:
            self.describe(file_entity(path, size))


def write(
    folder: Path, library: Library, made: Iterable[tuple[ArticleFacts, BaggedArticle]], whole: Path | None = None
) -> None:
    """Write the bag; `whole`: the folder `content/`, where all of it goes along."""
    (folder / "data").mkdir(parents=True)
    newest = NEVER
    with (
        (folder / "manifest-sha256.txt").open("w", encoding="utf-8", newline="") as manifest,
        TemporaryFile("w+", encoding="utf-8", newline="") as entities,
        _rows(folder) as rows,
    ):
        bag = _Bag(folder, manifest, entities)
        bagged: list[ArticleFacts] = []
        known: set[str] = set()
        for facts, its in made:
            for path, data in its.files:
                bag.add(path, data)
            for entity in article_entities(facts, [path for path, _ in its.files], known, library):
                bag.describe(entity)
            bag.parts.append(addresses.article(facts.article.slug))
            rows.write(f"{as_json(article_row(facts))[:-1]},{its.row[1:]}\n".encode("utf-8", "replace"))
            bagged.append(facts)
            newest = max(newest, str(last_changed(facts.article) or NEVER))
        for file in _files_of_all(library, bagged):
            bag.add(file.address, file.data)
            bag.parts.append(file.address)
        rows.close()
        bag.count(TEXTS)
        bag.parts.append(TEXTS)
        if whole:
            for source in _sorted_files(whole):
                bag.copy(source, f"content/{source.relative_to(whole).as_posix()}")
            bag.parts.append("content/")
        for entity in last_entities(library, newest, bag.parts, whole=whole is not None):
            bag.describe(entity)
        _write_crate(bag)
    _write_tags(bag, library, newest, is_whole=whole is not None)


def _rows(folder: Path) -> IO[bytes]:
    place = folder / "data" / TEXTS
    place.parent.mkdir(parents=True)
    return place.open("wb")


def _files_of_all(library: Library, bagged: list[ArticleFacts]) -> Iterator[File]:
    yield File(ARTICLES, as_csv(ARTICLE_FIELDS, map(article_row, bagged)))
    yield File(CONCEPTS, as_csv(CONCEPT_FIELDS, concept_rows(library)))
    yield from skos_files(library)
    yield from rules(library)
    yield from record_schema()
    yield from corpus_file(library)


def _sorted_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, but not what links lead to."""
    yield from sorted(file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def _write_crate(bag: _Bag) -> None:
    """Put the crate together of its entities, the description of itself first."""
    bag.entities.seek(0)
    place = bag.folder / "data" / METADATA
    with place.open("w", encoding="utf-8", newline="") as crate:
        crate.write(f'{{"@context":"{CONTEXT}","@graph":[\n')
        crate.write(",\n".join(map(as_line, first_entities())))
        for line in bag.entities:
            crate.write(",\n" + line.rstrip("\n"))
        crate.write("\n]}\n")
    bag.count(METADATA, described=False)


def _write_tags(bag: _Bag, library: Library, day: str, *, is_whole: bool) -> None:
    site = library.archive.site
    info = {
        "Source-Organization": site.name,
        "Contact-Email": site.contact if site.contact and "@" in site.contact else "",
        "External-Description": site.description.get(site.language) or ARCHIVED.text(site.language),
        "External-Identifier": library.url(""),
        "Internal-Sender-Description": READ_ME.text(site.language),
        "Bagging-Date": day if day != NEVER else "",
        "Bag-Software-Agent": SOFTWARE,
        "Payload-Oxum": f"{bag.size}.{bag.files}",
        "Access": "closed" if is_whole else "public",
    }
    lines = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in info.items() if value)
    (bag.folder / "bag-info.txt").write_bytes(lines.encode("utf-8", "replace"))
    declaration = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    tags = {name: _digest(bag.folder / name) for name in ("bag-info.txt", "manifest-sha256.txt")}
    tags["bagit.txt"] = sha256(declaration).hexdigest()
    listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(tags.items()))
    (bag.folder / "tagmanifest-sha256.txt").write_bytes(listed.encode())
    (bag.folder / "bagit.txt").write_bytes(declaration)


def _digest(file: Path) -> str:
    with file.open("rb") as read:
        return file_digest(read, "sha256").hexdigest()
