"""
An article as it would be written, together with its record.

Importing and renewing both make drafts: the rules make one from an original, then single values are put over it. Every
function here keeps the record's hashes true to the article's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warraq.archive.record import Described, Origin, Record
from warraq.archive.slug import slug_of

from .front_matter import Value, set_value, value_of, without_key
from .writing import sha256_of

if TYPE_CHECKING:
    from warraq.repair import Planned


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it would be written, and its record."""

    slug: str
    article: str
    """The text of the whole file."""
    record: Record


def draft_of(planned: Planned) -> Draft:
    """Make a draft of what the rules plan for an original."""
    return Draft(planned.slug, planned.article.decode(), planned.record)


def with_value(draft: Draft, key: str, value: str | tuple[str, ...], origin: Origin) -> Draft:
    """Put one value into the front matter, and its origin into the record; a new title gives a new slug."""
    article, slug = draft.article, draft.slug
    if key == "author":
        article = set_value(article, "authors", _yaml_value(value))
    elif key in ("source", "url"):
        article = set_value(article, "source", _source(article, key, str(value)))
    else:
        article = set_value(article, key, _yaml_value(value))
    if key == "title":
        slug = slug_of(str(value))
        article = set_value(article, "slug", slug)
    described = {**draft.record.described, key: Described(value=value, origin=origin)}
    return Draft(slug, article, with_article_hash(draft.record.model_copy(update={"described": described}), article))


def _yaml_value(value: str | tuple[str, ...]) -> Value:
    return value if isinstance(value, str) else list(value)


def _source(article: str, key: str, value: str) -> Value:
    """Give the source with one more key: as a name where it has no other key."""
    was = value_of(article, "source")
    keys = dict(was) if isinstance(was, dict) else ({"name": was} if isinstance(was, str) else {})
    keys["name" if key == "source" else "url"] = value
    if "name" not in keys:
        keys["name"] = value.partition("://")[2].partition("/")[0].removeprefix("www.") or value
    if set(keys) == {"name"}:
        return str(keys["name"])
    return {"name": keys.pop("name"), **keys}


def with_name(draft: Draft, original: str, slug: str, permanent_id: str) -> Draft:
    """Give a draft the name of its original, the slug and the id that are its own in this archive; without an id, its file states none."""
    article = draft.article
    if value_of(article, "original") != original:
        article = set_value(article, "original", original)
    if not permanent_id:
        article = without_key(article, "id")
    elif value_of(article, "id") != permanent_id:
        article = set_value(article, "id", permanent_id)
    if value_of(article, "slug") != slug:
        article = set_value(article, "slug", slug)
    record = draft.record
    record = record.model_copy(update={"original": record.original.model_copy(update={"name": original})})
    return Draft(slug, article, with_article_hash(record, article))


def with_keys(draft: Draft, keys: Mapping[str, str]) -> Draft:
    """Give a draft other keys of the front matter, which are nothing that the machine describes."""
    article = draft.article
    for key, value in keys.items():
        article = set_value(article, key, value)
    return Draft(draft.slug, article, with_article_hash(draft.record, article))


def with_article_hash(record: Record, article: str) -> Record:
    """Give the record of an article whose front matter has changed."""
    return record.model_copy(update={"article_sha256": sha256_of(article)})
