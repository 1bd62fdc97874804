"""The archive's own first article carries its whole apparatus and notes of every kind."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from project import ROOT
from warraq.archive.kinds import KINDS
from warraq.edition.edition import Edition
from warraq.press.checking import check_archive

NAME = "000_7041dd07729f8eff.txt"


@pytest.fixture(scope="module")
def first() -> Edition:
    checked = check_archive(ROOT / "content", date(2027, 1, 1), repairing=False)
    assert not checked.errors, [str(p) for p in checked.errors]
    [found] = [e for e in checked.editions if e.article.original == NAME]
    return found


def test_every_repair_and_every_open_doubt_has_mark_and_entry(first: Edition) -> None:
    assert first.record is not None
    kinds = Counter(mark.kind for mark in first.marks)
    assert kinds["repair"] == sum(not c.layout for c in first.record.changes) > 0
    assert kinds["doubt"] + len(first.article.settled) >= len(first.record.doubts) > 0
    entries = {e.mark.id for s in first.sections for e in s.entries} | {e.mark.id for e in first.title_entries}
    written = first.title_html + "".join(section.html for section in first.sections)
    for mark in first.marks:
        assert written.count(f' id="{mark.id}"') == 1
        assert mark.id in entries or (mark.kind == "mention" and not mark.first)


def test_it_names_at_least_twelve_concepts_each_glossed_once(first: Edition) -> None:
    assert len(first.concepts) >= 12
    assert Counter(m.concept for m in first.marks if m.first) == Counter(first.concepts)


def test_it_has_notes_of_every_kind_and_no_check_without_a_source(first: Edition) -> None:
    assert {entry.mark.kind for entry in first.notes} >= set(KINDS)
    assert all(entry.sources and entry.verdict for entry in first.notes if entry.mark.kind == "fact-check")
