"""
A line that only says where the text comes from: `مصدر | وكالة تسنيم للأنباء |`, `المصدر: رويترز`.

It belongs to the front matter. `مصدر: الحكومة تتفاوض` is not such a line but a headline («a source: …»): without the article
and with a colon, the name has to be an agency's by its own words. Only at the end or the beginning of a text that has
other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warraq.archive.change import Change

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from . import elsewhere
from .outer_lines import outer_lines

NAME = r"(?P<name>[^\n|:؟!]{2,60}?)"
AGENCY = (
    r"وكال(?:ة|ات)|وكالة أنباء|صحيفة|جريدة|مجلة|قناة|موقع|شبكة|رويترز|أ\.? ?ف\.? ?ب|د\.? ?ب\.? ?أ|واس|وام|كونا|بترا"
    r"|قنا|سانا|فرانس برس|الفرنسية"
    r"|أسوشيتد برس"
    r"|الأناضول|الجزيرة|العربية|سي إن إن|بي بي سي|تاس|نوفوستي|سبوتنيك|شينخوا|تسنيم|فارس|إرنا|مهر|روسيا اليوم|[A-Z]{2,}|Reuters"
)
SOURCE = late(
    rf"[*•\-–—\[ ]{{0,4}}(?:(?:ال)?مصدر(?: الخبر| المقال)? ?\|+ ?{NAME}"
    rf"|المصدر(?: الأصلي)? ?\|(?P<name9>[^\n:؟!]{{2,60}}?)"
    rf"|المصدر(?: الأصلي)? ?[:\-–—/= ]{{1,3}}(?P<name10>(?:https?://|www\.)\S+)"
    rf"|المصدر(?: الأصلي)? ?(?:[:\-–—/=]|\.\.) ?-? ?{NAME.replace('name', 'name2')}"
    rf"|مصدر(?: الخبر| المقال| الموضوع) ?[:\-–—] ?{NAME.replace('name', 'name3')}"
    rf"|مصدر ?: ?(?P<name4>(?:{AGENCY})[^\n|:؟!]{{0,40}}?)"
    rf"|\(? ?(?:المصادر|المصدر) ?[:\-–—] ?(?P<name5>[^\n|؟!()]{{2,60}}?) ?\)"
    rf"|[Ss]ource ?[:|] ?(?P<name6>[^\n|]{{2,60}}?)"
    rf"|(?:المصادر|وكالات|متابعات) ?[:+|] ?(?P<name7>[^\n|:؟!]{{2,60}}?)"
    rf"|\(?(?:نقلا|نقلاً|نقلًا) عن ?[:|]? ?[\"«“]?(?P<name8>(?:{AGENCY})[^\n|:؟!.،]{{0,40}}?)[\"»”]?\)?"
    r")[ |.\]]*"
)
LONGEST_LINE = 90
LONGEST = 8
"""Words in a name."""


def name_in(line: str) -> str | None:
    """Give the source that a line states, where it states nothing else."""
    if len(line) > LONGEST_LINE:
        return None
    match = SOURCE.fullmatch(line.strip()) or elsewhere.SOURCE.fullmatch(line.strip())
    if match is None:
        return None
    name = next(n for n in match.groups() if n).strip(" |.۔،-–—")
    return name if name and len(name.split()) <= LONGEST else None


BODY = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


@rule(
    reason="the line says where the text comes from; it stands at the head of the article",
    certainty=Certainty.CERTAIN,
    mends={
        f"{BODY}\nمصدر | وكالة الأنباء |": f"{BODY}\n",
        f"{BODY}\nمنبع: ایسنا": f"{BODY}\n",
        f"{BODY}\nבאדיבות: סוכנות הידיעות": f"{BODY}\n",
    },
    leaves=["مصدر: الحكومة تتفاوض مع جماعة مسلحة", "المصدر: وكالات", f"{BODY}\nמקור: הממשלה תתפטר"],
)
def source_line(text: str) -> Iterator[Edit]:
    for start, end in outer_lines(text):
        if 0 < end - start <= LONGEST_LINE and name_in(text[start:end]):
            yield Edit(start, end, "")


def removed_source(changes: Sequence[Change]) -> str | None:
    """Give the source that was stated by a line that this rule took out."""
    for c in changes:
        if "source-line" in c.rules:
            for line in re.split("[\n\r\u2028\u2029]", c.before):
                if name := name_in(re.sub("[ \t\u00a0]+", " ", line)):
                    return name
    return None
