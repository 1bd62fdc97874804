"""A line of buttons: `شارك هذا الخبر`, `فيسبوك تويتر واتساب طباعة`. Nothing in it but what a page's tools are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .elsewhere import CALLS, NETWORKS
from .outer_lines import BODY

NETWORK = (
    r"فيسبوك|فيس بوك|الفيسبوك|تويتر|إكس|واتساب|واتس ?آب|تلغرام|تليجرام|تيليجرام|لينكد ?إن|لينكدإن|انستغرام|إنستغرام"
    r"|انستجرام|سناب ?شات|بينتريست|ماسنجر|يوتيوب|تيك توك"
    r"|غوغل نيوز|جوجل نيوز|أخبار (?:غوغل|جوجل|قوقل)"
    r"|Google News|Facebook|Twitter|WhatsApp|Telegram|LinkedIn|Instagram|Pinterest|Messenger|YouTube|Email|E-mail|Print|Copy link|Google\+?|X"
    rf"|{NETWORKS}"
)
TOOL = (
    r"طباعة|اطبع|طباعه|إرسال|أرسل|ارسل|نسخ(?: الرابط)?|حفظ|تعليقات|تعليق|البريد(?: الإلكتروني)?|بريد إلكتروني|لصديق"
    r"|إلى صديق|مشاركة|تغريد|غرد|إعجاب"
    r"|أضف تعليق(?:ا|اً)?|تكبير الخط|تصغير الخط|حجم الخط|عدد المشاهدات|المشاهدات|مشاهدة|عدد القراءات|القراءات|[0-9٠-٩]+"
)
CALL = (
    r"(?:شارك|شاركها|شاركوا|انشر|أنشر|غرد)(?: (?:هذا|هذه|على|عبر|مع|الخبر|المقال|المقالة|الموضوع|الصفحة|أصدقائك"
    r"|الأصدقاء|مواقع التواصل(?: الاجتماعي)?))*"
    r"|مشاركة (?:عبر|على)|(?:تم )?نسخ الرابط|(?:أضف|اضف|اترك|أترك) (?:تعليق|تعليقا|تعليقاً|تعليقك)|حجم الخط(?:[ :+\-A]*)"
    r"|عدد (?:المشاهدات|القراءات|التعليقات|الزيارات|الزوار) ?: ?[0-9٠-٩,]+|[0-9٠-٩]+ (?:تعليقات|تعليقا|تعليقاً|تعليقًا|تعليق|مشاهدة|مشاهدات)"
    r"|(?:إرسال|ارسال|أرسل|ارسل) (?:إلى|الى|ل)? ?صديق|طباعة (?:الصفحة|الخبر|المقال)|(?:احفظ|حفظ) (?:المقال|الخبر)|نسخة (?:لل|قابلة لل|معدة لل)طباعة"
    r"|شاركنا رأيك|شارك برأيك"
    r"|(?:تابع|تابعوا|انضم|انضموا|اشترك|اشتركوا)(?: (?:إلى|الى|في|ل))? (?:قناتنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|نشرتنا|مجموعتنا)(?: (?:على|في|عبر))?"
    r"|(?:تابعنا|تابعونا|تابع صفحتنا|اشترك|اشتركوا|انضم إلينا|لمتابعتنا)(?: (?:على|عبر|في|و|قناتنا|صفحتنا|حسابنا"
    r"|النشرة البريدية))*|Share(?: this)?(?: article| story| on)?|Tweet|Follow us(?: on)?|"
    r"Print(?:able|er[- ]friendly)? (?:version|page)|Print this (?:page|article|story)|(?:E-?mail|Send) (?:this )?to a friend"
    rf"|{CALLS}"
)
BUTTON = rf"(?:{NETWORK}|{TOOL}|{CALL})"
BUTTONS = late(rf"(?P<call>(?:{CALL}))?(?:(?:^|[ :|،,/\-–—•·.()]+)و?{BUTTON})*[ :|.!)]*", re.IGNORECASE)
NAMED = late(rf"{NETWORK}|{TOOL}|{CALL}", re.IGNORECASE)
LONGEST = 120
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def is_share_line(line: str) -> bool:
    """Say whether a line has nothing but the names of a page's buttons: a call, or two of them."""
    if len(line) > LONGEST or line.isdigit() or not (match := BUTTONS.fullmatch(line)):
        return False
    names = [name for name in NAMED.findall(line) if not name.strip().isdigit()]
    # two networks with "and" between are a heading, on the networks
    return bool(match["call"]) or len(names) >= 3 or (len(names) == 2 and " و" not in line)


@rule(
    reason="the line has the buttons of the page it stood on",
    certainty=Certainty.CERTAIN,
    mends={
        f"{SENTENCE}\nشارك هذا الخبر": f"{SENTENCE}\n",
        f"فيسبوك تويتر واتساب طباعة\n{SENTENCE}": f"\n{SENTENCE}",
        f"{SENTENCE}\nنسخة للطباعة | أرسل لصديق": f"{SENTENCE}\n",
        f"{SENTENCE}\nשתפו את הכתבה": f"{SENTENCE}\n",
    },
    leaves=[
        f"{SENTENCE}\nشارك في المؤتمر وزراء",
        f"{SENTENCE}\nفيسبوك",
        f"{SENTENCE}\nفيسبوك وتويتر\n{SENTENCE}",
        f"{SENTENCE}\n2014",
    ],
)
def share_line(text: str) -> Iterator[Edit]:
    if not BODY.search(text):
        return
    at = 0
    for line in text.split("\n"):
        if 0 < len(line) <= LONGEST and is_share_line(line):
            yield Edit(at, at + len(line), "")
        at += len(line) + 1
