"""Outcomes of imports, and what their reports count."""

from __future__ import annotations

import re
from pathlib import Path

from warraq.archive.problem import Level, Problem
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection, StoredMessage
from warraq.desk.importing.other_titles import with_kept_titles
from warraq.desk.importing.outcome import Outcome, outcomes
from warraq.desk.importing.same_texts import Match
from warraq.language import message

WHY = StoredMessage.of(message("It is locked with a password."))
PICTURES = (("p_files/1.jpg", "jpg", ""), ("p_files/2.png", "png", ""))
MISSING = ((2, "https://paper.test/<1>.jpg", "السد"),)
OUTCOMES = (
    Outcome(
        ImportDecision("a.html", ImportStatus.IMPORTED, "a.html", "أ", similar_to="b.txt", similarity=0.756),
        Inspection(
            "a.html", "", title="=أ", dated=True, doubts=2, pictures=PICTURES, pictures_left=3, pictures_missing=MISSING
        ),
    ),
    Outcome(
        ImportDecision("b.txt", ImportStatus.IMPORTED, "b.txt", "ب"),
        Inspection(
            "b.txt", "", title="ب", other_values=(("title", "<ت> | ث"),), doubts=1, pictures_rejected=(("x.jpg", WHY),)
        ),
    ),
    Outcome(ImportDecision("c.txt", ImportStatus.IMPORTED, "c.txt", "ج"), Inspection("c.txt", "", dated=True)),
    Outcome(
        ImportDecision("d.txt", ImportStatus.DUPLICATE, same_as="a.html", match=Match.URL, similar_to="b.txt"),
        Inspection("d.txt", "", doubts=9, pictures=PICTURES, pictures_left=9),
    ),
    Outcome(
        ImportDecision("e.txt", ImportStatus.HELD, same_as="content/articles/e.md", match=Match.TEXT),
        Inspection("e.txt", "", doubts=9),
    ),
    Outcome(ImportDecision("f.zip", ImportStatus.SET_ASIDE), Inspection("f.zip", "", WHY)),
)


def row(line: int) -> Problem:
    return Problem("t.csv", line, 0, "", message("What."), message("Do."), Level.WARNING)


def of_titles(*titles: str, status: ImportStatus = ImportStatus.IMPORTED) -> tuple[Outcome, ...]:
    """Give a text that came in, and its copies with these titles."""
    first, *copies = [Inspection(f"{n}.txt", "", title=title) for n, title in enumerate(titles)]
    decisions = [ImportDecision(first.name, status, "0.txt" * (status is ImportStatus.IMPORTED), "a")]
    decisions += [ImportDecision(c.name, ImportStatus.DUPLICATE, same_as="0.txt", match=Match.TEXT) for c in copies]
    return with_kept_titles(outcomes(decisions, {each.name: each for each in (first, *copies)}), Path("content"))


def shown_counts(page: str) -> dict[str, int]:
    return {name: int(number) for name, number in re.findall(r'id="([a-z-]+)"><summary>[^<]*: (\d+)<', page)}


def many_copies() -> list[Outcome]:
    """77 copies of 63 texts, and three texts that the archive has."""
    imported = [
        Outcome(ImportDecision(f"{n}.txt", ImportStatus.IMPORTED, f"{n}.txt"), Inspection(f"{n}.txt", ""))
        for n in range(63)
    ]
    copies = [
        Outcome(
            ImportDecision(f"c{n}.txt", ImportStatus.DUPLICATE, same_as=f"{n % 63}.txt", match=Match.TEXT),
            Inspection("", ""),
        )
        for n in range(77)
    ]
    held = [
        Outcome(
            ImportDecision(f"h{n}.txt", ImportStatus.HELD, same_as="content/articles/h.md", match=Match.BYTES),
            Inspection("", ""),
        )
        for n in range(3)
    ]
    return [*imported, *copies, *held]
