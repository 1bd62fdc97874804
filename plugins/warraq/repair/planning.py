"""
From an original to the article and the record that would be written. Nothing is written here.

Everything that somebody else may change is hashed in the record: the original, the machine's text, the body, the article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping
from dataclasses import dataclass

from warraq.archive import formats
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original, stem_of
from warraq.archive.permanent_id import id_for
from warraq.archive.record import Described, Record, RecordedOriginal
from warraq.archive.slug import free_slug, slug_of
from warraq.archive.stated_line import UNSAID, stated_line

from .describe import describe
from .doubtful_charset import with_doubtful_charset
from .repairing import Repaired, repair
from .rules import RULES
from .rules.rule_set import Rules
from .version import RULES_VERSION
from .writers.front_matter import Value, format_front_matter
from .writers.markdown import to_markdown


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be written for one original."""

    slug: str
    front_matter: Mapping[str, Value]
    body: str
    """Markdown, below the front matter."""
    article: bytes
    """Markdown with its front matter, UTF-8."""
    record: Record


def plan(  # noqa: PLR0913 - keywords
    original: Original,
    vocabulary: Vocabulary,
    taken: Container[str] = (),
    table: Mapping[str, str] | None = None,
    last: dict[str, int] | None = None,
    *,
    rules: Rules = RULES,
    language: str | None = None,
) -> Planned:
    """
    Repair and describe an original; `taken`, `last`: as for `free_slug`, `table`: what an import's table says of it.

    `rules` and `language` are as for `repair`; the records of an archive are made by all rules.
    """
    repaired = repair(original.text, original.kind, rules, language)
    described = describe(original, repaired, vocabulary, table)
    slug = free_slug(slug_of(repaired.document.title), taken, last)
    body = to_markdown(repaired.document)
    values = _values(described, slug, original.name)
    article = _article(values, body)
    return Planned(slug, values, body, article, _record(original, repaired, described, body, article))


def with_keys(planned: Planned, keys: Mapping[str, str]) -> Planned:
    """Give what is planned other values of the front matter; a new key stands at its end."""
    values = {**planned.front_matter, **keys}
    article = _article(values, planned.body)
    record = planned.record.model_copy(update={"article_sha256": hashlib.sha256(article).hexdigest()})
    return Planned(keys.get("slug", planned.slug), values, planned.body, article, record)


def _article(values: Mapping[str, Value], body: str) -> bytes:
    return f"{format_front_matter(values)}\n{body}".encode()


def _values(described: Mapping[str, Described], slug: str, name: str) -> dict[str, Value]:
    """Give the keys of the front matter, in their order."""
    values: dict[str, Value] = {"title": _text(described["title"]), "slug": slug}
    if date := _text(described.get("date")):
        values["date"] = date
    source: dict[str, Value] = {}
    if source_name := _text(described.get("source")):
        source["name"] = source_name
        if url := _text(described.get("url")):
            source["url"] = url
        if copy := _text(described.get("archived_url")):
            source["archived_url"] = copy
        if via := _list(described.get("via")):
            source["via"] = via
        values["source"] = source if len(source) > 1 else source_name
    if author := _list(described.get("author")):
        values["authors"] = author
    if tags := _list(described.get("tags")):
        values["tags"] = tags
    if summary := _text(described.get("summary")):
        values["summary"] = summary
    values |= {"lang": _text(described["lang"]), "original": name, "id": id_for(stem_of(name))}
    return values | {key: str(number) for key, number in formats.FRONT_MATTER.named.items()}


def _text(described: Described | None) -> str:
    return _stated(described.value) if described and isinstance(described.value, str) else ""


def _list(described: Described | None) -> list[str]:
    value = described.value if described else None
    values = (_stated(word) for word in ([value] if isinstance(value, str) else value or ()))
    return [word for word in values if word]


def _stated(value: str) -> str:
    """Give a value as the front matter can state it: what a page says of itself may have controls in it."""
    return stated_line(value) if UNSAID.search(value) else value


def _record(
    original: Original, repaired: Repaired, described: dict[str, Described], body: str, article: bytes
) -> Record:
    return Record(
        format=formats.RECORD.newest,
        rules=RULES_VERSION,
        original=RecordedOriginal.of(original),
        changes=repaired.changes,
        doubts=with_doubtful_charset(repaired, original),
        described=described,
        text_sha256=hashlib.sha256(repaired.document.text.encode()).hexdigest(),
        body_sha256=hashlib.sha256(body.encode()).hexdigest(),
        article_sha256=hashlib.sha256(article).hexdigest(),
    )
