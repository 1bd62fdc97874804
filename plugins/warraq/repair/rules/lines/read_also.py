"""
A line that sends the reader to another article: `اقرأ أيضا: …`, `مواضيع ذات صلة`.

The page had it as a link in the midst of the text. A verb in the past (`شاهد أيضا المباراة`) is not such a line: but for
the imperative `اقرأ`, which no statement is written with, a sign of separation has to follow.

Where the line names nothing, the links are the short lines behind it. The last of them may be a heading over the paragraph that follows;
all before it can't, for a heading stands over a paragraph. Behind the last paragraph there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .elsewhere import ALSO_NEEDS, ALSO_SURE
from .elsewhere import HEADS as HEADS_ELSEWHERE
from .outer_lines import BODY

ALSO = r"(?:[أا]يض(?:اً|ًا|ا)|كذلك|المزيد|أكثر|هذا الخبر|التالي)"
LINKS = r"(?:مواضيع|أخبار|اخبار|مقالات|روابط|موضوعات|قصص|تقارير|مواد|خبر|موضوع|مقال)"
SEPARATOR = r" ?(?:[:|؛…\-–—»>/←<]|\.\.|\.)+"
OPENING = late(
    r"[^\w\n]{0,6}(?:"
    rf"(?P<sure>و?[اإأ]قر[أئ](?:وا|و|ا|/ي|ي)? {ALSO}|[اإأ]قرؤوا? {ALSO}|(?:Read|See|Watch) (?:also|more|next)|Also read"
    rf"|(?:ا|إ)ضغط(?:وا)? هنا|انقر(?:وا)? هنا|(?:تابع|أكمل|اكمل|واصل) القراءة"
    rf"|(?:للمزيد|لمزيد|لقراءة|لمشاهدة|لمتابعة|للاطلاع|للتفاصيل)[^\n.؟!،:]{{0,50}} (?:اضغط|إضغط|انقر)(?:وا)? (?:هنا|على)"
    rf"|Related(?: articles| stories| news)?|{ALSO_SURE})(?![^\W\d_])"
    rf"|(?P<needs>(?:شاهد|طالع|تابع|[اإأ]نظر|استمع|تصفح|راجع|شاهدوا|طالعوا|تابعوا|إقرا|اقرا|اقرأ في|اقرأ) ?{ALSO}"
    rf"|[اإأ]قر[أا] (?:التفاصيل|الخبر كاملا|الخبر كاملاً|المقال كاملا|المقال كاملاً|في)|شاهد(?:وا)? (?:الفيديو|بالفيديو|الصور|بالصور)"
    rf"|{LINKS} (?:ذات صلة|ذات علاقة|متعلقة|مرتبطة|مشابهة|ذو صلة|أخرى(?: للكاتب)?|قد تهمك)|ذات صلة|قد يهمك(?: أيضا"
    rf"| أيضاً| أيضًا| الاطلاع على| قراءة)?"
    rf"|قد يعجبك(?: أيضا| أيضاً| أيضًا)?|(?:و?للمزيد|لمزيد من التفاصيل|لقراءة المزيد|لمتابعة المزيد|لمشاهدة المزيد|المزيد)(?: اقرأ"
    rf"| (?:من|في) (?:الأخبار|الموقع|موقعنا)| عن الموضوع)?|اخترنا (?:لك|لكم)|الأكثر (?:قراءة|مشاهدة)|{ALSO_NEEDS})"
    r")"
)
WHOLE = late(r"[ :|.…»>()\]\-–—]*\Z")
SEPARATED = late(SEPARATOR)
LONGEST = 200
LINK = late(r"(?![^\n]{131})(?=[^\n]*\w[^\n]* )[^\n]{12,130}(?<![.،؛:,;])")
"""A title: some words, and no stop."""
HEADS = late(r"أيض|صلة|علاقة|متعلقة|مرتبطة|مشابهة|يهمك|يعجبك|اخترنا|الأكثر|also|Related|" + HEADS_ELSEWHERE)
"""What stands over a list; `اضغط هنا` and `المزيد` were links themselves."""
MOST_LINKS = 12
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def sends_elsewhere(line: str) -> bool:
    """Say whether a line only names another article, or introduces lines that do."""
    if len(line) > LONGEST or not (match := OPENING.match(line)):
        return False
    rest = line[match.end() :]
    return bool(WHOLE.match(rest) or SEPARATED.match(rest) or (match["sure"] and not line.endswith(".")))


@dataclass(frozen=True, slots=True)
class Sent:
    """The lines of a text that send the reader elsewhere."""

    certain: tuple[tuple[int, int], ...]
    doubtful: tuple[tuple[int, int], ...]
    """The last of a list of links: it may be a heading."""


@lru_cache(maxsize=1)  # two rules ask
def sent(text: str) -> Sent:
    """Find the lines that name other articles, with the links behind them."""
    certain: list[tuple[int, int]] = []
    doubtful: list[tuple[int, int]] = []
    links: list[tuple[int, int]] | None = None  # behind a line that names nothing
    body = BODY.search(text)
    at = 0
    for line in text.split("\n"):
        place = at, at + len(line)
        at += len(line) + 1
        if len(line) <= LONGEST and sends_elsewhere(line):
            certain += [*(links or ()), place]
            match = OPENING.match(line)
            behind = body and place[0] > body.start()  # before it, the next line may be the title
            links = [] if behind and match and HEADS.search(line) and WHOLE.match(line, match.end()) else None
        elif links is not None and LINK.fullmatch(line) and len(links) < MOST_LINKS:
            links.append(place)
        elif links is not None:
            certain += links[:-1]
            doubtful += links[-1:]
            links = None
    return Sent((*certain, *(links or ())), tuple(doubtful))


@rule(
    reason="the line sends the reader to another article of the source",
    certainty=Certainty.CERTAIN,
    mends={
        f"{SENTENCE}\nاقرأ أيضا: وزير جديد\n{SENTENCE}": f"{SENTENCE}\n\n{SENTENCE}",
        f"{SENTENCE}\nمواضيع ذات صلة": f"{SENTENCE}\n",
        f"{SENTENCE}\nبیشتر بخوانید: وزیر تازه\n{SENTENCE}": f"{SENTENCE}\n\n{SENTENCE}",
        f"{SENTENCE}\nקראו גם: שר חדש\n{SENTENCE}": f"{SENTENCE}\n\n{SENTENCE}",
        f"{SENTENCE}\nیہ بھی پڑھیں: نیا وزیر\n{SENTENCE}": f"{SENTENCE}\n\n{SENTENCE}",
        f"{SENTENCE}\nاقرأ أيضا\nوزير جديد للزراعة\nموسم الزيتون يبدأ\n{SENTENCE}": f"{SENTENCE}\n\n\nموسم الزيتون يبدأ\n{SENTENCE}",
    },
    leaves=[f"{SENTENCE}\nشاهد أيضا المباراة النهائية.", "اقرأ أيضا: وزير جديد"],
)
def read_also(text: str) -> Iterator[Edit]:
    if BODY.search(text):
        for start, end in sent(text).certain:
            yield Edit(start, end, "")
