"""D, the machine's text, from an original and its record: what the archive knows a text by, whatever editors did to the article."""

from __future__ import annotations

from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.repair.changes import apply


def machine_text(original: Original, record: Record) -> str:
    """D; a ValueError where the record is not that original's."""
    return apply(original.text, record.changes)
