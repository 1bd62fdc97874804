"""
The front matter of an article, as pydantic models: what is allowed, checked and documented in one place.

The JSON Schema that editors' programs complete and check with (`content/schema.json`) is generated from these models.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticKnownError

from warraq.language import message

from .composed import CONTROLS
from .kinds import KINDS
from .partial_date import EDTF, PartialDate
from .record import Model
from .rights import written_rights
from .slug import LONGEST, is_slug
from .written_date import WrongValueError, written_date

SEPARATORS = re.compile("[،؛,;]")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def _line(value: str) -> str:
    """One line of text, without marks that reorder it."""
    tidy = " ".join(CONTROLS.sub("", value).split())
    if not tidy:
        raise WrongValueError(message("Nothing stands here."), message("Write it, or take the key out."))
    return tidy


def _slug(value: str) -> str:
    if not is_slug(value):
        raise WrongValueError(
            message("“{value}” can't be part of an address.", value=value),
            message("Use letters, digits and hyphens, at most {longest}.", longest=LONGEST),
        )
    return value


def _original(value: str) -> str:
    """A name below content/originals/: the tools open and write files by it, and must not be led elsewhere."""
    if value.startswith("/") or "\\" in value or not {"", ".", ".."}.isdisjoint(value.split("/")):
        raise WrongValueError(
            message("“{value}” can't be the name of a file in content/originals/.", value=value),
            message("Write its name as it stands there."),
        )
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise WrongValueError(
            message("“{value}” is not the code of a language.", value=value),
            message("Write ar, fa, ur, he, en …"),
        )
    return value


def _address(value: str) -> str:
    if not ADDRESS.fullmatch(value):
        raise WrongValueError(
            message("“{value}” is not a web address.", value=value),
            message("Write it whole, beginning with https://"),
        )
    return value


def several(value: object) -> object:
    """Take one word as a list of one."""
    return [value] if isinstance(value, str) else value


def _words(value: object) -> object:
    """Cut at commas of any kind: `أ، ب`, `[أ، ب]` and `[أ, ب]` are the same two words."""
    whole = [value] if isinstance(value, str) else value
    if not isinstance(whole, list) or not all(isinstance(item, str) for item in whole):
        return value
    cut = (CONTROLS.sub("", word).strip() for item in whole for word in SEPARATORS.split(item))
    words = list(dict.fromkeys(word for word in cut if word))
    for word in words:
        if word[0] in "“”‘’" or word[-1] in "“”‘’":
            raise WrongValueError(
                message("“{value}” stands in curly quotes.", value=word.strip("“”‘’")),
                message("Take the quotes out."),
            )
    return words


def _source(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _date_or_unknown(value: object) -> object:
    return None if isinstance(value, str) and value.strip() in ("unknown", "غير معروف") else value


def _note_kind(value: str) -> str:
    if value not in KINDS:
        raise PydanticKnownError("enum", {"expected": ", ".join(KINDS)})
    return value


Line = Annotated[str, AfterValidator(_line)]
NoteKind = Annotated[str, AfterValidator(_note_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
Rights = Annotated[Line, AfterValidator(written_rights)]
Day = Annotated[
    PartialDate,
    BeforeValidator(written_date),
    WithJsonSchema({"type": "string", "pattern": f"^{EDTF.pattern}$", "examples": ["2023-11-08", "2023-11", "2023"]}),
]
Slug = Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST})]
Language = Annotated[str, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": LANGUAGE.pattern})]
Address = Annotated[str, AfterValidator(_address), WithJsonSchema({"type": "string", "format": "iri"})]


def _listed(item: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


Lines = Annotated[tuple[Line, ...], BeforeValidator(several), _listed({"type": "string"})]
Words = Annotated[tuple[Line, ...], BeforeValidator(_words), _listed({"type": "string"})]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(several), _listed({"type": "string"})]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(several), _listed({"type": "string", "format": "iri"})]


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
    kind: NoteKind = "note"
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
    annotations: tuple[AnnotationKeys, ...] = ()
    settled: tuple[SettledKeys, ...] = ()
    corrections: tuple[CorrectionKeys, ...] = ()
    authors: Words = ()
    aliases: Slugs = ()
    """Former slugs; each leads here."""
    status: Literal["published", "draft"] = "published"
    """draft: not published."""
    draft: Literal["true", "false"] | None = Field(default=None, exclude=True)
    """true: the same as `status: draft`."""
    embargo: Day | None = None
    """Not published before this day."""
    translation_of: Slug | None = None
    """The slug of the article that this one translates."""
    reviewed: Annotated[ReviewedKeys, BeforeValidator(lambda v: {"by": v} if isinstance(v, str) else v)] | None = None
    withdrawn: WithdrawnKeys | None = None
