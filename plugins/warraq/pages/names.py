"""Pages of sources, authors and free tags: each a list of its articles."""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .items import items
from .page import Library, Page
from .shelves import by_author, by_source, by_tag


def names(library: Library) -> Iterator[Page]:
    """Yield a page for every source, author and free tag."""
    for kind, shelves, address in (
        ("source", by_source(library), addresses.source),
        ("author", by_author(library), addresses.author),
        ("tag", by_tag(library), addresses.tag),
    ):
        for name, shelf in sorted(shelves.items()):
            yield Page(
                address(name),
                "list.html",
                {"kind": kind, "name": name, "items": items(shelf, library.archive.site)},
            )
