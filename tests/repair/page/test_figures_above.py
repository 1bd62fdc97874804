"""Figures between headline and text stay, with a doubt; days, names and what a page counts of itself don't."""

from __future__ import annotations

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import Repaired, repair

TITLE = "مباراة الميناء والقلعة في الكأس"
TEXT = (
    "<p>حضر المباراة جمهور كبير من أبناء المدينتين، وبدأت بعد نصف ساعة من موعدها بسبب المطر الغزير.</p>"
    "<p>وقال مدرب الميناء إن فريقه لعب كما تدرب، وإنه ينتظر المباراة المقبلة في ملعب القلعة بثقة كبيرة.</p>"
)


def read(above: str = "", behind: str = "") -> Repaired:
    """Repair a page with this above its text, and with this behind its first paragraphs."""
    head = f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>'
    page = f"{head}<article><h1>{TITLE}</h1>{above}{TEXT}{behind}{behind and TEXT.replace('وقال', 'وذكر')}</article></body></html>"
    return repair(page, OriginalKind.PAGE)


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("<ul class='x'><li>الحضور: 2,140</li><li>البطاقات: 5</li></ul>", ["الحضور: 2,140", "البطاقات: 5"]),
        ("<ul><li>الحضور 2045</li><li>الأهداف 3</li></ul>", ["الحضور 2045", "الأهداف 3"]),
        ("<div class='s'><span>الميناء</span> <b>2</b> - <b>1</b> <span>القلعة</span></div>", ["الميناء 2 - 1 القلعة"]),
    ],
    ids=["a list", "a number like a year", "a score"],
)
def test_figures_above_the_text_stay_with_a_doubt(above: str, kept: list[str]) -> None:
    repaired = read(above)
    lines = [line for b in repaired.document.blocks for line in b.text.split("\n")]
    assert lines[: len(kept)] == kept
    assert "figure-may-be-a-counter" in {d.rule for d in repaired.doubts}


@pytest.mark.parametrize(
    "above",
    [
        "<ul><li>مشاهدات: 320</li><li>تعليقات: 4</li></ul>",
        "<ul><li>4 مارس 2021</li><li>الساعة 10:20</li></ul>",
        "<ul><li>Views 320</li><li>5 min read</li></ul>",
        "<ul><li>الميناء</li><li>العدد 12</li></ul>",
        "<ul class='menu'><li>الميناء 2</li><li>القلعة 3</li></ul>",
        "<ul><li><a href='/a'>الكأس 14</a></li><li><a href='/b'>الدوري 3</a></li></ul>",
        "<div>الخميس 4 - 3 - 2021 الميناء</div>",
    ],
)
def test_what_a_page_says_of_itself_goes(above: str) -> None:
    assert len(read(above).document.blocks) == TEXT.count("<p>")


@pytest.mark.parametrize(
    ("name", "stays"), [("count", True), ("counter", True), ("views", False), ("count share", False)]
)
def test_a_count_that_the_next_words_go_on_from_is_the_storys(name: str, stays: bool) -> None:  # noqa: FBT001 - a case
    repaired = read(behind=f'<div class="{name}">45</div><p>هدفا في موسم واحد.</p>')
    assert ("45" in [b.text for b in repaired.document.blocks]) is stays
    assert ("figure-may-be-a-counter" in {d.rule for d in repaired.doubts}) is stays
