"""What is promised of every text, whatever stands in it; `tasks.py fuzz` tries more of them."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.archive.original import OriginalKind
from warraq.repair.changes import apply, undo
from warraq.repair.fuzz import badly_written, broken_promises, hostile_document, hostile_text
from warraq.repair.repairing import repair

seeds = st.integers(0, 2**32)


# The same texts in every run: a runner is no place to meet a new one. `python -m warraq.repair.fuzz` looks for those.
@settings(derandomize=True)
@given(seeds)
def test_a_hostile_text_comes_back_and_needs_no_second_repair_and_is_read_as_written(seed: int) -> None:
    assert list(broken_promises(hostile_text(random.Random(seed)))) == []


@given(seeds)
def test_a_hostile_document_is_read_as_it_was_meant_and_its_body_is_read_back(seed: int) -> None:
    assert list(badly_written(hostile_document(random.Random(seed)))) == []


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    done = repair(text)
    assert undo(done.document.text, done.changes) == text


@given(seeds)
def test_the_same_holds_for_fragments_and_pages(seed: int) -> None:
    text = "<p>" + hostile_text(random.Random(seed))
    for kind in (OriginalKind.FRAGMENT, OriginalKind.PAGE):
        done = repair(text, kind)
        assert apply(text, done.changes) == done.document.text
        assert undo(done.document.text, done.changes) == text


@given(seeds)
def test_no_letter_is_lost_unrecorded(seed: int) -> None:
    text = hostile_text(random.Random(seed))
    done = repair(text)
    kept = sum(c.isalpha() for c in text) - sum(sum(x.isalpha() for x in c.before) for c in done.changes)
    put_in = sum(sum(x.isalpha() for x in c.after) for c in done.changes)
    assert sum(c.isalpha() for c in done.document.text) == kept + put_in
