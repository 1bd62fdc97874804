"""
Patterns that are compiled when they are first used.

Long lists of words take milliseconds each, together more than the start of a command; most texts have none of the signs of their rules.
"""

from __future__ import annotations

import re
from typing import Any, cast

USED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags", "groupindex")
IS_LATE = True
"""A test of all patterns of the code has them compiled at once."""


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give what can be used as the compiled pattern; a mistake in it is found when it is used."""
    return cast("re.Pattern[str]", _Late(pattern, flags)) if IS_LATE else re.compile(pattern, flags)


class _Late:
    """A pattern before it is compiled; afterwards it has the compiled one's methods as its own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in USED:
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        self.__dict__.update({each: getattr(compiled, each) for each in USED})
        return self.__dict__[name]
