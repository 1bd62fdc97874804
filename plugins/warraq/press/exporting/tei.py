"""`export tei`: a document for each article, and the corpus of them all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from warraq.pages.article_facts import ArticleFacts
from warraq.pages.exports.tei.corpus import CORPUS_END, corpus_start
from warraq.pages.exports.tei.document import DECLARATION, tei_element
from warraq.pages.page import Library

make = tei_element


def write(folder: Path, library: Library, made: Iterable[tuple[ArticleFacts, str]]) -> None:
    """Write the files: `articles/SLUG.xml`, and `corpus.xml`, which holds all of them."""
    (folder / "articles").mkdir(parents=True)
    with (folder / "corpus.xml").open("w", encoding="utf-8", newline="") as corpus:
        corpus.write(corpus_start(library))
        for facts, document in made:
            (folder / "articles" / f"{facts.article.slug}.xml").write_bytes((DECLARATION + document).encode())
            corpus.write(document)
        corpus.write(CORPUS_END)
