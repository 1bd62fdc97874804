"""Names of files that not every system can hold, or that an article can't state."""

from __future__ import annotations

import unicodedata

from warraq.language import Message, message

from .yaml_values import CONTROLS

LONGEST_NAME = 255
"""Bytes of a file's name, on almost every system."""


def wrong_name(name: str) -> tuple[Message, Message] | None:
    """Say what is wrong with a name that not every system can hold or print, and what to do."""
    if name.isascii() and name.isprintable() and "\\" not in name:
        return None
    rename = message("Rename it.")
    if any("\ud800" <= c <= "\udfff" for c in name):
        return message("The name is not UTF-8."), rename
    if any(unicodedata.category(c) == "Cc" for c in name):
        return message("The name has a line end or another control character in it."), rename
    if "\\" in name:
        return message("The name has a backslash in it, which parts folders on Windows."), rename
    return None


def unstated_name(name: str) -> tuple[Message, Message] | None:
    """Say why an article can't state a name as that of its original, and what to do."""
    if " ".join(CONTROLS.sub("", name).split()) != name:
        what = message("The name has spaces or invisible marks that an article can't state.")
        return what, message("Rename it, with single spaces between its words only.")
    stem = name.rpartition(".")[0] or name
    if len(f"{stem}.json".encode()) > LONGEST_NAME:
        return message("The name is too long for its record's."), message("Rename it.")
    return None
