"""What is open as CSV, for whoever looks through it on paper or in a spreadsheet, or counts it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from warraq.archive.shown_path import shown_path
from warraq.pages.data import csv_cell

from .excerpts import AROUND, beginning_of, end_of
from .open_item import OpenItem

COLUMNS = (
    "file",
    "title",
    "source",
    "rule",
    "reason",
    "certainty",
    "before",
    "words",
    "after",
    "original",
    "proposals",
)


def as_csv(items: Iterable[OpenItem], language: str) -> str:
    """Write items as CSV; no cell is one that a spreadsheet takes for a formula."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for item in items:
        cells = (
            shown_path(item.path),
            item.title,
            item.source,
            item.rule,
            item.reason.text(language),
            item.certainty.value,
            end_of(item.before, AROUND),
            item.quote,
            beginning_of(item.after, AROUND),
            item.source_quote,
            " | ".join(proposal.text for proposal in item.proposals),
        )
        rows.writerow([csv_cell(" ".join(cell.split())) for cell in cells])
    return out.getvalue()
