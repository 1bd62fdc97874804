"""Every change of a text is in its edition, at its place, and can be undone."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from edition.making import VOCABULARY, article, machine_text, original, record
from warraq.archive.article import Settled
from warraq.archive.change import Change
from warraq.edition import edition
from warraq.edition.edition import Edition, Mark
from warraq.edition.position_map import PositionMap
from warraq.edition.replay import replays
from warraq.edition.word_diff import word_diff
from warraq.repair.changes import apply, compose, map_position, undo

SOURCE = "عنوان الخبر\nقال |بوتين .ثم عاد عاد إلى موسكو  أمس ﺍﻟﻴﻮم"
CHANGES = [("bar", "|", ""), ("stop", " .", ". "), ("space", "  ", " "), ("shapes", "ﺍﻟﻴﻮم", "اليوم")]
DOUBTS = [("doubled-word", "عاد عاد"), ("far", "إلى")]


def of(body: str | None = None, *settled: Settled) -> Edition:
    done = record(SOURCE, CHANGES, DOUBTS, layout=["space"])
    machine = machine_text(SOURCE, done)
    title, text = machine.split("\n", 1)
    return edition(article(body or text, title, settled=settled), original(SOURCE), done, VOCABULARY)


def words_of(made: Edition, mark: Mark) -> str:
    return made.text[mark.start : mark.end]


def kinds(made: Edition) -> list[tuple[str, str, str]]:
    return [(m.id, m.kind, words_of(made, m)) for m in made.marks]


def test_every_repair_but_layout_and_every_doubt_has_its_mark_and_its_entry() -> None:
    made = of()
    at = SOURCE.index
    assert kinds(made) == [
        (f"r{at('|')}", "repair", ""),
        (f"r{at(' .')}", "repair", ". "),
        (f"d{at('عاد عاد')}", "doubt", "عاد عاد"),
        (f"d{at('إلى')}", "doubt", "إلى"),
        (f"r{at('ﺍﻟﻴﻮم')}", "repair", "اليو"),
    ]
    assert {e.mark.id for s in made.sections for e in s.entries} == {m.id for m in made.marks}
    assert all(f'id="{m.id}"' in made.sections[0].html for m in made.marks)


def test_a_repair_and_a_doubt_hold_their_place_in_the_original_and_an_edit_has_none() -> None:
    made = of("قال بوتين. ثم عاد عاد إلى مدينة موسكو أمس اليوم")
    spans = {m.id: m.original_span for m in made.marks}
    words = {mark_id: SOURCE[slice(*span)] for mark_id, span in spans.items() if span}
    at = SOURCE.index
    assert words == {
        f"r{at('|')}": "|",
        f"r{at(' .')}": " .",
        f"d{at('عاد عاد')}": "عاد عاد",
        f"d{at('إلى')}": "إلى",
        f"r{at('ﺍﻟﻴﻮم')}": "ﺍﻟﻴﻮ",
    }
    assert [m.kind for m in made.marks if m.original_span is None] == ["edit"]


def test_an_edit_has_a_mark_of_its_own_kind() -> None:
    made = of("قال بوتين. ثم عاد عاد إلى مدينة موسكو أمس اليوم")
    assert [(m.kind, words_of(made, m), m.before) for m in made.marks if m.kind == "edit"] == [("edit", "مدينة ", "")]
    assert sum(m.kind == "repair" for m in made.marks) == 3


def test_a_repair_that_an_editor_wrote_over_keeps_its_mark() -> None:
    made = of("قال بوتين. ثم عاد عاد إلى موسكو أمس مساء")
    [last] = [m for m in made.marks if m.kind == "repair" and m.rule == "shapes"]
    assert (words_of(made, last), last.before, last.after) == ("مساء", "ﺍﻟﻴﻮ", "اليو")


def test_a_doubt_is_dropped_when_an_editor_changed_its_words() -> None:
    made = of("قال بوتين. ثم عاد إلى موسكو أمس اليوم")
    assert [m.rule for m in made.marks if m.kind == "doubt"] == ["far"]


def test_a_doubt_is_dropped_when_it_is_settled_and_ids_stay() -> None:
    made = of(None, Settled("doubled-word", "عاد عاد"))
    assert [(m.rule, m.id) for m in made.marks if m.kind == "doubt"] == [("far", f"d{SOURCE.index('إلى')}")]
    assert not made.problems


def test_a_decision_that_settles_no_doubt_is_a_warning() -> None:
    [problem] = of(None, Settled("doubled-word", "بوتين")).problems
    assert str(problem) == (
        "content/articles/x.md:1: settled[0].quote: No doubt of the rule doubled-word stands at this passage. "
        "Copy the words that are marked as doubtful, or take the decision out."
    )
    assert problem.level == "warning"


def test_ids_of_repairs_and_doubts_outlive_edits_elsewhere() -> None:
    before = {m.id: m.rule for m in of().marks}
    after = {m.id: m.rule for m in of("تمهيد طويل.\n\nقال بوتين. ثم عاد عاد إلى موسكو أمس اليوم").marks}
    assert before.items() <= after.items()


def test_an_edition_pickles() -> None:
    made = of()
    assert pickle.loads(pickle.dumps(made)) == made


def test_the_record_leads_from_the_original_to_its_text_and_back_or_is_refused() -> None:
    done = record(SOURCE, CHANGES)
    assert replays(done, original(SOURCE))
    assert not replays(done, original(SOURCE.replace("موسكو", "موسكي")))
    assert not replays(done, original(SOURCE[1:]))
    assert not replays(done.model_copy(update={"changes": done.changes[1:]}), original(SOURCE))


BODIES = st.lists(
    st.lists(
        st.sampled_from(["قال", "بوتين", "ثم", "عاد", "عاد", "إلى", "موسكو", "أمس", "اليوم", "."]),
        min_size=1,
        max_size=12,
    ).map(" ".join),
    min_size=1,
    max_size=4,
)


@given(BODIES)
def test_d_comes_back_from_t_and_o_from_d(lines: list[str]) -> None:
    made = of("\n\n".join(line.replace(".", "\\.") for line in lines))
    assert made.machine_text is not None and made.original is not None and made.record is not None
    assert undo(made.text, made.edits) == made.machine_text
    assert undo(made.machine_text, made.record.changes) == made.original.text
    assert undo(made.text, made.changes) == made.original.text
    assert apply(made.original.text, made.changes) == made.text
    assert sum(m.kind == "repair" for m in made.marks) == sum(not c.layout for c in made.record.changes)


TEXTS = st.text("اب \n.", max_size=60)


@given(TEXTS, TEXTS)
def test_the_word_diff_makes_one_text_of_the_other(before: str, after: str) -> None:
    changes = word_diff(before, after)
    assert apply(before, changes) == after and undo(after, changes) == before
    assert all(c.before != c.after for c in changes)


def test_the_word_diff_names_what_changed_and_no_more() -> None:
    changes = word_diff("أ ب ج د\nهـ و ز", "أ ب س ص د\nهـ ز")
    assert [(c.before, c.after) for c in changes] == [("ج", "س ص"), (" و", "")]


@given(TEXTS, TEXTS, TEXTS)
def test_a_position_map_agrees_with_map_position(one: str, two: str, three: str) -> None:
    changes: tuple[Change, ...] = compose(word_diff(one, two), word_diff(two, three))
    positions = PositionMap(changes)
    for position in range(len(one) + 1):
        for bias in (-1, 1):
            assert positions.position(position, bias) == map_position(position, changes, bias)
