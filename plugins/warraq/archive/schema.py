"""
The front matter of an article, as pydantic models: what is allowed, checked and documented in one place.

The JSON Schema that editors' programs complete and check with (`content/schema.json`) is generated from these models.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from warraq.language import message

from . import formats
from .former_addresses import FormerAddresses
from .identifiers import Ark, Doi, PermanentId
from .model import Model
from .problem import WrongValueError
from .values import Address, Addresses, Day, Language, Line, Lines, NoteKindName, Rights, Slug, Slugs, Words, as_list

SHORTEST_WITHHELD = 3
"""Letters and digits of words that are withheld, at least: fewer stand in too many other words."""


def _source(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _date_or_unknown(value: object) -> object:
    return None if isinstance(value, str) and value.strip() in ("unknown", "غير معروف") else value


def _original(value: str) -> str:
    """Check a name below content/originals/: the tools open and write files by it, and must not be led elsewhere."""
    if "\\" in value or not {"", ".", ".."}.isdisjoint(value.split("/")):
        raise WrongValueError(
            message("“{value}” can't be the name of a file in content/originals/.", value=value),
            message("Write its name as it stands there."),
        )
    return value


class SourceKeys(Model):
    """Where the text comes from."""

    name: Line
    """The agency or paper."""
    url: Address | None = None
    """The page's own address at the source."""
    via: Lines = ()
    """Further agencies that it names or went through."""
    archived_url: Address | None = None
    """A copy of that page in a web archive."""
    retrieved: Day | None = None
    """When the text was taken from there."""
    rights: Rights | None = None
    """What may be published of it: `full`, `excerpt N` (words) or `metadata`; كامل، مقتطف N، بيانات."""


class AnnotationKeys(Model):
    """A note on a passage; the text itself stays clean."""

    quote: Line
    """The words it is about, exactly as they stand in the text."""
    note: str
    """What to say about them; Markdown within a line."""
    kind: NoteKindName = "note"
    """note, context, fact-check or translation."""
    prefix: str = ""
    """The words before the quote, where it stands more than once."""
    suffix: str = ""
    """The words after it."""
    author: Line | None = None
    date: Day | None = None
    links: Addresses = ()
    """Where what the note states can be checked."""
    verdict: Line | None = None
    """Of a fact-check: what it found, in a word or two."""
    lang: Language | None = None
    """Of a translation: into which language."""


class SettledKeys(Model):
    """What an editor decided about a doubt."""

    rule: Line
    """The rule that doubted, such as doubled-word."""
    quote: Line
    """The words doubted."""
    decision: Literal["keep"] = "keep"
    """keep: the text stands as it is."""
    with_others: int = 0
    """How many others like it were decided by the same key; their sentences were shown, none was looked at alone."""


class CorrectionKeys(Model):
    """What an editor publishes about a mistake (تصويب)."""

    date: Day
    note: Line


class ReviewedKeys(Model):
    """Who has read the article against its original."""

    by: Line
    date: Day | None = None


class WithdrawnKeys(Model):
    """A notice stands at the address; the text is published no more."""

    date: Day
    reason: Line


def _words_to_withhold(value: str) -> str:
    if sum(c.isalnum() for c in value) < SHORTEST_WITHHELD:
        raise WrongValueError(
            message("“{value}” is too short to be found for certain.", value=value), message("Write the whole name.")
        )
    return value


class WithheldKeys(Model):
    """Words that a person asked not to be published; the published text has «[name withheld]» in their place, everywhere."""

    quote: Annotated[Line, AfterValidator(_words_to_withhold)]
    """The name or the words, as they stand in the text."""
    reason: Line | None = None
    """What readers are told about it; it is published."""


Withheld = Annotated[WithheldKeys, BeforeValidator(lambda value: {"quote": value} if isinstance(value, str) else value)]


class ArticleKeys(Model):
    """The front matter of an article."""

    title: Line
    """The headline."""
    slug: Slug | None = None
    """The last part of the address, written once so that a new title moves no page; without one, the file's name."""
    date: Annotated[Day | None, BeforeValidator(_date_or_unknown)] = None
    """2023-11-08, or 2023-11, or 2023; `unknown` where nobody knows it."""
    source: Annotated[SourceKeys, BeforeValidator(_source)] | None = None
    """The agency or paper it comes from: its name, or name, url, via …"""
    tags: Words = ()
    """Ids of concepts, or free words."""
    summary: Line | None = None
    lang: Language = "ar"
    """The language of the text."""
    original: Annotated[Line, AfterValidator(_original)] | None = None
    """The name of its damaged file in content/originals/."""
    id: PermanentId | None = None
    """By which it is cited: /a/ID/ leads to it, whatever its title and its slug become. Written once."""
    doi: Doi | None = None
    """A DOI that the article was given: 10.1234/abcd."""
    ark: Ark | None = None
    """An ARK that it was given: ark:12345/abcd."""
    originals: Literal["public", "private"] | None = None
    """private: the damaged file is kept, and not published; public: it is, whatever site.yaml says."""
    annotations: tuple[AnnotationKeys, ...] = ()
    settled: tuple[SettledKeys, ...] = ()
    corrections: tuple[CorrectionKeys, ...] = ()
    authors: Words = ()
    aliases: Slugs = ()
    """Former slugs; each leads here."""
    former_addresses: FormerAddresses = ()
    """Addresses that it had on another site, from the host on: /2019/03/name/, /?p=123; each leads here."""
    status: Literal["published", "draft"] = "published"
    """draft: not published."""
    draft: Literal["true", "false"] | None = Field(default=None, exclude=True)
    """true: the same as `status: draft`."""
    embargo: Day | None = None
    """Not published before this day."""
    translation_of: Slug | None = None
    """The slug of the article that this one translates."""
    version_of: Slug | None = None
    """The slug of the article of which this is another version: another text at the same address of its source."""
    perhaps_version_of: Slug | None = None
    """The slug of an article at the same address of its source, of which this may be another version: the review asks."""
    added: Day | None = None
    """When the archive took this version in."""
    reviewed: Annotated[ReviewedKeys, BeforeValidator(lambda v: {"by": v} if isinstance(v, str) else v)] | None = None
    withdrawn: WithdrawnKeys | None = None
    withheld: Annotated[tuple[Withheld, ...], BeforeValidator(as_list)] = ()
    """Words that are not published, at the request of a person; this list is not published either."""
    extra: dict[str, Any] = Field(default_factory=dict, exclude=True)
    """What another site's program kept of it and has no key here; it is kept in the file alone, and nothing reads it."""


def json_schema_bytes() -> bytes:
    """Give the bytes of `content/schema.json`, the JSON Schema of the front matter: the same bytes for the same models."""
    from .field_docstrings import document_fields

    for model in Model.__subclasses__():
        if model.__module__ == __name__:
            document_fields(model)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ArticleKeys.model_json_schema(mode="validation"),
    }
    schema["properties"] |= {key: {"const": number} for key, number in formats.FRONT_MATTER.named.items()}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
