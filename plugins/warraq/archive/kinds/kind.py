"""What there is to say about a kind of note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from warraq.language import Message

from ..article import Annotation

Complaint = tuple[str, Message, Message]
"""The field of the annotation, what is wrong with it, what to do."""


def no_complaints(_annotation: Annotation) -> Iterator[Complaint]:
    """Accept every note."""
    return iter(())


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A kind of note on a passage."""

    name: str
    """As in `kind:`; the HTML class of its mark."""
    label: str
    """What readers call it: an English message id with `{number}`."""
    motivation: str
    """Why the note was made, in the words of the W3C Web Annotation vocabulary."""
    check: Callable[[Annotation], Iterator[Complaint]] = no_complaints
    """What an author may have left out."""
    verdict: Callable[[Annotation], Message | None] = lambda _annotation: None
    """What it found, for readers."""
