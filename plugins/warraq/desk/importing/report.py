"""The report of an import for the librarian: one page that says what happened and what to do next, and the same as CSV."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.desk.house.page import file_name, page_alone
from warraq.desk.site import site_of
from warraq.desk.writing import write
from warraq.language import Message, message
from warraq.pages.data import csv_cell

from .import_decisions import ImportStatus
from .summary import MATCH_NAMES, NO_FILE, STATUS_NAMES, Outcome, count, next_steps, summary

COLUMNS = ("file", "outcome", "reason", "article", "title", "dated", "doubts", "same_as", "like", "likeness")
MOST_OPEN = 100
"""Rows of a section that is open when the page is; a longer one is closed."""


def write_report(
    project: Path, source: str, outcomes: Sequence[Outcome], unmatched: Sequence[Problem], language: str
) -> None:
    """Write `import-report.html` and `import-report.csv` into the project's folder."""
    html = report_page(source, outcomes, unmatched, language, site_of(project / "content").name)
    write(project / "import-report.html", html.encode("utf-8", "replace"))
    write(project / "import-report.csv", report_csv(outcomes, unmatched, language).encode("utf-8-sig", "replace"))


def report_csv(outcomes: Sequence[Outcome], unmatched: Sequence[Problem], language: str) -> str:
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
            f"content/articles/{stem_of(d.original)}.md" if imported else "",
            o.inspection.title,
            "" if not imported else ("1" if o.inspection.dated else "0"),
            str(o.inspection.doubts) if imported else "",
            shown_path(d.same_as),
            shown_path(d.similar_to),
            f"{d.similarity:.2f}" if d.similar_to else "",
        )
        rows.writerow([csv_cell(each) for each in cells])
    for row in unmatched:
        why = f"{row.what.text(language)} {row.todo.text(language)}"
        given = [csv_cell(each) for each in (f"{row.path}:{row.line}", NO_FILE.text(language), why)]
        rows.writerow(given + [""] * (len(COLUMNS) - len(given)))
    return out.getvalue()


def report_page(
    source: str, outcomes: Sequence[Outcome], unmatched: Sequence[Problem], language: str, name: str = ""
) -> str:
    """Make the report as a page that stands alone; `name` is the archive's."""
    counts = count(outcomes)

    def say(sentence: Message) -> str:
        return escape(sentence.text(language))

    title = message("Import of {place}", place=source).text(language)
    pieces = [
        '<ul class="numbers">',
        *(f"<li>{say(line)}</li>" for line in summary(counts)),
        f'</ul><h2>{say(message("What to do next"))}</h2><ol class="todo">',
        *(f"<li>{say(line)}</li>" for line in next_steps(counts)),
        "</ol>",
        *_section(
            say(message("Rows of the table that speak of no file")),
            ((file_name(f"{s.path}:{s.line}"), f"{say(s.what)} {say(s.todo)}") for s in unmatched),
        ),
        *_sections(outcomes, say),
    ]
    return page_alone(title, "".join(pieces), language, name)


def _sections(outcomes: Sequence[Outcome], say: Callable[[Message], str]) -> Iterator[str]:
    aside = [o for o in outcomes if o.decision.status is ImportStatus.SET_ASIDE]
    yield from _section(
        say(message("Set aside")),
        ((_name(o), say(o.rejection)) for o in aside if o.rejection),
    )
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if o.decision.status in (ImportStatus.DUPLICATE, ImportStatus.HELD):
            groups[o.decision.same_as].append(o)
    yield from _section(
        say(message("Duplicates")),
        (
            (
                file_name(of),
                "<br>".join(f"{_name(o)} ({say(MATCH_NAMES[o.decision.match])})" for o in group if o.decision.match),
            )
            for of, group in groups.items()
        ),
    )
    imported = [o for o in outcomes if o.decision.status is ImportStatus.IMPORTED]
    yield from _section(
        say(message("Nearly the same")),
        (
            (_name(o), f"{file_name(o.decision.similar_to)} ({o.decision.similarity:.0%})")
            for o in imported
            if o.decision.similar_to
        ),
    )
    yield from _section(
        say(message("Pictures left behind")),
        ((_name(o), f"{_title(o)} · {o.inspection.pictures_left}") for o in imported if o.inspection.pictures_left),
        is_open=False,
    )
    yield from _section(
        say(message("Pictures set aside")),
        ((file_name(name), say(why.message())) for o in imported for name, why in o.inspection.pictures_rejected),
    )
    yield from _section(
        say(message("Pictures that are missing")),
        ((_title(o), _missing(o, say)) for o in imported if o.inspection.pictures_missing),
        is_open=False,
    )
    undated = (o for o in imported if not o.inspection.dated)
    yield from _section(say(message("Without a date")), ((_name(o), _title(o)) for o in undated))
    yield from _section(
        say(message("Title, date or author is doubtful")),
        ((_name(o), f"{_title(o)}<br>{_others(o, say)}") for o in imported if o.inspection.other_values),
    )
    doubtful = (o for o in imported if o.inspection.doubts)
    yield from _section(
        say(message("With open doubts")), ((_name(o), f"{_title(o)} · {o.inspection.doubts}") for o in doubtful)
    )
    yield from _section(say(message("Imported")), ((_name(o), _title(o)) for o in imported), is_open=False)


def _others(outcome: Outcome, say: Callable[[Message], str]) -> str:
    """Say what the original says beside what the article says; any text of a page stands in it."""
    values = outcome.inspection.other_values
    return "<br>".join(say(message("The original also says: {others}.", others=others)) for _, others in values)


def _missing(o: Outcome, say: Callable[[Message], str]) -> str:
    """List an article's missing pictures, each behind the line where it stood."""
    return "<br>".join(
        f"{say(message('behind line {number}', number=line))}: {file_name(address)} <bdi>{_escaped(words)}</bdi>"
        for line, address, words in o.inspection.pictures_missing
    )


def _section(title: str, rows: Iterator[tuple[str, str]], *, is_open: bool = True) -> Iterator[str]:
    listed = [f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in rows]
    if listed:
        state = " open" if is_open and len(listed) <= MOST_OPEN else ""
        yield f"<details{state}><summary>{title}: {len(listed)}</summary><table>"
        yield from listed
        yield "</table></details>"


def _escaped(name: str) -> str:
    return escape(shown_path(name))


def _name(o: Outcome) -> str:
    return file_name(o.decision.name)


def _title(o: Outcome) -> str:
    stem = stem_of(o.decision.original)
    return f'<a href="content/articles/{escape(stem)}.md"><bdi>{_escaped(o.inspection.title or stem)}</bdi></a>'
