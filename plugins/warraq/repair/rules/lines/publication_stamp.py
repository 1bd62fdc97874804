"""
A line that only says when the text was published: `نشر في: 12 مارس 2014 10:30`.

It belongs to the front matter, which takes its date from here first. A decree, a letter or a form has its date among other
labelled lines (`الرقم : أ / 267`), which are its words, and so has a list of dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import MARK
from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .byline import is_byline
from .elsewhere import CLOCK, DAYS, LABELS, MONTHS
from .outer_lines import BODY, outer_lines
from .signed import signed
from .source_line import name_in

LABEL = (
    r"(?:(?:تم |تاريخ |وقت )?(?:ال)?نشر(?:ت)?|(?:آخر|أخر|اخر) (?:تحديث|تعديل)|تحديث|تم التحديث|تاريخ الإضافة"
    rf"|أضيف(?:ت)?|حرر|التاريخ|تاريخ|كتب|Published|Updated|Last updated|Posted|{LABELS})"
    r"(?: (?:في|بتاريخ|يوم|on|الخبر))*"
)
DAY = (
    r"(?:ال)?(?:سبت|أحد|احد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة)|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|"
    + DAYS
)
MONTH = (
    "يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر"
    "|ديسمبر|كانون الثاني|كانون الأول|شباط|آذار|نيسان|أيار"
    "|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت|يوليوز|غشت|شتنبر|نونبر"
    "|دجنبر|محرم|صفر|ربيع الأول|ربيع الثاني|ربيع الآخر"
    "|جمادى الأولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
    "|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|"
    + MONTHS
)
CLOCK = (
    r"الساعة|صباحا|صباحاً|مساء|مساءً|ظهرا|بتوقيت|غرينتش|جرينتش|غرينيتش|مكة|المكرمة|القاهرة|أبوظبي"
    r"|GMT|UTC|AM|PM|am|pm|[صمه]|هـ|منذ|دقيقة|دقائق|ساعة|ساعات|الموافق|العدد|" + CLOCK
)
PIECE = rf"(?:{DAY}|{MONTH}|{CLOCK}|[0-9٠-٩۰-۹]{{1,4}}[صمهـ]*|[0-9]{{1,2}}T[0-9]{{1,2}}|[0-9]{{5}})"
DATE = rf"{PIECE}(?:[ ,،:/|.()\-–—+]+{PIECE})*[ .|)]*"
STAMP = late(rf"(?P<label>{LABEL})[ :|\-–—(]+{DATE}|(?P<bare>{DATE})")
YEAR = late(r"(?:1[3-9]|20|١[٣-٩]|٢٠|۱[۳-۹]|۲۰)[0-9٠-٩۰-۹]{2}")
NAMED = late(rf"{DAY}|{MONTH}|[0-9٠-٩۰-۹]{{1,2}} ?[/.-] ?[0-9٠-٩۰-۹]{{1,2}} ?[/.-]")
MARKS = late(f"[{MARK}]")
AGO = ("منذ ", "قبل ")
AGO_LINE = late(
    r"(?:منذ|قبل) (?:[0-9٠-٩]{1,2} )?(?:ساعة|ساعتين|ساعات|دقيقة|دقيقتين|دقائق|يوم|يومين|أيام|أسبوع|أسبوعين|أسابيع)(?: واحدة?)?"
)
DIGIT = late(r"[0-9٠-٩۰-۹]")
SAID = late(
    r"^(?:(?:تم |تاريخ |وقت )?(?:ال)?نشر(?:ت)?|(?:آخر|أخر|اخر) (?:تحديث|تعديل)|تم التحديث|تاريخ الإضافة|أضيف(?:ت)?"
    r"|Published|(?:Last )?[Uu]pdated|Posted)"
    r"[ :|\-–—(][^\n]*",
    re.MULTILINE,
)
"""A label that speaks of publication says it wherever the line stands."""
SAYING = ("نشر", "حديث", "عديل", "إضافة", "ضيف", "ublished", "pdated", "osted")
"""One of these is in every such label."""
FIELD = late(r"[^\W\d_][^\n:|/]{1,18}?(?<!\d) ?[:/](?![/\d]) ?[^\n]{1,60}")
NEAR = 4
"""Lines from the head or the foot of the text."""
LONGEST = 90
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def is_stamp(line: str) -> bool:
    """Say whether a line states when the text was published, and nothing else."""
    if len(line) > LONGEST or not (DIGIT.search(line) or line.startswith(AGO)):
        return False
    if (said := signed(line)) and said.is_told and not said.names:
        return True
    line = MARKS.sub("", line)
    if AGO_LINE.fullmatch(line):
        return True
    if not (match := STAMP.fullmatch(line)):
        return False
    return bool(NAMED.search(line) and (match["label"] or YEAR.search(line)))


@rule(
    reason="the line says when the text was published",
    certainty=Certainty.CERTAIN,
    mends={
        f"نشر في: 12 مارس 2014 10:30\n{SENTENCE}": f"\n{SENTENCE}",
        f"منتشر شده در: ۱۲ خرداد ۱۳۹۵ - ۱۰:۳۰\n{SENTENCE}": f"\n{SENTENCE}",
        f"פורסם ב: 12 במרץ 2014\n{SENTENCE}": f"\n{SENTENCE}",
        f"{SENTENCE}\nالثلاثاء 12 مارس 2014 - 10:30 ص": f"{SENTENCE}\n",
        f"{SENTENCE}\n12 مارس 2014\n15 مارس 2014\nصور\nروابط\nأرقام": f"{SENTENCE}\n\n\nصور\nروابط\nأرقام",
    },
    leaves=[
        f"{SENTENCE}\nنشر في 2014 كتابه الأول.",
        f"{SENTENCE}\nكتب: 500\n{SENTENCE}",
        f"{SENTENCE}\n2014",
        f"الرقم: أ / 267\nالتاريخ: 9 / 10 / 1436هـ\n{SENTENCE}",
        f"{SENTENCE}\n12 مارس 2014\n15 مارس 2014\n19 مارس 2014",
    ],
)
def publication_stamp(text: str) -> Iterator[Edit]:
    lines = outer_lines(text)
    stamps = [i for i, (start, end) in enumerate(lines) if end - start <= LONGEST and is_stamp(text[start:end])]
    taken = set()
    for i in stamps if len(stamps) <= 2 else ():
        start, end = lines[i]
        beside = [lines[k] for k in (i - 1, i + 1) if 0 <= k < len(lines) and k not in stamps]
        others = [lines[k][0] < start for k in stamps if k != i]  # they go out too
        near = text.count("\n", 0, start) - sum(others) < NEAR
        near |= text.count("\n", end) - (len(others) - sum(others)) < NEAR
        if near and not any(_field(text[a:b]) for a, b in beside):
            taken.add((start, end))
    if any(word in text for word in SAYING) and BODY.search(text):
        taken |= {m.span() for m in SAID.finditer(text) if YEAR.search(m[0]) and is_stamp(m[0])}
    for start, end in sorted(taken):
        yield Edit(start, end, "")


def _field(line: str) -> bool:
    """Say whether a line is a field of a form, `الرقم : أ / 267`, and not itself taken out."""
    return bool(FIELD.fullmatch(line)) and not (is_byline(line) or name_in(line))
