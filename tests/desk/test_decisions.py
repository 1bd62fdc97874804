"""A decision changes one file as meant; a step is undone whole; a page of another site decides nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.doubtful_texts import SENTENCES, TODAY, damaged, repaired
from desk.review_requests import request
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.review.answering import LARGEST_REQUEST, Review
from warraq.desk.review.answers import LONGEST_NAME
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.open_items import OpenItems


@pytest.fixture
def writer(review_items: OpenItems) -> DecisionWriter:
    return DecisionWriter(review_items)


def keep(*items: OpenItem) -> list[Decision]:
    return [Decision(item.id, Choice.KEEP) for item in items]


def fix(item: OpenItem, text: str) -> Decision:
    return Decision(item.id, Choice.FIX, text, item.lines.markdown if item.lines else "")


def test_a_step_of_several_decisions_on_one_file_is_undone_to_its_beginning(
    desk: Desk, review_items: OpenItems, writer: DecisionWriter
) -> None:
    file = repaired(desk, "a", damaged(1, f"{SENTENCES[0]}.\n\n{SENTENCES[1]}"))
    before = file.read_bytes()
    items = review_items.all()
    assert len(items) == 2
    writer.decide(keep(*items), "هدى", TODAY)
    assert review_items.all() == []
    assert writer.undo() == tuple(i.id for i in items) and file.read_bytes() == before
    assert writer.undo() == ()


def test_steps_are_undone_one_by_one_and_a_file_that_was_changed_since_stays(
    desk: Desk, review_items: OpenItems, writer: DecisionWriter
) -> None:
    files = [repaired(desk, name, damaged(n, SENTENCES[0])) for n, name in enumerate("abc")]
    before = [file.read_bytes() for file in files]
    a, b, c = review_items.all()
    writer.decide(keep(a, b), "هدى", TODAY)
    writer.decide(keep(c), "هدى", TODAY)
    assert writer.undo() == (c.id,) and files[2].read_bytes() == before[2] and files[0].read_bytes() != before[0]
    files[0].write_bytes(changed := files[0].read_bytes() + b"\n")
    assert writer.undo() == (b.id,)
    assert [file.read_bytes() for file in files] == [changed, *before[1:]]


@pytest.mark.parametrize(
    "unknown", ["content/articles/a.md#none", "content/articles/a.md#", "content/articles/a.md#d99"]
)
def test_an_id_that_was_never_open_is_not_undone(
    desk: Desk, review_items: OpenItems, writer: DecisionWriter, unknown: str
) -> None:
    repaired(desk, "a", damaged(1, SENTENCES[0]))
    (item,) = review_items.all()
    writer.decide([Decision(unknown, Choice.KEEP)], "هدى", TODAY)
    assert writer.undo() == ()
    writer.decide([*keep(item), Decision(unknown, Choice.KEEP)], "هدى", TODAY)
    assert writer.undo() == (item.id,)


def test_a_name_that_no_system_holds_is_no_article_of_ours(writer: DecisionWriter) -> None:
    refused = writer.decide([Decision(f"content/articles/{'س' * 300}.md#d1", Choice.KEEP)], "هدى", TODAY)
    assert [str(why) for why in refused.values()] == ["The article is not there any more."]


def test_a_step_that_was_refused_whole_is_no_step(desk: Desk, review_items: OpenItems, writer: DecisionWriter) -> None:
    repaired(desk, "a", damaged(1, SENTENCES[0]))
    (item,) = review_items.all()
    writer.decide(keep(item), "هدى", TODAY)
    refused = writer.decide([Decision("content/articles/none.md#d1", Choice.KEEP)], "هدى", TODAY)
    assert [str(why) for why in refused.values()] == ["The article is not there any more."]
    assert writer.undo() == (item.id,)


def test_one_decision_settles_its_place_and_several_settle_the_words(
    desk: Desk, review_items: OpenItems, writer: DecisionWriter
) -> None:
    sentence = "وحضر القاضي القاضي إلى المدينة"
    one = repaired(desk, "a", damaged(1, f"{sentence} صباحا.\n\n{sentence} مساء"))
    first, second = review_items.all()
    assert first.quote == second.quote != first.unique_quote != second.unique_quote
    writer.decide(keep(first), "هدى", TODAY)
    assert f"quote: {first.unique_quote}, " in one.read_text("utf-8") and review_items.all() != []
    assert "reviewed:" not in one.read_text("utf-8")
    writer.undo()
    assert writer.decide(keep(first, second), "هدى", TODAY) == {first.id: None, second.id: None}
    text = one.read_text("utf-8")
    assert f"quote: {first.quote}, " in text and text.count("quote:") == 1
    assert review_items.all() == [] and "reviewed: {by: هدى, date: 2026-11-23}" in text


def test_a_fix_that_leaves_the_doubt_settles_it(desk: Desk, review_items: OpenItems, writer: DecisionWriter) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    (item,) = review_items.all()
    assert writer.decide([fix(item, SENTENCES[0] + " ونصف.")], "هدى", TODAY) == {item.id: None}
    text = file.read_text("utf-8")
    assert SENTENCES[0] + " ونصف.\n" in text and "decision: keep" in text and review_items.all() == []


def test_a_title_is_fixed_in_the_front_matter_and_an_empty_one_is_refused(
    desk: Desk, review_items: OpenItems, writer: DecisionWriter
) -> None:
    text = damaged(1, "وعاد الوفد").replace("عنوان الخبر رقم 1", "عنوان الخبر الخبر في المدينة")
    file = repaired(desk, "a", text)
    (item,) = review_items.all()
    assert item.lines and item.lines.is_title
    before = file.read_bytes()
    refused = writer.decide([fix(item, " \n ")], "هدى", TODAY)
    assert str(refused[item.id]) == "An article needs a title." and file.read_bytes() == before
    writer.decide([fix(item, "عنوان  الخبر\nفي المدينة")], "هدى", TODAY)
    assert "title: عنوان الخبر في المدينة\n" in file.read_text("utf-8") and review_items.all() == []


def test_a_file_keeps_its_line_ends(desk: Desk, review_items: OpenItems, writer: DecisionWriter) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    writer.decide(keep(*review_items.all()), "هدى", TODAY)
    data = file.read_bytes()
    assert b"reviewed:" in data and data.count(b"\n") == data.count(b"\r\n")


def test_the_most_frequent_words_of_a_rule_are_first_and_a_changed_file_is_read_again(
    desk: Desk, review_items: OpenItems
) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[1]))
    repaired(desk, "b", damaged(2, SENTENCES[0]))
    repaired(desk, "c", damaged(3, SENTENCES[0]))
    repaired(desk, "d", damaged(4, "وعاد").replace("نشر في 8 نوفمبر 2023\n\n", ""))
    assert [i.path[-4] for i in review_items.all()] == ["b", "c", "a", "d"]
    file.write_text(file.read_text("utf-8").replace("القائد القائد", "القائد"), "utf-8")
    assert [i.path[-4] for i in review_items.all()] == ["b", "c", "d"]


@pytest.mark.parametrize(
    "path",
    ["content/articles/../a.md", "content/originals/a.md", "articles/a.md", "content/articles/a.txt", "/etc/a.md", ""],
)
def test_only_an_article_is_found_by_a_path_of_the_page(desk: Desk, path: str) -> None:
    for name in ("articles/a.md", "articles/a.txt", "originals/a.md", "a.md"):
        file = desk.content / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    assert ArchiveFiles(desk.content).article_file(path) is None
    assert ArchiveFiles(desk.content).article_file("content/articles/a.md") == desk.content / "articles" / "a.md"


def test_an_original_without_a_sound_record_counts_as_missing(desk: Desk) -> None:
    repaired(desk, "a", damaged(1, SENTENCES[0]))
    files = ArchiveFiles(desk.content)
    original, record = files.original_and_record("a.txt")
    assert original and record and original.name == "a.txt"
    (desk.content / "records" / "a.json").write_text("{")
    assert files.original_and_record("a.txt") == files.original_and_record("b.txt") == (None, None)
    assert files.original_and_record(None) == (None, None)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        [],
        {},
        {"by": "x"},
        {"by": "x", "decisions": [{"id": "a"}]},
        {"by": "x", "decisions": [{"id": "a" * 5000, "choice": "keep"}]},
        {"by": "x", "decisions": [{"id": f"content/articles/{'a' * 5000}.md#d1", "choice": "keep"}]},
        {"by": "x", "decisions": [{"id": "content/articles/\0.md#d1", "choice": "keep"}]},
        {"by": "x", "decisions": 3},
        {"by": "x", "decisions": "ab"},
        b"[" * 100_000,
        b'{"decisions": ' + b"[" * 100_000,
        {"by": "x", "decisions": [{"id": "a", "choice": "drop"}]},
        {"decisions": []},
    ],
)
def test_a_request_that_is_not_as_the_page_sends_it_is_refused(desk: Desk, body: object) -> None:
    assert request(Review(desk.root), "POST", "decide", body)[0] == 400


def test_a_request_may_be_as_large_as_the_limit(desk: Desk) -> None:
    review = Review(desk.root)
    data = json.dumps({"by": "x", "decisions": []}).encode()
    assert request(review, "POST", "decide", data.ljust(LARGEST_REQUEST))[0] == 200
    assert request(review, "POST", "decide", data.ljust(LARGEST_REQUEST + 1))[0] == 404
    assert request(review, "POST", "other", data)[0] == 404


def test_an_editors_name_is_cut_and_an_empty_one_is_git_s(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARRAQ_EDITOR", "سلمى")
    for name, by, expected in (("a", " س " * 200, ("س " * 200)[:LONGEST_NAME].strip()), ("b", " \n", "سلمى")):
        file = repaired(desk, name, damaged(1, SENTENCES[0]))
        review = Review(desk.root)
        (shown,) = json.loads(request(review, "GET", "items")[1])
        asked = {"by": by, "decisions": [{"id": shown["id"], "choice": "keep"}]}
        assert request(review, "POST", "decide", asked)[0] == 200
        assert f"reviewed: {{by: {expected}, date: {date.today().isoformat()}}}\n" in file.read_text("utf-8")  # noqa: DTZ011 - an editor's own day


def test_a_decision_of_the_page_is_undone(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    before = file.read_bytes()
    review = Review(desk.root)
    (shown,) = json.loads(request(review, "GET", "items")[1])
    request(review, "POST", "decide", {"by": "x", "decisions": [{"id": shown["id"], "choice": "keep"}]})
    assert json.loads(request(review, "POST", "undo", {})[1]) == {"undone": [shown["id"]]}
    assert file.read_bytes() == before
    assert json.loads(request(review, "POST", "undo", {})[1]) == {"undone": []}


def test_a_path_is_relative_to_the_project(tmp_path: Path) -> None:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    for name in ("b.md", "a.md", ".hidden.md", "~lock.md", "c.txt"):
        (tmp_path / "content" / "articles" / name).write_text("x")
    files = ArchiveFiles(tmp_path / "content")
    assert [f.name for f in files.articles()] == ["a.md", "b.md"]
