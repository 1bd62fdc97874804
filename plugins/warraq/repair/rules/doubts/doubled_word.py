"""
A word said twice.

It is right more often than it is wrong (34 of 40 places in newspapers): titles (`ولي ولي العهد`), names, adverbs (`خطوة خطوة`),
adjectives of two sides (`الحوار الفلسطيني الفلسطيني`). What is known to be right is not even doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Suspicion
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
SIDES = re.compile(
    "(?:حوار|صراع|خلاف|مصالحة|تعاون|تقارب|علاقات|اقتتال|قتال|اتفاق|تنسيق|قمة|نزاع|توتر|تضامن|تبادل|شراكة|حرب|تفاهم|انقسام|بين|مفاوضات|محادثات"
    "|بيني|بينية|تجارة|سلام|لقاء|اجتماع|حدود|جبهة|وحدة|تطبيع|شقاق|مواجهة|عمل|مشترك|تنافس|فصل)"
)
# Once more, often, slowly: an indefinite word in the accusative, or in the feminine.
ADVERB = re.compile(f"(?!ال|وال|بال|لل|كال)[{LETTER}{MARK}]+(?:ا|ًا|اً|ة|ةً)\\Z")
LETTERS = re.compile(f"[{LETTER}{MARK}]+")


@rule(
    reason="a word stands twice in a row",
    certainty=Certainty.DOUBTFUL,
    mends={
        "المتبادلة والمساواة والمساواة.": "والمساواة والمساواة",
        "وصل وزير الداخلية الداخلية أمس": "الداخلية الداخلية",
    },
    leaves=["ولي ولي العهد", "عبد الله عبد الله", "خطوة خطوة", "رويدا رويدا", "الحوار الفلسطيني الفلسطيني", "توك توك"],
)
def doubled_word(text: str) -> Iterator[Suspicion]:
    words = text.split()
    places = [i for i, (one, next_one) in enumerate(pairwise(words)) if next_one.startswith(one)]
    if not places:
        return
    spans = [m.span() for m in re.finditer(r"\S+", text)]
    for i in places:
        one = words[i]
        start, end = spans[i][0], spans[i + 1][0] + len(one)
        second = LETTERS.match(words[i + 1])
        if len(one) < 2 or not LETTERS.fullmatch(one) or not second or second[0] != one or "\n" in text[start:end]:
            continue
        if not _right(one, words[i - 1] if i else ""):
            yield Suspicion(start, end)


def _right(word: str, before: str) -> bool:
    """The word is known to be said twice rightly."""
    if before.strip('"“«(') in SPELLED or (word in SPELLED and len(word) < 3 and word not in WORDS_TOO):
        return True
    if word in NAMES or word.lstrip("ولبف") in NAMES or ADVERB.match(word):
        return True
    return word.startswith("ال") and bool(SIDES.search(before))
