"""What a page states of its text for programs says which blocks are the article, and whether the page shows all of it."""

from __future__ import annotations

import json

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import repair

FIRST = "وصلت أمس إلى الميناء القديم أربع سفن محملة بالقمح، وكان في انتظارها مئات العمال وعدد من التجار."
SECOND = "وقال مدير الميناء إن العمل استمر حتى منتصف الليل، وإن القمح نُقل كله إلى المطاحن في ضواحي المدينة."
THIRD = "وأضاف أن السفن ستعود في الشهر المقبل محملة بالشعير، وأن العمال سيحصلون على أجورهم كاملة غير منقوصة."
MORE = "وتذكر سجلات الميناء أن أول سفينة من هذا النوع دخلته قبل مئة عام، وأن المدينة احتفلت بها ثلاثة أيام. " * 5


def read(stated: str, last: str = f"<p>{THIRD}</p>") -> tuple[list[str], list[str]]:
    """Give the lines and the names of the doubts of a page that states this text; `last`: its third paragraph."""
    data = json.dumps({"@type": "NewsArticle", "articleBody": stated}, ensure_ascii=False)
    head = f'<head><title>سفن القمح في الميناء</title><script type="application/ld+json">{data}</script></head>'
    body = f"<article><h1>سفن القمح في الميناء</h1><p>{FIRST}</p><p>{SECOND}</p>{last}</article>"
    result = repair(f"<html>{head}<body>{body}</body></html>", OriginalKind.PAGE)
    return [b.text for b in result.document.blocks], [d.rule for d in result.doubts]


def test_a_paragraph_that_the_statement_has_too_is_the_articles_whatever_its_container_is_called() -> None:
    box = f'<div class="related-box"><p>{THIRD}</p></div>'
    assert read(f"{FIRST}\n{SECOND}", box)[0] == [FIRST, SECOND]
    assert read(f"{FIRST}\n{SECOND}\n{THIRD}", box)[0] == [FIRST, SECOND, THIRD]


def test_a_text_that_ends_before_its_statement_has_a_doubt() -> None:
    assert "page-states-more" in read(f"{FIRST}\n{SECOND}\n{THIRD}\n{MORE}")[1]
    assert "page-states-more" in read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{MORE}</p>")[1]


def test_the_same_text_a_summary_and_another_text_have_none() -> None:
    for stated in (f"{FIRST}{SECOND}{THIRD}", f"{THIRD} {FIRST} {SECOND}", FIRST, MORE, "", "{}"):
        assert "page-states-more" not in read(stated)[1]
