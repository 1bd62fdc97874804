"""
A record is replayed: with its original it gives the machine's text, and that text gives the original back.

The whole promise of the archive stands on it, so every build asks, and so does whoever checks a published archive from the outside.
"""

from __future__ import annotations

from hashlib import sha256

from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.repair.changes import apply, undo


def replays(record: Record, original: Original) -> bool:
    """Whether O with all changes is the text that was hashed, and that text without them is O."""
    made = record.changes
    try:
        text = apply(original.text, made)
        return sha256(text.encode()).hexdigest() == record.text_sha256 and undo(text, made) == original.text
    except (ValueError, UnicodeEncodeError):
        return False
