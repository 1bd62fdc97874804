"""The report of an import for the librarian: one page that says what happened and what to do next, and the same as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from warraq.archive.original import stem_of
from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.desk.house.page import file_name, page_alone
from warraq.desk.own_files import demand_folder, demand_no_folder
from warraq.desk.site import site_of
from warraq.desk.writing import write
from warraq.language import Message, message
from warraq.pages.data import csv_cell

from .import_decisions import ImportStatus
from .kept_reports import FOLDER, KeptReport, kept_reports, next_report
from .outcome import Outcome
from .report_links import ReportLinks
from .report_section import Say
from .report_sections import sections
from .rows_left import RowsLeft
from .summary import LOOK, MATCH_NAMES, NO_FILE, STATUS_NAMES, Part, count, next_steps, summary_parts

NEWEST = "import-report"
"""The newest report, without an ending."""
PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the imported folder until its HTML is there."""
COLUMNS = ("file", "outcome", "reason", "article", "title", "dated", "doubts", "same_as", "like", "likeness")
OPENED, CLOSED = "\0(", "\0)"
"""Stand for the tags round a value until its sentence is HTML."""


def demand_places(project: Path) -> None:
    """Pass a project in which a report can be written; else raise a NotOwnError, before an import begins."""
    demand_folder(project / FOLDER)
    for ending in ("csv", "html"):
        demand_no_folder(project / f"{NEWEST}.{ending}")


def write_report(  # noqa: PLR0913, PLR0917 - what a report is made of
    project: Path,
    source: Path,
    outcomes: Sequence[Outcome],
    unmatched: Sequence[Problem],
    language: str,
    rows: RowsLeft | None = None,
) -> str:
    """
    Write the report of an import of `source` into the project's folder, and the same, to be kept, into `import-reports/`.

    Give the path in the project of the table that `update` takes, if one was written beside it.
    """
    earlier = kept_reports(project)
    kept = next_report(earlier, source.name)
    rows = rows or RowsLeft()
    doubtful = rows.doubtful
    name, csv_bytes = (
        site_of(project / "content").name,
        report_csv(outcomes, unmatched, language, doubtful).encode("utf-8-sig", "replace"),
    )
    demand_folder(project / FOLDER)
    (project / FOLDER).mkdir(exist_ok=True)
    table = f"{FOLDER}/{kept}-rows.csv" if rows.corrections else ""
    if table:
        write(project / table, rows.table())
    for stem, below in ((f"{FOLDER}/{kept}", 1), (NEWEST, 0)):
        links = ReportLinks.of(project, source, below=below)
        html = report_page(source.name, outcomes, unmatched, language, name, links, earlier, replace(rows, file=table))
        write(project / f"{stem}.csv", csv_bytes)
        write(project / f"{stem}.html", html.encode("utf-8", "replace"))
    return table


def report_csv(
    outcomes: Sequence[Outcome], unmatched: Sequence[Problem], language: str, doubtful: Sequence[Problem] = ()
) -> str:
    """Make the report as CSV; no cell is one that a spreadsheet takes for a formula."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for o in outcomes:
        d = o.decision
        reason = o.rejection or (MATCH_NAMES[d.match] if d.match else None)
        imported = d.status is ImportStatus.IMPORTED
        cells = (
            shown_path(d.name),
            STATUS_NAMES[d.status].text(language),
            reason.text(language) if reason else "",
            f"content/articles/{stem_of(d.original)}.md" if d.comes_in else "",
            o.inspection.title,
            "" if not imported else ("1" if o.inspection.dated else "0"),
            str(o.inspection.doubts) if imported else "",
            shown_path(d.same_as),
            shown_path(d.similar_to),
            f"{d.similarity:.2f}" if d.similar_to else "",
        )
        rows.writerow([csv_cell(each) for each in cells])
    for row, outcome in (*((each, NO_FILE) for each in unmatched), *((each, LOOK) for each in doubtful)):
        why = f"{row.what.text(language)} {row.todo.text(language)}"
        given = [csv_cell(each) for each in (f"{row.path}:{row.line}", outcome.text(language), why)]
        rows.writerow(given + [""] * (len(COLUMNS) - len(given)))
    return out.getvalue()


def report_page(  # noqa: PLR0913, PLR0917 - what a report is made of
    source: str,
    outcomes: Sequence[Outcome],
    unmatched: Sequence[Problem],
    language: str,
    name: str = "",
    links: ReportLinks | None = None,
    earlier: Sequence[KeptReport] = (),
    rows: RowsLeft | None = None,
) -> str:
    """Make the report as a page that stands alone; `name` is the archive's."""
    counts, links = count(outcomes), links or ReportLinks()

    say = partial(in_html, language=language)

    parts = [section for section in sections(outcomes, unmatched, links, say, rows) if section.rows]
    shown = {section.part for section in parts}
    pieces = [
        '<ul class="numbers">',
        *(f"<li>{_leading(part, say(line), shown)}</li>" for part, line in summary_parts(counts)),
        f'</ul><h2>{say(message("What to do next"))}</h2><ol class="todo">',
        *(f"<li>{say(line)}</li>" for line in next_steps(counts)),
        f"</ol><h2>{say(message('File by file'))}</h2>" if parts else "</ol>",
        *(section.html(say) for section in parts),
        *_earlier(earlier, links, say),
    ]
    title = message("Import of {place}", place=source)
    heading = escape(message("Import of {place}", place=PLACE).text(language)).replace(
        PLACE, escape(source) if source.isascii() else file_name(source)
    )
    return page_alone(title.text(language), "".join(pieces), language, name, heading)


def _leading(part: Part | None, sentence: str, shown: Container[Part]) -> str:
    """Let a number lead to its section."""
    return f'<a href="#{part}">{sentence}</a>' if part in shown else sentence


def _earlier(reports: Sequence[KeptReport], links: ReportLinks, say: Say) -> Iterator[str]:
    if reports:
        yield f"<h2>{say(message('Earlier imports'))}</h2><ul>"
        for kept in reports:
            address = escape(f"{links.project}{FOLDER}/{quote(kept.file)}")
            yield f'<li><a href="{address}">{kept.number} · <bdi>{escape(kept.place)}</bdi></a></li>'
        yield "</ul>"


def in_html(sentence: Message, language: str) -> str:
    """
    Write a sentence as HTML, in which the signs of a value, such as a file's name, don't change places with those around it.

    Elements keep them apart, and no invisible signs: who copies a command out of a page would copy these too.
    """
    return escape(_with_tags(sentence).text(language)).replace(OPENED, "<bdi>").replace(CLOSED, "</bdi>")


def _with_tags(sentence: Message) -> Message:
    values: dict[str, Message | str | int | float] = {}
    for key, value in sentence.values.items():
        if isinstance(value, Message):
            values[key] = _with_tags(value)
        elif isinstance(value, str) and value:
            values[key] = OPENED + value.replace("\0", "") + CLOSED
        else:
            values[key] = value
    return Message(sentence.msgid, values)
