"""A decision changes one file as meant; a step is undone whole; a page of another site decides nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.test_review import SENTENCES, TODAY, damaged, repaired
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.review.answering import LARGEST_REQUEST, Review
from warraq.desk.review.answers import LONGEST_NAME
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.excerpts import AROUND, MOST_AROUND
from warraq.desk.review.kinds.doubt import WIDEST
from warraq.desk.review.markdown_lines import MarkdownIndex, MarkdownLines, with_lines
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.open_items import OpenItems
from warraq.desk.review.text_places import TextPlaces


@pytest.fixture
def review_items(desk: Desk) -> OpenItems:
    return OpenItems.of(desk.content)


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


BODY = "أول\n\nثان\nثالث\n\nرابع"


@pytest.mark.parametrize(
    ("lines", "markdown", "after"),
    [
        (MarkdownLines("أول", 0, 0), "جديد  \n آخر", "جديد آخر\n\nثان\nثالث\n\nرابع"),
        (MarkdownLines("ثان", 2, 2), "جديد", "أول\n\nجديد\nثالث\n\nرابع"),
        (MarkdownLines("ثان\nثالث", 2, 3), "جديد", "أول\n\nجديد\n\nرابع"),
        (MarkdownLines("أول", 0, 0), "", "ثان\nثالث\n\nرابع"),
        (MarkdownLines("ثان", 2, 2), "", "أول\n\nثالث\n\nرابع"),
        (MarkdownLines("ثان\nثالث", 2, 3), "", "أول\n\nرابع"),
        (MarkdownLines("رابع", 5, 5), " ", "أول\n\nثان\nثالث\n"),
    ],
)
def test_lines_are_replaced_or_taken_out(lines: MarkdownLines, markdown: str, after: str) -> None:
    assert with_lines(BODY, lines, markdown) == after


def test_a_line_that_occurs_twice_is_the_one_at_its_place(desk: Desk) -> None:
    file = desk.article("a", "---\ntitle: عنوان\ndate: 2020\n---\nسطر\n\nوسط\n\nسطر\n")
    article = ArchiveFiles(desk.content).read_article(file, file.read_bytes())
    assert article
    text = "عنوان\nسطر\nوسط\nسطر"
    index = MarkdownIndex(article, TextPlaces(text))
    assert index.at(0) == index.at(4) == MarkdownLines("عنوان", -1, -1)
    assert index.at(6) == MarkdownLines("سطر", 0, 0)
    assert index.at(len(text) - 1) == MarkdownLines("سطر", 4, 4)
    assert MarkdownIndex(article, TextPlaces("عنوان\nسطر\nوسط")).at(6) is None
    assert MarkdownIndex(article, TextPlaces("عنوان\n\nسطر\nسطر")).at(6) is None


def ask(review: Review, method: str, name: str, body: object = None, **headers: str) -> tuple[int, bytes]:
    own = {"X-Warraq-Token": review.token, "Content-Type": "application/json"}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    asked: Mapping[str, str] = own | {name.replace("_", "-"): value for name, value in headers.items()}
    answer = review.answer(method, f"/review/{name}", asked, data)
    return answer.status, answer.data


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
    assert ask(Review(desk.root), "POST", "decide", body)[0] == 400


def test_a_request_may_be_as_large_as_the_limit(desk: Desk) -> None:
    review = Review(desk.root)
    data = json.dumps({"by": "x", "decisions": []}).encode()
    assert ask(review, "POST", "decide", data.ljust(LARGEST_REQUEST))[0] == 200
    assert ask(review, "POST", "decide", data.ljust(LARGEST_REQUEST + 1))[0] == 404
    assert ask(review, "POST", "other", data)[0] == 404


def test_an_editors_name_is_cut_and_an_empty_one_is_git_s(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARRAQ_EDITOR", "سلمى")
    for name, by, expected in (("a", " س " * 200, ("س " * 200)[:LONGEST_NAME].strip()), ("b", " \n", "سلمى")):
        file = repaired(desk, name, damaged(1, SENTENCES[0]))
        review = Review(desk.root)
        (shown,) = json.loads(ask(review, "GET", "items")[1])
        asked = {"by": by, "decisions": [{"id": shown["id"], "choice": "keep"}]}
        assert ask(review, "POST", "decide", asked)[0] == 200
        assert f"reviewed: {{by: {expected}, date: {date.today().isoformat()}}}\n" in file.read_text("utf-8")  # noqa: DTZ011 - an editor's own day


def test_a_decision_of_the_page_is_undone(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    before = file.read_bytes()
    review = Review(desk.root)
    (shown,) = json.loads(ask(review, "GET", "items")[1])
    ask(review, "POST", "decide", {"by": "x", "decisions": [{"id": shown["id"], "choice": "keep"}]})
    assert json.loads(ask(review, "POST", "undo", {})[1]) == {"undone": [shown["id"]]}
    assert file.read_bytes() == before
    assert json.loads(ask(review, "POST", "undo", {})[1]) == {"undone": []}


@pytest.mark.parametrize("more", [0, 1])
def test_long_lines_are_cut_on_both_sides_of_the_words(desk: Desk, more: int) -> None:
    def letters(length: int) -> str:
        return ("كلمة " * MOST_AROUND)[: length - 1].strip().ljust(length, "و")

    words = "القاضي القاضي"
    # With the space on each side, and the full stop that `damaged` puts behind the sentence.
    sentence = f"{letters(MOST_AROUND - 1 + more)} {words} {letters(MOST_AROUND - 2 + more)}"
    repaired(desk, "a", damaged(1, sentence))
    shown = json.loads(ask(Review(desk.root), "GET", "items")[1])[0]
    assert shown["quote"] == words
    assert shown["before"].startswith("…") == shown["after"].endswith("…") == bool(more)
    # No word is cut: where something is left out, the words that fit in whole are shown.
    assert {len(shown["before"]), len(shown["after"])} <= ({496, 497} if more else {MOST_AROUND})
    assert set(f"{shown['before']}{shown['after']}".replace("…", "").replace("و", "").split()) == {"كلمة"} or not more


def test_of_a_long_line_the_words_nearest_to_the_doubt_are_shown_on_each_side(
    desk: Desk, review_items: OpenItems
) -> None:
    numbered = " ".join(f"كلمة{n}x" for n in range(100, 200))
    repaired(desk, "a", damaged(1, f"{numbered} القاضي القاضي {numbered}"))
    (item,) = review_items.all()
    assert item.before == f"{numbered} " and item.after == f" {numbered}."
    (shown,) = json.loads(ask(Review(desk.root), "GET", "items")[1])
    assert shown["before"] == "…" + " ".join(f"كلمة{n}x" for n in range(145, 200)) + " "
    assert shown["after"] == " " + " ".join(f"كلمة{n}x" for n in range(100, 155)) + "…"


def test_a_path_is_relative_to_the_project(tmp_path: Path) -> None:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    for name in ("b.md", "a.md", ".hidden.md", "~lock.md", "c.txt"):
        (tmp_path / "content" / "articles" / name).write_text("x")
    files = ArchiveFiles(tmp_path / "content")
    assert [f.name for f in files.articles()] == ["a.md", "b.md"]


def test_a_quote_is_widened_word_by_word_until_it_occurs_once(desk: Desk, review_items: OpenItems) -> None:
    line = "أول ثان وحضر القاضي القاضي هنا {} رابع خامس"
    repaired(desk, "a", damaged(1, f"{line.format('صباحا')}.\n\n{line.format('مساء')}"))
    assert [i.unique_quote for i in review_items.all()] == [
        f"ثان وحضر القاضي القاضي هنا {word}" for word in ("صباحا", "مساء")
    ]


def test_a_quote_is_widened_by_eight_words_at_most(desk: Desk, review_items: OpenItems) -> None:
    before = ["وفي", "صباح", "اليوم", "نفسه", "من", "شهر", "مارس", "وصل", "وفد", "كبير", "وحضر"]
    after = ["إلى", "قاعة", "البلدية", "ثم", "تحدث", "أمام", "أهل", "المدينة", "عن", "خطة", "ترميم", "السوق"]
    line = " ".join([*before, "القاضي القاضي", *after])
    repaired(desk, "a", damaged(1, f"{line} أول.\n\n{line} ثان"))
    expected = " ".join([*before[-WIDEST:], "القاضي القاضي", *after[:WIDEST]])
    assert [i.unique_quote for i in review_items.all()] == [expected, expected]


@pytest.mark.parametrize("words", [0, 80])
def test_two_hundred_letters_of_the_original_are_shown_on_each_side(
    desk: Desk, review_items: OpenItems, words: int
) -> None:
    text = damaged(1, f"{'كلمة ' * words}{SENTENCES[0]} {'كلمة ' * words}")
    repaired(desk, "a", text)
    (item,) = review_items.all()
    at = text.index(item.source_quote)
    assert item.source_quote == item.quote
    assert item.source_before == text[:at][-AROUND:]
    assert item.source_after == text[at + len(item.quote) :][:AROUND]
