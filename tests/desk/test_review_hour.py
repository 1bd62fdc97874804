"""An hour of review: alike doubts are settled after all their sentences were shown, and all of it is undone by a later process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desk.alike_doubts import bodies, everything, three_hundred
from desk.conftest import ROOT, Desk
from desk.doubtful_texts import TODAY, damaged, repaired
from desk.review_requests import ask
from press.running import of_review, running
from warraq.desk.journal import Journal
from warraq.desk.review.answering import Review
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.looking import MOST_ALIKE
from warraq.desk.review.open_items import OpenItems

TOMORROW = """
import datetime, runpy, sys

class Date(datetime.date):
    @classmethod
    def today(cls):
        return super().today() + datetime.timedelta(days=1)

datetime.date = Date
for _ in range(int(sys.argv.pop())):
    sys.argv[:] = ["warraq", "desk.undoing"]
    try:
        runpy.run_module("warraq", run_name="__main__", alter_sys=False)
    except SystemExit as ended:
        if ended.code:
            sys.exit(ended.code)
"""
"""What `python3 tasks.py undo` runs, typed so many times the next day; twenty starts of Python would cost ten seconds."""


def undone_tomorrow(desk: Desk, times: int) -> str:
    """Undo in a process of its own, which knows nothing but what is on the disk; give what it said."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", TOMORROW, str(times)]
    done = subprocess.run(command, cwd=desk.root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.browser
def test_three_hundred_doubts_are_decided_and_undone_a_process_later(desk: Desk, page: Page) -> None:
    three_hundred(desk)
    before, all_before = bodies(desk), everything(desk)
    page.set_viewport_size({"width": 1280, "height": 1400})
    review = Review(desk.root)
    while ask(review, "look")["waiting"]:
        pass  # a page that is opened before shows what is read by then
    with running(of_review(review)) as server:
        page.goto(f"{server.url}/review/")
        page.wait_for_selector("#item:not([hidden])")
        alike = page.locator("#alike")
        expect(alike).to_contain_text("200 like this")
        page.keyboard.press("Shift+K")
        page.keyboard.press("Shift+R")  # no key settles what was not shown: both scroll to the next sentences
        seen, presses = 0, 2
        while not page.locator('[data-do="all"]').get_by_text("Keep all like this").is_visible():
            page.keyboard.press("a")
            presses += 1
            page.wait_for_function(
                "was => Number(document.querySelector('#alike').textContent.split(/\\D+/)[1]) > was", arg=seen
            )
            seen = int(alike.inner_text().split("·")[1].split("/")[0])
            assert bodies(desk) == before and presses < 60
        assert "200 / 200" in alike.inner_text()
        page.keyboard.press("a")
        expect(page.locator("#progress")).to_contain_text("100 left · 200 decided")
        (step,) = Journal(desk.content).steps()
        assert step.what.text("en") == "Kept: “القاضي القاضي”, decided with 199 others." and len(step.changed) == 200
        assert bodies(desk)["a0.md"].decode().count("with_others: 199") == 1  # one line settles the ten of an article
        for number in range(10):  # the repetition is removed, and then in each as in the last
            page.keyboard.press("l" if number else "r")
            expect(page.locator("#progress")).to_contain_text(f"{99 - number} left")
        for group in range(9):
            expect(alike).to_contain_text("/ 10 shown")
            if "10 / 10" not in alike.inner_text():
                page.locator("#others li").last.scroll_into_view_if_needed()  # as a finger does
            expect(alike).to_contain_text("10 / 10")
            page.keyboard.press("Shift+R")
            expect(page.locator("#progress")).to_contain_text(f"{80 - group * 10} left")
        expect(page.locator("#nothing")).to_be_visible()
    assert OpenItems.of(desk.content).all() == []
    assert "ورأى المدير أن العمل تم في القرية رقم 3." in bodies(desk)["b0.md"].decode()
    steps = list(Journal(desk.content).steps())
    assert len(steps) == 1 + 10 + 9
    said = undone_tomorrow(desk, len(steps))
    assert said.count("Taken back: ") == len(steps)
    assert everything(desk) == all_before
    assert len(OpenItems.of(desk.content).all()) == 300
    assert "no step" in desk.run("undoing", code=1)


def test_the_first_view_of_what_is_known_reads_no_article(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        repaired(desk, f"a{number}", damaged(number, f"وحضر القاضي القاضي إلى القرية رقم {number}"))
    first = Review(desk.root)
    while ask(first, "look")["waiting"]:
        pass
    read: list[Path] = []
    real = OpenItems.in_data

    def counted(self: OpenItems, file: Path, data: bytes) -> object:
        read.append(file)
        return real(self, file, data)

    monkeypatch.setattr(OpenItems, "in_data", counted)
    second = Review(desk.root)
    shown = ask(second, "view", number=12)
    assert len(shown["items"]) == 12 and shown["left"] == 30 and read == []
    file = desk.content / "articles" / "a3.md"
    file.write_text(file.read_text("utf-8").replace("القاضي القاضي", "القاضي"), "utf-8")
    ask(second, "look", again=True)
    assert read == [file] and ask(second, "view", number=1)["left"] == 29
    # A cut index is only slower.
    (desk.root / ".warraq" / "open-items.sqlite").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    third = Review(desk.root)
    ask(third, "look", again=True)
    assert ask(third, "view", number=1)["left"] == 29


def test_sentences_that_are_equal_are_shown_once_and_others_by_parts(desk: Desk) -> None:
    for number in range(MOST_ALIKE + 5):
        repaired(desk, f"a{number}", damaged(number, f"وحضر القاضي القاضي إلى القرية رقم {number // 2}"))
    review = Review(desk.root)
    while ask(review, "look")["waiting"]:
        pass
    part = ask(review, "alike", group=ask(review, "view", number=1)["items"][0]["group"])
    assert (part["sentences"], part["number"], len(part["alike"])) == (13, 25, 13)
    assert sorted(len(each["ids"]) for each in part["alike"]) == [1, *[2] * 12]


def test_a_step_is_taken_back_from_under_later_ones(desk: Desk) -> None:
    """Monday's decisions go, Tuesday's on the same articles stay."""
    file = repaired(desk, "a", damaged(1, "وحضر القاضي القاضي إلى المدينة.\n\nورأى المدير المدير أن العمل تم"))
    before = file.read_text("utf-8")
    monday, tuesday = sorted(OpenItems.of(desk.content).all(), key=lambda item: item.quote)
    DecisionWriter(OpenItems.of(desk.content)).decide([Decision(monday.id, Choice.KEEP)], "هدى", TODAY)
    after_monday = file.read_text("utf-8")
    take = Decision(tuesday.id, Choice.TAKE, tuesday.proposals[0].name, tuesday.sentence)
    DecisionWriter(OpenItems.of(desk.content)).decide([take], "سلمى", TODAY)
    assert "reviewed: {by: سلمى" in file.read_text("utf-8")
    said = desk.run("undoing", "1", "--preview")
    assert "-settled:" in said and "القاضي القاضي" in said and file.read_text("utf-8") != before
    desk.run("undoing", "1")
    text = file.read_text("utf-8")
    assert "settled" not in text and "reviewed" not in text and "ورأى المدير أن" in text
    assert [item.id for item in OpenItems.of(desk.content).all()] == [monday.id]
    desk.run("undoing", "2")
    assert file.read_text("utf-8") == before != after_monday


def test_a_line_that_was_written_anew_since_stays_and_is_told(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, "ورأى المدير المدير أن العمل تم"))
    (item,) = OpenItems.of(desk.content).all()
    DecisionWriter(OpenItems.of(desk.content)).decide(
        [Decision(item.id, Choice.TAKE, "remove", item.sentence)], "هدى", TODAY
    )
    file.write_text(file.read_text("utf-8").replace("ورأى المدير أن العمل تم", "وقال المدير إن العمل تم"), "utf-8")
    text = file.read_text("utf-8")
    assert "was changed since at the same place" in desk.run("undoing", code=1)
    assert file.read_text("utf-8") == text


def test_a_journal_that_is_not_this_users_own_is_not_taken_back(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, "ورأى المدير المدير أن العمل تم"))
    (item,) = OpenItems.of(desk.content).all()
    DecisionWriter(OpenItems.of(desk.content)).decide([Decision(item.id, Choice.KEEP)], "هدى", TODAY)
    text = file.read_text("utf-8")
    folder = desk.root / ".warraq" / "journal"
    for bad in ("../../outside.md", "/etc/passwd", "articles\\a.md"):
        line = json.loads((folder / "1.jsonl").read_text("utf-8").splitlines()[1]) | {"file": bad}
        head = (folder / "1.jsonl").read_text("utf-8").splitlines()[0]
        (folder / "2.jsonl").write_text(f"{head}\n{json.dumps(line)}\n[[[\n", "utf-8")
        assert "no such step" in desk.run("undoing", "2", code=1)
    folder.rename(desk.root / "elsewhere")
    try:
        folder.symlink_to(desk.root / "elsewhere")
    except OSError:
        return  # Windows without the right to make links
    assert "no step" in desk.run("undoing", code=1) and file.read_text("utf-8") == text
