"""
A text as runs of words: between two signs of punctuation, which no name crosses.

`د. علاء` is one run, for a point behind a single letter ends no sentence; عبد الله is one word, as عبدالله is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from warraq.arabic.folding import IGNORED, TATWEEL, WORD, fold_letters

OPENING, CLOSING = '«“"(', '»”")'
ABBREVIATING = (".", "/", "")
"""What may stand behind a single letter before the name: د. علاء, م/ خالد."""
ALI = frozenset({"علي", "وعلي", "فعلي"})
"""Folded: Ali, and the preposition."""
SERVANT = "عبد"
"""Of God, by one of His names: the next word belongs to it."""
OF_GOD = frozenset({"نصر", "خير", "جار", "عطا", "ضيف", "فتح", "عون", "لطف", "حبيب"})
"""Words that are a name with الله behind them: نصر الله."""
WITH_ANOTHER = (SERVANT, "الله")
LONGEST_RUN = 400
"""Words; a text without punctuation is cut."""


class Token(NamedTuple):
    """
    One word, folded, and its place in the text.

    A frozen dataclass takes three times as long to make.
    """

    folded: str
    start: int
    end: int


class Run(NamedTuple):
    """Words with nothing but spaces between them."""

    text: str
    """The whole text."""
    tokens: list[Token]
    quoted: bool
    """A sign of quotation stands on both sides."""
    before_colon: bool
    """A colon stands behind it: in a headline, of who says it."""

    def written(self, token: Token) -> str:
        """Give a word as the text writes it."""
        return self.text[token.start : token.end]


def runs(text: str) -> Iterator[Run]:
    """Part a text into its runs, in order."""
    plain = fold_letters(text)
    marked = IGNORED.search(plain) is not None
    made = tuple.__new__  # a third of the time of Token()
    tokens: list[Token] = []
    opened, servant, at = False, False, 0
    for match in WORD.finditer(plain):
        start, end = match.span()
        word = match[0]
        if marked and not (word.isalnum() and TATWEEL not in word):
            word = IGNORED.sub("", word)
            if not word:
                continue
        if word in ALI and text[end - 1] == "ى":
            word = word[:-1] + "ى"  # the preposition, and no Ali
        if tokens and (start - at != 1 or plain[at] != " "):
            gap = plain[at:start].strip()
            if not (len(tokens[-1].folded) == 1 and gap in ABBREVIATING):
                yield _run(text, tokens, opened, servant, gap[:1])
                tokens, servant = [], False
        if len(tokens) >= LONGEST_RUN:
            yield _run(text, tokens, opened, servant, "")
            tokens, servant = [], False
        if not tokens:
            opened = start > 0 and plain[start - 1] in OPENING
        if word in WITH_ANOTHER and (word == SERVANT or (tokens and tokens[-1].folded in OF_GOD)):
            servant = True
        tokens.append(made(Token, (word, start, end)))
        at = end
    if tokens:
        yield _run(text, tokens, opened, servant, plain[at : at + 1])


def _run(text: str, tokens: list[Token], opened: bool, servant: bool, sign: str) -> Run:  # noqa: FBT001 - both are told beside it
    quoted = opened and sign != "" and sign in CLOSING
    return Run(text, _joined(tokens) if servant else tokens, quoted, sign == ":")


def _joined(tokens: list[Token]) -> list[Token]:
    """Make عبد and the word behind it one, and names that end with الله."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1].folded if found else ""
        of_god = (last == SERVANT and (token.folded.startswith("ال") or token.folded == "ربه")) or (
            last in OF_GOD and token.folded == "الله"
        )
        if of_god:
            found.append(Token(last + token.folded, found.pop().start, token.end))
        else:
            found.append(token)
    return found
