"""
The sections of an import's report, in the order in which a librarian works through them.

First what has to be done by hand, then what may be wrong in what came in, then what was understood, and last what is only to be known. A
section counts what the summary above it counts, and each number of the summary leads to its section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.archive.versions import is_later_day
from warraq.desk.house.page import file_name
from warraq.language import message

from .import_decisions import ImportStatus
from .known_sources import known_sources
from .outcome import Outcome
from .report_copies import copies, other_titles
from .report_links import ReportLinks
from .report_section import Row, Say, Section, rows_section
from .rows_left import RowsLeft
from .summary import Part


def sections(
    outcomes: Sequence[Outcome],
    unmatched: Sequence[Problem],
    links: ReportLinks,
    say: Say,
    rows: RowsLeft | None = None,
) -> list[Section]:
    """Make all sections; those of which there is nothing have no rows."""
    imported = [o for o in outcomes if o.decision.status is ImportStatus.IMPORTED]
    return [
        *_by_hand(outcomes, unmatched, links, say),
        _rows_left(rows or RowsLeft(), say),
        other_titles(outcomes, links),
        *_to_look_at(imported, links, say),
        *_pictures(imported, links, say),
        _sources(imported, say),
        copies(outcomes, ImportStatus.DUPLICATE, links, say),
        copies(outcomes, ImportStatus.HELD, links, say),
        *_versions(outcomes, links, say),
        _thrown_out(outcomes, links, say),
        rows_section(
            Part.IMPORTED, message("Imported"), ((links.name(o), links.title(o)) for o in imported), is_open=False
        ),
    ]


def _by_hand(
    outcomes: Sequence[Outcome], unmatched: Sequence[Problem], links: ReportLinks, say: Say
) -> Iterator[Section]:
    reasons: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if o.decision.status is ImportStatus.SET_ASIDE and o.rejection:
            reasons[say(o.rejection)].append(o)
    yield Section(
        Part.SET_ASIDE,
        message("Set aside"),
        tuple(("<br>".join(map(links.name, reasons[why])), why) for why in sorted(reasons)),
        sum(map(len, reasons.values())),
        note=message("Mend what can be mended and import the same folder again: only what is new comes in."),
    )
    yield rows_section(
        Part.ROWS,
        message("Rows of the table that speak of no file"),
        _lines(unmatched, say),
    )


def _lines(rows: Iterable[Problem], say: Say) -> Iterator[Row]:
    return ((file_name(f"{row.path}:{row.line}"), f"{say(row.what)} {say(row.todo)}") for row in rows)


def _rows_left(rows: RowsLeft, say: Say) -> Section:
    return rows_section(
        Part.ROWS_LEFT,
        message("Rows of the table to look at"),
        _lines(rows.doubtful, say),
        note=rows.how_to_take() if rows.file else None,
    )


def _when(version: Outcome, by_name: Mapping[str, Outcome], say: Say) -> str:
    """Say of a version that came in with the other one when it is not known to be the later one."""
    other = by_name.get(version.decision.same_as)
    if other is None or is_later_day(version.inspection.date, other.inspection.date):
        return ""
    if is_later_day(other.inspection.date, version.inspection.date):
        return f" · {say(message('The other one is the later one.'))}"
    return f" · {say(message('Which of the two is later is not known.'))}"


def _versions(outcomes: Sequence[Outcome], links: ReportLinks, say: Say) -> Iterator[Section]:
    by_name = {o.decision.name: o for o in outcomes}
    yield rows_section(
        Part.UNSURE,
        message("Perhaps another version"),
        ((links.title(o), links.other(o.decision.at_one_address)) for o in outcomes if o.decision.at_one_address),
        note=message("Decide whether they are versions of those articles: python3 tasks.py review"),
    )
    yield rows_section(
        Part.VERSIONS,
        message("Later versions"),
        (
            (
                links.title(o),
                f"{links.other(o.decision.same_as)} · <bdi>{file_name(o.decision.version_of)}</bdi>{_when(o, by_name, say)}",
            )
            for o in outcomes
            if o.decision.status is ImportStatus.VERSION
        ),
        note=message(
            "The article that people may have cited stays. To show another: python3 tasks.py versions --show SLUG"
        ),
    )


def _thrown_out(outcomes: Sequence[Outcome], links: ReportLinks, say: Say) -> Section:
    """List what an editor threw out before, with the command that takes it back."""
    back = "python3 tasks.py reject --undo --only "
    return rows_section(
        Part.REJECTED,
        message("Thrown out before"),
        (
            (links.name(o), say(message("To take it back: {command}", command=back + o.decision.same_as)))
            for o in outcomes
            if o.decision.status is ImportStatus.REJECTED
        ),
        is_open=False,
    )


def _to_look_at(imported: Sequence[Outcome], links: ReportLinks, say: Say) -> Iterator[Section]:
    similar = sorted((o for o in imported if o.decision.similar_to), key=lambda o: -o.decision.similarity)
    yield rows_section(
        Part.SIMILAR,
        message("Nearly the same"),
        ((links.title(o), f"{links.other(o.decision.similar_to)} ({o.decision.similarity:.0%})") for o in similar),
    )
    yield rows_section(
        Part.OTHER_VALUES,
        message("Title, date or author is doubtful"),
        ((links.title(o), _others(o, say)) for o in imported if o.inspection.other_values),
    )
    undated = (o for o in imported if not o.inspection.dated)
    yield rows_section(Part.UNDATED, message("Without a date"), ((links.title(o), links.name(o)) for o in undated))
    doubtful = sorted((o for o in imported if o.inspection.doubts), key=lambda o: -o.inspection.doubts)
    yield rows_section(
        Part.DOUBTFUL,
        message("With open doubts"),
        ((links.title(o), say(message("Doubts: {number}", number=o.inspection.doubts))) for o in doubtful),
        note=message("Decide on them in their sentences: python3 tasks.py review"),
    )


def _pictures(imported: Sequence[Outcome], links: ReportLinks, say: Say) -> Iterator[Section]:
    rejected = [(o, name, why) for o in imported for name, why in o.inspection.pictures_rejected]
    yield rows_section(
        Part.PICTURES_REJECTED,
        message("Pictures set aside"),
        ((links.other(name), f"{say(why.message())} {links.title(o)}") for o, name, why in rejected),
    )
    missing = [o for o in imported if o.inspection.pictures_missing]
    yield Section(
        Part.PICTURES_MISSING,
        message("Pictures that are missing"),
        tuple((links.title(o), _missing(o, say)) for o in missing),
        sum(len(o.inspection.pictures_missing) for o in missing),
        is_open=False,
    )
    left = [o for o in imported if o.inspection.pictures_left]
    yield Section(
        Part.PICTURES_LEFT,
        message("Pictures left behind"),
        tuple((links.title(o), f"{links.name(o)} · {o.inspection.pictures_left}") for o in left),
        sum(o.inspection.pictures_left for o in left),
        is_open=False,
    )


def _others(outcome: Outcome, say: Say) -> str:
    """Say what the original says beside what the article says; any text of a page stands in it."""
    values = outcome.inspection.other_values
    return "<br>".join(say(message("The original also says: {others}.", others=others)) for _, others in values)


def _missing(o: Outcome, say: Say) -> str:
    """List an article's missing pictures, each behind the line where it stood."""
    return "<br>".join(
        f"{say(message('behind line {number}', number=line))}: {file_name(address)} <bdi>{escape(shown_path(words))}</bdi>"
        for line, address, words in o.inspection.pictures_missing
    )


def _sources(imported: Sequence[Outcome], say: Say) -> Section:
    known = known_sources(imported)
    return Section(
        Part.SOURCES,
        message("What was understood of the sources"),
        tuple(
            (
                f"<bdi>{escape(shown_path(source.name))}</bdi>" if source.name else say(message("No source")),
                f"{'<br>'.join(map(say, source.understood()))}<br>{say(message('To write another one:'))} {_command(source.command())}",
            )
            for source in known
        ),
        len(known),
    )


def _command(command: str) -> str:
    return f'<code><bdi dir="ltr">{escape(command)}</bdi></code>'
