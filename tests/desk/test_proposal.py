"""A proposal changes the lines that the machine wrote, never one of an editor's."""

from __future__ import annotations

import pytest

from edition import making
from warraq.archive.concept import Vocabulary
from warraq.archive.record import Record
from warraq.desk.draft import Draft, draft_of
from warraq.desk.renewing.differences import LONGEST, SAMPLES, Differences
from warraq.desk.renewing.patch import patch
from warraq.desk.renewing.proposal import Proposal, propose
from warraq.repair import plan
from warraq.repair.readers import read_original

EDITED = "كتبه المحرر"


def made(text: str) -> Draft:
    return draft_of(plan(read_original("a.txt", text.encode()), Vocabulary()))


def propose_body(old: list[str], new: list[str], edited: str) -> tuple[str, tuple[str, ...]]:
    """Propose the body of an edited article whose machine's lines `old` have become `new`."""
    draft = made("عنوان الخبر\n\nنشر في 8 نوفمبر 2023\n\nوصل الوفد.\n")
    head = draft.article.partition("\n---\n\n")[0] + "\n---\n\n"
    proposal = propose(head + edited, draft.record, "\n".join(["ع", *old]), draft, "\n".join(["ع", *new]))
    assert proposal.text.startswith(head)
    return proposal.text.removeprefix(head), proposal.unapplied


@pytest.mark.parametrize(
    ("old", "new", "body", "expected"),
    [
        (["أ", "ب", "ج"], ["أ", "د", "ج"], f"أ\n\nب\n\n{EDITED}\n", f"أ\n\nد\n\n{EDITED}\n"),
        (["أ", "ب", "ج"], ["د", "ب", "ج"], f"أ\n\nب\n\n{EDITED}\n", f"د\n\nب\n\n{EDITED}\n"),
        (["أ", "ب"], ["أ", "د"], f"{EDITED}\n\nب\n", f"{EDITED}\n\nد\n"),
        (["أ", "ب", "ج"], ["أ", "د", "ه", "ج"], f"أ\n\nب\n\n{EDITED}\n", f"أ\n\nد\n\nه\n\n{EDITED}\n"),
        (["أ", "ب", "ج"], ["أ", "ج"], f"أ\n\nب\n\nج\n\n{EDITED}\n", f"أ\n\nج\n\n{EDITED}\n"),
        (["أ", "ب", "ج", "د"], ["أ", "ه", "د"], f"أ\n\nب\n\nج\n\nد {EDITED}\n", f"أ\n\nه\n\nد {EDITED}\n"),
        (["أ", "ب"], ["أ", "د"], f"أ\n\n## ب\n\n{EDITED}\n", f"أ\n\n## د\n\n{EDITED}\n"),
    ],
    ids=["middle", "first", "last", "one line becomes two", "line taken out", "two become one", "heading"],
)
def test_lines_of_the_machine_become_the_new_ones(old: list[str], new: list[str], body: str, expected: str) -> None:
    assert propose_body(old, new, body) == (expected, ())


@pytest.mark.parametrize("body", [f"أ\n\nب {EDITED}\n", f"أ\n\nب\n\n{EDITED}\n\nب\n"], ids=["edited", "twice"])
def test_a_line_that_an_editor_changed_or_that_is_not_the_only_one_stays_and_is_reported(body: str) -> None:
    assert propose_body(["أ", "ب"], ["أ", "د"], body) == (body, ("د",))


@pytest.mark.parametrize(
    ("old", "new", "body", "expected"),
    [
        (["أ", "ب"], ["أ", "د"], f"{EDITED}\n\nب", f"{EDITED}\n\nد"),
        (["أ", "ب", "ج"], ["أ", "د"], f"{EDITED}\n\nب\n\nج", f"{EDITED}\n\nد"),
        (["أ", "ب"], ["ج", "د"], "أ\n\nب", "ج\n\nد"),
    ],
    ids=["last line", "last two lines", "the whole body"],
)
def test_old_lines_at_the_end_of_a_body_without_a_line_feed_are_found(
    old: list[str], new: list[str], body: str, expected: str
) -> None:
    assert propose_body(old, new, body) == (expected, ())


