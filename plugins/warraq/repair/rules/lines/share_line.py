"""A line of buttons: `شارك هذا الخبر`, `فيسبوك تويتر واتساب طباعة`. Nothing in it but what a page's tools are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .elsewhere import CALLS, NETWORKS
from .outer_lines import BODY, outer_lines, short_lines

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
    r"|(?:عدد )?(?:المشاهدات|مشاهدات|القراءات|قراءات|التعليقات|الزيارات|الزوار) ?: ?[0-9٠-٩,]+|التعليقات ?\([0-9٠-٩,]+\)"
    r"|[0-9٠-٩]+ (?:تعليقات|تعليقا|تعليقاً|تعليقًا|تعليق|مشاهدة|مشاهدات)"
    r"|(?:إرسال|ارسال|أرسل|ارسل) (?:إلى|الى|ل)? ?صديق|طباعة (?:الصفحة|الخبر|المقال)|(?:احفظ|حفظ) (?:المقال|الخبر)|نسخة (?:لل|قابلة لل|معدة لل)طباعة"
    r"|شاركنا رأيك|شارك برأيك"
    r"|(?:تابع|تابعوا|انضم|انضموا|اشترك|اشتركوا)(?: (?:إلى|الى|في|ل))? (?:قناتنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|نشرتنا|مجموعتنا)(?: (?:على|في|عبر))?"
    r"|(?:تابعنا|تابعونا|تابع صفحتنا|اشترك|اشتركوا|انضم إلينا|لمتابعتنا)(?: (?:على|عبر|في|و|قناتنا|صفحتنا|حسابنا"
    r"|النشرة البريدية))*|Share(?: this)?(?: article| story| on)?|Tweet|Follow us(?: on)?|"
    r"Print(?:able|er[- ]friendly)? (?:version|page)|Print this (?:page|article|story)|(?:E-?mail|Send) (?:this )?to a friend"
    r"|(?:Page ?)?(?:Views|Reads|Hits|Comments) ?: ?[0-9,]+|Comments ?\([0-9,]+\)|[0-9,]+ (?:views|comments)"
    rf"|{CALLS}"
)
BUTTON = rf"(?:{NETWORK}|{TOOL}|{CALL})"
BUTTONS = late(rf"(?P<call>(?:{CALL}))?(?:(?:^|[ :|،,/\-–—•·.()]+)و?{BUTTON})*[ :|.!)]*", re.IGNORECASE)
NAMED = late(rf"{NETWORK}|{TOOL}|{CALL}", re.IGNORECASE)
LAST = late(
    r"(?:طباعة|اطبع|إرسال|حفظ|Print|Imprimer|Drucken|چاپ|پرنٹ|הדפסה|הדפס)(?: (?:الخبر|المقال|الصفحة|article|page))?[ .|]*"
    r"|(?:(?:السابق|Previous|Prev|قبلی|הקודם|پچھلا|Précédent|«|‹)[ |]*)?(?:[0-9٠-٩۰-۹]{1,4}[ |.…]+){2,20}"
    r"(?:التالي|الأخيرة|Next|Last|بعدی|הבא|اگلا|Suivant|Weiter|»|›)(?: ?(?:الأخيرة|Last|»|›))*"
    r"|(?:کد (?:خبر|مطلب)|شناسه خبر) ?: ?[0-9۰-۹]+|(?:لینک|پیوند) کوتاه(?: خبر)? ?: ?\S+|(?:رابط مختصر|الرابط المختصر|Short ?link) ?: ?\S+"
    r"|(?:برچسب[\u200c ]?ها|کلید ?واژه[\u200c ]?ها|الكلمات (?:المفتاحية|الدلالية)|الوسوم|وسوم|תגיות|תגים|ٹیگز|Tags) ?: ?[^.؟?!:\n]{2,100}",
    re.IGNORECASE,
)
"""What ends a page below its article: a button alone, the numbers of pages, the number and the short address of a report, its tags."""
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
        f"{SENTENCE}\nالمشاهدات: 412\nطباعة\n1 2 3 التالي": f"{SENTENCE}\n\n\n",
        f"{SENTENCE}\nکد خبر: ۷۷\nلینک کوتاه: https://a.example/x\nبرچسب‌ها: شهر، بازار": f"{SENTENCE}\n\n\n",
        f"{SENTENCE}\nצפיות: 412\nתגובות (12)": f"{SENTENCE}\n\n",
        f"{SENTENCE}\nViews: 412\nPrint\n1 2 3 Next": f"{SENTENCE}\n\n\n",
    },
    leaves=[
        f"{SENTENCE}\nشارك في المؤتمر وزراء",
        f"{SENTENCE}\nفيسبوك",
        f"{SENTENCE}\nفيسبوك وتويتر\n{SENTENCE}",
        f"{SENTENCE}\n2014",
        f"طباعة\n{SENTENCE}",
        f"{SENTENCE}\nطباعة\n{SENTENCE}",
        f"{SENTENCE}\n1 2 3",
    ],
)
def share_line(text: str) -> Iterator[Edit]:
    if not (body := BODY.search(text)):
        return
    below = {start for start, _ in outer_lines(text) if start > body.start()}
    for at, line in short_lines(text, LONGEST):
        if is_share_line(line) or (at in below and LAST.fullmatch(line)):
            yield Edit(at, at + len(line), "")
