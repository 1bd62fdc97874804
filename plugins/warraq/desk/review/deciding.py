"""
What a decision writes into an article's file.

Each is read anew before it is written to: another program may have changed it since the page was loaded. A file that
could not be read afterwards is not written. What was decided can be taken back while nobody has touched the file since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from warraq.archive.article import CONFIRMED_DATE
from warraq.archive.front_matter import Parts, parts
from warraq.archive.written_date import written_date
from warraq.archive.wrong_value import WrongValueError
from warraq.desk.front_matter import NotEditableError, append, set_value
from warraq.desk.writing import data_of, text_of, write
from warraq.language import Message, message

from .items import About, Item
from .sentences import with_sentence
from .shelf import Shelf


class Choice(StrEnum):
    """What an editor may decide."""

    KEEP = "keep"
    """The text, or the inferred date, stands as it is; of an article without a date: nobody knows it."""
    FIX = "fix"
    """The sentence, or the date, is written otherwise."""


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


@dataclass(slots=True)
class Register:
    """Writes decisions, and remembers how the files were before."""

    shelf: Shelf
    _before: list[list[tuple[str, Path, bytes, bytes]]] = field(default_factory=list)

    def decide(self, decisions: Iterable[Decision], by: str, today: date) -> dict[str, Message | None]:
        """Write decisions; by id what could not be written, None for what was."""
        outcomes: dict[str, Message | None] = {}
        step: list[tuple[str, Path, bytes, bytes]] = []
        alike = list(decisions)
        for decision in alike:
            try:
                step.append((decision.id, *self._decide(decision, by, today, single=len(alike) == 1)))
                outcomes[decision.id] = None
            except RefusedError as refused:
                outcomes[decision.id] = refused.why
        if step:
            self._before.append(step)
        return outcomes

    def undo(self) -> tuple[str, ...]:
        """Take the last step back; the ids that it decided on, without those whose files were changed since."""
        step = self._before.pop() if self._before else []
        undone: list[str] = []
        for id, file, before, after in reversed(step):
            if file.is_file() and file.read_bytes() == after:
                write(file, before)
                undone.append(id)
        return tuple(reversed(undone))

    def _decide(self, decision: Decision, by: str, today: date, single: bool) -> tuple[Path, bytes, bytes]:
        path, _, _ = decision.id.rpartition("#")
        file = self.shelf.file_of(path)
        if file is None:
            raise RefusedError(message("The article is not there any more."))
        data = file.read_bytes()
        item = next((i for i in self.shelf.of(file) if i.id == decision.id), None)
        if item is None:
            # Another decision of this article had the same words: nothing is left to decide.
            return file, data, data
        text, line_end = text_of(data)
        try:
            made = _written(text, item, decision, single)
        except NotEditableError as error:
            raise RefusedError(message("The file can't be changed safely: {reason}", reason=str(error))) from None
        made = self._settled_and_reviewed(file, made, item, by, today, line_end)
        after = data_of(made, line_end)
        write(file, after)
        return file, data, after

    def _settled_and_reviewed(self, file: Path, text: str, item: Item, by: str, today: date, line_end: str) -> str:
        """Settle what a fix left standing, and note who reviewed the article once nothing is open."""
        left = self._open(file, text, line_end)
        if item.about is About.DOUBT and any(i.id == item.id for i in left):
            still = next(i for i in left if i.id == item.id)
            text = append(text, "settled", {"rule": still.rule, "quote": still.quote, "decision": "keep"})
            left = self._open(file, text, line_end)
        return text if left else set_value(text, "reviewed", {"by": by, "date": today.isoformat()})

    def _open(self, file: Path, text: str, line_end: str) -> tuple[Item, ...]:
        found = self.shelf.of_text(file, data_of(text, line_end))
        if found is None:
            raise RefusedError(message("The article could not be read afterwards; nothing was written."))
        return found


def _written(text: str, item: Item, decision: Decision, single: bool) -> str:
    if item.about is About.DOUBT:
        if decision.choice is Choice.FIX:
            return _with_line(text, item, decision)
        quote = item.unique_quote if single else item.quote
        return append(text, "settled", {"rule": item.rule, "quote": quote, "decision": "keep"})
    if decision.choice is Choice.FIX:
        try:
            return set_value(text, "date", str(written_date(decision.text)))
        except WrongValueError as error:
            raise RefusedError(message("{what} {todo}", what=error.what, todo=error.todo)) from None
    if item.about is About.NO_DATE:
        return set_value(text, "date", "unknown")
    return append(text, "settled", {"rule": CONFIRMED_DATE, "quote": item.quote, "decision": "keep"})


def _with_line(text: str, item: Item, decision: Decision) -> str:
    if item.sentence is None or item.sentence.markdown != decision.expected:
        raise RefusedError(message("The sentence was changed meanwhile, or can't be told from others. Edit the file."))
    if item.sentence.is_title:
        title = " ".join(decision.text.split())
        if not title:
            raise RefusedError(message("An article needs a title."))
        return set_value(text, "title", title)
    head, body = _cut(text)
    return head + with_sentence(body, item.sentence, decision.text)


def _cut(text: str) -> tuple[str, str]:
    """What stands above the body, and the body as `Article.body` has it."""
    cut = parts("", text)
    assert isinstance(cut, Parts)
    at = text.index(cut.body, sum(len(line) + 1 for line in text.split("\n")[: cut.body_line - 1]))
    return text[:at], text[at:]
