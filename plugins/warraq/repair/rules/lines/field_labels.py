"""
The labelled lines at the head of a text that a database exported: `العنوان: …`, `الكاتب: …`, `التاريخ: …`.

They are fields, not words of the text: the front matter takes its values from them, and the title is what stands behind its label. A form,
a letter and a decree have labelled lines too, with labels of other kinds (`الاسم`, `الهاتف`, `الرقم`), or with no title and no text below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .outer_lines import BODY

TITLE = r"العنوان|عنوان|عنوان (?:ال)?(?:خبر|مقال|مادة|موضوع)|العنوان الرئيسي|تیتر|عنوان خبر|כותרת|Title|Headline"
TEXT = r"النص|نص (?:ال)?(?:خبر|مقال|مادة)|المتن|متن|متن خبر|Text|Body|Content"
FIELDS = (
    r"الكاتب|اسم الكاتب|المؤلف|المحرر|المراسل|كاتب|نویسنده|مصنف|تحریر|מחבר|מאת|Author|Authors|By"
    r"|التاريخ|تاريخ|تاريخ (?:ال)?(?:نشر|خبر|إضافة)|تاریخ|تاریخ انتشار|تاریخ اشاعت|תאריך|תאריך פרסום|Date|Published|Publication date"
    r"|المصدر|الصحيفة|الجريدة|المجلة|الوكالة|الناشر|منبع|מקור|Source|Publisher|Publication"
    r"|الرابط|رابط (?:ال)?(?:خبر|مقال)|لینک|URL|Link"
    r"|القسم|التصنيف|الباب|الملحق|العدد|رقم العدد|الصفحة|رقم الصفحة|الكلمات المفتاحية|الكلمات الدالة|الوسوم|اللغة|رقم الخبر|رقم المادة|کد خبر|سرویس"
    r"|Section|Category|Keywords|Tags|Language|Page|Issue|Edition|ID|Word count|Length"
)
LABELLED = late(
    rf"[ \t*•-]{{0,4}}(?:(?P<title>{TITLE})|(?P<text>{TEXT})|(?P<field>{FIELDS}))[ \t*]{{0,3}}[:：][ \t*]{{0,3}}(?P<value>[^\n]*)",
    re.IGNORECASE,
)
LABEL = 40
"""Code points in which a line's label ends, with its colon."""
LONGEST = 300
"""Code points of a field; the text itself may stand behind its label on one line."""
MOST = 30
"""Lines of a head."""
ENOUGH = 3
"""Fields of a head without a title."""
NAMED = late(r"[^\W\d_]\S* +\S")
"""A value of two words."""
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


@rule(
    reason="the line is a field of a database's export; it stands at the head of the article",
    certainty=Certainty.CERTAIN,
    mends={
        f"العنوان: افتتاح المعرض\nالكاتب: سالم بن ناصر\nالتاريخ: 12/3/2014\nالمصدر: جريدة الميناء\n\n{SENTENCE}": (
            f"افتتاح المعرض\n\n\n\n\n{SENTENCE}"
        ),
        f"المصدر: جريدة الميناء\nالعنوان: افتتاح المعرض\nالنص: {SENTENCE}": f"\nافتتاح المعرض\n{SENTENCE}",
        f"Title: The fair opens\nDate: 2014\nText:\n{SENTENCE}": f"The fair opens\n\n\n{SENTENCE}",
        f"الكاتب: سالم\nالقسم: محليات\nالعدد: 5\nافتتاح المعرض\n{SENTENCE}": f"\n\n\nافتتاح المعرض\n{SENTENCE}",
        f"العنوان: افتتاح المعرض\n{SENTENCE}": f"افتتاح المعرض\n{SENTENCE}",
    },
    leaves=[
        f"الاسم: سالم\nالعنوان: شارع البحر\nالهاتف: 1234\n{SENTENCE}",
        f"العنوان: المعرض\n{SENTENCE}",
        "العنوان: شارع البحر\nالهاتف: 1234",
        f"الرقم: أ / 267\nالتاريخ: 9 / 10 / 1436هـ\n{SENTENCE}",
        f"التاريخ: درس لا ينتهي\n{SENTENCE}",
        f"معرض الزيتون\nالعنوان: شارع البحر القديم\n{SENTENCE}",
    ],
    signs=":：",
)
def field_labels(text: str) -> Iterator[Edit]:
    for match in fields(text):
        yield Edit(match.start(), match.start("value") if match["title"] or match["text"] else match.end(), "")


def fields(text: str) -> list[re.Match[str]]:
    """Find the fields at the head of an export; none where they are too few, or those of another kind of text."""
    head = list(labelled_head(text))
    titles = [m for m in head if m["title"]]
    if len(titles) > 1 or (not titles and len(head) < ENOUGH):
        return []
    if len(head) == 1 and not (NAMED.match(titles[0]["value"]) and BODY.match(text, titles[0].end() + 1)):
        return []
    return head


def labelled_head(text: str) -> Iterator[re.Match[str]]:
    """Yield the labelled lines that a text begins with, one behind the other; the label of the text itself is the last."""
    at = 0
    for _ in range(MOST):
        while text.startswith("\n", at):
            at += 1
        label = text[at : at + LABEL]
        match = LABELLED.match(text, at) if ":" in label or "：" in label else None
        if match is None or (not match["text"] and len(match[0]) > LONGEST):
            return
        yield match
        if match["text"]:
            return
        at = match.end()
