"""
A word said twice.

It is right more often than it is wrong (34 of 40 places in newspapers): titles (`ولي ولي العهد`), names, adverbs (`خطوة خطوة`),
adjectives of two sides (`الحوار الفلسطيني الفلسطيني`). What is known to be right is not even doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from ...late import late
from .. import rule
from ..spacing.spelled_letters import LETTERS as SPELLED
from ..spacing.spelled_letters import WORDS_TOO

NAMES = frozenset(
    re.findall(
        r"\w+",
        """
        الله ولي محمد أحمد احمد محمود علي حسن حسين عبدالله عبده إبراهيم ابراهيم إسماعيل خالد سعد سالم صالح ناصر يوسف عمر عثمان جورج بطرس توك
        نيو جون بوتو دوران تيم تام شاو دون لولو ماما بابا كوكو دادا زوزو سوسو فيفي كيكي ميمي نانا ايه آيه جيه سين قاف كلا آمين هلا مرحى حي
        """,
    )
)
SIDES = late(
    "[وبل]?(?:ال|لل)?(?:حوار|صراع|خلاف|مصالحة|تعاون|تقارب|علاقات|اقتتال|قتال|اتفاق|تنسيق|قمة|نزاع|توتر|تضامن|تبادل|شراكة|حرب|تفاهم|انقسام"
    "|مفاوضات|محادثات|بيني|بينية|تجارة|سلام|لقاء|اجتماع|حدود|مواجهة|تنافس|فصل)"
)
# Once more, often, slowly: an indefinite word in the accusative, or in the feminine.
ADVERB = late(f"(?!ال|بال|لل|كال|و)[{LETTER}{MARK}]+(?:(?<!ن)(?<!ه)(?<!هم)(?<!و)ا|ًا|اً|ة|ةً)")
OPENING = late('[«“"(]')
WORDS = late(f"[{LETTER}{MARK}]+")


@rule(
    reason="a word stands twice in a row",
    certainty=Certainty.DOUBTFUL,
    mends={
        "المتبادلة والمساواة والمساواة.": "والمساواة والمساواة",
        "ترى وزارة التجارة الاستعانة الاستعانة بخبراء": "الاستعانة الاستعانة",
        "وصل وزير الداخلية الداخلية أمس": "الداخلية الداخلية",
    },
    leaves=[
        "ولي ولي العهد",
        "عبد الله عبد الله",
        "خطوة خطوة",
        "رويدا رويدا",
        "الحوار الفلسطيني الفلسطيني",
        "توك توك",
        "سي إن إن",
    ],
    languages=(ARABIC,),
)
def doubled_word(text: str) -> Iterator[Suspicion]:
    words = OPENING.sub("", text).split()
    if True not in map(str.startswith, words[1:], words):
        return
    words = WORDS.findall(text)
    if True not in map(eq, words, words[1:]):
        return
    spans = [m.span() for m in WORDS.finditer(text)]
    for i, (one, two) in enumerate(pairwise(words)):
        beside = one == two and len(one) > 1 and text[spans[i][1] : spans[i + 1][0]] == " "
        if beside and not _right(one, words[i - 1] if i else ""):
            yield Suspicion(spans[i][0], spans[i + 1][1])


def _right(word: str, before: str) -> bool:
    """Say whether a word is known to be said twice rightly."""
    if word in NAMES or word.lstrip("ولبف") in NAMES or ADVERB.fullmatch(word):
        return True
    if word in SPELLED and (word not in WORDS_TOO or before in SPELLED - WORDS_TOO):
        return True
    return word.startswith("ال") and word.endswith(("ي", "ية")) and bool(SIDES.fullmatch(before))
