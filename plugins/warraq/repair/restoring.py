"""
From what was written back to O.

An answer of the plain command carries its article and, beside it, what was done. The body is read back into blocks, and the
changes are undone. A body that is not the machine's own is refused: nobody can say what of it was the original's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from warraq.archive.change import Change

from .changes import undo
from .writers.markdown import unwrite


class RestoringError(Exception):
    """What was given can't be turned back into an original; the message says why."""


def sha256(text: str) -> str:
    """Give the hash that a record has of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def body_of(article: str) -> str:
    """Give the text below the front matter."""
    if article.startswith("---\n"):
        _, closed, body = article[4:].partition("\n---\n")
        if closed:
            return body.removeprefix("\n")
    return article


def restore(article: str, record: Mapping[str, Any]) -> str:
    """Give back O; a RestoringError where the body is not the one that the record speaks of."""
    body = body_of(article)
    try:
        if sha256(body) != record["body_sha256"]:
            raise RestoringError("The body is not the one that was written: its hash differs from the record's.")
        changes = [Change.from_json(c) for c in record.get("changes", ())]
        title = record["title"]
    except (KeyError, TypeError) as error:
        raise RestoringError(f"The record lacks {error}.") from error
    text = "\n".join([title, *(b.text for b in unwrite(body))]) if title or body else ""
    try:
        return undo(text, changes)
    except ValueError as error:
        raise RestoringError(f"The record does not fit the body: {error}.") from error
