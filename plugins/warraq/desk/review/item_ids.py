"""The ids of open items, as a page names them: the path of an article, `#`, and a mark or a key of the front matter."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 4096
"""Letters: no system has longer paths."""


def path_of(item_id: str) -> str:
    """Give the path of the article that an item is of."""
    return item_id.rpartition("#")[0]


def paths_of(ids: Iterable[str]) -> list[str]:
    """Give the paths of the articles of items, each once."""
    return list(dict.fromkeys(map(path_of, ids)))


def is_item_id(given: str) -> bool:
    """Tell whether an id may be that of an item: its path is one that a file can have."""
    return len(given) <= LONGEST and "\0" not in given
