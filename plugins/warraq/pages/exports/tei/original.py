"""O as the `<sourceDoc>` of a TEI document: letter by letter, with an id on each passage that a repair changed."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.original import Original
from warraq.edition.edition import Edition, Mark, MarkKind

from .escaping import Characters, attributes


def source_document(edition: Edition, prefix: str, characters: Characters) -> str:
    """Write `<sourceDoc>`; nothing where the original is not published."""
    if edition.original is None:
        return ""
    text = "".join(_pieces(edition.original, edition, prefix, characters))
    return f"<sourceDoc><surface><zone{attributes({'xml:id': f'{prefix}.original', 'xml:space': 'preserve'})}>{text}</zone></surface></sourceDoc>"


def _pieces(original: Original, edition: Edition, prefix: str, characters: Characters) -> Iterator[str]:
    at = 0
    for mark, (start, end) in sorted(_repaired(edition), key=lambda found: (found[1], found[0].id)):
        if start < at:
            continue
        yield characters.text(original.text[at:start])
        yield f"<seg{attributes({'xml:id': f'{prefix}.o-{mark.id}'})}>{characters.text(original.text[start:end])}</seg>"
        at = end
    yield characters.text(original.text[at:])


def _repaired(edition: Edition) -> Iterator[tuple[Mark, tuple[int, int]]]:
    for mark in edition.marks:
        if mark.kind == MarkKind.REPAIR and mark.original_span:
            yield mark, mark.original_span
