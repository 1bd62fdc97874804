"""What an import leaves for the librarian: one page that says what happened and what to do next, and the same as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.archive.problem import Problem
from warraq.desk.writing import write
from warraq.pages.data import cell

from .counts import Outcome
from .deciding import Fate
from .report_page import page
from .told import FATES, NO_FILE, SAME

COLUMNS = ("file", "outcome", "reason", "article", "title", "dated", "doubts", "same_as", "like", "likeness")


def write_report(
    project: Path, place: str, outcomes: Sequence[Outcome], strays: Sequence[Problem], language: str
) -> None:
    """Write `import-report.html` and `import-report.csv` into the project's folder."""
    write(project / "import-report.html", page(place, outcomes, strays, language).encode("utf-8", "replace"))
    write(project / "import-report.csv", table(outcomes, strays, language).encode("utf-8-sig", "replace"))


def table(outcomes: Sequence[Outcome], strays: Sequence[Problem], language: str) -> str:
    """The report as CSV; a spreadsheet must not take a cell for a formula."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for o in outcomes:
        d = o.decision
        reason = o.looked.refused.message() if o.looked.refused else SAME[d.same] if d.same else None
        taken = d.fate is Fate.IMPORTED
        cells = (
            d.name,
            FATES[d.fate].text(language),
            reason.text(language) if reason else "",
            f"content/articles/{stem_of(d.original)}.md" if taken else "",
            o.looked.title,
            "" if not taken else ("1" if o.looked.dated else "0"),
            str(o.looked.doubts) if taken else "",
            d.of,
            d.like,
            f"{d.likeness:.2f}" if d.like else "",
        )
        rows.writerow([cell(each) for each in cells])
    for stray in strays:
        why = f"{stray.what.text(language)} {stray.todo.text(language)}"
        said = [cell(each) for each in (f"{stray.path}:{stray.line}", NO_FILE.text(language), why)]
        rows.writerow(said + [""] * (len(COLUMNS) - len(said)))
    return out.getvalue()
