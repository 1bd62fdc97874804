"""No key decides on what nobody saw: not on the page, and not by a request that a page never sends."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from desk.alike_doubts import AUTHORS, MONTH, bodies
from desk.conftest import Desk
from desk.doubtful_texts import TODAY, damaged, repaired
from desk.review_requests import ask
from press.running import of_review, running
from theme.accessibility import violations
from warraq.desk.front_matter import set_value
from warraq.desk.review.answering import Review
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.item_json import item_names
from warraq.desk.review.kinds import KINDS
from warraq.desk.review.kinds.doubt import OF_THE_ARTICLE
from warraq.desk.review.open_items import OpenItems
from warraq.pages.guide_codes import codes

NUMBER = 4


def without_date(desk: Desk, name: str, number: int) -> None:
    repaired(desk, name, damaged(number, "وعاد الوفد").replace("نشر في 8 نوفمبر 2023\n\n", ""))


def with_date(value: str, **described: object) -> Callable[[Desk, str, int], None]:
    """Give what puts in an article whose record says this of the date."""

    def put(desk: Desk, name: str, number: int) -> None:
        article = repaired(desk, name, MONTH.replace("عنوان الخبر", f"عنوان الخبر رقم {number}"))
        kept = desk.content / "records" / f"{name}.json"
        record = json.loads(kept.read_bytes())
        record["described"]["date"] = {"value": value, **described}
        kept.write_text(json.dumps(record), "utf-8")
        article.write_text(set_value(article.read_text("utf-8"), "date", value), "utf-8")

    return put


def with_authors(desk: Desk, name: str, number: int) -> None:
    """Put in an article of the authors that all others have; its own words are in its text."""
    repaired(desk, name, AUTHORS.replace("عشرات", f"{number} من"), "html")


def with_titles(desk: Desk, name: str, number: int) -> None:
    """Put in an article of the title that all others have."""
    other = '<meta property="og:title" content="مئة بائع ينتقلون في ليلة واحدة من الرصيف">'
    repaired(desk, name, AUTHORS.replace("<meta", f"{other}<meta", 1).replace("عشرات", f"{number} من"), "html")


KINDS_OF_ARTICLES: dict[str, Callable[[Desk, str, int], None]] = {
    "undated": without_date,
    "open-date": with_date("2023-11", origin="table"),
    "inferred-date": with_date("2023-11-08", origin="inferred"),
    "doubtful-author": with_authors,
    "doubtful-title": with_titles,
}


def looked_at(desk: Desk) -> Review:
    review = Review(desk.root)
    while ask(review, "look")["waiting"]:
        pass
    return review


def of_kind(review: Review, rule: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(review, "view", number=30, filters={"rule": rule})["items"]
    return found


def by_one_key(review: Review, items: list[dict[str, Any]], seen: list[str]) -> dict[str, Any]:
    decisions = [{"id": i["id"], "choice": "keep", "expected": i["sentence"]} for i in items]
    return ask(review, "decide", by="هدى", decisions=decisions, seen=seen)


def test_each_kind_is_asked_here() -> None:
    assert {*KINDS_OF_ARTICLES, "doubt", "perhaps-a-version"} == {*KINDS}  # a text is a version by itself


@pytest.mark.parametrize("rule", KINDS_OF_ARTICLES)
def test_of_a_question_about_articles_each_article_is_shown(desk: Desk, rule: str) -> None:
    for number in range(NUMBER):
        KINDS_OF_ARTICLES[rule](desk, f"a{number}", number)
    before, review = bodies(desk), looked_at(desk)
    items = of_kind(review, rule)
    part = ask(review, "alike", group=items[0]["group"])
    assert (part["sentences"], part["number"], len(part["alike"])) == (NUMBER, NUMBER, NUMBER)
    sentences = [each["item"]["sentence"] for each in part["alike"]]
    for seen in ([], sentences[:-1], ["0" * 16]):
        answer = by_one_key(review, items, seen)
        assert answer["unseen"] and len(answer["refused"]) == NUMBER and bodies(desk) == before
    assert by_one_key(review, items[:2], sentences[:2])["unseen"]  # what is left out has been looked at too
    assert by_one_key(review, items, sentences)["refused"] == {} and not of_kind(review, rule)


def test_what_was_not_given_out_was_not_shown_and_what_changed_since_is_not_decided_on(desk: Desk) -> None:
    files = [repaired(desk, f"a{n}", damaged(n, f"وحضر القاضي القاضي إلى القرية رقم {n}")) for n in range(3)]
    items = of_kind(looked_at(desk), "doubled-word")
    sentences, before = [i["sentence"] for i in items], bodies(desk)
    other = looked_at(desk)  # a page of an earlier server, or a script
    assert by_one_key(other, items, sentences)["unseen"] and bodies(desk) == before
    of_kind(other, "doubled-word")
    without = [{"id": i["id"], "choice": "keep"} for i in items]
    assert ask(other, "decide", by="x", decisions=without, seen=sentences)["unseen"] and bodies(desk) == before
    files[1].write_text(files[1].read_text("utf-8").replace("القرية", "المدينة"), "utf-8")
    answer = by_one_key(other, items, sentences)
    assert not answer["unseen"] and list(answer["refused"]) == [items[1]["id"]]
    assert "settled" not in files[1].read_text("utf-8")


def test_what_came_in_that_is_alike_is_shown_before_the_key_decides(desk: Desk) -> None:
    without_date(desk, "a", 1)
    without_date(desk, "b", 2)
    review = looked_at(desk)
    items = of_kind(review, "undated")
    without_date(desk, "c", 3)
    ask(review, "look", again=True)
    sentences = [item["sentence"] for item in items]
    assert by_one_key(review, items, sentences)["unseen"]
    assert by_one_key(review, items, [*sentences, of_kind(review, "undated")[2]["sentence"]])["refused"] == {}


def test_a_sentence_that_was_left_out_stays_open_beside_its_neighbours(desk: Desk) -> None:
    """One line in the front matter settles all places of an article that have the words, but not one that an editor took out."""
    sentences = ".\n\n".join(f"وحضر القاضي القاضي إلى القرية رقم {n}" for n in range(3))
    repaired(desk, "a", damaged(1, sentences))
    first, out, last = OpenItems.of(desk.content).all()
    writer = DecisionWriter(OpenItems.of(desk.content))
    kept = [Decision(i.id, Choice.KEEP, expected=i.sentence) for i in (first, last)]
    assert writer.decide(kept, "هدى", TODAY) == {first.id: None, last.id: None}
    assert [item.id for item in OpenItems.of(desk.content).all()] == [out.id]


def test_a_doubt_of_the_whole_article_is_of_that_article_alone(desk: Desk) -> None:
    repaired(desk, "a", damaged(1, "ورأى المدير المدير أن العمل تم"))
    (item,) = OpenItems.of(desk.content).all()
    elsewhere = dataclasses.replace(item, path="content/articles/b.md")
    assert elsewhere.sentence == item.sentence  # equal sentences are one to the eye
    for changes in ({"is_of_article": True}, {"before": "", "quote": " ", "after": ""}):
        one, other = (dataclasses.replace(each, **changes) for each in (item, elsewhere))
        assert one.sentence != other.sentence


@pytest.mark.browser
def test_a_key_shows_the_articles_before_it_decides_on_them(desk: Desk, page: Page) -> None:
    for number in range(16):
        without_date(desk, f"a{number}", number)
    before = bodies(desk)
    page.set_viewport_size({"width": 375, "height": 800})
    with running(of_review(Review(desk.root))) as server:
        page.goto(f"{server.url}/review/")
        expect(page.locator("#alike")).to_contain_text("16 like this · 1 / 16 shown")
        button = page.locator('[data-do="all"]')
        expect(button).to_contain_text("Show the next")
        row = page.locator("#others li:visible").first
        assert re.match(r"عنوان الخبر رقم \d+\n+content/articles/a\d+\.md", row.inner_text().strip())
        assert page.evaluate("document.documentElement.scrollWidth") <= 375 and violations(page) == []
        presses = 0
        while "Keep all" not in button.inner_text():
            page.keyboard.press("a")
            presses += 1
            page.wait_for_timeout(60)
            assert bodies(desk) == before and presses < 60
        assert presses > 1
        page.keyboard.press("a")
        expect(page.locator("#nothing")).to_be_visible()
    assert all(b"\ndate: unknown\n" in data for data in bodies(desk).values())


@pytest.mark.browser
def test_what_a_key_says_is_in_sight_on_a_phone_and_gone_with_the_next_key(desk: Desk, page: Page) -> None:
    (desk.content / "site.yaml").write_text("name: أرشيف التجربة\nlanguage: ar\n", "utf-8")
    with_titles(desk, "a", 1)
    file = desk.content / "records" / "a.json"
    record = json.loads(file.read_bytes())
    record["described"]["title"]["candidates"] = ["An English title of the page"]
    file.write_text(json.dumps(record), "utf-8")
    without_date(desk, "b", 2)
    page.set_viewport_size({"width": 375, "height": 600})
    failed, undone = page.locator("#failed"), page.locator("#undone")
    with running(of_review(Review(desk.root))) as server:
        page.goto(f"{server.url}/review/#order=article")
        expect(page.locator("#item")).to_have_attribute("data-id", "content/articles/a.md#title")
        proposed = page.locator("#proposals bdi")
        assert page.evaluate("e => getComputedStyle(e).direction", proposed.element_handle()) == "ltr"
        page.keyboard.press("u")
        expect(undone).to_contain_text("python3 tasks.py undo")
        page.keyboard.press("9")
        expect(failed).to_have_text("لا مقترح كهذا هنا.")
        page.goto(f"{server.url}/review/#rule=undated")
        page.reload()
        expect(page.locator("#item")).to_have_attribute("data-id", "content/articles/b.md#date")
        page.keyboard.press("f")
        page.fill("#line", "31/31/2023")
        page.keyboard.press("Control+Enter")
        expect(failed).to_contain_text("31/31/2023")
        expect(failed).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") > 0 and failed.get_attribute("role") == "alert"
        assert page.get_attribute("#line", "aria-describedby") == "failed" and page.input_value("#line") == "31/31/2023"
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.keyboard.press("s")
        expect(failed).to_be_empty()


def test_two_rules_of_one_name_are_told_by_their_languages() -> None:
    rules = ["unclosed-quote", "doubled-word", "unpaired-quote", "undated", ""]
    assert item_names("rule", rules, "ar") == [
        "علامة تنصيص بلا نظير (العربية، الفارسية)",
        "كلمة وردت مرتين متتاليتين",
        "علامة تنصيص بلا نظير (الأردية، العبرية، لغات الخطوط الأخرى)",
        "بلا تاريخ",
        "",
    ]


def test_the_guide_has_a_code_of_each_kind() -> None:
    """What `review --list` calls a question is explained where people look for it."""
    table = codes("en")
    assert all(f"| `{name}` | " in table for name in [*KINDS, *OF_THE_ARTICLE] if name != "doubt")
