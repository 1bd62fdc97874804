"""What an import leaves for the librarian: one page that says what happened and what to do next, and the same as a table."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.archive.problem import Problem
from warraq.desk.writing import write
from warraq.language import Message, message
from warraq.pages.data import cell
from warraq.pages.direction import direction

from .counts import Counts, Outcome, count
from .deciding import Fate, Same

FATES: dict[Fate, Message] = {
    Fate.IMPORTED: message("imported"),
    Fate.DUPLICATE: message("duplicate"),
    Fate.HELD: message("in the archive already"),
    Fate.SET_ASIDE: message("set aside"),
}
SAME: dict[Same, Message] = {
    Same.BYTES: message("the same file"),
    Same.URL: message("the same address"),
    Same.TEXT: message("the same text"),
}
NO_FILE = message("no file")
MOST_TOLD = 20
COLUMNS = ("file", "outcome", "reason", "article", "title", "dated", "doubts", "same_as", "like", "likeness")
STYLE = """
:root{color-scheme:light dark}body{font:17px/1.7 system-ui,sans-serif;max-inline-size:60rem;margin:2rem auto;padding-inline:1rem}
td,th{text-align:start;vertical-align:top;padding:.3rem .6rem;border-block-end:1px solid #8886}
summary{cursor:pointer;font-weight:700;padding-block:.4rem}
"""


def write_report(
    project: Path, place: str, outcomes: Sequence[Outcome], strays: Sequence[Problem], language: str
) -> None:
    """Write `import-report.html` and `import-report.csv` into the project's folder."""
    write(project / "import-report.html", page(place, outcomes, strays, language).encode("utf-8", "replace"))
    write(project / "import-report.csv", table(outcomes, strays, language).encode("utf-8-sig", "replace"))


def summary(counts: Counts) -> Iterator[Message]:
    """The counts as sentences; those of nothing are left out, but for the first."""
    c = counts
    yield message("Imported: {number} of {found} files.", number=c.imported, found=c.found)
    doubtful = message("Imported with open doubts: {number} (doubts: {doubts}).", number=c.doubtful, doubts=c.doubts)
    lines = (
        (c.duplicates, message("Duplicates of others among them, not imported: {number}.", number=c.duplicates)),
        (c.held, message("In the archive already, not imported: {number}.", number=c.held)),
        (c.set_aside, message("Set aside because they can't be read: {number}.", number=c.set_aside)),
        (c.undated, message("Imported without a date: {number}.", number=c.undated)),
        (c.doubtful, doubtful),
        (c.alike, message("Nearly the same as another text: {number}; both are kept.", number=c.alike)),
        (c.pictures, message("Pictures taken along: {number}.", number=c.pictures)),
        (c.pictures_left, message("Pictures outside of the articles, left behind: {number}.", number=c.pictures_left)),
        (c.pictures_set_aside, message("Pictures that can't be read: {number}.", number=c.pictures_set_aside)),
    )
    yield from (sentence for number, sentence in lines if number)


def next_steps(counts: Counts) -> Iterator[Message]:
    """What to do next."""
    if counts.set_aside:
        yield message("Look at the files that were set aside: each has its reason below.")
    if counts.doubtful or counts.undated:
        yield message("Decide on the doubts and the missing dates: python3 tasks.py review")
    if counts.imported:
        yield message("See the pages: python3 tasks.py serve")
        yield message("Keep what you have: git add content, then git commit.")
    else:
        yield message("Nothing new came in; nothing was changed.")


def told(strays: Sequence[Problem]) -> Iterator[Problem | Message]:
    """The rows of the table that speak of no file, as a terminal shows them: their number, and the first of them."""
    if strays:
        yield message("Rows of the table that speak of no file: {number}.", number=len(strays))
        yield from strays[:MOST_TOLD]
    if len(strays) > MOST_TOLD:
        yield message("… and {number} more.", number=len(strays) - MOST_TOLD)


def page(place: str, outcomes: Sequence[Outcome], strays: Sequence[Problem], language: str) -> str:
    """The report as a page that stands alone."""
    counts = count(outcomes)

    def say(said: Message) -> str:
        return escape(said.text(language))

    title = message("Import of {place}", place=place)
    pieces = [
        f'<!doctype html><html lang="{escape(language)}" dir="{direction(language)}"><meta charset="utf-8">',
        f'<meta name="viewport" content="width=device-width"><title>{say(title)}</title><style>{STYLE}</style>',
        f"<h1>{say(title)}</h1><ul>",
        *(f"<li>{say(line)}</li>" for line in summary(counts)),
        f"</ul><h2>{say(message('What to do next'))}</h2><ol>",
        *(f"<li>{say(line)}</li>" for line in next_steps(counts)),
        "</ol>",
        *_section(
            say(message("Rows of the table that speak of no file")),
            ((f"{escape(s.path)}:{s.line}", f"{say(s.what)} {say(s.todo)}") for s in strays),
        ),
        *_sections(outcomes, say),
    ]
    return "".join(pieces) + "</html>\n"


def _sections(outcomes: Sequence[Outcome], say: Callable[[Message], str]) -> Iterator[str]:
    aside = [o for o in outcomes if o.decision.fate is Fate.SET_ASIDE]
    yield from _section(
        say(message("Set aside")), ((_name(o), say(o.looked.refused.message())) for o in aside if o.looked.refused)
    )
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if o.decision.fate in (Fate.DUPLICATE, Fate.HELD):
            groups[o.decision.of].append(o)
    yield from _section(
        say(message("Duplicates")),
        (
            (
                f'<bdi dir="ltr">{_shown(of)}</bdi>',
                "<br>".join(f"{_name(o)} ({say(SAME[o.decision.same])})" for o in group if o.decision.same),
            )
            for of, group in groups.items()
        ),
    )
    imported = [o for o in outcomes if o.decision.fate is Fate.IMPORTED]
    yield from _section(
        say(message("Nearly the same")),
        (
            (_name(o), f'<bdi dir="ltr">{_shown(o.decision.like)}</bdi> ({o.decision.likeness:.0%})')
            for o in imported
            if o.decision.like
        ),
    )
    yield from _section(
        say(message("Pictures left behind")),
        ((_name(o), f"{_title(o)} · {o.looked.pictures_left}") for o in imported if o.looked.pictures_left),
        opened=False,
    )
    yield from _section(
        say(message("Pictures set aside")),
        (
            (f'<bdi dir="ltr">{_shown(name)}</bdi>', say(why.message()))
            for o in imported
            for name, why in o.looked.pictures_refused
        ),
    )
    yield from _section(say(message("Without a date")), ((_name(o), _title(o)) for o in imported if not o.looked.dated))
    yield from _section(
        say(message("With open doubts")),
        ((f"{_name(o)}", f"{_title(o)} · {o.looked.doubts}") for o in imported if o.looked.doubts),
    )
    yield from _section(say(message("Imported")), ((_name(o), _title(o)) for o in imported), opened=False)


def _section(title: str, rows: Iterator[tuple[str, str]], opened: bool = True) -> Iterator[str]:
    listed = [f"<tr><td>{name}</td><td>{said}</td></tr>" for name, said in rows]
    if listed:
        state = " open" if opened and len(listed) <= 100 else ""
        yield f"<details{state}><summary>{title}: {len(listed)}</summary><table>"
        yield from listed
        yield "</table></details>"


def _shown(name: str) -> str:
    return escape(name.encode("utf-8", "replace").decode())


def _name(o: Outcome) -> str:
    return f'<bdi dir="ltr">{_shown(o.decision.name)}</bdi>'


def _title(o: Outcome) -> str:
    stem = stem_of(o.decision.original)
    return f'<a href="content/articles/{escape(stem)}.md"><bdi>{_shown(o.looked.title)}</bdi></a>'


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
