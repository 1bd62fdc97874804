"""
What a decision writes into an article's file.

The file is read again before it is changed: another program may have changed it since the page was loaded. A file that could
not be read after the change is not written. A step stands in the journal before its files are written, and can be undone: in this session
as long as nobody has changed its files since, later by `python3 tasks.py undo`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from warraq.archive.problem import with_remedy
from warraq.desk.accepted import problem_in_text, problem_of
from warraq.desk.archive_lock import archive_lock
from warraq.desk.changed import changed_meanwhile
from warraq.desk.front_matter import NotEditableError, append, set_value
from warraq.desk.journal import Changed, Journal, Show, take_back
from warraq.desk.lock import TakenError
from warraq.desk.refusal import is_refusal, why_refused
from warraq.desk.versions.undoing import why_not_undone
from warraq.desk.writing import ChangedMeanwhileError, data_of, rewrite, text_of
from warraq.language import Message, message

from .kinds import KINDS
from .kinds.doubt import changed_sentence
from .open_item import OpenItem
from .open_items import OpenItems
from .refusal import Conflict, Refusal, RefusedError, closest_line
from .together import Together

PATIENCE = 3.0
"""Seconds that a request waits for a command that writes."""
GONE = message("The article is not there any more.")
LONGEST_WORDS = 80
"""Letters of the words in question that the journal names."""


class Choice(StrEnum):
    """The choices of an editor."""

    KEEP = "keep"
    """The text, or the inferred date, stays as it is; of an article without a date: the date is unknown."""
    FIX = "fix"
    """The line, or the value, becomes what an editor typed."""
    TAKE = "take"
    """It becomes what the machine proposed."""


DONE = {
    Choice.KEEP: message("Kept"),
    Choice.FIX: message("Fixed"),
    Choice.TAKE: message("Proposal taken"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one item."""

    id: str
    choice: Choice
    text: str = ""
    """Of a fix: the new line of Markdown, or the value; of a proposal, its name."""
    expected: str = ""
    """Of a fix of a line: the line as it was shown. Of a proposal, or of one of several by one key: the hash of the sentence that was shown."""


ShowDecisions = Callable[[Sequence[Decision]], Iterable[Decision]]


