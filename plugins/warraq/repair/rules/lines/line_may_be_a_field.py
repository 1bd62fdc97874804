"""A first line with the label of a title, in a text whose head is not surely an export's."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .field_labels import NAMED, SENTENCE, fields, labelled_head
from .outer_lines import BODY


@rule(
    reason="the line may be a field of a database's export",
    certainty=Certainty.DOUBTFUL,
    mends={f"العنوان: افتتاح المعرض\nالمترجم: سالم\n{SENTENCE}": "العنوان: افتتاح المعرض"},
    leaves=[
        "العنوان: شارع البحر القديم\nالهاتف: 1234",
        f"العنوان: افتتاح المعرض\nالكاتب: سالم\n{SENTENCE}",
        f"معرض الزيتون\nالعنوان: شارع البحر القديم\n{SENTENCE}",
    ],
    signs=":：",
)
def line_may_be_a_field(text: str) -> Iterator[Suspicion]:
    first = next(labelled_head(text), None)
    if first and first["title"] and NAMED.match(first["value"]) and not fields(text) and BODY.search(text):
        yield Suspicion(first.start(), first.end())
