"""
What many annotations of a file say alike, said once.

Of ten repairs of an article, four lack the same space for the same reason. The first of them says so in full and names its words
(`"id": "_:1"`); the others name them. A program that reads JSON-LD sees no difference: a blank node is one thing wherever it is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

Json = Mapping[str, object]
SHARED = ("generator", "body")
"""The keys whose values many annotations have alike."""


def said_once(items: Iterable[Json]) -> Iterator[Json]:
    """Yield the annotations, each value that stands in several in full where it stands first."""
    every = list(items)
    # Python writes a value much faster than JSON does, and two that are JSON's words and numbers are alike in both or in neither.
    times = Counter(repr(value) for item in every for key in SHARED for value in _values(item.get(key)))
    names: dict[str, str] = {}

    def once(value: object) -> object:
        form = repr(value)
        if times[form] < 2 or not isinstance(value, Mapping):
            return value
        if form in names:
            return names[form]
        names[form] = f"_:{len(names) + 1}"
        return {"id": names[form], **value}

    for item in every:
        yield {
            key: value if key not in SHARED else [once(v) for v in value] if isinstance(value, list) else once(value)
            for key, value in item.items()
        }


def _values(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
