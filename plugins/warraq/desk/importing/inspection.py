"""What is known of a file once it was inspected; one line of the journal."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter

from warraq.archive.problem import Problem, with_remedy
from warraq.desk.fingerprint import Fingerprint
from warraq.language import Message
from warraq.language.stored_message import stored

JOURNAL_KEYS = {
    "rejection": "refused",
    "in_table": "tabled",
    "stated_fields": "stated",
    "pictures_rejected": "pictures_refused",
}
"""Fields that a journal has under another name; an interrupted import may have been begun by an older version."""

ENDING = re.compile("[a-z0-9]{1,5}")
"""Of a picture: it becomes part of a file's name."""


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message for people in a form that JSON can hold."""

    msgid: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, message: Message) -> StoredMessage:
        """Store a message; a message among its values is stored in the same form."""
        return cls(**stored(message))

    @classmethod
    def of_problem(cls, problem: Problem) -> StoredMessage:
        """Store what is wrong with a file and what to do; the file is named beside it."""
        return cls.of(with_remedy(problem))

    def message(self) -> Message:
        """Give the message back."""
        values = {k: StoredMessage(**v).message() if isinstance(v, dict) else v for k, v in self.values.items()}
        return Message(self.msgid, values)

    def try_it(self) -> None:
        """Make the sentence; a ValueError where it can't be made."""
        try:
            str(self.message())
        except (ArithmeticError, AttributeError, LookupError, TypeError, RecursionError) as error:
            raise ValueError(self.msgid) from error


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found out about one file."""

    name: str
    """Its path below the source that is imported."""
    stamp: str
    rejection: StoredMessage | None = None
    """Why it can't be imported; nothing below is known then."""
    sha256: str = ""
    url: str = ""
    """The address that the page itself or the table states."""
    title: str = ""
    slug: str = ""
    shared_title: str = ""
    """The source, where it is what many pages of the import share in their `<title>`."""
    source: str = ""
    source_by: str = ""
    """How it is known: what its evidence says where other pages told it, else its origin; empty without a source."""
    in_table: bool = False
    """The table has a row for it."""
    stated_fields: int = 0
    """Number of fields that the table, the page's metadata, its text or its name state."""
    dated: bool = False
    date: str = ""
    """Of the text, as far as it is known: `2023-12`."""
    other_values: tuple[tuple[str, str], ...] = ()
    """Of a doubtful title, date or author: its key, and what else the original says."""
    doubts: int = 0
    fingerprint: Fingerprint = field(default_factory=lambda: Fingerprint(""))
    pictures: tuple[tuple[str, str, str], ...] = ()
    """Of each picture of the article: its path below the source, its ending here, and its alternative text."""
    picture_places: tuple[tuple[int, str], ...] = ()
    """Of each of these: how many lines of the text it stands behind, and its caption."""
    pictures_missing: tuple[tuple[int, str, str], ...] = ()
    """Of each picture of the article whose file is not there: its line, its address in the page, and its caption or alternative text."""
    pictures_left: int = 0
    """Number of pictures in the page's folder that are outside the article."""
    pictures_rejected: tuple[tuple[str, StoredMessage], ...] = ()
    moved: bool = False
    """It is a text of another program's site (`moving/`)."""
    names: tuple[str, ...] = ()
    """Of such a text: by which others of the site link to it."""
    links: tuple[tuple[str, ...], ...] = ()
    """Of each of its links within the site: the names of what it leads to, and last its former address."""
    hidden: bool = False
    """Of such a text: it is a draft, or waits for its day."""
    addresses: tuple[str, ...] = ()
    """Of such a text: its former addresses."""
    left_as_text: tuple[str, ...] = ()
    """What only the former program could fill in, and stands in it as it was written."""

    def to_line(self) -> str:
        """Write it as one line of the journal."""
        data = {JOURNAL_KEYS.get(key, key): value for key, value in asdict(self).items()}
        data["fingerprint"] = self.fingerprint.to_json()
        return json.dumps(data, separators=(",", ":"))  # in ASCII: a name may be no UTF-8

    @classmethod
    def from_line(cls, line: str) -> Inspection:
        """Read a line of the journal; a ValueError where it was cut off, or holds anything that `to_line()` does not write."""
        data = ROW.validate_python(json.loads(line))
        named = {name: key for name, key in JOURNAL_KEYS.items() if key in data}
        fields = {name: data.pop(key) for name, key in named.items()} | data
        fields["fingerprint"] = Fingerprint.from_json(ROW.validate_python(fields.get("fingerprint")))
        inspection = INSPECTION.validate_python(fields)
        for told in (inspection.rejection, *(why for _, why in inspection.pictures_rejected)):
            if told:
                told.try_it()
        if not all(ENDING.fullmatch(ending) for _, ending, _ in inspection.pictures):
            raise ValueError(inspection.name)
        return inspection


def sharing(inspection: Inspection) -> Inspection:
    """Give an inspection that shares with all others of this process what its words are compared by."""
    return replace(inspection, fingerprint=inspection.fingerprint.sharing(_WORDS))


_WORDS: dict[int, int] = {}
ROW = TypeAdapter(dict[str, Any])
INSPECTION = TypeAdapter(Inspection)
