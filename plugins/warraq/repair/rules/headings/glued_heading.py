"""
A heading glued to the sentence before it: `عالمي جديد.تنمية التعاون بين البلدين`.

A page's headings were set in a line of their own by its style sheet, and are run into the paragraph when only the text is
taken. What is certain: the line goes on behind a stop without a space, is short and has no stop of its own, a paragraph
follows, and most other paragraphs end in a stop. With a space behind the stop all of them have to. Dots also join (`8769.47`,
`بي.بي.سي`), two of them are a pause, and a quotation mark ends nothing where none was opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ...alphabet import LETTER, WORD
from ...engine import Certainty, Edit
from ...languages import ARABIC
from ...late import late
from ...structure.title import is_stopped
from .. import rule
from ..spacing.space_after_stop import ENDING
from ..spacing.spelled_letters import spelled

# The last stop of a line, and a short rest behind it that has none.
TWO_WORDS = late(f"[{LETTER}]{{2}}(?: |ة(?=[{LETTER}])).*[{LETTER}]{{2}}")
GLUED = late(
    f'(?P<mark>[.؟!”»](?:(?<=[.؟!])["”»)])?)(?P<space> ?)(?=(?P<heading>[{LETTER}0-9«“"(][^\n.؟!…:]{{6,84}})\n)'
)
WORD_BEFORE = late(f'([{WORD}]*+)[”»")%]?\\Z')
FIRST_WORD = late(f"[{WORD}]*+")
REACH = 24
OPENED_BY = {"”": "“", "»": "«"}
BROKEN_OFF = late(
    r"،|(?<= )(?:في|من|إلى|على|عن|أن|إن|التي|الذي|بين|مع|حتى|لكن|أو|ثم|كما|بعد|قبل|خلال|منذ|و|لا|لم|لن|هو|هي)\Z"
)
"""The rest of a paragraph that was cut is not a heading."""
LONG = 60
HABIT = 2
"""Other paragraphs that have to end in a stop."""
CARRIES_ON = late(
    r"(?:و(?!زير|زار|فاة|فد|صول|كيل|كال|اشنطن|حد|رش|سط|ثي|داع|ضع|قف|ظا|ظي|جه|جود|الد|لي|لاي|فاق|باء|رق|رث|طن|عي|ساط|صف|زن|قود|قوع)"
    r"|من جانب|من جهة|من جهت|من ناحي|في حين|في الوقت"
    r"|كما|حيث|مشير|مؤكد|موضح|مضيف|لافت|مبين|منوه|معرب|معتبر|يذكر|يشار|إلا|لكن|بينما|فيما|بل |ثم |أو |أن |إن |الذي"
    r"|التي|هذا|هذه|ذلك|تلك|لأن|كذلك|أيضا"
    r"|فإن|فقد|فهو|فهي|فلم|فلا|قال|وفق)"
)


@dataclass(frozen=True, slots=True)
class Writing:
    """What tells a heading from a sentence, in the languages that share it."""

    glued: re.Pattern[str]
    """The last stop of a line (`mark`), and a short rest (`heading`) behind it that has none."""
    two_words: re.Pattern[str]
    word_before: re.Pattern[str]
    first_word: re.Pattern[str]
    broken_off: re.Pattern[str]
    carries_on: re.Pattern[str]
    ends: Collection[str]
    """Words of one or two letters that end a sentence."""
    spelled: Callable[[str], bool]
    """Says whether a word is the name of a Latin letter."""


IN_ARABIC = Writing(GLUED, TWO_WORDS, WORD_BEFORE, FIRST_WORD, BROKEN_OFF, CARRIES_ON, ENDING, spelled)
SENTENCE = "أعلن الوزير في مؤتمر صحفي أن المشروع سيكتمل في العام المقبل، وأن العمل يجري ليلا ونهارا في جميع المواقع."


@rule(
    reason="a heading was glued to the sentence before it",
    certainty=Certainty.CERTAIN,
    mends={
        f"{SENTENCE}تنمية التعاون بين البلدين\n{SENTENCE}": f"{SENTENCE}\nتنمية التعاون بين البلدين\n{SENTENCE}",
    },
    leaves=[
        f"{SENTENCE} تنمية التعاون بين البلدين",
        f"{SENTENCE} وقال إنه راض\n{SENTENCE}",
        f"{SENTENCE}\nأغلق المؤشر أمس في آخر جلسات الأسبوع عند مستوى 8769.47 نقطة\n{SENTENCE}",
        f"{SENTENCE}\nحذر الأطباء في ختام مؤتمرهم السنوي من عودة فيروس”كورونا” إلى المدينة\n{SENTENCE}",
        f"{SENTENCE}\nبدأ الأطباء مؤتمرهم السنوي أمس في العاصمة. ويستمر ثلاثة أيام. رأى المشاركون أن على\n{SENTENCE}\n{SENTENCE}",
        f"{SENTENCE}\nخرجت من قاعة العرض بعد ساعة وأنا سعيد جدا.. رأيت فيلما جميلا\n{SENTENCE}",
        f"{SENTENCE}\nأجرى الوزير بعد ذلك مقابلة طويلة مع شبكة بي.بي.سي الإخبارية\n{SENTENCE}",
    ],
    signs=".؟!”»",
    languages=(ARABIC,),
)
def glued_heading(text: str) -> Iterator[Edit]:
    yield from headings_glued(text, IN_ARABIC)


def headings_glued(text: str, writing: Writing) -> Iterator[Edit]:
    """Put the headings in lines of their own that a text of these languages has run into its paragraphs."""
    if "\n" not in text:
        return
    habits: tuple[bool, bool] | None = None
    last = _last_paragraph(text)
    for match in writing.glued.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        heading = match["heading"]
        if match.start() - start < 40 or match.end("heading") > last or is_stopped(heading):
            continue
        if not _ends(text, start, match, writing):
            continue
        spaced = bool(match["space"]) or heading[0] in '"”»'
        if writing.carries_on.match(heading) or any(heading.count(a) != heading.count(b) for a, b in OPENED_BY.items()):
            continue
        if spaced and (
            match["mark"] in OPENED_BY or not writing.two_words.search(heading) or writing.broken_off.search(heading)
        ):
            continue
        habits = habits or _habits(text)
        if habits[spaced]:
            yield Edit(*match.span("space"), "\n")


def _ends(text: str, start: int, match: re.Match[str], writing: Writing) -> bool:
    """Say whether a sentence ends with this mark: it neither joins nor is a pause, and closes what was opened."""
    at, mark, heading = match.start(), match["mark"], match["heading"]
    if mark in OPENED_BY:
        is_open = text.count(OPENED_BY[mark], start, at) > text.count(mark, start, at)
        return is_open and len(heading.split()) >= 3
    before = text[at - 1]
    if mark[0] != ".":
        return True
    if before in ".…" or (before.isdigit() and heading[0].isdigit()):
        return False
    word = writing.word_before.search(text, max(start, at - REACH), at)
    short = word is not None and 0 < len(word[1]) < 3 and mark == "." and word[1] not in writing.ends
    following = writing.first_word.match(heading)
    return not (short or (word and writing.spelled(word[1])) or (following and writing.spelled(following[0])))


def _last_paragraph(text: str) -> int:
    """Give the start of the last line of some length: nothing behind it stands over a paragraph."""
    end = len(text)
    while (start := text.rfind("\n", 0, end) + 1) > 0 and end - start < LONG:
        end = start - 1
    return start


def _habits(text: str) -> tuple[bool, bool]:
    """Say whether most long lines but one end in a stop, and whether all but one do."""
    long = [line for line in text.split("\n") if len(line) >= LONG]
    ended = sum(is_stopped(line) or line[-1] in '”»"' for line in long)
    others = len(long) - 1
    return ended >= 1 and ended >= 0.5 * others, ended >= HABIT and ended >= others
