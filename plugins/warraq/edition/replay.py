"""
A record is replayed: with its original it gives the machine's text, and that text gives the original back.

The promise of the archive depends on it, so every build asks, and so does `verify`, which checks a published archive from outside.
"""

from __future__ import annotations

from hashlib import sha256

from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.repair.changes import apply, undo


def replays(record: Record, original: Original) -> bool:
    """Whether O with all changes is the text that was hashed, and that text without them is O."""
    try:
        text = apply(original.text, record.changes)
        return sha256(text.encode()).hexdigest() == record.text_sha256 and undo(text, record.changes) == original.text
    except (ValueError, UnicodeEncodeError):
        return False
