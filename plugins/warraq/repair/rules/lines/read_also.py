"""
A line that sends the reader to another article: `اقرأ أيضا: …`, `مواضيع ذات صلة`.

The page had it as a link in the midst of the text. A verb in the past (`شاهد أيضا المباراة`) is no such line: but for
the imperative `اقرأ`, which no statement is written with, a sign of separation has to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .outer_lines import BODY

ALSO = r"(?:[أا]يض(?:اً|ًا|ا)|كذلك|المزيد|أكثر|هذا الخبر|التالي)"
LINKS = r"(?:مواضيع|أخبار|اخبار|مقالات|روابط|موضوعات|قصص|تقارير|مواد|خبر|موضوع|مقال)"
SEPARATOR = r" ?(?:[:|؛…\-–—»>/←<]|\.\.|\.)+"
OPENING = re.compile(
    r"[^\w\n]{0,6}(?:"
    rf"(?P<sure>و?[اإأ]قر[أئ](?:وا|و|ا|/ي|ي)? {ALSO}|[اإأ]قرؤوا? {ALSO}|(?:Read|See|Watch) (?:also|more|next)|Also read"
    rf"|(?:ا|إ)ضغط(?:وا)? هنا|انقر(?:وا)? هنا|(?:تابع|أكمل|اكمل|واصل) القراءة"
    rf"|(?:للمزيد|لمزيد|لقراءة|لمشاهدة|لمتابعة|للاطلاع|للتفاصيل)[^\n.؟!،:]{{0,50}} (?:اضغط|إضغط|انقر)(?:وا)? (?:هنا|على)"
    rf"|Related(?: articles| stories| news)?)(?![^\W\d_])"
    rf"|(?P<needs>(?:شاهد|طالع|تابع|[اإأ]نظر|استمع|تصفح|راجع|شاهدوا|طالعوا|تابعوا|إقرا|اقرا|اقرأ في|اقرأ) ?{ALSO}"
    rf"|[اإأ]قر[أا] (?:التفاصيل|الخبر كاملا|الخبر كاملاً|المقال كاملا|المقال كاملاً|في)|شاهد(?:وا)? (?:الفيديو|بالفيديو|الصور|بالصور)"
    rf"|{LINKS} (?:ذات صلة|ذات علاقة|متعلقة|مرتبطة|مشابهة|ذو صلة|أخرى(?: للكاتب)?|قد تهمك)|ذات صلة|قد يهمك(?: أيضا"
    rf"| أيضاً| أيضًا| الاطلاع على| قراءة)?"
    rf"|قد يعجبك(?: أيضا| أيضاً| أيضًا)?|(?:و?للمزيد|لمزيد من التفاصيل|لقراءة المزيد|لمتابعة المزيد|لمشاهدة المزيد|المزيد)(?: اقرأ"
    rf"| (?:من|في) (?:الأخبار|الموقع|موقعنا)| عن الموضوع)?|اخترنا (?:لك|لكم)|الأكثر (?:قراءة|مشاهدة))"
    r")"
)
WHOLE = re.compile(r"[ :|.…»>()\]\-–—]*\Z")
SEPARATED = re.compile(SEPARATOR)
LONGEST = 200
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def sends_elsewhere(line: str) -> bool:
    """The line only names another article, or what follows it does."""
    if len(line) > LONGEST or not (match := OPENING.match(line)):
        return False
    rest = line[match.end() :]
    return bool(WHOLE.match(rest) or SEPARATED.match(rest) or (match["sure"] and not line.endswith(".")))


@rule(
    reason="the line sends the reader to another article of the source",
    certainty=Certainty.CERTAIN,
    mends={
        f"{SENTENCE}\nاقرأ أيضا: وزير جديد\n{SENTENCE}": f"{SENTENCE}\n\n{SENTENCE}",
        f"{SENTENCE}\nمواضيع ذات صلة": f"{SENTENCE}\n",
    },
    leaves=[f"{SENTENCE}\nشاهد أيضا المباراة النهائية.", "اقرأ أيضا: وزير جديد"],
)
def read_also(text: str) -> Iterator[Edit]:
    if not BODY.search(text):
        return
    at = 0
    for line in text.split("\n"):
        if len(line) <= LONGEST and sends_elsewhere(line):
            yield Edit(at, at + len(line), "")
        at += len(line) + 1
