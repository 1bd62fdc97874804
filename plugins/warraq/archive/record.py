"""
The record of an original: every change with its place and rule, every doubt, and every described value with its evidence.

A record is the machine's; `content/records/NAME.json` is its file. With the original it gives the machine's text, without
it nothing: the record stores no text except the text that changes took out or put in.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from typing import Self

from pydantic import Field, StrictInt, ValidationError
from pydantic_core import from_json

from . import formats
from .change import Change, Doubt
from .model import Model
from .original import KeptBytes, Original, OriginalKind, Part, Wrapping


class Origin(StrEnum):
    """The origin of a described value."""

    TEXT = "text"
    """Stated by the text itself (a source line, a dateline, a stamp)."""
    METADATA = "metadata"
    """Stated by the page's own metadata."""
    TABLE = "table"
    """Stated by the table that came with an import."""
    FILE_NAME = "file-name"
    INFERRED = "inferred"
    """Not stated anywhere; the evidence says why."""


class Evidence(Model):
    """A place of the original that supports a value."""

    start: int
    end: int
    quote: str
    """O[start:end], so that a reader of the record alone understands it."""
    says: str
    """Its interpretation: `weekday`, `day-and-month`, `today`, `yesterday`, `year`, `future-year` …; a stable name, translated for readers."""


class Described(Model):
    """One value of the front matter as the machine gave it."""

    value: str | tuple[str, ...] | None
    """None: evidence was found and allows no value (two years fit)."""
    origin: Origin
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[str, ...] = ()
    """Other values that the evidence speaks for, the likeliest first; where there is one, the value is doubtful."""


class RecordedPart(Model):
    """The page within a file that wraps it: what was read. The file alone gives it again."""

    wrapping: Wrapping
    name: str = ""
    """Its address or its path in the file."""
    sha256: str
    """Of its bytes, unpacked."""
    bytes: int

    @classmethod
    def of(cls, part: Part) -> Self:
        """Say of a page what the record of the file that wraps it keeps."""
        return cls(wrapping=part.wrapping, name=part.name, sha256=sha256(part.data).hexdigest(), bytes=len(part.data))


class RecordedMove(Model):
    """Where the text stood on the site of another program from which it moved in; no rule repaired it."""

    kind: str
    """Of the site (`warraq.desk.importing.moving.kinds`)."""
    container: str
    """The export's file, or the text's own below the site's folder."""
    sha256: str
    """Of that file."""
    place: str = ""
    """In a file of many texts: which of them."""


class RecordedOriginal(Model):
    """The file that the record belongs to."""

    name: str
    sha256: str
    bytes: int
    encoding: str
    bom: bool = False
    kind: OriginalKind
    kept_bytes: tuple[KeptBytes, ...] = ()
    """What the text in its encoding would not give back, in positions of O."""
    part: RecordedPart | None = None
    """Of a file that wraps the page: the page. `encoding`, `bom`, `kind` and `kept_bytes` are the page's then."""
    moved: RecordedMove | None = None
    """Of a text that moved in with its site."""

    @classmethod
    def of(cls, original: Original, moved: RecordedMove | None = None) -> Self:
        """Say of a file what its record keeps."""
        return cls(
            name=original.name,
            sha256=sha256(original.data).hexdigest(),
            bytes=len(original.data),
            encoding=original.encoding,
            bom=original.bom,
            kind=original.kind,
            kept_bytes=original.kept_bytes,
            part=RecordedPart.of(original.part) if original.part else None,
            moved=moved,
        )


class Record(Model):
    """The whole record of one original."""

    format: StrictInt = 1
    """Of its file (`formats.py`)."""
    rules: str
    """The version of the rules that made it (`warraq.repair.RULES_VERSION`)."""
    original: RecordedOriginal
    changes: tuple[Change, ...] = ()
    """O → D: disjoint, in order, in positions of O."""
    doubts: tuple[Doubt, ...] = ()
    """In positions of O."""
    described: dict[str, Described] = Field(default_factory=dict)
    """By key of the front matter: title, date, source, via, url, author, lang, summary, tags."""
    text_sha256: str
    """Of D in UTF-8."""
    body_sha256: str
    """Of the article's Markdown below its front matter, as the machine wrote it, in UTF-8."""
    article_sha256: str
    """Of the whole article as the machine wrote it: another hash there means that an editor changed it."""

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a record's file of any format; a ValidationError or a WrongValueError says what is wrong with it."""
        try:
            record = cls.model_validate_json(data)
        except ValidationError as error:
            if any(details["type"] == "json_invalid" for details in error.errors()):
                raise
        else:
            if record.format == formats.RECORD.newest:
                return record
        keys = from_json(data)
        if not isinstance(keys, dict):
            return cls.model_validate(keys)
        return cls.model_validate({**formats.RECORD.upgrade(keys), **formats.RECORD.named})

    def to_bytes(self) -> bytes:
        """Give the bytes of its file: the same bytes for the same record."""
        return (self.model_dump_json(indent=1, exclude_defaults=True) + "\n").encode()
