"""
What was found when the passage was checked.

It bears a verdict, one of a few so that readers can compare them and machines can count them, and names its sources:
a check that nobody can repeat is an opinion, and `note` is the kind for that.
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.language import Message, listed, message

from ..article import Annotation
from .kind import Complaint, NoteKind

VERDICTS = {
    "confirmed": message("Confirmed"),
    "partly confirmed": message("Partly confirmed"),
    "not confirmed": message("Not confirmed: no source says so, none denies it"),
    "disputed": message("Disputed: sources contradict one another"),
    "wrong": message("Wrong"),
}

IN_ARABIC = {
    "صحيح": "confirmed",
    "صحيح جزئيا": "partly confirmed",
    "غير مؤكد": "not confirmed",
    "مختلف فيه": "disputed",
    "خطأ": "wrong",
}
"""What Arabic editors may write as well."""
ONE_OF = message("Write one of: {all}.", all=listed([*VERDICTS, *IN_ARABIC]))


def named(verdict: str | None) -> str:
    """Give the name of a verdict as it is written in either language."""
    plain = (verdict or "").strip().lower().translate({ord("\N{ARABIC FATHATAN}"): None})
    return IN_ARABIC.get(plain, plain)


def check(annotation: Annotation) -> Iterator[Complaint]:
    """Ask for the verdict and the sources."""
    if annotation.verdict is None:
        yield "verdict", message("A fact-check needs a verdict."), ONE_OF
    elif named(annotation.verdict) not in VERDICTS:
        what = message("“{value}” is not a verdict.", value=annotation.verdict)
        yield "verdict", what, ONE_OF
    if not annotation.links:
        yield (
            "links",
            message("A fact-check names no source."),
            message("Add links: with the addresses where it can be checked, or make it a note."),
        )


def verdict(annotation: Annotation) -> Message | None:
    """Say the verdict to readers."""
    return VERDICTS.get(named(annotation.verdict))


KIND = NoteKind("fact-check", "Fact-check {number}", "assessing", check, verdict)
