"""
The small language of conditions: `source = رويترز and (date missing or lang != ar)`.

Comparisons are `=`, `!=`, `contains` and `missing`, put together by `and`, `or`, `not` and brackets, as in SQL, beets and calibre; `and`
binds closer. A value stands in quotation marks of any kind, or bare: it then goes on up to the next `and` or `or` before a comparison. What
may be an unfinished condition is asked, and not taken for words of a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from warraq.archive.did_you_mean import did_you_mean
from warraq.archive.problem import WrongValueError
from warraq.archive.rights import parse_rights
from warraq.language import Message, listed, message

from .conditions import Combined, Comparison, Condition
from .fields import FIELDS, KEYS_IN_ARABIC, field_named

ASKED = (*FIELDS, "file", "slug")
KEYS = {arabic: key for key, arabic in KEYS_IN_ARABIC.items()}
QUOTES = {'"': '"', "'": "'", "«": "»", "“": "”", "„": "“", "‘": "’"}
OPENING = ('"', "«", "“", "„")
SIGNS = {"=": "=", "==": "=", "!=": "!=", "≠": "!=", "<>": "!=", "contains": "contains", "يحوي": "contains"}
MISSING = ("missing", "مفقود", "ناقص")
AND, OR, NOT = ("and", "&&", "و"), ("or", "||", "أو"), ("not", "ليس")
TOKEN = re.compile(
    r"""\s*(?:("[^"]*"|'[^']*'|«[^»]*»|“[^”]*”|„[^“]*“|‘[^’]*’)|(!=|<>|≠|==?|\(|\)|&&|\|\|)|(https?://[^\s()]+|[^\s=!()≠"«“„]+|\S))"""
)
DEEPEST, LONGEST = 20, 10_000
"""Brackets within brackets, and letters."""


def parse_condition(text: str, asked: Sequence[str] = ASKED) -> Condition:
    """
    Read a condition; a WrongValueError says where it can't be understood, and what was probably meant.

    `asked`: the fields that there are, where they are not those of articles.
    """
    if len(text) > LONGEST:
        raise WrongValueError(message("The condition is too long."), message("Write it shorter."))
    tokens = [m for m in (found.groups() for found in TOKEN.finditer(text)) if any(m)]
    parser = _Parser([_Token(q or s or w, is_quoted=bool(q)) for q, s, w in tokens], asked)
    if not parser.tokens:
        raise WrongValueError(message("It is not said which articles are meant."), EXAMPLE)
    made = parser.alternatives(0)
    if parser.at < len(parser.tokens):
        raise parser.wrong()
    return made


EXAMPLE = message('Write for example: --where "source = BBC and date missing"')


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    is_quoted: bool

    def is_one_of(self, words: Iterable[str]) -> bool:
        return not self.is_quoted and self.text.casefold() in words


@dataclass(slots=True)
class _Parser:
    tokens: list[_Token]
    asked: Sequence[str]
    at: int = 0

    def alternatives(self, depth: int) -> Condition:
        return self._joined("or", OR, lambda: self._joined("and", AND, lambda: self._single(depth)))

    def _joined(self, how: str, words: Iterable[str], part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self._is(words):
            self.at += 1
            parts.append(part())
        return parts[0] if len(parts) == 1 else Combined(how, tuple(parts))

    def _is(self, words: Iterable[str]) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].is_one_of(words)

    def _single(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise WrongValueError(message("Too many brackets within brackets."), EXAMPLE)
        if self._is(NOT) and not self._is_comparison(self.at):
            self.at += 1
            return Combined("not", (self._single(depth + 1),))
        if self._is("("):
            self.at += 1
            inside = self.alternatives(depth + 1)
            if not self._is(")"):
                raise WrongValueError(message("A bracket is not closed."), message("Write ) behind it."))
            self.at += 1
            return inside
        return self._comparison()

    def _comparison(self) -> Condition:
        if not self._is_comparison(self.at):
            raise self.wrong()
        name, sign = self.tokens[self.at].text, self.tokens[self.at + 1]
        field = self._field(name)
        if field is None:
            todo = did_you_mean(name, self.asked, message("The fields are: {fields}.", fields=listed(self.asked)))
            raise WrongValueError(message("No field is called “{name}”.", name=name), todo)
        self.at += 2
        if sign.is_one_of(("is",)):
            self.at += 1
        if sign.is_one_of(("is", *MISSING)):
            return Comparison(field, "missing")
        value = self._value()
        if not value:
            raise WrongValueError(
                message("Nothing stands behind {sign}.", sign=f"{name} {sign.text}"),
                message("Where a value is missing, write: {name} missing", name=name),
            )
        return Comparison(field, SIGNS[sign.text.casefold()], parse_rights(value) if field == "rights" else value)

    def _is_comparison(self, at: int) -> bool:
        """Tell whether a comparison begins here: a name, and a sign behind it."""
        if at + 1 >= len(self.tokens) or self.tokens[at].is_quoted or self.tokens[at].text in "()":
            return False
        sign = self.tokens[at + 1]
        is_missing = sign.is_one_of(("is",)) and at + 2 < len(self.tokens) and self.tokens[at + 2].is_one_of(MISSING)
        return sign.is_one_of((*SIGNS, *MISSING)) or is_missing

    def _value(self) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at].is_quoted:
            self.at += 1
            return self.tokens[self.at - 1].text[1:-1].strip()
        words: list[str] = []
        if self._is(OPENING):
            raise self._unsure(message("A quotation mark is not closed."))
        while self.at < len(self.tokens) and not self._ends_a_value():
            if self._is_comparison(self.at) and self._is_field(self.at):
                raise self._unsure(message("Two comparisons stand side by side, at “{here}”.", here=self._here()))
            words.append(self.tokens[self.at].text)
            self.at += 1
        return " ".join(words)

    def _ends_a_value(self) -> bool:
        """Tell whether the words of a bare value end here: at a bracket, or at `and` and `or` before another comparison."""
        if self._is("()"):
            return True
        if not self._is((*AND, *OR)):
            return False
        after = self.at + 1
        while after < len(self.tokens) and self.tokens[after].is_one_of((*NOT, "(")) and not self._is_comparison(after):
            after += 1
        if self._is_comparison(after):
            return True
        is_end = (
            after >= len(self.tokens) or self.tokens[after].is_one_of((")", *AND, *OR)) or self.tokens[after].is_quoted
        )
        if is_end or self._is_field(after):
            raise self._unsure(message("The condition is not finished behind “{word}”.", word=self._here()))
        return False

    def _is_field(self, at: int) -> bool:
        name = self.tokens[at].text
        return not self.tokens[at].is_quoted and self._field(name) is not None

    def _field(self, name: str) -> str | None:
        found = name if name in self.asked else field_named(name) or KEYS.get(name)
        return found if found in self.asked else None

    def _here(self) -> str:
        return self.tokens[min(self.at, len(self.tokens) - 1)].text

    @staticmethod
    def _unsure(what: Message) -> WrongValueError:
        todo = message(
            'Finish it with and, or; or, where these words belong to the value, quote it: title contains "…"'
        )
        return WrongValueError(what, todo)

    def wrong(self) -> WrongValueError:
        """Say where the condition can't be understood."""
        return WrongValueError(message("The condition can't be understood at “{here}”.", here=self._here()), EXAMPLE)
