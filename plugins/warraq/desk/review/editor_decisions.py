"""
What a decision writes into an article's file.

The file is read again before it is changed: another program may have changed it since the page was loaded. A file that could
not be read after the change is not written. A step can be undone as long as nobody has changed its files since.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from warraq.archive.article import CONFIRMED_DATE, CONFIRMED_TITLE
from warraq.archive.front_matter_date import parse_date
from warraq.archive.problem import WrongValueError
from warraq.desk.accepted import problem_in_text, problem_of
from warraq.desk.archive_lock import archive_lock
from warraq.desk.changed import changed_meanwhile
from warraq.desk.front_matter import NotEditableError, append, set_value, split_body
from warraq.desk.lock import Lock, TakenError
from warraq.desk.refusal import is_refusal, why_refused
from warraq.desk.writing import ChangedMeanwhileError, data_of, rewrite, text_of
from warraq.language import message

from .items import About, OpenItem
from .markdown_lines import with_lines
from .open_items import OpenItems
from .refusal import Conflict, Refusal, RefusedError, closest_line

PATIENCE = 3.0
"""Seconds that a request waits for a command that writes."""
GONE = message("The article is not there any more.")


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

    def decide(self, decisions: Iterable[Decision], by: str, today: date) -> dict[str, Refusal | None]:
        """Write decisions as one step, and give {id: refusal, or None}."""
        outcomes: dict[str, Refusal | None] = {}
        lock = archive_lock(self.open_items.files.content, "review", PATIENCE)
        step: list[Written] = []
        together = list(decisions)
        for decision in together:
            try:
                written = self._decide(decision, by, today, lock, is_single=len(together) == 1)
                if written.before != written.after or self._was_open(decision, step):
                    step.append(written)
                outcomes[decision.id] = None
            except TakenError as taken:
                lock.patience = 0  # the editor has waited for the first decision of the step
                outcomes[decision.id] = Refusal(taken.why)
            except RefusedError as refused:
                outcomes[decision.id] = refused.refusal
            except OSError as error:
                if not is_refusal(error):
                    raise
                outcomes[decision.id] = Refusal(why_refused(error, self.open_items.files.content))
        if step:
            self._steps.append(step)
        return outcomes

    def undo(self) -> tuple[str, ...]:
        """
        Undo the last step, and give the ids of the decisions undone; a file that was changed since stays as it is.

        A TakenError where another command writes, an OSError where the disk takes no more; the step can be undone later then.
        """
        if not self._steps:
            return ()
        undone: list[str] = []
        with archive_lock(self.open_items.files.content, "review", PATIENCE):
            for written in reversed(self._steps[-1]):
                with suppress(ChangedMeanwhileError):
                    rewrite(written.file, written.after, written.before)
                    undone.append(written.id)
            self._steps.pop()
        return tuple(reversed(undone))

    def _was_open(self, decision: Decision, step: Iterable[Written]) -> bool:
        """Tell whether an item that is not open now was so before this step; any other id was never an item, or settled before."""
        first = next((w for w in step if w.id.rpartition("#")[0] == decision.id.rpartition("#")[0]), None)
        found = first and self.open_items.in_data(first.file, first.before)
        return any(item.id == decision.id for item in found or ())

    def _decide(self, decision: Decision, by: str, today: date, lock: Lock, *, is_single: bool) -> Written:
        path, _, _ = decision.id.rpartition("#")
        file = self.open_items.files.article_file(path)
        if file is None:
            raise RefusedError(GONE)
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            raise RefusedError(GONE) from None
        found = self.open_items.in_data(file, data)
        if found is None:
            raise RefusedError(message("The article can't be read any more: python3 tasks.py check says why."))
        item = next((i for i in found if i.id == decision.id), None)
        text, line_end = text_of(data)
        if item is None:
            if decision.choice is Choice.FIX and not _says(text, decision.text):
                raise _changed_sentence(closest_line(text, decision.expected), decision)
            # Another decision of this article had the same words: nothing is left to decide.
            return Written(decision.id, file, data, data)
        try:
            text = _with_decision(text, item, decision, is_single=is_single)
        except NotEditableError as error:
            raise RefusedError(message("The file can't be changed safely: {reason}", reason=str(error))) from None
        reviewed = {"by": by, "date": today.isoformat()}
        after = self._settled_and_reviewed(file, data_of(text, line_end), item, reviewed)
        if decision.choice is Choice.FIX and item.about is About.DOUBT:
            problem = problem_in_text(self.open_items.files, file, data, after)
            if problem:
                raise RefusedError(message("{what} {todo}", what=problem.what, todo=problem.todo))
        try:
            with lock:
                rewrite(file, data, after)
        except ChangedMeanwhileError as changed:
            raise _refusal(changed, after, self.open_items.files.content) from None
        return Written(decision.id, file, data, after)

    def _settled_and_reviewed(self, file: Path, data: bytes, item: OpenItem, reviewed: dict[str, str]) -> bytes:
        """Settle a doubt that a fix left in place, and note who reviewed the article once nothing is open."""
        text, line_end = text_of(data)
        left = self._open(file, data)
        still = next((i for i in left if i.id == item.id), None)
        if item.about is About.DOUBT and still:
            text = append(text, "settled", {"rule": still.rule, "quote": still.quote, "decision": "keep"})
            left = self._open(file, data_of(text, line_end))
        after = data_of(text if left else set_value(text, "reviewed", reviewed), line_end)
        path = file.relative_to(self.open_items.files.content.parent).as_posix()
        if problem := problem_of(path, after):
            raise RefusedError(message("{what} {todo}", what=problem.what, todo=problem.todo))
        return after

    def _open(self, file: Path, data: bytes) -> tuple[OpenItem, ...]:
        found = self.open_items.in_data(file, data)
        if found is None:
            raise RefusedError(message("The article could not be read afterwards; nothing was written."))
        return found


def _refusal(changed: ChangedMeanwhileError, after: bytes, content: Path) -> RefusedError:
    """Give the refusal of a decision on a file that was saved in that moment, with both texts."""
    if changed.now is None:
        return RefusedError(GONE)
    conflict = Conflict.of(text_of(changed.now, errors="replace")[0], text_of(after)[0])
    if changed.former is not None:
        return RefusedError(changed_meanwhile(changed, content), conflict)
    return RefusedError(message("The file was saved while you decided; it stays as it was saved."), conflict)


def _changed_sentence(now: str, decision: Decision) -> RefusedError:
    """Give the refusal of a fix whose sentence somebody saved otherwise, with both sentences: what an editor typed is not lost."""
    why = message("The sentence was changed meanwhile, or can't be told from others. Edit the file.")
    return RefusedError(why, Conflict(now, decision.text))


def _says(text: str, typed: str) -> bool:
    """Whether the file has this line already, so that nothing is left to write."""
    line = " ".join(typed.split())
    return bool(line) and any(line in " ".join(other.split()) for other in text.split("\n"))


def _with_decision(text: str, item: OpenItem, decision: Decision, *, is_single: bool) -> str:
    """Give the article's text with a decision; `is_single`: it is about one place, not about all with these words."""
    if item.about is About.DOUBT:
        if decision.choice is Choice.FIX:
            return _with_line(text, item, decision)
        quote = item.unique_quote if is_single else item.quote
        return append(text, "settled", {"rule": item.rule, "quote": quote, "decision": "keep"})
    if decision.choice is Choice.FIX:
        return (
            _with_title(text, decision.text) if item.about is About.DOUBTFUL_TITLE else _with_date(text, decision.text)
        )
    if item.about is About.NO_DATE:
        return set_value(text, "date", "unknown")
    confirmed = CONFIRMED_TITLE if item.about is About.DOUBTFUL_TITLE else CONFIRMED_DATE
    return append(text, "settled", {"rule": confirmed, "quote": item.quote, "decision": "keep"})


def _with_date(text: str, typed: str) -> str:
    try:
        return set_value(text, "date", str(parse_date(typed)))
    except WrongValueError as error:
        raise RefusedError(message("{what} {todo}", what=error.what, todo=error.todo)) from None


def _with_line(text: str, item: OpenItem, decision: Decision) -> str:
    if item.lines is None or item.lines.markdown != decision.expected:
        now = item.lines.markdown if item.lines else closest_line(text, decision.expected)
        raise _changed_sentence(now, decision)
    if item.lines.is_title:
        return _with_title(text, decision.text)
    head, body = split_body(text)
    return head + with_lines(body, item.lines, decision.text)


def _with_title(text: str, typed: str) -> str:
    title = " ".join(typed.split())
    if not title:
        raise RefusedError(message("An article needs a title."))
    return set_value(text, "title", title)
