"""
What is known of a text from outside of it: the table, and the file's name.

A field comes from the table, else from the page's own metadata, else from the file's name, else from the text; the record says
which (`Origin`). Metadata and text are read by `warraq.repair.describe`; here the table and the name are put over them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from warraq.archive.original import stem_of
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Origin, Record
from warraq.archive.slug import slug_of
from warraq.desk.front_matter import Value, set_value, value_of

from .table import Row

DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?!\d)")
LETTERS = re.compile(r"[^\W\d_]{2,}")
ENOUGH_WORDS = 4
"""A name of fewer words is more often a label (`new text document`) than a headline."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it would be written, and its record."""

    slug: str
    article: str
    record: Record


def from_name(name: str, described: Mapping[str, Described]) -> dict[str, str]:
    """What a file's name says that the page's metadata do not say better."""
    stem = stem_of(unicodedata.normalize("NFC", name.rpartition("/")[2]))
    said: dict[str, str] = {}
    date = described.get("date")
    if (date is None or date.value is None or date.origin is not Origin.METADATA) and (day := _day(stem)):
        said["date"] = day
    title = described.get("title")
    words = LETTERS.findall(stem)
    if (title is None or title.origin is Origin.INFERRED) and len(words) >= ENOUGH_WORDS and not stem.isascii():
        said["title"] = " ".join(DAY.sub(" ", stem).replace("_", " ").replace("-", " ").split())
    return said


def _day(stem: str) -> str | None:
    days = set()
    for year, _, month, day in DAY.findall(stem):
        try:
            days.add(str(PartialDate.parse(f"{year}-{month}-{day}")))
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else None


def with_given(draft: Draft, name: str, row: Row) -> Draft:
    """Put what the table and the name say over what was described."""
    said = from_name(name, draft.record.described)
    for key, value in said.items():
        draft = with_value(draft, key, value, Origin.FILE_NAME)
    for key, given in row.items():
        if key != "file":
            draft = with_value(draft, key, given, Origin.TABLE)
    return draft


def with_value(draft: Draft, key: str, value: str | tuple[str, ...], origin: Origin) -> Draft:
    """Put one value into the front matter, and its origin into the record."""
    article, slug = draft.article, draft.slug
    if key == "author":
        article = set_value(article, "authors", _front(value))
    elif key in ("source", "url"):
        article = set_value(article, "source", _source(article, key, str(value)))
    else:
        article = set_value(article, key, _front(value))
    if key == "title":
        slug = slug_of(str(value))
        article = set_value(article, "slug", slug)
    described = {**draft.record.described, key: Described(value=value, origin=origin)}
    return Draft(slug, article, rehashed(draft.record.model_copy(update={"described": described}), article))


def _front(value: str | tuple[str, ...]) -> Value:
    return value if isinstance(value, str) else list(value)


def _source(article: str, key: str, value: str) -> Value:
    """A source is its name, or several keys; only one of them was given."""
    was = value_of(article, "source")
    keys = dict(was) if isinstance(was, dict) else ({"name": was} if isinstance(was, str) else {})
    keys["name" if key == "source" else "url"] = value
    if "name" not in keys:
        keys["name"] = value.partition("://")[2].partition("/")[0].removeprefix("www.")
    if set(keys) == {"name"}:
        return str(keys["name"])
    return {"name": keys.pop("name"), **keys}


def with_end(draft: Draft, end: str) -> Draft:
    """Put Markdown below an article's text."""
    article = draft.article.rstrip("\n") + "\n" + end
    body = article.partition("\n---\n")[2].removeprefix("\n")
    record = draft.record.model_copy(update={"body_sha256": sha256(body.encode()).hexdigest()})
    return Draft(draft.slug, article, rehashed(record, article))


def rehashed(record: Record, article: str) -> Record:
    """The record of an article whose front matter is written otherwise."""
    return record.model_copy(update={"article_sha256": sha256(article.encode()).hexdigest()})


def named(draft: Draft, original: str, slug: str) -> Draft:
    """Give a draft the name of its original and the address that are its own in this archive."""
    article = draft.article
    if value_of(article, "original") != original:
        article = set_value(article, "original", original)
    if value_of(article, "slug") != slug:
        article = set_value(article, "slug", slug)
    record = draft.record
    record = record.model_copy(update={"original": record.original.model_copy(update={"name": original})})
    return Draft(slug, article, rehashed(record, article))
