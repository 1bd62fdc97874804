"""Pages of sources, authors and free tags: each a list of its articles."""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .grouping import by_author, by_source, by_tag
from .page import Library, Page
from .paging import older_parts, parts, shown


def names(library: Library) -> Iterator[Page]:
    """Yield a page for every source, author and free tag."""
    for kind, shelves, address in (
        ("source", by_source(library), addresses.source),
        ("author", by_author(library), addresses.author),
        ("tag", by_tag(library), addresses.tag),
    ):
        for name, shelf in sorted(shelves.items()):
            listed = parts(address(name), shelf)
            own = {"kind": kind, "name": name, "count": len(shelf)}
            yield Page(listed[0].address, "list.html", own | shown(listed[0], library.archive.site))
            yield from older_parts(listed, name, library.archive.site)