@dataclass(slots=True)
class DecisionWriter:
    """Writes decisions into the articles' files, a step at a time; each step can be undone."""

    open_items: OpenItems
    steps: list[int] = field(default_factory=list)
    """Numbers in the journal of the steps of this session."""

    @property
    def journal(self) -> Journal:
        """The journal of the archive."""
        return Journal(self.open_items.files.content)

    def decide(
        self, decisions: Iterable[Decision], by: str, today: date, show: ShowDecisions = iter
    ) -> dict[str, Refusal | None]:
        """Write decisions as one step, and give {id: refusal, or None}; `show` may show progress."""
        given = list(decisions)
        outcomes: dict[str, Refusal | None] = {}
        lock = archive_lock(self.open_items.files.content, "review", PATIENCE)
        step = self.journal.step("review", message("Nothing was decided."), by, today)
        together = Together(self.open_items, by, today, lock, step, frozenset(d.id for d in given))
        for decision in show(given):
            try:
                self._decide(decision, together)
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
        if step.changed:
            self.steps.append(step.number)
        return outcomes

    def undo(self, show: Show = iter) -> tuple[str, ...]:
        """
        Undo the last step of this session, and give the ids of what was undone; a file that was changed since stays. `show` may show progress.

        A TakenError where another command writes, an OSError where the disk takes no more, a RefusedError where it would publish what is held back.
        """
        if not self.steps:
            return ()
        undone = tuple(each.about for each in self._taken_back(self.steps[-1], show, exact=True))
        self.steps.pop()
        return undone

    def undo_step(self, number: int, show: Show = iter) -> tuple[str, ...]:
        """Undo a step of any session, and give the ids of the decisions undone; what was written into its files since stays."""
        return tuple(each.about for each in self._taken_back(number, show) if each.about)

    def _taken_back(self, number: int, show: Show, *, exact: bool = False) -> tuple[Changed, ...]:
        content = self.open_items.files.content
        with archive_lock(content, "review", PATIENCE):
            step = self.journal.read(number)
            if step and (why := why_not_undone(content, step.changed)):
                raise RefusedError(why)
            return take_back(content, step, exact=exact, show=show).back if step else ()

    def _decide(self, decision: Decision, together: Together) -> None:
        step = together.step
        file = self.open_items.files.article_file(decision.id.rpartition("#")[0])
        if file is None:
            raise RefusedError(GONE)
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            raise RefusedError(GONE) from None
        found = together.found(file, data)
        if found is None:
            raise RefusedError(message("The article can't be read any more: python3 tasks.py check says why."))
        item = next((i for i in found if i.id == decision.id), None)
        text, line_end = text_of(data)
        if item is None:
            if decision.choice is Choice.FIX and not _says(text, decision.text):
                raise changed_sentence(closest_line(text, decision.expected), decision.text)
            # Another decision of this article had the same words: nothing is left to decide.
            if together.was_open(decision.id):
                step.note(file, data, data, decision.id)
            return
        try:
            text = _with_decision(text, item, decision, together, found)
            text = KINDS[item.about].closed(self.open_items.files, item.path, text)
        except NotEditableError as error:
            raise RefusedError(message("The file can't be changed safely: {reason}", reason=str(error))) from None
        after = self._settled_and_reviewed(together, file, data_of(text, line_end), item)
        of_a_line = decision.choice is not Choice.KEEP and KINDS[item.about].is_line
        if of_a_line and (problem := problem_in_text(self.open_items.files, file, data, after)):
            raise RefusedError(with_remedy(problem))
        if not step.changed:
            step.what = _what(item, decision.choice, together.others)
        with together.lock:
            self._write(together, file, data, after, decision.id)

    def _write(self, together: Together, file: Path, data: bytes, after: bytes, about: str) -> None:
        step = together.step
        together.changes(file, data)
        noted = step.note(file, data, after, about)
        try:
            rewrite(file, data, after)
        except ChangedMeanwhileError as changed:
            step.void(noted)
            raise _refusal(changed, after, self.open_items.files.content) from None
        except OSError:
            step.void(noted)
            raise

    def _settled_and_reviewed(self, together: Together, file: Path, data: bytes, item: OpenItem) -> bytes:
        """Settle a doubt that a fix left in place, and note who reviewed the article once nothing is open."""
        text, line_end = text_of(data)
        left = _open(together, file, data)
        still = next((i for i in left if i.id == item.id), None)
        if KINDS[item.about].is_line and still:
            text = append(text, "settled", {"rule": still.rule, "quote": still.quote, "decision": "keep"})
            left = _open(together, file, data_of(text, line_end))
        reviewed = {"by": together.by, "date": together.today.isoformat()}
        after = data_of(text if left else set_value(text, "reviewed", reviewed), line_end)
        path = file.relative_to(self.open_items.files.content.parent).as_posix()
        if problem := problem_of(path, after):
            raise RefusedError(with_remedy(problem))
        return after


def _open(together: Together, file: Path, data: bytes) -> tuple[OpenItem, ...]:
    found = together.found(file, data)
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


def _says(text: str, typed: str) -> bool:
    """Whether the file has this line already, so that nothing is left to write."""
    line = " ".join(typed.split())
    return bool(line) and any(line in " ".join(other.split()) for other in text.split("\n"))


def _with_decision(text: str, item: OpenItem, decision: Decision, together: Together, found: Iterable[OpenItem]) -> str:
    """Give the article's text with a decision, which was made alone or with others by the same key."""
    kind, files = KINDS[item.about], together.open_items.files
    if decision.choice is Choice.KEEP:
        if decision.expected and decision.expected != item.sentence:
            raise changed_sentence(item.quote, "")
        return kind.kept(text, together.at_its_place(item, found), together.others or -1)
    if decision.choice is Choice.FIX:
        typed = kind.resolved(files, item, decision.text) if kind.resolved else decision.text
        return kind.fixed(text, item, typed, decision.expected)
    taken = next((p for p in item.proposals if p.name == decision.text), None)
    shown = item.lines.markdown if item.lines else ""
    if taken is None or decision.expected != item.sentence:
        raise changed_sentence(shown or item.quote, taken.text if taken else "")
    written = kind.resolved(files, item, taken.text) if kind.resolved else taken.text
    return kind.fixed(text, item, written, shown)


def _what(item: OpenItem, choice: Choice, others: int) -> Message:
    """Say what a step is, for the journal."""
    words = " ".join((item.quote or item.title).split())[:LONGEST_WORDS]
    if others:
        return message(
            "{choice}: “{words}”, decided with {number} others.", choice=DONE[choice], words=words, number=others
        )
    return message("{choice}: “{words}” in “{title}”.", choice=DONE[choice], words=words, title=item.title)
