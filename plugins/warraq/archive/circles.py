"""A concept can't be broader than itself: whoever follows `broader` upwards has to arrive somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .concept import Concept


def find_cycles(concepts: Mapping[str, Concept]) -> Iterator[tuple[str, ...]]:
    """Yield every circle of `broader` once, beginning with the concept that stands first in the vocabulary."""
    done: set[str] = set()
    for beginning in concepts:
        path: list[str] = []
        walk = [iter((beginning,))]
        while walk:
            here = next(walk[-1], None)
            if here is None:
                walk.pop()
                if path:
                    done.add(path.pop())
            elif here in path:
                yield tuple(path[path.index(here) :])
            elif here not in done and here in concepts:
                path.append(here)
                walk.append(iter(concepts[here].broader))
