"""
The archive as data (البيانات): all that pages show of articles and concepts, in files that a program can read.

CSV begins with a byte order mark: without one, the spreadsheets that people open it with misread Arabic. Where a spreadsheet would
run words as a formula, they get a `'` before them (OWASP, «CSV injection»): at the start of a cell, and behind `;` and the like
inside, because a spreadsheet may part cells there (in half of the world's settings it does).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from warraq.archive.address_key import address_key
from warraq.language import Message, message

from . import addresses
from .article_facts import ArticleFacts, told_of
from .citations.reference import cited_version
from .data_package import DataFile
from .data_page import Table, described
from .grouping import by_concept
from .gzipped import gzipped
from .page import File, LargeFile, Library, OfFiles
from .texts import Texts, as_json

ARTICLE_FIELDS: Mapping[str, Message] = {
    "address": message("Address of the article's page, below the archive's own"),
    "title": message("Title"),
    "language": message("Language of the text (BCP 47)"),
    "date": message("Date of publication (EDTF); empty where it is unknown"),
    "date_inferred": message("Whether the date was inferred from the text: true or false"),
    "source": message("Name of the source"),
    "source_url": message("Address at the source"),
    "rights": message("What the source allows, where that is known: full, excerpt and a number of words, metadata"),
    "authors": message("Authors, separated by «; »"),
    "tags": message("Ids of concepts, and free words, separated by «; »"),
    "mentions": message("Ids of the concepts that the text names, separated by «; »"),
    "summary": message("Summary"),
    "original": message("Name of the original file; empty where there is none, or where it is not published"),
    "original_sha256": message("SHA-256 of the original file"),
    "repairs": message("How many passages of the text were repaired"),
    "version_of": message("Of another version: the address of the article of which it is one"),
    "version_day": message(
        "When this version stood at its source or was taken in; empty where there is one version only"
    ),
}
TEXT_FIELDS: Mapping[str, Message] = {
    "text": message("The published text below the title, a line for each paragraph; as much of it as may be published"),
    "struck": message("Words of the text that its author struck out, in their order"),
}
CONCEPT_FIELDS: Mapping[str, Message] = {
    "id": message("Id of the concept, as in tags"),
    "address": message("Address of the concept's page, below the archive's own"),
    "scheme": message("What it is: organisation, person, place, event or topic"),
    "label_ar": message("Name in Arabic"),
    "label_en": message("Name in English"),
    "broader": message("Ids of wider concepts, separated by «; »"),
    "wikidata": message("Its item in Wikidata"),
    "latitude": message("Latitude in degrees (WGS 84)"),
    "longitude": message("Longitude in degrees (WGS 84)"),
    "articles": message("How many articles name it or are about it"),
}
ARTICLES, CONCEPTS = "data/articles.csv", "data/concepts.csv"
TEXTS = "data/articles{}.jsonl.gz"
"""With the texts; of a large archive one for each year."""
MOST_IN_ONE = 1_000
"""Articles up to which one file has all of their texts: some 5 MB, or packed a good megabyte."""
BY_URL = "data/by-url.json"
"""The index that finds an article by its URL at the source."""
INVISIBLE = (
    '\\x20\\x00-\\x08\\x0e-\\x1b\\x1f"\\x7f-\\x84\\x86-\\xa0\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u1680\\u180e'
    "\\u2000-\\u200f\\u202a-\\u202f\\u205f-\\u206f\\u3000\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f"
)
"""Spaces, controls, marks of direction, and the sign that CSV quotes with: a program may pass over them."""
SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe63\ufe62\ufe66\ufe6b"
FORMULA = re.compile(
    rf"""
    ( ^ | [;|\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029] )      # where a cell begins, or may begin
    ( [{INVISIBLE}]* )
    (?= [{SIGNS}] )    # a sign that begins a formula, in any width
    """,
    re.VERBOSE,
)
SIGN = re.compile(f"[{SIGNS}]")


def article_row(facts: ArticleFacts) -> dict[str, object]:
    """Describe one article; keys are ARTICLE_FIELDS."""
    article = facts.article
    return {
        "address": addresses.article(article.slug),
        "title": article.title,
        "language": article.lang,
        "date": str(article.date or ""),
        "date_inferred": facts.inferred,
        "source": article.source.name if article.source else "",
        "source_url": (article.source.url if article.source else "") or "",
        "rights": (article.source.rights if article.source else "") or "",
        "authors": list(article.authors),
        "tags": list(article.tags),
        "mentions": list(facts.concepts),
        "summary": article.summary or "",
        "original": article.original or "",
        "original_sha256": facts.sha256,
        "repairs": facts.repairs,
        "version_of": addresses.article(article.version_of) if article.version_of else "",
        "version_day": str(cited_version(article) or ""),
    }


def concept_rows(library: Library) -> Iterator[dict[str, object]]:
    """Describe every concept; keys are CONCEPT_FIELDS."""
    groups = by_concept(library)
    for concept in library.archive.vocabulary.concepts.values():
        latitude, longitude = concept.coordinates or ("", "")
        yield {
            "id": concept.id,
            "address": addresses.concept(concept.id) if concept.id in groups else "",
            "scheme": concept.scheme.value,
            "label_ar": concept.pref_label["ar"],
            "label_en": concept.pref_label.get("en", ""),
            "broader": list(concept.broader),
            "wikidata": concept.wikidata or "",
            "latitude": latitude,
            "longitude": longitude,
            "articles": len(groups.get(concept.id, ())),
        }


def csv_cell(value: object) -> str:
    """Write a value as a cell of CSV."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if isinstance(value, (int, float)) else guarded(text)


