"""
Numbers that the site writes itself, in the digits of its readers: `digits:` of `content/site.yaml`.

Texts of articles keep theirs, and so does whatever a program reads or a reader copies into one: addresses, attributes, data, code. A name of Latin
letters keeps the number that belongs to it: SHA-256, UTF-8, BCP 47.
"""

from __future__ import annotations

import gettext
import re

from warraq.arabic.numerals import in_digits
from warraq.language import Message

LATN = "latn"
WORD = re.compile(r"(?:[A-Z]{2,} )?[0-9A-Za-z]+(?:[-._/:@+#,][0-9A-Za-z]+)*(?:%(?![%(]))?")
"""A number of a sentence with what belongs to it, or a name."""
LATIN = re.compile("[A-Za-z]")
POINT, COMMA = re.compile(r"(?<=\d)\.(?=\d)"), re.compile(r"(?<=\d),(?=\d{3})")
NUMBER_OF_NOTE = re.compile(r'(?<= )(aria-label|data-label)="(\d+)"')
"""Of the sign of a note within a text, which is drawn by the style sheet."""


def number(value: object, digits: str) -> object:
    """Write a number; any other value stays as it is, and so does a truth."""
    return in_digits(str(value), digits) if isinstance(value, int) and not isinstance(value, bool) else value


def numbers_in(sentence: str, digits: str) -> str:
    """Write the numbers of a sentence of ours."""
    if digits == LATN:
        return sentence
    return WORD.sub(lambda found: found[0] if LATIN.search(found[0]) else _written(found[0], digits), sentence)


def _written(found: str, digits: str) -> str:
    marked = COMMA.sub("\N{ARABIC THOUSANDS SEPARATOR}", POINT.sub("\N{ARABIC DECIMAL SEPARATOR}", found))
    return in_digits(marked.replace("%", "\N{ARABIC PERCENT SIGN}"), digits)


def said(message: Message, language: str, digits: str) -> str:
    """Say a message of ours; values that are words of others stay as they are."""
    return message.text(language, lambda sentence: numbers_in(sentence, digits))


def note_signs(html: str, digits: str) -> str:
    """Write the numbers of the signs of notes within the HTML of a text."""
    return html if digits == LATN else NUMBER_OF_NOTE.sub(lambda of: f'{of[1]}="{in_digits(of[2], digits)}"', html)


class InDigits(gettext.NullTranslations):
    """A catalogue whose sentences have their numbers in other digits."""

    def __init__(self, of: gettext.NullTranslations, digits: str) -> None:
        super().__init__()
        self._of, self._digits = of, digits

    def gettext(self, message: str) -> str:
        """Translate a sentence."""
        return numbers_in(self._of.gettext(message), self._digits)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a sentence about so many things."""
        return numbers_in(self._of.ngettext(msgid1, msgid2, n), self._digits)
