"""An article's file cut in two, and the hash by which a record knows a text."""

from __future__ import annotations

from hashlib import sha256

from warraq.archive.front_matter import Parts, parts
from warraq.desk.front_matter import NotEditableError


def cut(text: str) -> tuple[str, str]:
    """What stands above the body, with the empty line below the front matter, and the body to the end of the file."""
    found = parts("", text)
    if not isinstance(found, Parts):
        raise NotEditableError(str(found.what))
    at = sum(len(line) + 1 for line in text.split("\n")[: found.body_line - 1])
    at += len(text[at:]) - len(text[at:].lstrip("\n"))
    return text[:at], text[at:]


def hashed(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()
