"""
Where lam and alef stand the wrong way round, `اإلدارة` for `الإدارة`, and how sure that is.

No word begins with an alef and an alef with hamza, so the form alone proves `اإل`, `األ` and `اآل`; and it proves `االشتراك`, where what
follows is shaped as the nouns are that begin with an alef (`افتعال`, `استفعال`, `انفعال`). A doubled alef is a typist's (`االكتاب`). A text
with several of these comes of a tool that swaps all: there words that are none decide too, and what may be another word is doubted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...alphabet import LETTER
from ...late import late
from .lam_alef_words import AMBIGUOUS, BEFORE_ARTICLE, EDGE, LONE, SWAPPED

QUICK = ("اإل", "األ", "اآل", "اال", " لال")
ANY = f"[{LETTER}]"
NO_ALEF = f"(?!ا){ANY}"
NOUN = (
    rf"(?:ست{NO_ALEF}(?:{NO_ALEF})?ا|{NO_ALEF}ت{NO_ALEF}ا|ن{NO_ALEF}{NO_ALEF}ا|ن[قطفحس]ال|[صض]ط{NO_ALEF}?ا|زد{NO_ALEF}?ا"
    r"|ت(?:فاق|حاد|صال|جاه|هام|ساع|زان|كال)|ثنين|ثنان)"
)
"""Behind the alef: `ستثمار`, `شتراك`, `نفجار`, `نقالب`, `ضطراب`, `زدحام`, `تفاق`."""
SURE = late(
    rf"{EDGE}(?:[وف]?[بك]?ا(?P<hamza>[أإآ]ل)(?={ANY})|[وف]?[بك]?ا(?P<alef>ال)(?={NOUN})|[وف]?ل(?P<for>ال)(?={NOUN}))"
)
LIKELY = late(rf"{EDGE}(?:[وف]?[بك]?ا|[وف]?ل)(?P<pair>ال)(?={ANY}{{2}})")
RIGHT = late("ل[اأإآ](?!ل)")
REST = late(f"{ANY}{{0,20}}")
ENOUGH = 2
"""Different words that prove a tool that swaps all."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """The places of lam and alef that stand the wrong way round."""

    sure: tuple[tuple[int, int], ...]
    doubtful: tuple[tuple[int, int], ...]
    """Words."""


@lru_cache(maxsize=1)  # two rules ask
def swapped(text: str) -> Swapped | None:
    """Find them; None where there are none, as in nearly all texts."""
    if not any(pair in text for pair in QUICK):
        return None
    sure = {m.span(m.lastgroup or 0): m[0] + text[m.end() : m.end() + 3] for m in SURE.finditer(text)}
    likely = {m.span("pair"): m.span() for m in LIKELY.finditer(text) if m.span("pair") not in sure}
    everywhere = len(set(sure.values())) >= ENOUGH and len(sure) >= sum(1 for _ in RIGHT.finditer(text))
    doubtful: list[tuple[int, int]] = []
    if sure:
        words = {m.span("pair"): m.span() for m in BEFORE_ARTICLE.finditer(text)}
        for match in SWAPPED.finditer(text):
            at = match.start("word") + _pair_in(match["word"])
            words[at, at + 2] = match.span()
        words |= {m.span(): m.span() for m in LONE.finditer(text)}
        likely |= {pair: word for pair, word in words.items() if pair not in sure}
    if everywhere:
        sure |= dict.fromkeys(likely, "")
        doubtful = [m.span() for m in AMBIGUOUS.finditer(text)]
    else:
        doubtful = list(likely.values())
    whole = (_whole(text, *span) for span in doubtful)
    return Swapped(tuple(sorted(sure)), tuple(sorted(set(whole))))


def _pair_in(word: str) -> int:
    """Give the place of the swapped pair in a word of the list: an article comes before it."""
    at = word.rfind("ال")
    return at if at >= 0 else word.index("أل")


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the place of the whole word, which may go on."""
    rest = REST.match(text, end)
    return start, rest.end() if rest else end
