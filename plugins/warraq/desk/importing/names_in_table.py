"""
Of which file a table speaks by a name: the one of exactly that path, else of that path in other capitals, else of that name in some folder.

Two folders may each have an `index.html`. A bare name is that of a file in a folder only where no other file is called so; one that has a
row by its path is not looked for.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable

Way = Callable[[str], str]


class NamedFiles:
    """The files of an import, by the names that people write of them."""

    def __init__(self, names: Iterable[str], rows: Iterable[str]) -> None:
        names = list(dict.fromkeys(names))
        self._by_path = [(way, _by(way, names)) for way in (plain, _folded)]
        named = {file for row in rows for file in self._found(row, self._by_path)}
        self._by_name = [(way, _by(way, names, lambda name: name.rpartition("/")[2])) for way in (plain, _folded)]
        self._named = named

    def of(self, name: str) -> list[str]:
        """Give the files that a name may mean; several where it does not say which."""
        by_name = [by.get(way(name), []) for way, by in self._by_name]
        others = ([file for file in files if file not in self._named] for files in by_name)
        return next(filter(None, (self._found(name, self._by_path), *others, *by_name)), [])

    @staticmethod
    def _found(name: str, ways: Iterable[tuple[Way, dict[str, list[str]]]]) -> list[str]:
        return next((files for way, by in ways if name and (files := by.get(way(name), []))), [])


def _by(way: Way, names: Iterable[str], part: Way = str) -> dict[str, list[str]]:
    files: dict[str, list[str]] = defaultdict(list)
    for name in names:
        files[way(part(name))].append(name)
    return dict(files)


def plain(name: str) -> str:
    """Give a name as it is compared: with `/`, and each letter written in one way."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).removeprefix("./")


def _folded(name: str) -> str:
    return plain(name).casefold()
