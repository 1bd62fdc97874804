"""
The article and the record of a moved text.

Its original is the text as the other program wrote it, its article what that becomes here. The record's changes lead from one to the
other; they are how the other program writes, so readers get no marks of them. No rule was asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from warraq.archive import formats
from warraq.archive.former_addresses import parse_former_address
from warraq.archive.original import Original, stem_of
from warraq.archive.permanent_id import id_for
from warraq.archive.problem import WrongValueError
from warraq.archive.record import Described, Origin, Record, RecordedMove, RecordedOriginal
from warraq.archive.slug import slug_of
from warraq.archive.stated_line import stated_line
from warraq.archive.values import LANGUAGE, check_address, tidy
from warraq.desk.draft import Draft, with_article_hash
from warraq.desk.front_matter import split_body
from warraq.desk.front_matter_fields import with_words
from warraq.desk.importing.sources import RejectedFileError
from warraq.desk.writing import sha256_of
from warraq.edition import published_text, render
from warraq.edition.attribution import MOVED
from warraq.edition.markdown_bounds import excess
from warraq.edition.word_diff import word_diff
from warraq.language import message
from warraq.repair import RULES_VERSION
from warraq.repair.describe.language import is_contradicted, language_of
from warraq.repair.writers.front_matter import Value, format_front_matter, scalar

from .days import day_of
from .leads import finished
from .moved_text import Extra, Form, MovedText

LONGEST_TITLE = 300
"""Code points of a title that is made of a text without one."""


def moved_draft(text: MovedText, body: str, original: Original, kind: str, language: str) -> Draft:
    """Make the article of a text with this Markdown, and its record; a RejectedFileError where it can't be an article."""
    if too_much := excess(body):
        _, what, todo = too_much
        raise RejectedFileError(message("{what} {todo}", what=what, todo=todo))
    rendered = render(body)
    title = stated_title(text) or _line(" ".join(rendered.lines))[:LONGEST_TITLE]
    if not title:
        raise RejectedFileError(message("It has neither a title nor a text."))
    described = dict(_described(text, title, _language(text.language, f"{title} {' '.join(rendered.lines)}", language)))
    slug = slug_of(unquote(text.slug) or title)
    values = dict(_values(text, described, slug, original.name))
    article = f"{format_front_matter(values)}\n{body}"
    machine_text = published_text(title, rendered)
    changes = (replace(c, rule=MOVED, layout=True) for c in word_diff(original.text, machine_text))
    place = text.place
    moved = RecordedMove(kind=kind, container=place.container, sha256=place.sha256, place=place.at)
    record = Record(
        format=formats.RECORD.newest,
        rules=RULES_VERSION,
        original=RecordedOriginal.of(original, moved),
        changes=tuple(changes),
        described=described,
        text_sha256=sha256_of(machine_text),
        body_sha256=sha256_of(body),
        article_sha256=sha256_of(article),
    )
    return Draft(slug, article, record)


def stated_title(text: MovedText) -> str:
    """Give the title that a text states, as an article can; empty where it states none."""
    return _line(text.title)


def with_leads(draft: Draft, stem: str, links: tuple[tuple[str, ...], ...]) -> Draft:
    """Give a draft whose links and pictures lead where they lead in this archive."""
    head, body = split_body(draft.article)
    made = finished(body, stem, links)
    if made == body:
        return draft
    record = draft.record.model_copy(update={"body_sha256": sha256_of(made)})
    return Draft(draft.slug, head + made, with_article_hash(record, head + made))


def with_addresses(draft: Draft, addresses: tuple[str, ...]) -> Draft:
    """Give a draft the former addresses of its copies too."""
    head, body = split_body(draft.article)
    made = with_words(head, "former_addresses", list(dict.fromkeys(addresses))) if addresses else head
    return draft if made == head else Draft(draft.slug, made + body, with_article_hash(draft.record, made + body))


def former_addresses(text: MovedText) -> tuple[str, ...]:
    """Give the former addresses that an article can state, each once."""
    return tuple(dict.fromkeys(_addresses(text)))


def _addresses(text: MovedText) -> Iterator[str]:
    for address in text.addresses:
        try:
            yield parse_former_address(address)
        except WrongValueError:  # the home page, or none at all
            continue


def _described(text: MovedText, title: str, language: str) -> Iterator[tuple[str, Described]]:
    def stated(value: str | tuple[str, ...]) -> Described:
        return Described(value=value, origin=Origin.METADATA)

    yield "title", stated(title)
    if day := day_of(text.date):
        yield "date", stated(day)
    if source := _line(text.source):
        yield "source", stated(source)
        if url := _url(text.url):
            yield "url", stated(url)
    if authors := _words(text.authors):
        yield "author", stated(authors)
    if tags := _words(text.tags):
        yield "tags", stated(tags)
    if summary := _line(text.summary):
        yield "summary", stated(summary)
    yield "lang", stated(language)


def _language(stated: str, words: str, here: str) -> str:
    """
    Give the language of a text: the stated one, unless the letters are another's; programs state one for a whole site.

    WordPress and Ghost state English until somebody chooses. Where none is stated, the letters and little words tell.
    """
    lang = stated.replace("_", "-").strip()
    lang = lang[:3].lower() + lang[3:]
    if LANGUAGE.fullmatch(lang) and not is_contradicted(words, lang):
        return lang
    return language_of(words, here)


def _values(text: MovedText, described: Mapping[str, Described], slug: str, name: str) -> Iterator[tuple[str, Value]]:
    """Yield the keys of the front matter, in their order."""
    known = {key: each.value for key, each in described.items() if each.value is not None}
    yield "title", known["title"]
    yield "slug", slug
    if "date" in known:
        yield "date", known["date"]
    if "source" in known:
        yield "source", {"name": known["source"], "url": known["url"]} if "url" in known else known["source"]
    for key, here in {"author": "authors", "tags": "tags", "summary": "summary", "lang": "lang"}.items():
        if key in known:
            yield here, known[key]
    yield "original", name
    yield "id", id_for(stem_of(name))
    if text.form is Form.MARKDOWN:
        yield "originals", "private"  # front matter and comments were not public there
    if text.is_draft:
        yield "status", "draft"
    elif embargo := day_of(text.waits):
        yield "embargo", embargo
    if former := former_addresses(text):
        yield "former_addresses", former
    extra = {**({"date": text.date} if len(text.date) > len("2019-03-01") else {}), **text.extra}
    if kept := _kept(extra):
        yield "extra", kept
    yield from {key: str(number) for key, number in formats.FRONT_MATTER.named.items()}.items()


def _kept(extra: Mapping[str, Extra]) -> dict[str, Value]:
    """Give what can be kept of keys that an article has no place for: words, lists of words, and keys within keys."""
    kept: dict[str, Value] = {}
    for key, value in extra.items():
        name = scalar(tidy(key) or "-")
        if isinstance(value, str):
            kept[name] = value
        elif isinstance(value, Mapping):
            kept[name] = _kept(value) or ""
        else:
            kept[name] = [_flat(each) for each in value]
    return kept


def _flat(value: Extra) -> str:
    """Give an item of a list on one line; what has keys of its own is written as they are."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_flat(each)}" for key, each in value.items())
    return ", ".join(map(_flat, value))


def _line(words: str) -> str:
    return tidy(stated_line(unicodedata.normalize("NFC", words)))


def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in words if (word := _line(each).strip("“”‘’"))))


def _url(address: str) -> str:
    try:
        return check_address(address)
    except WrongValueError:
        return ""
