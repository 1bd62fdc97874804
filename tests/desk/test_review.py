"""What is open is shown beside its original; a decision is written into the article, and nothing else is."""

from __future__ import annotations

import os

import pytest

from desk.conftest import Desk
from desk.doubtful_texts import SENTENCES, TODAY, damaged, repaired
from edition.making import article, original, record
from growth import calls
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.items import open_items
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.open_items import OpenItems
from warraq.desk.review.refusal import Refusal
from warraq.repair import plan
from warraq.repair.readers import read_original


def keep(review_items: OpenItems, *ids: str) -> dict[str, Refusal | None]:
    return DecisionWriter(review_items).decide([Decision(i, Choice.KEEP) for i in ids], "هدى", TODAY)


def test_a_doubt_is_shown_in_its_line_beside_the_original(desk: Desk, review_items: OpenItems) -> None:
    repaired(desk, "a", damaged(1, SENTENCES[0]))
    (item,) = [i for i in review_items.all() if i.about == "doubt"]
    assert item.rule == "doubled-word"
    assert f"{item.before}{item.quote}{item.after}" == SENTENCES[0] + "."
    assert f"{item.source_before}{item.source_quote}{item.source_after}" in damaged(1, SENTENCES[0])
    assert item.lines and item.lines.markdown == SENTENCES[0] + "."


def test_each_of_two_doubts_of_one_rule_is_shown_beside_its_own_original() -> None:
    """The places 10 and 101: the id of the one begins with the id of the other."""
    start = "عنوان\n"
    between = "ثم سار القوم حتى بلغوا النهر "
    first, second = "عاد عاد ", "قال قال "
    text = f"{start}{'ا' * 3} {first}"
    text += (between * 4)[: 101 - len(text) - 1].rstrip().ljust(101 - len(text) - 1, "ا") + f" {second}ثم مضى."
    done = record(text, doubts=[("doubled-word", first.strip()), ("doubled-word", second.strip())])
    assert [doubt.start for doubt in done.doubts] == [10, 101]
    title, body = text.split("\n")
    found = open_items(article(body, title), "---\ndate: unknown\n---\n", original(text), done, Vocabulary())
    assert [(item.quote, item.source_quote) for item in found if item.about == "doubt"] == [
        ("عاد عاد", "عاد عاد"),
        ("قال قال", "قال قال"),
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("الكاتب\nوصل", ("قال ", "الكاتب", "")),
        ("الكاتب\nوصل الوفد\nثم", ("قال ", "الكاتب", "")),
        ("الكاتب\n", ("قال ", "الكاتب", "")),
        ("\nوصل", ("", "وصل", " الوفد")),
        ("\nوصل الوفد\nثم", ("", "وصل الوفد", "")),
        ("\nوصل الو", ("", "وصل الو", "فد")),
    ],
    ids=["over one line end", "over two", "up to one", "from one", "from one over another", "from one, within a word"],
)
def test_a_doubt_across_a_line_end_is_cut_at_it_and_shown_in_one_line(words: str, shown: tuple[str, str, str]) -> None:
    text = "عنوان\nقال الكاتب\nوصل الوفد\nثم سكت"
    title, *lines = text.split("\n")
    done = record(text, doubts=[("doubled-word", words)])
    found = open_items(
        article("\n\n".join(lines), title), "---\ndate: unknown\n---\n", original(text), done, Vocabulary()
    )
    assert [(item.before, item.quote, item.after) for item in found] == [shown]
    assert [item.source_quote for item in found] == [words]


def test_keeping_writes_one_decision_and_who_reviewed_and_nothing_else(desk: Desk, review_items: OpenItems) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    file.write_text(file.read_text("utf-8").replace("lang: ar", "lang: ar # as it says"), "utf-8")
    before = file.read_text("utf-8").split("\n")
    (item,) = review_items.all()
    assert keep(review_items, item.id) == {item.id: None}
    new = [line for line in file.read_text("utf-8").split("\n") if line not in before]
    assert new == [
        "settled:",
        f"  - {{rule: doubled-word, quote: {item.unique_quote}, decision: keep}}",
        "reviewed: {by: هدى, date: 2026-11-23}",
    ]
    assert review_items.all() == []


def test_fixing_writes_the_line_and_the_doubt_is_gone(desk: Desk, review_items: OpenItems) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    (item,) = review_items.all()
    writer = DecisionWriter(review_items)
    was = file.read_bytes()
    assert item.lines
    fixed = item.lines.markdown.replace("القاضي القاضي", "القاضي")
    outcome = writer.decide([Decision(item.id, Choice.FIX, fixed, item.lines.markdown)], "هدى", TODAY)
    assert outcome == {item.id: None}
    text = file.read_text("utf-8")
    assert fixed in text and SENTENCES[0] not in text and "settled:" not in text and "reviewed:" in text
    assert review_items.all() == []
    assert writer.undo() == (item.id,) and file.read_bytes() == was


