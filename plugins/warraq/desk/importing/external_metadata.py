"""
What is known of a text from outside it: the table, and the file's name.

A field comes from the table, else from the page's own metadata or its text, else from the file's name, else from what the text
lets one infer; the record says which (`Origin`). `warraq.repair.describe` reads metadata and text; here the table and the name are put over them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from warraq.archive.original import stem_of
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Origin
from warraq.archive.stated_line import stated_line
from warraq.desk.draft import Draft, with_value

from .table import Row

DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?!\d)")
"""Year, separator, month, day; `20231108` and `2023-11-08`."""
LETTERS = re.compile(r"[^\W\d_]{2,}")
ENOUGH_WORDS = 4
"""A name of fewer words is more often a label (`new text document`) than a headline."""


def metadata_from_name(name: str, described: Mapping[str, Described]) -> dict[str, str]:
    """Read the date and the title from a file's name, as far as the page's metadata don't state them better."""
    stem = stated_line(stem_of(unicodedata.normalize("NFC", name.rpartition("/")[2])))
    fields: dict[str, str] = {}
    date = described.get("date")
    if (date is None or date.value is None or date.origin is Origin.INFERRED) and (day := _only_day(stem)):
        fields["date"] = day
    title = described.get("title")
    words = LETTERS.findall(stem)
    if (title is None or title.origin is Origin.INFERRED) and len(words) >= ENOUGH_WORDS and not stem.isascii():
        fields["title"] = " ".join(DAY.sub(" ", stem).replace("_", " ").replace("-", " ").split())
    return fields


def _only_day(stem: str) -> str | None:
    days = set()
    for year, _, month, day in DAY.findall(stem):
        try:
            days.add(str(PartialDate.parse(f"{year}-{month}-{day}")))
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else None


def with_external_metadata(draft: Draft, name: str, row: Row) -> Draft:
    """Put the fields that the table and the file's name give over those that were described."""
    for key, value in metadata_from_name(name, draft.record.described).items():
        draft = with_value(draft, key, value, Origin.FILE_NAME)
    for key, given in row.items():
        if key != "file":
            draft = with_value(draft, key, given, Origin.TABLE)
    return draft
