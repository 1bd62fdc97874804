"""A passage in another language: the note is the translation, `lang` says into which."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.language import message

from ..article import Annotation
from .kind import Complaint, NoteKind


def check(annotation: Annotation) -> Iterator[Complaint]:
    """Ask for the language."""
    if annotation.lang is None:
        what = message("A translation doesn't say into which language.")
        yield "lang", what, message("Add lang:, such as en or fa.")


KIND = NoteKind("translation", "Translation {number}", "commenting", check)
