"""
The public record of an article: all that leads from its original, as it is published, to its text, and back byte for byte.

A record in `content/` leads to the machine's text, and names its file there. This one has the editors' changes too, positions of the original that
stands beside it, and hashes by which whoever replays it knows that he did. Where the original is not published there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from pydantic import AliasChoices, Field

from warraq.archive.model import Model
from warraq.archive.record import Described
from warraq.edition.attribution import GIVEN, TIDIED
from warraq.edition.edition import Edition
from warraq.edition.word_diff import EDITOR
from warraq.pages import addresses
from warraq.pages.page import File, LargeFile, Library
from warraq.pages.provenance import original_address
from warraq.pages.rules import ADDRESS as RULES
from warraq.repair.changes import apply

SCHEMA = "data/record-schema.json"
NAME = "record.json"
FORMAT = 1
EDITORS = (EDITOR, GIVEN, TIDIED)
"""What is named in place of a rule where an editor changed the machine's text."""


class Kept(Model):
    """Bytes of the original that its encoding would not give back."""

    at: int
    """The place, in the original's text, of the one letter that stands for them."""
    bytes: str
    """Two hexadecimal digits each."""


class PublicOriginal(Model):
    """The original as it is published."""

    file: str
    """Its address, relative to the record's."""
    sha256: str
    """Of its bytes."""
    bytes: int
    encoding: str
    """A codec of Python, such as utf-8, utf-16-le or cp1256. What it can't decode is U+FFFD."""
    bom: bool = False
    """A byte order mark stands before the text; positions don't count it."""
    kept_bytes: tuple[Kept, ...] = ()


class PublicChange(Model):
    """`before` at [start, end) became `after`."""

    start: int
    """In code points of the original's text."""
    end: int
    before: str
    after: str
    rule: str | None = None
    """The rule that made it, as the file of the rules names it; none where an editor made it."""
    also: tuple[str, ...] = ()
    """Further rules that met at this place."""
    layout: bool = False
    """It is about lines and blocks alone; readers are shown no mark."""


class PublicDoubt(Model):
    """A passage that a rule doubted, and left as it is."""

    rule: str
    start: int
    """In code points of the original's text."""
    end: int


class PublicRecord(Model):
    """How an archive made the text of an article from its original."""

    schema_: str = Field(validation_alias=AliasChoices("$schema", "schema_"), serialization_alias="$schema")
    format: int = FORMAT
    article: str
    """The address of its page, relative to the record's."""
    rules: str
    """The version of the rules."""
    described_by: str
    """The address of the rules, each under its name with its reason (SKOS)."""
    original: PublicOriginal
    text_sha256: str
    """Of the published text in UTF-8: the title, then the text as readers see it, a block a line."""
    changes: tuple[PublicChange, ...] = ()
    """Disjoint and in order. Made in the original's text, they give the published one; undone, they give it back."""
    doubts: tuple[PublicDoubt, ...] = ()
    described: dict[str, Described] = Field(default_factory=dict)
    """What the machine described, by the key of the front matter, with the words that speak for it; editors may have written something else since."""


def record_file(edition: Edition, library: Library) -> Iterator[File]:
    """Yield the record of an article whose original is published."""
    original, record = edition.original, edition.record
    if original is None or record is None or apply(original.text, edition.changes) != edition.text:
        return
    data = original.bytes_read
    made = PublicRecord(
        schema_=library.url(SCHEMA) or f"../../{SCHEMA}",
        article="./",
        rules=record.rules,
        described_by=f"../../{RULES}",
        original=PublicOriginal(
            file=original_address(edition).rsplit("/", 1)[1],
            sha256=sha256(data).hexdigest(),
            bytes=len(data),
            encoding=original.encoding,
            bom=original.bom,
            kept_bytes=tuple(Kept(at=each.at, bytes=each.bytes) for each in original.kept_bytes),
        ),
        text_sha256=sha256(edition.text.encode("utf-8", "surrogatepass")).hexdigest(),
        changes=tuple(
            PublicChange(
                start=change.start,
                end=change.end,
                before=change.before,
                after=change.after,
                rule=None if change.rule in EDITORS else change.rule,
                also=tuple(rule for rule in change.also if rule not in EDITORS),
                layout=change.layout,
            )
            for change in edition.changes
        ),
        doubts=tuple(PublicDoubt(rule=each.rule, start=each.start, end=each.end) for each in record.doubts),
        described=record.described,
    )
    written = made.model_dump_json(by_alias=True, exclude_defaults=True)
    yield File(addresses.article(edition.article.slug) + NAME, f"{written}\n".encode())


def record_schema() -> Iterator[File]:
    """Yield the JSON Schema of records, which says what each key means."""
    yield LargeFile(SCHEMA, str(FORMAT), schema_bytes)


def schema_bytes() -> bytes:
    """Write the schema."""
    from warraq.archive.field_docstrings import document_fields

    for model in (Kept, PublicOriginal, PublicChange, PublicDoubt, PublicRecord):
        document_fields(model)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **PublicRecord.model_json_schema(mode="validation"),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
