"""A key that decides on thousands takes a while: how far it has come is told by the page and the terminal."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from desk.alike_doubts import ALIKE
from desk.conftest import Desk
from desk.doubtful_texts import damaged, repaired
from desk.review_requests import ask
from press.running import of_review, running
from warraq.desk.journal import taking_back
from warraq.desk.review import editor_decisions, long_work
from warraq.desk.review.answering import Review


def test_how_far_a_key_that_decides_on_many_has_come_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page asks while the decisions are written; the terminal says it too."""
    monkeypatch.setattr(long_work, "MANY", 12)
    for number in range(3):
        repaired(desk, f"a{number}", damaged(number, ".\n\n".join(ALIKE.format(number * 4 + n) for n in range(4))))
    review = Review(desk.root)
    while ask(review, "look")["waiting"]:
        pass
    items = ask(review, "view", number=12)["items"]
    told: list[tuple[str, int, int]] = []

    def asking_meanwhile(this: ModuleType) -> None:
        real = this.rewrite

        def run(*given: Any) -> None:
            told.append(tuple(ask(review, "progress").values()))
            real(*given)

        monkeypatch.setattr(this, "rewrite", run)

    assert ask(review, "progress")["of"] == 0
    for this in (editor_decisions, taking_back):
        asking_meanwhile(this)
    kept = [{"id": item["id"], "choice": "keep", "expected": item["sentence"]} for item in items]
    ask(review, "decide", by="هدى", decisions=kept, seen=[item["sentence"] for item in items])
    assert told == [("Writing decisions", n, 12) for n in (0, 4, 8)]  # an article's are written by one line
    assert "Writing decisions: 12 of 12\n" in capsys.readouterr().err
    told.clear()
    assert len(ask(review, "undo")["undone"]) == 12
    assert told == [("Taking back", n, 12) for n in range(12)]
    assert "Taking back: 12 of 12\n" in capsys.readouterr().err
    assert ask(review, "progress")["of"] == 0


def test_of_what_is_left_the_page_gets_what_it_has(desk: Desk) -> None:
    """A key that decides on thousands of articles would be answered with all that is open in them."""
    for name in "ab":
        repaired(desk, name, damaged(1, "وحضر القاضي القاضي إلى المدينة.\n\nورأى المدير المدير أن العمل تم"))
    review = Review(desk.root)
    while ask(review, "look")["waiting"]:
        pass
    items = ask(review, "view", number=12)["items"]
    first, *_ = alike = [item for item in items if item["group"] == items[0]["group"]]
    others = [item["id"] for item in items if item["group"] != first["group"]]
    decisions = [{"id": item["id"], "choice": "keep", "expected": item["sentence"]} for item in alike]
    seen = [first["sentence"]]
    left = ask(review, "decide", by="هدى", decisions=decisions, seen=seen, shown=others[:1])["left"]
    assert [item["id"] for item in left] == others[:1] and len(others) == 2


@pytest.mark.browser
def test_the_page_shows_how_far_a_key_has_come(desk: Desk, page: Page) -> None:
    repaired(desk, "a", damaged(1, "ورأى المدير المدير أن العمل تم"))
    held: list[Route] = []
    page.route("**/review/decide", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given, and a method of a list can't be
    page.route(
        "**/review/progress", lambda route: route.fulfill(json={"what": "Writing decisions", "done": 7, "of": 9})
    )
    with running(of_review(Review(desk.root))) as server:
        page.goto(f"{server.url}/review/")
        page.wait_for_selector("#item:not([hidden])")
        page.keyboard.press("k")
        expect(page.locator("#progress")).to_have_text("Writing decisions: 7 / 9")
        assert page.locator("#bar").evaluate("bar => [bar.value, bar.max]") == [7, 9]
        held[0].continue_()
        expect(page.locator("#progress")).to_have_text("0 left · 1 decided")
