"""A heading glued to the sentence before it, in Persian, Urdu and Hebrew: `است.همکاری دو کشور`."""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER, WORD
from ...engine import Certainty, Edit
from ...languages import HEBREW, HEBREW_LETTER, HEBREW_MARK, PERSIAN, URDU, hebrew, persian, urdu
from ...late import late
from .. import rule
from .glued_heading import Writing, headings_glued

ALL = persian, urdu, hebrew
ANY = f"{LETTER}{HEBREW_LETTER}"
SIGN = f"{WORD}{HEBREW_LETTER}{HEBREW_MARK}\N{ZERO WIDTH NON-JOINER}"
STOPS = f".؟!?{urdu.STOP}"
ELSEWHERE = Writing(
    glued=late(
        f'(?P<mark>[{STOPS}”»“](?:(?<=[{STOPS}])["”»“)])?)(?P<space> ?)(?=(?P<heading>[{ANY}0-9۰-۹«“"(][^\n{STOPS}…:]{{6,84}})\n)'
    ),
    two_words=late(f"[{ANY}]{{2}} .*[{ANY}]{{2}}"),
    word_before=late(f'([{SIGN}]*+)[”»")%]?\\Z'),
    first_word=late(f"[{SIGN}]*+"),
    broken_off=late("[،,]|(?<= )(?:" + "|".join(words.BROKEN_OFF for words in ALL) + ")\\Z"),
    carries_on=late("|".join(words.CARRIES_ON for words in ALL)),
    ends=persian.ENDS,
    spelled=(persian.LETTER_NAMES - persian.BEGINS - persian.ENDS).__contains__,
)
PERSIAN_SENTENCE = (
    "وزیر در این نشست گفت که این طرح از آغاز سال آینده در همه شهرهای کشور اجرا خواهد شد و کار از هم اکنون آغاز شده است."
)
URDU_SENTENCE = "وزیر نے اس اجلاس میں کہا ہے کہ یہ منصوبہ اگلے سال کے آغاز سے ملک کے تمام شہروں میں شروع کیا جائے گا اور کام ابھی سے جاری ہے۔"
HEBREW_SENTENCE = (
    "השר אמר בישיבה כי התוכנית תתחיל לפעול בתחילת השנה הבאה בכל ערי הארץ, וכי העבודה עליה כבר התחילה בימים אלה."
)


@rule(
    reason="a heading was glued to the sentence before it",
    certainty=Certainty.CERTAIN,
    mends={
        f"{PERSIAN_SENTENCE}همکاری تازه دو کشور\n{PERSIAN_SENTENCE}": f"{PERSIAN_SENTENCE}\nهمکاری تازه دو کشور\n{PERSIAN_SENTENCE}",
        f"{URDU_SENTENCE}دونوں ملکوں کا تعاون\n{URDU_SENTENCE}": f"{URDU_SENTENCE}\nدونوں ملکوں کا تعاون\n{URDU_SENTENCE}",
        f"{HEBREW_SENTENCE}שיתוף פעולה חדש\n{HEBREW_SENTENCE}": f"{HEBREW_SENTENCE}\nשיתוף פעולה חדש\n{HEBREW_SENTENCE}",
    },
    leaves=[
        f"{PERSIAN_SENTENCE} وی این را گفت\n{PERSIAN_SENTENCE}",
        f"{URDU_SENTENCE} انہوں نے یہ کہا\n{URDU_SENTENCE}",
        f"{HEBREW_SENTENCE} הוא הוסיף זאת\n{HEBREW_SENTENCE}",
    ],
    signs=STOPS + "”»“",
    languages=[PERSIAN, URDU, HEBREW],
)
def glued_heading_elsewhere(text: str) -> Iterator[Edit]:
    yield from headings_glued(text, ELSEWHERE)
