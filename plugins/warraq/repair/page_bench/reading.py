"""What is made of a page: by us, and by trafilatura for comparison."""

from __future__ import annotations

import time
from dataclasses import dataclass

from warraq.archive.concept import Vocabulary
from warraq.archive.record import Origin, Record

from ..changes import undo
from ..engine import RuleError
from ..planning import Planned, plan
from ..readers import UnreadableError, read_original
from ..repairing import repair
from ..unfit import unfit
from ..writers.markdown import from_markdown
from .gold import LabelledPage

ABOUT = frozenset(
    {"title", "date", "day", "author", "authors", "encoding", "charset", "bytes", "page", "script", "body", "wall"}
)
"""Words in the names of doubts that are no doubts of the text's words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a page."""

    text: str = ""
    """Markdown, or plain text."""
    title: str = ""
    day: str = ""
    """ISO, perhaps a year or a month alone."""
    authors: tuple[str, ...] = ()
    source: str = ""
    aside: str = ""
    """Why the page was set aside; nothing else is known then."""
    failed: str = ""
    """The mistake of ours that ended it."""
    told: frozenset[str] = frozenset()
    """Of `title`, `date` and `author`, those that stand as inferred or open, have other candidates, or that a doubt is named after."""
    doubts: int = 0
    """Of the text: all but those that are about title, date, author, encoding or the page."""
    undone: bool | None = None
    """Undoing the record's changes gives the file's text back, character for character."""
    settled: bool | None = None
    """Repairing the repaired text changes nothing."""
    seconds: float = 0.0


def read(page: LabelledPage) -> Reading:
    """Read a page as an import does."""
    begun = time.process_time()
    try:
        original = read_original(page.name, page.data)
        if why := unfit(original):
            raise why
        planned = plan(original, Vocabulary())
    except UnreadableError as error:
        return Reading(aside=str(error), seconds=time.process_time() - begun)
    except RuleError as error:  # a mistake of ours costs its page, not the whole table
        return Reading(failed=str(error), undone=False, seconds=time.process_time() - begun)
    seconds = time.process_time() - begun
    text = _repaired_text(planned)
    values = planned.front_matter
    source = values.get("source")
    return Reading(
        text=planned.body,
        title=str(values["title"]),
        day=str(values.get("date", ""))[:10],
        authors=_names(values.get("authors")),
        source=str(source.get("name", "")) if isinstance(source, dict) else str(source or ""),
        told=frozenset(k for k in ("title", "date", "author") if _is_told(planned.record, k)),
        doubts=sum(not ABOUT.intersection(d.rule.split("-")) for d in planned.record.doubts),
        undone=undo(text, planned.record.changes) == original.text,
        settled=not repair(text).changes,
        seconds=seconds,
    )


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),) if value else ()


def _is_told(record: Record, key: str) -> bool:
    described = record.described.get(key)
    if described is not None and (
        described.value is None or described.origin is Origin.INFERRED or described.candidates
    ):
        return True
    return any(key in doubt.rule.split("-") for doubt in record.doubts)


def _repaired_text(planned: Planned) -> str:
    """Give D as the article's files have it: the title's line, then the blocks of the body."""
    title = planned.record.described["title"].value
    return "\n".join([str(title or ""), *(block.text for block in from_markdown(planned.body))])


def read_by_trafilatura(page: LabelledPage) -> Reading:
    """Read a page as trafilatura does by itself."""
    import trafilatura

    begun = time.process_time()
    found = trafilatura.bare_extraction(page.data, with_metadata=True)
    seconds = time.process_time() - begun
    if found is None or isinstance(found, dict):
        return Reading(seconds=seconds)
    authors = tuple(a.strip() for a in (found.author or "").split(";") if a.strip())
    return Reading(
        text=found.text or "",
        title=found.title or "",
        day=found.date or "",
        authors=authors,
        source=found.sitename or "",
        seconds=seconds,
    )
