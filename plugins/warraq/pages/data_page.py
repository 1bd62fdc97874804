"""The page of the data (البيانات): each file with its size and the meanings of its fields, and how programs read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from warraq.language import Message, message
from warraq.language.sizes import rounded_size

from . import rules
from .annotations import COLLECTION
from .data_examples import EXAMPLES
from .data_package import PACKAGE, PAGE, DataFile, dataset, package
from .page import FileFacts, Library, OfFiles, Page

BESIDE: tuple[DataFile, ...] = (
    DataFile(COLLECTION, title=message("The notes, repairs, doubts and names of all articles (Web Annotations)")),
    DataFile(rules.ADDRESS, title=message("The rules of repair, each with its reason (SKOS)")),
    DataFile(
        "data/record-schema.json",
        title=message("What each key of an article's record (record.json) means (JSON Schema)"),
    ),
    DataFile("data/corpus.tei.xml", title=message("All articles with their repairs, doubts and notes (TEI)")),
    DataFile("data/vocabulary.ttl", title=message("The names and subjects (SKOS, Turtle)")),
    DataFile("data/vocabulary.jsonld", title=message("The names and subjects (SKOS, JSON-LD)")),
)
"""Files that are made elsewhere, the last ones only where `exports:` in site.yaml asks for them."""


@dataclass(frozen=True, slots=True)
class Table:
    """Files with the same fields, and the meanings of these."""

    files: tuple[DataFile, ...]
    fields: tuple[tuple[str, Message], ...]
    more: tuple[tuple[str, Message], ...] = ()
    """Fields that only files of JSON Lines have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page):
    """The values of `data.html`."""

    template: ClassVar[str] = "data.html"

    by_url: str
    """The address of the index of URLs."""
    tables: tuple[Table, ...]
    others: tuple[DataFile, ...]
    """Files that are no tables."""
    sizes: Mapping[str, int]
    """Of each file, in bytes and rounded (`rounded_size`), by its address: whoever needs more has the package, and the page stays
    when a text changes."""
    package: str
    """The address of the Data Package."""
    licence: str | None
    """Of the archive's own work, as site.yaml states it."""
    examples: Mapping[str, str]
    """Code by the names of programs."""
    jsonld: Mapping[str, object]


def described(library: Library, tables: Sequence[Table], others: Sequence[DataFile]) -> Iterator[OfFiles]:
    """Yield the Data Package and the page, which say how large the files are; the first of the `others` is the index of URLs."""
    files = (*(file for table in tables for file in table.files), *others, *BESIDE)
    named = tuple(file.address for file in files)
    yield OfFiles(PACKAGE, "", named, partial(package, library, files), in_sitemap=False)

    def page(facts: Mapping[str, FileFacts]) -> DataPage:
        return DataPage(
            PAGE,
            by_url=others[0].address,
            tables=tuple(tables),
            others=tuple(file for file in files if file.title and file.address in facts),
            sizes={address: rounded_size(each.size) for address, each in facts.items()},
            package=PACKAGE,
            licence=library.archive.site.license,
            examples=EXAMPLES,
            jsonld=dataset(library, files, facts),
        )

    yield OfFiles(PAGE, DataPage.template, named, page)
