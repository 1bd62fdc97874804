"""
How to cite an article: one line to read, and files for reference managers.

`reference.py` says what is cited, as CSL-JSON; `bibtex.py` and `ris.py` write that by the rules of their formats, so that a title with `{`, `%`
or a line end stays as it is, and ends nothing. `collection.py` has the references of many articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from warraq.edition.edition import Edition

from .. import addresses
from ..article_facts import ArticleFacts
from ..page import File, Library
from .bibtex import bibtex
from .reference import Reference, reference, version_of_text
from .ris import ris

__all__ = ["bibtex", "citation_files", "csl", "reference", "ris", "version_of_text"]


def csl(item: Reference) -> str:
    """Write one item of CSL-JSON as a file."""
    return json.dumps([item], ensure_ascii=False, separators=(",", ":")) + "\n"


def citation_files(edition: Edition, facts: ArticleFacts, library: Library) -> Iterator[File]:
    """Yield the files of one article, which cite the version of its text that the page has."""
    base = addresses.article(edition.article.slug)
    item = reference(edition.article, library, inferred=facts.inferred, version=version_of_text(edition))
    yield File(f"{base}cite.bib", bibtex(item).encode())
    yield File(f"{base}cite.ris", ris(item).encode())
    yield File(f"{base}cite.json", csl(item).encode())
