"""
A line that only says when the text was published: `نشر في: 12 مارس 2014 10:30`.

It belongs to the front matter, which takes its date from here first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .outer_lines import BODY, outer_lines

LABEL = (
    r"(?:(?:تم |تاريخ |وقت )?(?:ال)?نشر(?:ت)?|(?:آخر|أخر|اخر) (?:تحديث|تعديل)|تحديث|تم التحديث|تاريخ الإضافة"
    r"|أضيف(?:ت)?|حرر|التاريخ|تاريخ|كتب|Published|Updated|Last updated|Posted)"
    r"(?: (?:في|بتاريخ|يوم|on|الخبر))*"
)
DAY = r"(?:ال)?(?:سبت|أحد|احد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة)"
MONTH = (
    "يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر"
    "|ديسمبر|كانون الثاني|كانون الأول|شباط|آذار|نيسان|أيار"
    "|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت|يوليوز|غشت|شتنبر|نونبر"
    "|دجنبر|محرم|صفر|ربيع الأول|ربيع الثاني|ربيع الآخر"
    "|جمادى الأولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
    "|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
CLOCK = (
    r"الساعة|صباحا|صباحاً|مساء|مساءً|ظهرا|بتوقيت|غرينتش|جرينتش|غرينيتش|مكة|المكرمة|القاهرة|أبوظبي"
    r"|GMT|UTC|AM|PM|am|pm|[صمه]|هـ|منذ|دقيقة|دقائق|ساعة|ساعات|الموافق"
)
PIECE = rf"(?:{DAY}|{MONTH}|{CLOCK}|[0-9٠-٩۰-۹]{{1,4}}[صمهـ]*)"
DATE = rf"{PIECE}(?:[ ,،:/|.()\-–—+]+{PIECE})*[ .|)]*"
STAMP = re.compile(rf"(?P<label>{LABEL})[ :|\-–—(]+{DATE}|(?P<bare>{DATE})")
YEAR = re.compile(r"(?:1[3-9]|20|١[٣-٩]|٢٠|۱[۳-۹]|۲۰)[0-9٠-٩۰-۹]{2}")
NAMED = re.compile(rf"{DAY}|{MONTH}|[0-9٠-٩۰-۹]{{1,2}} ?[/.-] ?[0-9٠-٩۰-۹]{{1,2}} ?[/.-]")
DIGIT = re.compile(r"[0-9٠-٩۰-۹]")
LABELLED = re.compile(rf"^{LABEL}[ :|\-–—(][^\n]*", re.MULTILINE)
LONGEST = 90
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def is_stamp(line: str) -> bool:
    """The line says when the text was published, and nothing else."""
    if len(line) > LONGEST or not DIGIT.search(line) or not (match := STAMP.fullmatch(line)):
        return False
    return bool(match["label"]) or bool(YEAR.search(line) and NAMED.search(line))


@rule(
    reason="the line says when the text was published",
    certainty=Certainty.CERTAIN,
    mends={
        f"نشر في: 12 مارس 2014 10:30\n{SENTENCE}": f"\n{SENTENCE}",
        f"{SENTENCE}\nالثلاثاء 12 مارس 2014 - 10:30 ص": f"{SENTENCE}\n",
    },
    leaves=[f"{SENTENCE}\nنشر في 2014 كتابه الأول.", f"{SENTENCE}\n2014"],
    signs="0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
)
def publication_stamp(text: str) -> Iterator[Edit]:
    for start, end in outer_lines(text):
        if end - start <= LONGEST and is_stamp(text[start:end]):
            yield Edit(start, end, "")
    if BODY.search(text):
        for match in LABELLED.finditer(text):  # a label says it wherever the line stands
            if len(match[0]) <= LONGEST and is_stamp(match[0]):
                yield Edit(*match.span(), "")
