"""The sections of an import's report about texts that stand more than once: what came in of them, and what did not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape

from warraq.archive.shown_path import shown_path
from warraq.language import message

from .import_decisions import ImportStatus
from .outcome import Outcome
from .report_links import ReportLinks
from .report_section import Say, Section, rows_section
from .summary import MATCH_NAMES, Part


def copies(outcomes: Sequence[Outcome], status: ImportStatus, links: ReportLinks, say: Say) -> Section:
    """List copies below the text that they are copies of."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if o.decision.status is status:
            groups[o.decision.same_as].append(o)
    rows = tuple(
        (
            links.other(of),
            "<br>".join(f"{links.name(o)} ({say(MATCH_NAMES[o.decision.match])})" for o in group if o.decision.match),
        )
        for of, group in groups.items()
    )
    number = sum(map(len, groups.values()))
    if status is ImportStatus.DUPLICATE:
        note = message(
            "Each is a copy of a file of this import, named beside it; of {texts} texts one came in each.",
            texts=len(rows),
        )
        return Section(Part.DUPLICATES, message("Duplicates"), rows, number, note=note)
    return Section(Part.HELD, message("In the archive already"), rows, number, is_open=False)


def other_titles(outcomes: Sequence[Outcome], links: ReportLinks) -> Section:
    """List copies that have another title, each beside the article that has the text."""
    return rows_section(
        Part.OTHER_TITLES,
        message("The same text with another title"),
        (
            (
                links.article(o.kept.article, o.kept.title),
                f"{links.name(o)} · <bdi>{escape(shown_path(o.inspection.title))}</bdi>",
            )
            for o in outcomes
            if o.kept
        ),
        note=message(
            "Both have the same text. The article keeps its title; the other one was not taken. "
            "If it is needed, write it into the article."
        ),
    )
