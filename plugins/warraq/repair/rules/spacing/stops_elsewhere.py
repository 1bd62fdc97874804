"""Stops without a space behind them, where a language decides by the words around a dot whether it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...alphabet import WORD
from ...engine import Edit
from ...late import late

REACH = 24
"""Code points before a stop that are looked at."""
NEXT = late(f"[{WORD}]{{1,30}}")
Joins = Callable[[str, re.Match[str], str], bool]
"""From a sign, the word before it (group 1) with its closing mark, and the word behind it: whether the sign only joins the two."""


def spaces_after(
    text: str, signs: re.Pattern[str], before: re.Pattern[str], none_behind: str, joins: Joins
) -> Iterator[Edit]:
    """Yield a space behind each sign that ends a sentence; one behind a character of `none_behind`, or at a line's beginning, ends none."""
    for match in signs.finditer(text):
        window = text[max(0, match.start() - REACH) : match.start()]
        word, following = before.search(window), NEXT.match(text, match.end())
        last = window.rstrip(" ")[-1:]
        if word and following and last and last not in none_behind and not joins(match[0], word, following[0]):
            yield Edit(match.end(), match.end(), " ")
