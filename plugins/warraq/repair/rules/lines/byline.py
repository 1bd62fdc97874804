"""
A line that only states who wrote or sent the text: `كتب: فلان`, `(واس)`, `الرياض - رويترز`.

Within a paragraph such words stay: there they are the words of the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .cities import CITIES
from .elsewhere import AGENCIES, WRITERS
from .outer_lines import outer_lines
from .signed import names_of

AGENCY = (
    r"واس|وام|كونا|بترا|قنا|بنا|سانا|سونا|وفا|وكالات|رويترز|أ ?\.? ?ف ?\.? ?ب|د ?\.? ?ب ?\.? ?أ|أ ?\.? ?ش ?\.? ?أ"
    r"|فرانس برس|الفرنسية|الأناضول|شينخوا|تاس|نوفوستي|سبوتنيك"
    r"|إرنا|تسنيم|فارس|مهر|أسوشيتد برس|أسوشييتد برس|الألمانية|سي إن إن|بي بي سي|CNN|BBC|AFP|AP|Reuters|TASS|SPA|DPA|UPI"
)
SURE = r"وكالات|رويترز|واس|كونا|بترا|أ ?\.? ?ف ?\.? ?ب|د ?\.? ?ب ?\.? ?أ|أ ?\.? ?ش ?\.? ?أ|فرانس برس|شينخوا|سبوتنيك|متابعات"
"""Agencies whose names are neither a person's nor common words."""
BETWEEN = r"[ ،,\-–—/ـ+]+"
SHORT_PLACE = r"[^\W\d_]{2,14}(?: [^\W\d_]{2,14}){0,2}"
NAME = r"(?:(?:أ|د|م)\.? ?){0,2}[^\W\d_][^\n،؛.؟!:|()«»“”\"]{2,40}"
PLACE = r"(?![^\n]* (?:في|من|على|إلى|عن|مع|خلال|أثناء|بعد|قبل) )[^\W\d_][^\n؛.؟!:|()«»“”\"\-–—]{1,40}"
"""A preposition makes it the caption of a picture."""
BYLINE = late(
    rf"(?:بقلم|كتب|كتبت|كتبه|كتبته|تحرير|إعداد|اعداد|ترجمة|تصوير|تقرير|متابعة|المحرر|المراسل|حوار|أجرى الحوار|أجرت الحوار|حاوره|حاورته|حاورها|By"
    rf"|{WRITERS})"
    rf" ?[:\-–—|/ـ] ?(?P<name>{NAME})"
    rf"|بقلم (?P<name2>{NAME})"
    rf"|(?:{CITIES}) ?/ ?(?P<name3>(?=[^ \n]+ [^ \n]){NAME})"  # a word alone may be a second place
    rf"|[(\[] ?(?:{AGENCY}|{AGENCIES})(?:[ ،,\-–—/]+(?:{AGENCY}|{AGENCIES}))* ?[)\]]"
    rf"|[\-–—*(\[ ]*(?:{SURE})(?:{BETWEEN}(?:{SURE}))*[)\] .:]*"
    rf"|[(\[]?(?:{SURE})[)\]]? ?[\-–—/ـ] ?{SHORT_PLACE} ?:?|{SHORT_PLACE} ?[\-–—/ـ]+ ?خاص|خاص ?[\-–—/ـ] ?{SHORT_PLACE}"
    rf"|(?:{CITIES}) ?\( ?(?:{AGENCY})(?:[ ،,\-–—/]+(?:{AGENCY}))* ?\) ?:?"
    rf"|(?:{PLACE}) ?[\-–—:،/|ـ]+ ?\(?(?:{AGENCY})(?:[ ،,\-–—/]+(?:{AGENCY}))* ?\)? ?:?"
)
LONGEST = 6
"""Words in a name."""
HEADLINE = late(r"(?:تقرير|متابعة|حوار) ?[:\-–—|/ـ](?: [^\W\d_]+){4}")
"""«تقرير: السوق التي انتظرها الصيادون»: on the first line such a word begins a headline; few people have four names there."""
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def is_byline(line: str) -> bool:
    """Say whether a line states who wrote or sent the text, and nothing else."""
    if len(line) > 70 or not (match := BYLINE.fullmatch(line)):
        return False
    return (
        len((match["name"] or match["name2"] or match["name3"] or "").split()) <= LONGEST
        and len(line.split()) <= 2 + LONGEST
    )


@rule(
    reason="the line says who wrote or sent the text",
    certainty=Certainty.CERTAIN,
    mends={
        f"الرياض - واس\n{SENTENCE}": f"\n{SENTENCE}",
        f"{SENTENCE}\n(رويترز)": f"{SENTENCE}\n",
        f"كتب: سالم بن ناصر\n{SENTENCE}": f"\n{SENTENCE}",
        f"الرياض/ واس\n{SENTENCE}": f"\n{SENTENCE}",
        f"الرياض / سالم بن ناصر\n{SENTENCE}": f"\n{SENTENCE}",
        f"لندن (رويترز)\n{SENTENCE}": f"\n{SENTENCE}",
        f"نویسنده: سارا احمدی\n{SENTENCE}": f"\n{SENTENCE}",
        f"מאת: דנה לוי\n{SENTENCE}": f"\n{SENTENCE}",
        f"بقلم ليلى حداد وسالم بن ناصر | نُشر: 1 مارس 2014، آخر تحديث: 3 مارس 2014\n{SENTENCE}": f"\n{SENTENCE}",
    },
    leaves=[
        f"الرياض - واس: {SENTENCE}",
        "(واس)",
        f"كتب الوزير إلى نظيره\n{SENTENCE}",
        f"الرياض / جدة\n{SENTENCE}",
        f"حقول القمح (رويترز)\n{SENTENCE}",
        f"جانب من المؤتمر - رويترز\n{SENTENCE}",
        f"تقرير: السوق التي انتظرها الصيادون\n{SENTENCE}",
    ],
)
def byline(text: str) -> Iterator[Edit]:
    for start, end in outer_lines(text):
        line = text[start:end]
        if line and ((is_byline(line) and (start or not HEADLINE.match(text, 0, end))) or names_of(line)):
            yield Edit(start, end, "")
