"""
How to cite an article: one line to read, and files for reference managers.

BibTeX has an escape for every sign of TeX, RIS has one field a line, CSL-JSON is JSON: each is written by its own rules,
so that a title with `{`, `%` or a line end stays as it is, and ends nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from warraq.archive.article import Article
from warraq.archive.partial_date import PartialDate
from warraq.archive.versions import version_day
from warraq.edition.edition import Edition
from warraq.language import message

from . import addresses
from .article_facts import credited
from .dates import display_date
from .page import File, Library

TEX = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""BibTeX counts braces, also those behind a backslash: a value holds none but pairs of ours."""
TEX |= {c: "\\" + c for c in "%&#_$"} | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
LANGUAGES = {"ar": "arabic", "en": "english", "fa": "persian", "ur": "urdu", "he": "hebrew", "fr": "french"}
"""Names of languages in biblatex, by BCP 47 tag."""


def _line(text: str) -> str:
    """Put a value on one line, without controls."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def _tex(text: str) -> str:
    return "".join(TEX.get(c, c) for c in _line(text))


def _verbatim(url: str) -> str:
    """Write an address, in which TeX's escapes would be read as they stand: braces and backslashes are percent-encoded."""
    return _line(url).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _key(edition: Edition) -> str:
    """Make an ASCII key for BibTeX: the year and the original's own name, or the code of the name where it has no ASCII."""
    article = edition.article
    stem = edition.original.stem if edition.original else article.slug
    plain = re.sub("[^0-9A-Za-z]+", "-", stem).strip("-")
    year = article.date.year if article.date else "undated"
    return f"{year}-{plain or f'{crc32(stem.encode()):08x}'}"


def cited_version(article: Article) -> PartialDate | None:
    """Give the day of the version that is cited; None of an article that the archive knows in one version only."""
    return version_day(article) if article.version_of or article.added else None


@dataclass(frozen=True, slots=True)
class CitationPart:
    """One part of a citation. A page isolates the parts, whose languages may differ in direction."""

    before: str
    """The punctuation before it."""
    text: str


def citation(edition: Edition, library: Library) -> str:
    """Write the citation out in one line: «title». source, date. archive. URL."""
    return "".join(part.before + part.text for part in citation_parts(edition, library))


def citation_parts(edition: Edition, library: Library) -> tuple[CitationPart, ...]:
    """Give the parts of a citation in their order."""
    article, site = edition.article, library.archive.site
    comma = ", " if site.language == "en" else "، "
    after_title = [*credited(article)]
    if article.source and article.source.name not in after_title:
        after_title.append(article.source.name)
    if article.date:
        after_title.append(display_date(article.date, site).text)
    if day := cited_version(article):
        after_title.append(message("version of {day}", day=display_date(day, site).text).text(site.language))
    url = library.url(addresses.article(article.slug))
    return (
        CitationPart("«", _line(article.title)),
        *(CitationPart(comma if number else "». ", text) for number, text in enumerate(after_title)),
        CitationPart(". " if after_title else "». ", site.name),
        *([CitationPart(". ", url)] if url else []),
    )


def bibtex(edition: Edition, library: Library) -> str:
    """Write one `@online` entry of biblatex."""
    article = edition.article
    fields = {
        "title": _tex(article.title),
        "author": " and ".join("{" + _tex(name) + "}" for name in credited(edition.article)),
        "date": str(article.date or ""),
        "organization": _tex(library.archive.site.name),
        "url": _verbatim(library.url(addresses.article(article.slug))),
        "urldate": str(cited_version(article) or ""),
        "version": str(cited_version(article) or ""),
        "langid": LANGUAGES.get(article.lang.split("-")[0], ""),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@online{{{_key(edition)},\n" + ",\n".join(lines) + "\n}\n"


def ris(edition: Edition, library: Library) -> str:
    """Write one NEWS record of RIS."""
    article = edition.article
    date = "///"
    if article.date:
        month, day = article.date.month, article.date.day
        date = f"{article.date.year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
    fields = [
        ("TY", "NEWS"),
        ("TI", _line(article.title)),
        *(("AU", _line(name)) for name in credited(edition.article)),
        ("PY", f"{article.date.year:04}" if article.date else ""),
        ("DA", date if article.date else ""),
        ("T2", _line(article.source.name) if article.source else ""),
        ("PB", _line(library.archive.site.name)),
        ("ET", str(cited_version(article) or "")),
        ("LA", _line(article.lang)),
        ("UR", _line(library.url(addresses.article(article.slug)))),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def csl(edition: Edition, library: Library) -> str:
    """Write one item of CSL-JSON."""
    article = edition.article
    parts = [article.date.year, article.date.month, article.date.day] if article.date else []
    item = {
        "id": _key(edition),
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in credited(edition.article)],
        "issued": {"date-parts": [[part for part in parts if part]]} if parts else None,
        "container-title": article.source.name if article.source else None,
        "version": str(cited_version(article) or ""),
        "archive": library.archive.site.name,
        "language": article.lang,
        "URL": library.url(addresses.article(article.slug)),
    }
    return json.dumps([{k: v for k, v in item.items() if v}], ensure_ascii=False, separators=(",", ":")) + "\n"


def citation_files(edition: Edition, library: Library) -> Iterator[File]:
    """Yield the files of one article."""
    base = addresses.article(edition.article.slug)
    yield File(f"{base}cite.bib", bibtex(edition, library).encode())
    yield File(f"{base}cite.ris", ris(edition, library).encode())
    yield File(f"{base}cite.json", csl(edition, library).encode())
