"""
The data described for programs: a Data Package (datapackage.org), and schema.org's `Dataset`, by which search engines for data find them.

Days are strings in it, for many are known to the month or the year alone. The rights in the texts remain with their sources; a licence is that of the
archive's own work, where site.yaml states one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from warraq.archive.site_license import LICENSES, license_address
from warraq.language import Message, message
from warraq.language.sizes import rounded_size, size_in_words

from .article_facts import ArticleFacts
from .page import File, FileFacts, Library

PACKAGE = "data/datapackage.json"
PAGE = "data/"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RIGHTS = message("The rights in the texts remain with their sources; the field «rights» says what each allows.")
ABOUT = message("What the pages show, in files that a program can read.")
TYPES = {
    "date_inferred": "boolean",
    "repairs": "integer",
    "articles": "integer",
    "latitude": "number",
    "longitude": "number",
}
"""Of fields that are no strings."""
LISTS = frozenset({"authors", "tags", "mentions", "struck"})
"""Fields that are lists where a format has any."""
MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl.gz": "application/gzip",
    "json.gz": "application/gzip",
    "tei.xml": "application/tei+xml",
    "ttl": "text/turtle",
    "json": "application/json",
    "jsonld": "application/ld+json",
}
NAMED = {"jsonl.gz": "-text", "ttl": "-turtle"}
"""What the names of files have besides that would else have the name of another."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the data."""

    address: str
    rows: int | None = None
    fields: tuple[tuple[str, Message], ...] = ()
    """Of a table."""
    title: Message | None = None
    """Of what is no table."""

    @property
    def name(self) -> str:
        """Its name in the folder of the data."""
        return self.address.removeprefix(PAGE)

    @property
    def ending(self) -> str:
        """What tells its format."""
        return self.name.partition(".")[2]


def package(library: Library, files: Iterable[DataFile], facts: Mapping[str, FileFacts]) -> File:
    """Describe the files as a Data Package; those of which nothing is known are left out."""
    site = library.archive.site
    language = site.language
    described: dict[str, object] = {
        "$schema": PROFILE,
        "name": package_name(library.site_url),
        "id": library.url(PAGE),
        "title": site.name,
        "description": description(library),
        "homepage": library.url(PAGE),
        "licenses": [licence(library)],
        "sources": [{"title": name} for name in source_names(library)],
        "contributors": [{"title": site.name, "roles": ["publisher"]}],
        "resources": [resource(file, facts[file.address], language) for file in files if file.address in facts],
    }
    written = json.dumps({name: value for name, value in described.items() if value}, ensure_ascii=False, indent=1)
    return File(PACKAGE, f"{written}\n".encode("utf-8", "replace"))


def package_name(site_url: str) -> str:
    """Make the name of the package, of the letters that one may have."""
    parts = urlsplit(site_url)
    return re.sub("[^a-z0-9._-]+", "-", f"{parts.hostname or 'archive'}{parts.path}".lower()).strip("-._") or "archive"


def resource(file: DataFile, facts: FileFacts, language: str) -> dict[str, object]:
    """Describe one file."""
    named = f"{file.name.partition('.')[0]}{NAMED.get(file.ending, '')}"
    described: dict[str, object | None] = {
        "name": re.sub("[^a-z0-9._-]+", "-", named.lower()),
        "path": file.name,
        # frictionless takes what has no type, and `-schema.json` at the end of its name, for the schema of a table.
        "type": "table" if file.fields else "json" if file.ending == "json" else None,
        "title": file.title.text(language) if file.title else None,
        "format": file.ending.removesuffix(".gz").removeprefix("tei."),
        "compression": "gz" if file.ending.endswith(".gz") else None,
        "mediatype": MEDIA_TYPES[file.ending],
        "encoding": "utf-8",
        "bytes": facts.size,
        "hash": f"sha256:{facts.sha256}",
        "schema": schema(file, language) if file.fields else None,
    }
    return {name: value for name, value in described.items() if value is not None}


def schema(file: DataFile, language: str) -> dict[str, object]:
    """Describe the fields of a table."""
    lists = LISTS if file.ending == "jsonl.gz" else frozenset()
    fields = [
        {
            "name": name,
            "type": "array" if name in lists else TYPES.get(name, "string"),
            "description": meaning.text(language),
        }
        for name, meaning in file.fields
    ]
    return {"fields": fields, "primaryKey": [file.fields[0][0]]}


def licence(library: Library) -> dict[str, str]:
    """Give the licence of the archive's own work, else where the rights in the texts are explained."""
    stated = library.archive.site.license
    title = RIGHTS.text(library.archive.site.language)
    if not stated:
        return {"path": library.url(f"{PAGE}#rights") or "./#rights", "title": title}
    name = {"name": stated} if stated in LICENSES else {}
    return {**name, "path": license_address(stated), "title": title}


def description(library: Library) -> str:
    """Say in some sentences what the data are."""
    site = library.archive.site
    about = site.description.get(site.language)
    return " ".join(filter(None, (about, ABOUT.text(site.language), RIGHTS.text(site.language))))


def source_names(library: Library) -> list[str]:
    """Name the sources of the articles, each once, in the order of their letters."""
    return sorted({facts.article.source.name for facts in library.all if facts.article.source})


def coverage(articles: Iterable[ArticleFacts]) -> str:
    """Give the first and the last date of articles as ISO 8601 has an interval; the empty text where none is known."""
    dates = sorted((facts.article.date for facts in articles if facts.article.date), key=lambda date: date.first_day())
    return f"{dates[0]}/{dates[-1]}" if dates else ""


def dataset(library: Library, files: Iterable[DataFile], facts: Mapping[str, FileFacts]) -> Mapping[str, object]:
    """Describe the data as schema.org's `Dataset`; addresses are absolute where the site has one, else they are left out."""
    site = library.archive.site
    publisher = {"@type": "ArchiveOrganization", "name": site.name, "url": library.url("")}
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.name,
        "description": description(library),
        "url": library.url(PAGE),
        "license": licence(library)["path"] if site.license or library.site_url else "",
        "isAccessibleForFree": True,
        "inLanguage": sorted({facts.article.lang for facts in library.all}),
        "temporalCoverage": coverage(library.all),
        "creator": {name: value for name, value in publisher.items() if value},
        "distribution": list(_downloads(library, files, facts)),
    }
    return {name: value for name, value in described.items() if value}


def _downloads(library: Library, files: Iterable[DataFile], facts: Mapping[str, FileFacts]) -> Iterator[dict[str, str]]:
    for file in files:
        if library.site_url and file.address in facts:
            rounded = rounded_size(facts[file.address].size)
            yield {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": library.url(file.address),
                "encodingFormat": MEDIA_TYPES[file.ending],
                **({"contentSize": size_in_words(rounded, library.archive.site.language)} if rounded else {}),
            }