def guarded(text: str) -> str:
    """Put a `'` before whatever a spreadsheet could take for a formula, and before a tab or line end at the start."""
    shown = FORMULA.sub(r"\1'\2", text) if SIGN.search(text) else text
    return f"'{shown}" if shown.startswith(("\t", "\r", "\n")) else shown


def as_csv(fields: Iterable[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Write rows as CSV (RFC 4180), in UTF-8 with a byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(fields)
    writer.writerows([csv_cell(row[name]) for name in fields] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def by_url(library: Library) -> Iterator[tuple[str, str]]:
    """
    Yield each article's URLs at its source, as `address_key` normalises them, with its address here; sorted by URL.

    Where two articles have one URL, the later in the library wins.
    """
    found: dict[str, str] = {}
    for facts in library.articles:
        source = facts.article.source
        for url in (source.url, source.archived_url) if source else ():
            if url:
                found[address_key(url)] = addresses.article(facts.article.slug)
    yield from sorted(found.items())


def data(library: Library) -> Iterator[File | OfFiles]:
    """Yield the files, then what describes them: the page, and the package."""
    from .citations.collection import FILES  # which reads this module

    every = sorted(library.all, key=newest_first)
    yield LargeFile(ARTICLES, told_of(every), lambda: as_csv(ARTICLE_FIELDS, map(article_row, every)))
    texts = dict(by_period(every))
    for address, articles in texts.items():
        rows = "\0".join(facts.row for facts in articles)
        yield LargeFile(address, told_of(articles, rows), partial(_packed, articles, library.texts))
    concepts = list(concept_rows(library))
    yield File(CONCEPTS, as_csv(CONCEPT_FIELDS, concepts))
    yield LargeFile(BY_URL, told_of(library.articles), lambda: as_json(dict(by_url(library))).encode())
    of_articles, of_texts = tuple(ARTICLE_FIELDS.items()), tuple(TEXT_FIELDS.items())
    tables = (
        Table(
            (
                DataFile(ARTICLES, len(every), of_articles),
                *(DataFile(address, len(articles), of_articles + of_texts) for address, articles in texts.items()),
            ),
            of_articles,
            of_texts,
        ),
        Table((DataFile(CONCEPTS, len(concepts), tuple(CONCEPT_FIELDS.items())),), tuple(CONCEPT_FIELDS.items())),
    )
    references = (FILES.format(period) for period, _ in periods(every))
    others = (
        DataFile(BY_URL, title=message("Articles by their addresses at the source")),
        *(DataFile(address, title=message("References to the articles (CSL-JSON)")) for address in references),
    )
    yield from described(library, tables, others)


def newest_first(facts: ArticleFacts) -> tuple[int, str]:
    """Sort as lists do, other versions of an article among the articles."""
    article = facts.article
    return -(article.date.first_day().toordinal() if article.date else 0), article.slug


def by_period(articles: Sequence[ArticleFacts]) -> Iterator[tuple[str, Sequence[ArticleFacts]]]:
    """Yield the files of whole texts, each with its articles: all in one, or where there are many one for each year."""
    return ((TEXTS.format(period), of_period) for period, of_period in periods(articles))


def periods(articles: Sequence[ArticleFacts]) -> Iterator[tuple[str, Sequence[ArticleFacts]]]:
    """Divide articles, in the order of `newest_first`, where there are many: yield what the name of each year's file has, and its articles."""
    if len(articles) <= MOST_IN_ONE:
        yield "", articles
        return
    for year, group in groupby(articles, lambda facts: facts.article.date and facts.article.date.year):
        yield "-undated" if year is None else f"-{year:04}", tuple(group)


def _packed(articles: Iterable[ArticleFacts], texts: Texts) -> bytes:
    # Two objects are written as one: that of the text is made where the text is at hand.
    rows = ((as_json(article_row(facts)), texts.row(facts.article.slug)) for facts in articles)
    return gzipped(f"{row[:-1]},{text[1:]}\n".encode() for row, text in rows)