@pytest.mark.parametrize(
    ("new", "added"),
    [
        (["أ", "ب", "ج"], ("ج",)),
        (["أ", "ب", "ج", "د"], ("ج", "د")),
        (["ج", "أ", "ب"], ("ج",)),
        (["أ", "ج", "ب"], ("ج",)),
    ],
    ids=["one at the end", "two at the end", "one at the beginning", "one between"],
)
def test_lines_that_are_only_added_are_reported_and_the_body_stays(new: list[str], added: tuple[str, ...]) -> None:
    body = f"أ\n\nب\n\n{EDITED}\n"
    assert propose_body(["أ", "ب"], new, body) == (body, added)


def test_where_only_the_front_matter_was_edited_the_new_body_is_taken() -> None:
    old, new = made("عنوان الخبر\n\nوصل الوفد.\n"), made("عنوان الخبر\n\nوصل الوفد أمس.\n")
    text = old.article.replace("lang: ar", "lang: ar\nauthors: [هدى]")
    proposal = propose(text, old.record, "", new, "")
    assert proposal == Proposal(text.replace("وصل الوفد.", "وصل الوفد أمس."))


def test_a_title_is_renewed_unless_an_editor_changed_it() -> None:
    old, new = made("عنوان الخبر\n\nوصل الوفد.\n"), made("عنوان جديد\n\nوصل الوفد.\n")
    assert "title: عنوان جديد\n" in propose(old.article, old.record, "", new, "").text
    edited = old.article.replace("title: عنوان الخبر", f"title: {EDITED}")
    assert f"title: {EDITED}\n" in propose(edited, old.record, "", new, "").text


def record(text: str) -> Record:
    return made(text).record


def test_differences_count_new_and_lost_changes_and_show_the_first_samples() -> None:
    text = "عنوان الخبر\n\nوصل  الوفد  إلى  المدينة  مساء.\n"
    full = record(text)
    visible = [c for c in full.changes if not c.layout]
    none = full.model_copy(update={"changes": tuple(c for c in full.changes if c.layout), "doubts": ()})
    assert len(visible) > SAMPLES or visible == []
    differences = Differences()
    differences.add("a.md", text, none, full)
    assert sum(differences.more.values()) == len(visible) + len(full.doubts)
    assert sum(differences.fewer.values()) == 0
    assert all(len(samples) <= SAMPLES for samples in differences.samples.values())
    differences.add("b.md", text, full, none)
    assert differences.more == differences.fewer
    differences.add("c.md", text, full, full)
    assert differences.more == differences.fewer


def test_changes_of_layout_are_no_differences() -> None:
    text = "عنوان\n\nوصل  الوفد.\n\nثم سكت.\n"
    lines, spaces = ("lines", "\n\n", "\n"), ("spaces", "  ", " ")
    both = making.record(text, [lines, spaces, lines], layout=["lines"])
    assert [(change.rule, change.layout) for change in both.changes] == [
        ("lines", True),
        ("spaces", False),
        ("lines", True),
    ]
    differences = Differences()
    differences.add("a.md", text, making.record(text), both)
    differences.add("b.md", text, both, making.record(text, [spaces]))
    differences.add("c.md", text, both, making.record(text))
    assert differences.more == differences.fewer == {"spaces": 1}
    assert differences.rules() == list(differences.samples) == ["spaces"]


def test_the_rule_with_the_most_differences_is_first_and_samples_are_cut() -> None:
    shapes = "\ufe8d\ufedf\ufeb4\ufefc\ufee1"
    text = f"عنوان الخبر\n\nقال إن {shapes * 20} ممكن. وعاد {shapes} مرة.\n\nوقال {shapes}.\n\nثم {shapes}.\n\nو{shapes} أخيرا.\n"
    full = record(text)
    bare = full.model_copy(update={"changes": tuple(c for c in full.changes if c.layout), "doubts": ()})
    differences = Differences()
    differences.add("a.md", text, bare, full)
    assert differences.more["presentation-forms"] == 5
    samples = differences.samples["presentation-forms"]
    assert len(samples) == SAMPLES and len(samples[0].before) == LONGEST
    differences.more["z-rule"] = differences.more["a-rule"] = 7
    differences.fewer["a-rule"] = 0
    assert differences.rules()[:3] == ["a-rule", "z-rule", "presentation-forms"]
    differences.fewer["presentation-forms"] = 3
    assert differences.rules()[0] == "presentation-forms"


def test_equal_texts_give_no_patch() -> None:
    assert patch("a.md", "x\n", "x\n") == ""
    assert patch("a.md", "", "x") == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n"
