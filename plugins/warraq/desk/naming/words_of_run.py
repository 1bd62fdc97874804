"""One run of words with what is known of each: what all readers of names ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from warraq.arabic.folding import fold
from warraq.archive.concept import Scheme

from .cue import Cue, Words
from .lexicon import Lexicon, Says
from .tokens import Run, Token

HEADS = Says.BODY | Says.SITE | Says.EVENT | Says.TITLE | Says.FUNCTION
ENDS = HEADS | Says.COMMON | Says.SAYING


FIRST_ARABIC = "\N{ARABIC NUMBER SIGN}"
"""The first code point of the Arabic block: words in Latin letters are the furniture of pages more often than names."""
TANWIN = frozenset("\N{ARABIC FATHATAN}\N{ARABIC DAMMATAN}\N{ARABIC KASRATAN}")
"""Marks of an indefinite noun, which names of foreigners don't have."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place of a text that may be a name."""

    start: int
    end: int
    cue: Cue
    words: Words


@cache
def times() -> frozenset[str]:
    """Give words with the article at which every name ends, folded."""
    words = (
        "اليوم أمس الماضي الماضية المقبل المقبلة القادم القادمة الحالي الحالية الجاري السابق السابقة الجديد الجديدة الآن إلا إلى "
        "التي الذي الذين اللذين الله الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت"
    )
    return frozenset(map(fold, words.split()))


@dataclass(slots=True)
class RunWords:
    """The words of a run."""

    run: Run
    known: Lexicon

    @property
    def tokens(self) -> list[Token]:
        """The words."""
        return self.run.tokens

    def says(self, at: int) -> int:
        """Tell what a word says, as it stands there."""
        return self.known.words.get(self.tokens[at].folded, Says.NOTHING) if at < len(self.tokens) else Says.NOTHING

    def says_behind(self, at: int) -> int:
        """Tell what a word says, behind whatever particles."""
        return self.known.look(self.tokens[at].folded)[1]

    def has_article(self, at: int) -> bool:
        """Tell whether a word has the article, behind whatever particles."""
        return bool(self.known.look(self.tokens[at].folded)[4])

    def is_unknown(self, at: int) -> bool:
        """Tell whether nothing is known of a word: it may be of a foreign name."""
        word, said, _, _, article = self.known.look(self.tokens[at].folded)
        if said or article or word.isdecimal() or word[0] < FIRST_ARABIC:
            return False
        return not TANWIN.intersection(self.run.written(self.tokens[at]))

    def known_name(self, at: int) -> Found | None:
        """Give the place or body known as it is whose name begins at a word."""
        tokens = self.tokens
        _, _, names, first, _ = self.known.look(tokens[at].folded)
        for parts, scheme in names:
            end = at + len(parts)
            if end <= len(tokens) and all(tokens[at + n].folded == part for n, part in enumerate(parts) if n):
                return self.made(at, end, first, Cue.KNOWN_PLACE if scheme is Scheme.PLACE else Cue.KNOWN_BODY)
        return None

    def behind(self, at: int, place: int) -> int:
        """Give the first word from `at` on that begins behind a place of the text."""
        while at < len(self.tokens) and self.tokens[at].start < place:
            at += 1
        return at

    def made(self, first: int, end: int, word: str, cue: Cue) -> Found:
        """Make what was found between two words; `word`: the first without particles."""
        tokens = self.tokens
        cut = len(tokens[first].folded) - len(word)
        words = (word, *(token.folded for token in tokens[first + 1 : end]))
        return Found(tokens[first].start + max(0, cut), tokens[end - 1].end, cue, words)
