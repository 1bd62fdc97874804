"""
The name of a page's site where the page alone does not tell it: other pages of the site do.

A newspaper of which every page has one `<title>`, its own name, looks in each of them like a page of that title. An import sees all of
them, and an archive knows sites that it has articles of. What they know is told to the reading of one page by this name, and stands in
the record (`described.source`), from which a renewal takes it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from warraq.archive.record import Described, Record

SHARED, KNOWN = "shared-title", "known-site"
"""What the evidence of such a source says (`describe/says.py`): many pages share it, or the archive has articles of the address."""
CORRECTED = "corrected-site"
"""The same of a source that editors gave to the archive's articles of the address instead of what its pages say."""
_NAME: ContextVar[str] = ContextVar("known_site", default="")


@contextmanager
def knowing(site: str) -> Iterator[None]:
    """Read pages within as pages of this site; empty: nothing is known."""
    token = _NAME.set(site)
    try:
        yield
    finally:
        _NAME.reset(token)


def known_site() -> str:
    """Give the name of the site that is read; empty where it isn't known."""
    return _NAME.get()


def told_site(record: Record, *by: str) -> str:
    """Give the source of a record, as the machine understood it, where it was told so (`SHARED`, `KNOWN`); empty where it was not."""
    source = record.described.get("source")
    return machines_source(source) if source and any(e.says in by for e in source.evidence) else ""


def machines_source(source: Described) -> str:
    """Give what the machine understood as the source; empty where that was nothing."""
    if is_corrected(source):
        return next(iter(source.candidates), "")
    return str(source.value or "")


def is_corrected(source: Described | None) -> TypeGuard[Described]:
    """Tell whether a source is one that editors gave to others of its site."""
    return source is not None and any(each.says == CORRECTED for each in source.evidence)
