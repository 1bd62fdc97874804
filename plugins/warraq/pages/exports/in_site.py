"""What a site offers scholars where `exports:` in `content/site.yaml` asks for it; where it does not, nothing here is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.edition.edition import Edition
from warraq.pages.page import File, Library
from warraq.pages.rights import WholeLibrary

from .records import SCHEMA, record_file, record_schema
from .skos.files import JSON_LD, TURTLE, skos_files
from .tei.corpus import ADDRESS, corpus_file
from .tei.document import tei_file

OFFERED = {"tei": (ADDRESS,), "skos": (TURTLE, JSON_LD), "records": (SCHEMA,)}
"""The addresses of what is about the whole archive."""


def own_exports(edition: Edition, library: Library) -> Iterator[File]:
    """Yield the files of one article."""
    if "tei" in library.archive.site.exports:
        yield tei_file(edition, library)
    if "records" in library.archive.site.exports:
        yield from record_file(edition, library)


def all_own_exports(library: WholeLibrary) -> Iterator[File]:
    """Yield the files of all articles."""
    for edition in library.editions:
        yield from own_exports(edition, library)


def exports_of_all(library: Library) -> Iterator[File]:
    """Yield the files about the whole archive."""
    asked = library.archive.site.exports
    if "tei" in asked:
        yield from corpus_file(library)
    if "skos" in asked:
        yield from skos_files(library)
    if "records" in asked:
        yield from record_schema()