def test_a_line_that_was_changed_meanwhile_is_not_overwritten(desk: Desk, review_items: OpenItems) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    (item,) = review_items.all()
    assert item.lines
    file.write_text(file.read_text("utf-8").replace("منذ شهر", "منذ شهرين"), "utf-8")
    before = file.read_bytes()
    outcome = DecisionWriter(review_items).decide(
        [Decision(item.id, Choice.FIX, "x", item.lines.markdown)], "هدى", TODAY
    )
    assert "changed meanwhile" in str(outcome[item.id])
    assert file.read_bytes() == before


def test_a_date_is_set_or_confirmed_as_unknown(desk: Desk, review_items: OpenItems) -> None:
    undated = repaired(desk, "a", damaged(1, "وعاد الوفد").replace("نشر في 8 نوفمبر 2023\n\n", ""))
    (item,) = review_items.all()
    assert item.about == "undated"
    outcome = DecisionWriter(review_items).decide([Decision(item.id, Choice.FIX, "08/11/2023")], "هدى", TODAY)
    assert "is not a date" in str(outcome[item.id])
    before = undated.read_bytes()
    DecisionWriter(review_items).decide([Decision(item.id, Choice.FIX, "٢٠٢٣-١١")], "هدى", TODAY)
    assert "\ndate: 2023-11\n" in undated.read_text("utf-8") and review_items.all() == []
    undated.write_bytes(before)
    assert keep(review_items, item.id) == {item.id: None}
    assert "\ndate: unknown\n" in undated.read_text("utf-8") and review_items.all() == []


def test_a_title_beside_which_the_original_says_another_is_confirmed_or_changed(
    desk: Desk, review_items: OpenItems
) -> None:
    title, other = "سوق السمك الجديد يفتح أبوابه صباح السبت", "مئة بائع ينتقلون في ليلة واحدة من الرصيف"
    text = "<p>افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم.</p>" * 2
    page = (
        f'<html lang=ar><head><title>{title}</title><meta property="og:title" content="{other}">'
        f'<meta name="pubdate" content="2023-11-08"></head><body><h1>{title}</h1>{text}</body></html>'
    )
    file = repaired(desk, "a", page, "html")
    before = file.read_bytes()
    item = next(i for i in review_items.all() if i.about == "doubtful-title")
    assert (item.quote, item.reason.text("en")) == (title, f"The title is doubtful: it may also be {other}.")
    assert title in item.group  # no key decides on the titles of several articles at once
    assert keep(review_items, item.id) == {item.id: None}
    assert "rule: doubtful-title" in file.read_text("utf-8") and item.id not in {i.id for i in review_items.all()}
    file.write_bytes(before)
    DecisionWriter(review_items).decide([Decision(item.id, Choice.FIX, other)], "هدى", TODAY)
    assert f"\ntitle: {other}\n" in file.read_text("utf-8") and item.id not in {i.id for i in review_items.all()}


def test_an_article_of_many_doubts_is_shown_as_quickly_as_many_articles() -> None:
    """Each doubt was looked for in all lines anew: four times the doubts cost sixteen times, at every key."""

    def cost(doubts: int) -> int:
        line = "وصل وزير الداخلية الداخلية أمس إلى المدينة رقم {} وأكد أن العمل فيها يجري كما خطط له من قبل في كل مكان."
        original = read_original("x.txt", "\n".join(["عنوان", *map(line.format, range(doubts))]).encode())
        planned = plan(original, Vocabulary())
        article = read_article("content/articles/x.md", planned.article).article
        assert article
        found: list[OpenItem] = []
        work = calls(
            lambda: found.extend(open_items(article, planned.article.decode(), original, planned.record, Vocabulary()))
        )
        assert sum(item.lines is not None for item in found) == doubts
        return work

    assert cost(480) < 5 * cost(120)


def test_a_withdrawn_article_has_no_open_items(desk: Desk, review_items: OpenItems) -> None:
    file = repaired(desk, "a", damaged(1, SENTENCES[0]))
    text = file.read_text("utf-8").replace("lang: ar", "lang: ar\nwithdrawn: {date: 2024-01-01, reason: x}")
    file.write_text(text, "utf-8")
    assert review_items.all() == []


def test_plain_lines_for_scripts(desk: Desk) -> None:
    repaired(desk, "a", damaged(1, SENTENCES[0]))
    repaired(desk, "b", damaged(2, "وعاد الوفد").replace("نشر في 8 نوفمبر 2023\n\n", ""))
    lines = desk.run("review", "--list").splitlines()
    assert lines[0].startswith("content/articles/a.md: doubled-word: ")
    assert lines[1:] == ["content/articles/b.md: undated: عنوان الخبر رقم 2"]


@pytest.mark.skipif(os.name == "nt", reason="Windows reports a closed pipe in another way")
def test_a_reader_of_the_list_may_stop_early(desk: Desk) -> None:
    repaired(desk, "a", damaged(1, SENTENCES[0]))
    process = desk.start("review", "--list")
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.wait(60) == 1
    assert process.stderr.read() in ("", "1 are open.\n")
