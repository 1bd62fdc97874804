"""What is known of a text by which it is compared with others: its bytes, its words, its address, and how much it states."""

from __future__ import annotations

from hashlib import sha256

from warraq.archive.original import Original
from warraq.archive.record import Origin, Record
from warraq.desk.archive_files import machine_text
from warraq.desk.fingerprint import fingerprint

from .inspection import Inspection


def as_compared(name: str, original: Original, record: Record) -> Inspection:
    """Give what is compared of an original that was repaired: an import knows more of a file, a build has no more of it."""
    described = record.described
    return Inspection(
        name,
        "",
        sha256=sha256(original.data).hexdigest(),
        url=stated(record, "url"),
        stated_fields=sum(d.value is not None and d.origin is not Origin.INFERRED for d in described.values()),
        dated="date" in described and described["date"].value is not None,
        date=stated(record, "date"),
        fingerprint=fingerprint(machine_text(original, record).partition("\n")[2]),
    )


def stated(record: Record, key: str) -> str:
    """Give a described value as one text; empty where nothing is known."""
    described = record.described.get(key)
    return str(described.value) if described and described.value else ""
