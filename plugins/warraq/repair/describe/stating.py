"""Described values of what a page or a text states, with their places."""

from __future__ import annotations

from warraq.archive.decoding import CONTROL
from warraq.archive.record import Described, Origin

from ..halves import whole
from ..readers.stated import Stated
from .passages import Passages
from .sources import PlacedName


def from_page(passages: Passages, stated: Stated, key: str, value: str | None = None) -> Described:
    """Describe by what the page states of itself; `value`: where it is put otherwise than there."""
    evidence = (passages.evidence_at(stated.start, stated.end, key),) if stated.end else ()
    return Described(value=clean(value or stated.value), origin=Origin.METADATA, evidence=evidence)


def inferred_from_page(passages: Passages, stated: Stated, says: str, value: str) -> Described:
    """Describe by what a statement of the page lets infer. Where a wrapping states it, it has no place in O, and says all the same what it is."""
    evidence = (passages.evidence_at(stated.start, stated.end, says),)
    return Described(value=clean(value), origin=Origin.INFERRED, evidence=evidence)


def clean(stated: str) -> str:
    r"""Take out what no front matter holds, which a page's JSON-LD may write as escapes: `\ud83d`, `\u0000`."""
    return CONTROL.sub("", whole(stated))


def from_text(passages: Passages, found: PlacedName, key: str) -> Described:
    """Describe by a name that stands in a passage."""
    evidence = (passages.evidence(found.passage, found.start, found.end, key),)
    return Described(value=clean(found.name), origin=Origin.TEXT, evidence=evidence)
