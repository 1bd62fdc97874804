"""
What a decision writes into an article's file.

The file is read again before it is changed: another program may have changed it since the page was loaded. A file that could
not be read after the change is not written. A step can be undone as long as nobody has changed its files since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from warraq.archive.article import CONFIRMED_DATE
from warraq.archive.front_matter_date import parse_date
from warraq.archive.problem import WrongValueError
from warraq.desk.front_matter import NotEditableError, append, set_value, split_body
from warraq.desk.writing import data_of, text_of, write
from warraq.language import Message, message

from .items import About, OpenItem
from .markdown_lines import with_lines
from .open_items import OpenItems


class Choice(StrEnum):
    """The choices of an editor."""

    KEEP = "keep"
    """The text, or the inferred date, stays as it is; of an article without a date: the date is unknown."""
    FIX = "fix"
    """The lines, or the date, are changed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one item."""

    id: str
    choice: Choice
    text: str = ""
    """Of a fix: the new line of Markdown, or the date."""
    expected: str = ""
    """Of a fix of a line: the line as it was shown."""


class RefusedError(Exception):
    """A decision that can't be written, and why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Written:
    """A file before and after a decision."""

    id: str
    """Of the item that was decided on."""
    file: Path
    before: bytes
    after: bytes


@dataclass(slots=True)
class DecisionWriter:
    """Writes decisions into the articles' files, a step at a time; each step can be undone."""

    open_items: OpenItems
    _steps: list[list[Written]] = field(default_factory=list)

    def decide(self, decisions: Iterable[Decision], by: str, today: date) -> dict[str, Message | None]:
        """Write decisions as one step, and give {id: refusal, or None}."""
        outcomes: dict[str, Message | None] = {}
        step: list[Written] = []
        together = list(decisions)
        for decision in together:
            try:
                step.append(self._decide(decision, by, today, is_single=len(together) == 1))
                outcomes[decision.id] = None
            except RefusedError as refused:
                outcomes[decision.id] = refused.why
        if step:
            self._steps.append(step)
        return outcomes

    def undo(self) -> tuple[str, ...]:
        """Undo the last step, and give the ids of the decisions undone; a file that was changed since stays as it is."""
        step = self._steps.pop() if self._steps else []
        undone: list[str] = []
        for written in reversed(step):
            if written.file.is_file() and written.file.read_bytes() == written.after:
                write(written.file, written.before)
                undone.append(written.id)
        return tuple(reversed(undone))

    def _decide(self, decision: Decision, by: str, today: date, *, is_single: bool) -> Written:
        path, _, _ = decision.id.rpartition("#")
        file = self.open_items.files.article_file(path)
        if file is None:
            raise RefusedError(message("The article is not there any more."))
        data = file.read_bytes()
        item = next((i for i in self.open_items.in_file(file) if i.id == decision.id), None)
        if item is None:
            # Another decision of this article had the same words: nothing is left to decide.
            return Written(decision.id, file, data, data)
        text, line_end = text_of(data)
        try:
            text = _with_decision(text, item, decision, is_single=is_single)
        except NotEditableError as error:
            raise RefusedError(message("The file can't be changed safely: {reason}", reason=str(error))) from None
        reviewed = {"by": by, "date": today.isoformat()}
        after = self._settled_and_reviewed(file, data_of(text, line_end), item, reviewed)
        write(file, after)
        return Written(decision.id, file, data, after)

    def _settled_and_reviewed(self, file: Path, data: bytes, item: OpenItem, reviewed: dict[str, str]) -> bytes:
        """Settle a doubt that a fix left in place, and note who reviewed the article once nothing is open."""
        text, line_end = text_of(data)
        left = self._open(file, data)
        still = next((i for i in left if i.id == item.id), None)
        if item.about is About.DOUBT and still:
            text = append(text, "settled", {"rule": still.rule, "quote": still.quote, "decision": "keep"})
            left = self._open(file, data_of(text, line_end))
        return data_of(text if left else set_value(text, "reviewed", reviewed), line_end)

    def _open(self, file: Path, data: bytes) -> tuple[OpenItem, ...]:
        found = self.open_items.in_data(file, data)
        if found is None:
            raise RefusedError(message("The article could not be read afterwards; nothing was written."))
        return found


def _with_decision(text: str, item: OpenItem, decision: Decision, *, is_single: bool) -> str:
    """Give the article's text with a decision; `is_single`: it is about one place, not about all with these words."""
    if item.about is About.DOUBT:
        if decision.choice is Choice.FIX:
            return _with_line(text, item, decision)
        quote = item.unique_quote if is_single else item.quote
        return append(text, "settled", {"rule": item.rule, "quote": quote, "decision": "keep"})
    if decision.choice is Choice.FIX:
        try:
            return set_value(text, "date", str(parse_date(decision.text)))
        except WrongValueError as error:
            raise RefusedError(message("{what} {todo}", what=error.what, todo=error.todo)) from None
    if item.about is About.NO_DATE:
        return set_value(text, "date", "unknown")
    return append(text, "settled", {"rule": CONFIRMED_DATE, "quote": item.quote, "decision": "keep"})


def _with_line(text: str, item: OpenItem, decision: Decision) -> str:
    if item.lines is None or item.lines.markdown != decision.expected:
        raise RefusedError(message("The sentence was changed meanwhile, or can't be told from others. Edit the file."))
    if item.lines.is_title:
        title = " ".join(decision.text.split())
        if not title:
            raise RefusedError(message("An article needs a title."))
        return set_value(text, "title", title)
    head, body = split_body(text)
    return head + with_lines(body, item.lines, decision.text)
