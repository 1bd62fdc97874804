"""
A line that asks the reader to have a paper's letters sent: `اشترك في نشرتنا البريدية لتصلك آخر الأخبار`.

It begins with the asking, names the letters, and stands outside the article's paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .outer_lines import BODY, short_lines

TAIL = r"[^\n]{0,90}"
KIND = r"(?:البريدية|الإخبارية|الإلكترونية|اليومية|الأسبوعية|الصباحية)"
PURPOSE = rf"(?:$|[ .!،:]+(?:$|ل|كي |مجان|الآن|و(?:احصل|تابع|كن|اقرأ)){TAIL})"
"""«اشترك في النشرة الإخبارية ثلاثة مذيعين» tells of three who did."""
ARABIC = (
    r"(?:اشترك(?:وا|ي)?|سجّ?ل(?:وا)?|انضم(?:وا)?)(?: الآن| مجانا| معنا)? (?:في|إلى|ب) ?"
    rf"(?:(?:نشرتنا|نشراتنا)(?!\w){TAIL}|(?:النشرة|نشرة)(?: {KIND})+{PURPOSE})"
)
PERSIAN = (
    r"(?:(?:در|برای) خبرنامه(?:[ \u200c]?(?:ما|ی ما|روزانه|هفتگی))* (?:عضو شوید|مشترک شوید|ثبت[ \u200c]?نام کنید)"
    rf"|عضو خبرنامه[^\n]{{0,15}}شوید){TAIL}"
)
URDU = rf"ہمار[ےیا] (?:نیوز ?لیٹر|خبرنامے|خبرنامہ)[^\n]{{0,20}}(?:سبسکرائب|شامل ہوں|رکن بنیں|اندراج){TAIL}"
HEBREW = rf"(?:הירשמו|הרשמו|הצטרפו|הירשם|הרשם) (?:עכשיו )?(?:לניוזלטר|לידיעון|לעלון)(?!\w){TAIL}"
WESTERN = (
    r"(?:(?:subscribe|sign up|register|join)(?: now| today| here)? (?:to|for) (?:our|the)(?: \w+){0,3} (?:newsletters?|mailing list|email alerts)"
    rf"|(?:inscrivez[- ]vous|abonnez[- ]vous) à (?:notre|la|nos) (?:newsletter|lettre)s?)(?!\w){TAIL}"
)
ASKING = late(rf"[^\w\n]{{0,4}}(?:{ARABIC}|{PERSIAN}|{URDU}|{HEBREW}|{WESTERN})", re.IGNORECASE)
LONGEST = 160
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


@rule(
    reason="the line asks the reader to have the paper's letters sent",
    certainty=Certainty.CERTAIN,
    mends={
        f"{SENTENCE}\nاشترك في نشرتنا البريدية لتصلك آخر الأخبار": f"{SENTENCE}\n",
        f"{SENTENCE}\nدر خبرنامه ما عضو شوید": f"{SENTENCE}\n",
        f"{SENTENCE}\nہمارے نیوز لیٹر کو سبسکرائب کریں": f"{SENTENCE}\n",
        f"{SENTENCE}\nהירשמו לניוזלטר היומי שלנו": f"{SENTENCE}\n",
        f"{SENTENCE}\nSign up for our daily newsletter.": f"{SENTENCE}\n",
    },
    leaves=[
        f"{SENTENCE}\nاشترك في المعرض عشرون ناشرا",
        f"{SENTENCE}\nاشترك في النشرة الإخبارية ثلاثة مذيعين.",
        f"{SENTENCE}\nاشترك في نشرة الأخبار ثلاثة مذيعين من المحطة، وقرأ كل منهم جزءا منها، ثم عادوا إلى مكاتبهم ليكملوا عملهم كما اعتادوا كل يوم.",
        "اشترك في نشرتنا البريدية",
    ],
)
def letters_line(text: str) -> Iterator[Edit]:
    if not BODY.search(text):
        return
    for at, line in short_lines(text, LONGEST):
        if ASKING.fullmatch(line):
            yield Edit(at, at + len(line), "")
