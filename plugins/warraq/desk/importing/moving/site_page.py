"""A file of a generator's site: its keys and its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .front_matters import word_of, words_of
from .moved_text import Extra


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its keys and its text."""

    path: str
    keys: Mapping[str, Extra]
    body: str

    def word(self, *keys: str) -> str:
        """Give the first of these keys that says something."""
        return next((said for key in keys if (said := word_of(self.keys.get(key, "")))), "")

    def words(self, *keys: str) -> tuple[str, ...]:
        """Give what all of these keys say; words that stand on one line are parted by commas."""
        found = (each for key in keys for each in _parted(self.keys.get(key, "")))
        return tuple(dict.fromkeys(found))


def _parted(value: Extra) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(word for each in re.split(r"[,،;]", value) if (word := each.strip()))
    return words_of(value)
