"""What an editor saves while a decision is made stays, and both texts are shown; a decision waits for no other command for long."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desk.conftest import Desk
from desk.doubtful_texts import SENTENCES, TODAY, damaged, repaired
from desk.review_requests import request
from theme.accessibility import violations
from warraq.desk.archive_lock import archive_lock
from warraq.desk.review import editor_decisions
from warraq.desk.review.answering import Review
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.open_items import OpenItems
from warraq.desk.review.refusal import Conflict

SAVED = "# حفظها المحرر\n"
SENTENCE = "The file was saved while you decided; it stays as it was saved."


def saving(monkeypatch: pytest.MonkeyPatch, save: Callable[[Path], object]) -> None:
    """Let somebody save a file while a decision on it is made."""
    real = OpenItems.in_data

    def found(self: OpenItems, file: Path, data: bytes) -> tuple[OpenItem, ...] | None:
        items = real(self, file, data)
        if data != file.read_bytes():  # the text of the decision is looked at
            save(file)
        return items

    monkeypatch.setattr(OpenItems, "in_data", found)


def with_comment(file: Path) -> None:
    text = file.read_text("utf-8")
    if SAVED not in text:
        file.write_text(text.replace("---\n", f"---\n{SAVED}", 1), encoding="utf-8", newline="\n")


def decide(review: Review, choice: str = "keep") -> dict[str, dict[str, object]]:
    shown = json.loads(request(review, "GET", "items")[1])
    sentences = [each["sentence"] for each in shown]
    decisions = [{"id": each["id"], "choice": choice, "expected": each["sentence"]} for each in shown]
    asked = {"by": "x", "decisions": decisions, "seen": sentences}
    answer: dict[str, dict[str, object]] = json.loads(request(review, "POST", "decide", asked)[1])
    return answer


def test_a_decision_on_a_file_that_is_saved_meanwhile_is_refused_and_both_texts_are_given(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    review = Review(desk.root)
    saving(monkeypatch, with_comment)
    answer = decide(review)
    assert list(answer["refused"].values()) == [SENTENCE]
    assert SAVED in file.read_text("utf-8") and "settled" not in file.read_text("utf-8")
    conflict = answer["conflicts"]["content/articles/a.md"]
    assert isinstance(conflict, dict)
    assert SAVED in conflict["now"] and SAVED not in conflict["meant"]
    assert "settled" in conflict["meant"] and "settled" not in conflict["now"]
    assert len(answer["left"]) == 1
    assert json.loads(request(review, "POST", "undo", {})[1]) == {"undone": []}
    assert decide(review)["conflicts"] == {} and "settled" in file.read_text("utf-8")


def test_a_file_that_vanishes_or_breaks_meanwhile_is_no_mistake_of_ours(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, broken = (repaired(desk, name, damaged(n, SENTENCES[0])) for n, name in enumerate("ab"))
    review = Review(desk.root)
    request(review, "GET", "items")
    items = OpenItems.of(desk.content).all()
    ids, sentences = [item.id for item in items], [item.sentence for item in items]
    broken.write_bytes(b"---\n\xff")
    saving(monkeypatch, lambda file: file.unlink(missing_ok=True))
    kept = [{"id": item.id, "choice": "keep", "expected": item.sentence} for item in items]
    asked = {"by": "x", "decisions": kept, "seen": sentences}
    refused = json.loads(request(review, "POST", "decide", asked)[1])["refused"]
    assert refused == {
        ids[0]: "The article is not there any more.",
        ids[1]: "The article can't be read any more: python3 tasks.py check says why.",
    }
    assert not gone.exists() and broken.read_bytes() == b"---\n\xff"


def test_while_another_command_writes_a_decision_is_refused_with_its_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [repaired(desk, name, damaged(n, SENTENCES[0])) for n, name in enumerate("ab")]
    before = [file.read_bytes() for file in files]
    monkeypatch.setattr(editor_decisions, "PATIENCE", 0.05)
    review = Review(desk.root)
    busy = archive_lock(desk.content, "import")
    with busy:
        why = str(busy.taken(busy._note()[0]))  # noqa: SLF001 - the sentence that others say
        assert set(decide(review)["refused"].values()) == {why} and why.startswith("import (process ")
        assert [file.read_bytes() for file in files] == before
    assert decide(review)["refused"] == {}
    after = [file.read_bytes() for file in files]
    with busy:
        assert json.loads(request(review, "POST", "undo", {})[1]) == {"undone": [], "refused": why}
        assert [file.read_bytes() for file in files] == after
    assert len(json.loads(request(review, "POST", "undo", {})[1])["undone"]) == 2
    assert [file.read_bytes() for file in files] == before


def test_a_line_with_a_link_to_no_file_is_refused_with_its_reason(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    before = file.read_bytes()
    items = OpenItems.of(desk.content)
    (item,) = items.all()
    assert item.lines
    line = "[x](<{filename}none.md>) و[y](<{filename}a.md>)"
    decision = Decision(item.id, Choice.FIX, line, item.lines.markdown)
    (why,) = DecisionWriter(items).decide([decision], "هدى", TODAY).values()
    assert str(why).startswith("{filename}none.md leads to no file.") and file.read_bytes() == before
    fine = Decision(item.id, Choice.FIX, line.replace("none", "a"), item.lines.markdown)
    assert DecisionWriter(items).decide([fine], "هدى", TODAY) == {item.id: None}


def test_no_pipe_and_no_link_that_leads_out_is_an_article(desk: Desk, tmp_path: Path) -> None:
    inside = repaired(desk, "a", damaged(1, SENTENCES[0]))
    (tmp_path / "outside.md").write_bytes(inside.read_bytes())
    (inside.parent / "out.md").symlink_to(tmp_path / "outside.md")
    (inside.parent / "link.md").symlink_to("a.md")
    if hasattr(os, "mkfifo"):
        os.mkfifo(inside.parent / "pipe.md")
    files = OpenItems.of(desk.content).files
    assert [file.name for file in files.articles()] == ["a.md", "link.md"]
    assert files.article_file("content/articles/out.md") is None
    assert files.article_file("content/articles/link.md") is not None


@pytest.mark.parametrize(
    ("now", "meant", "shown"),
    [
        ("a\nb\nc\nd\ne", "a\nb\nX\nd\ne", ("b\nc\nd", "b\nX\nd")),
        ("a", "b", ("a", "b")),
        ("a\nb", "a", ("a\nb", "a")),
        ("a\na\na", "a\na", ("a\na", "a")),
        ("", "a\nb", ("", "a\nb")),
    ],
)
def test_of_both_texts_the_lines_that_differ_are_shown_with_one_around_them(
    now: str, meant: str, shown: tuple[str, str]
) -> None:
    conflict = Conflict.of(now, meant)
    assert (conflict.now, conflict.meant) == shown


@pytest.mark.browser
def test_the_page_shows_what_was_saved_beside_what_would_have_been_written(
    desk: Desk, served_review: str, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    saving(monkeypatch, with_comment)
    page.goto(served_review)
    page.wait_for_selector("#item:not([hidden])")
    page.keyboard.press("k")
    now, meant = page.locator("#conflicts pre").nth(0), page.locator("#conflicts pre").nth(1)
    expect(now).to_contain_text("حفظها المحرر")
    expect(meant).to_contain_text("settled")
    expect(page.locator("#failed")).to_contain_text(SENTENCE)
    assert "settled" not in file.read_text("utf-8") and violations(page) == []
    page.keyboard.press("k")
    page.wait_for_selector("#nothing:not([hidden])")
    expect(page.locator("#conflicts")).to_be_empty()
    assert "settled" in file.read_text("utf-8") and SAVED in file.read_text("utf-8")


@pytest.mark.parametrize(("saved", "is_left"), [("منذ شهرين", True), ("القاضي", False)])
def test_a_typed_line_is_given_back_beside_the_sentence_that_was_saved_meanwhile(
    desk: Desk, saved: str, *, is_left: bool
) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    review = Review(desk.root)
    (shown,) = json.loads(request(review, "GET", "items")[1])
    was = "منذ شهر" if is_left else "القاضي القاضي"  # without its doubled word it is no doubt any more
    file.write_text(file.read_text("utf-8").replace(was, saved), "utf-8", newline="\n")
    before = file.read_bytes()
    typed = shown["markdown"] + " كلام المحرر"
    one = {"id": shown["id"], "choice": "fix", "text": typed, "expected": shown["markdown"]}
    answer = json.loads(request(review, "POST", "decide", {"by": "x", "decisions": [one]})[1])
    assert "changed meanwhile" in answer["refused"][shown["id"]] and bool(answer["left"]) is is_left
    conflict = answer["conflicts"]["content/articles/a.md"]
    assert saved in conflict["now"] and conflict["now"] in before.decode() and conflict["meant"] == typed
    assert file.read_bytes() == before


@pytest.mark.browser
@pytest.mark.parametrize(("saved", "is_left"), [("منذ شهرين", True), ("القاضي", False)])
def test_the_page_keeps_what_was_typed_when_its_sentence_was_saved_meanwhile(
    desk: Desk, served_review: str, page: Page, saved: str, *, is_left: bool
) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    page.goto(served_review)
    page.wait_for_selector("#item:not([hidden])")
    page.keyboard.press("f")
    was = "منذ شهر" if is_left else "القاضي القاضي"
    file.write_text(file.read_text("utf-8").replace(was, saved), "utf-8", newline="\n")
    page.locator("#line").fill("جملة كتبها المحرر")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#conflicts pre").nth(0)).to_contain_text(saved)
    expect(page.locator("#conflicts pre").nth(1)).to_have_text("جملة كتبها المحرر")
    expect(page.locator("#failed")).to_contain_text("changed meanwhile")
    if is_left:  # whoever has seen both may save what stands in the box
        expect(page.locator("#line")).to_have_value("جملة كتبها المحرر")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("#nothing:not([hidden])")
        assert "جملة كتبها المحرر" in file.read_text("utf-8")
