"""A decision is one key, and is accepted from the review page only."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from desk.conftest import Desk
from desk.doubtful_texts import PEOPLE, SENTENCES, damaged, repaired
from theme.accessibility import violations
from warraq.desk.review.answering import Review
from warraq.desk.review.open_items import OpenItems


def test_only_requests_of_the_review_page_are_obeyed(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    before = file.read_bytes()
    review = Review(desk.root)
    item = OpenItems.of(desk.content).all()[0]
    body = json.dumps({"by": "x", "decisions": [{"id": item.id, "choice": "keep"}]}).encode()
    good = {"X-Warraq-Token": review.token, "Content-Type": "application/json"}
    for changed in (
        {"X-Warraq-Token": "x"},
        {"X-Warraq-Token": ""},
        {"X-Warraq-Token": review.token + "x"},
        {"X-Warraq-Token": "\u0661"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "text/plain; application/json"},
        {"Content-Type": "application/jsonx"},
    ):
        assert review.answer("POST", "/review/decide", good | changed, body).status in (403, 404), changed
    assert review.answer("GET", "/review/items", {}, b"").status == 403
    assert review.answer("GET", "/review/../../etc/passwd", good, b"").status == 404
    assert file.read_bytes() == before
    assert (
        review.answer("POST", "/review/decide", good | {"Content-Type": "application/json; charset=utf-8"}, body).status
        == 200
    )
    assert file.read_bytes() != before


def test_the_answer_says_what_is_left_of_the_articles_it_touched(desk: Desk) -> None:
    repaired(desk, "a", damaged(1, f"{SENTENCES[0]}.\n\n{SENTENCES[1]}"))
    repaired(desk, "b", damaged(2, SENTENCES[0]))
    review = Review(desk.root)
    headers = {"X-Warraq-Token": review.token, "Content-Type": "application/json"}
    shown = json.loads(review.answer("GET", "/review/items", headers, b"").data)
    first = next(i for i in shown if i["path"] == "content/articles/a.md")
    keep = {"choice": "keep", "expected": first["sentence"]}
    asked = {
        "by": "x",
        "decisions": [{"id": first["id"], **keep}, {"id": "content/../x.md#d1", **keep}],
        "seen": [first["sentence"]],
    }
    answer = json.loads(review.answer("POST", "/review/decide", headers, json.dumps(asked).encode()).data)
    assert [i["id"] for i in answer["left"]] == [
        i["id"] for i in shown if i["path"] == first["path"] and i["id"] != first["id"]
    ]
    assert list(answer["refused"]) == ["content/../x.md#d1"]


@pytest.mark.browser
def test_fifty_doubts_are_decided_in_fewer_than_sixty_keys(desk: Desk, served_review: str, page: Page) -> None:
    for number in range(44):
        repaired(desk, f"n{number}", damaged(number, SENTENCES[number % 2]))
    for number, who in enumerate(PEOPLE):
        repaired(desk, f"s{number}", damaged(100 + number, f"ورأى {who} {who} أن العمل تم"))
    review_items = OpenItems.of(desk.content)
    assert len(review_items.all()) == 50
    page.goto(served_review)
    page.wait_for_selector("#item:not([hidden])")
    assert violations(page) == []
    page.fill("#by", "سلمى")
    page.click("#headline")
    presses = 0
    while page.is_visible("#item"):
        alike = int(page.inner_text("#alike").split()[0])
        here = page.get_attribute("#item", "data-id")
        if alike == 1 and presses % 2:  # as an editor would: mends one line by hand
            page.keyboard.press("f")
            page.fill("#line", "ورأى المدير أن العمل تم.")
            page.keyboard.press("Control+Enter")
            presses += 2
        else:
            page.keyboard.press("a" if alike > 1 else "k")
            presses += 1
        page.wait_for_function(
            "id => document.querySelector('#item').hidden || document.querySelector('#item').dataset.id !== id",
            arg=here,
        )
    assert review_items.all() == []
    assert presses < 60 and presses <= 14
    for file in (desk.content / "articles").iterdir():
        assert "reviewed: {by: سلمى" in file.read_text("utf-8")


@pytest.mark.browser
def test_undoing_shows_what_was_undone_so_that_the_next_key_decides_on_it(
    desk: Desk, served_review: str, page: Page
) -> None:
    for number in range(4):
        repaired(desk, f"n{number}", damaged(number, SENTENCES[number // 2]))
    page.goto(served_review)
    page.wait_for_selector("#item:not([hidden])")
    page.keyboard.press("u")
    expect(page.locator("#undone")).to_contain_text("Nothing was undone")
    first = page.get_attribute("#item", "data-id")
    item, undone = page.locator("#item"), page.locator("#undone")
    page.keyboard.press("k")
    expect(item).not_to_have_attribute("data-id", first)
    second = page.get_attribute("#item", "data-id")
    page.keyboard.press("s")
    expect(item).not_to_have_attribute("data-id", second)
    page.keyboard.press("u")
    expect(item).to_have_attribute("data-id", first)
    expect(undone).to_have_text("Undone: 1")
    assert len(OpenItems.of(desk.content).all()) == 4
    page.keyboard.press("a")  # both of these words
    expect(item).not_to_have_attribute("data-id", first)
    expect(undone).to_be_empty()
    page.keyboard.press("a")
    page.wait_for_selector("#nothing:not([hidden])")
    page.keyboard.press("u")  # brought back from the end
    expect(undone).to_have_text("Undone: 2")
    assert page.is_visible("#item") and violations(page) == []
    assert len(OpenItems.of(desk.content).all()) == 2
    shown = page.get_attribute("#item", "data-id")
    page.keyboard.press("k")
    expect(item).not_to_have_attribute("data-id", shown)
    assert shown not in [item.id for item in OpenItems.of(desk.content).all()]
