"""The progress of a long piece of work: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from warraq.archive.shown_path import shown_path
from warraq.language import Message, listed, message

T = TypeVar("T")
MANY = 500
"""Articles or files from which on a command of a moment shows its progress."""
LINES = 10
"""Lines printed for one piece of work where there is no terminal."""


def with_progress(work: Iterable[T], what: Message, total: int, done: int, language: str) -> Iterator[T]:
    """Pass the pieces of `work` on and show how many are done; `done` were done before it began."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from _lines(work, what, total, done, language)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    # Without a thread that draws it: a process that has one can't be forked safely.
    with Progress(*columns, console=console, auto_refresh=False) as bar:
        task = bar.add_task(what.text(language), total=total, completed=done)
        for piece in work:
            yield piece
            bar.update(task, advance=1, refresh=True)


def shown_where_many(pieces: Sequence[T], what: Message, language: str) -> Iterator[T]:
    """Pass pieces of work on, and show how many are done where there are many."""
    if len(pieces) < MANY:
        return iter(pieces)
    return with_progress(pieces, what, len(pieces), 0, language)


def still_at(names: Sequence[str], language: str) -> None:
    """Name the files that keep an import waiting."""
    print(message("Still at {files}", files=listed(map(shown_path, names))).text(language), file=sys.stderr, flush=True)


def _lines(work: Iterable[T], what: Message, total: int, done: int, language: str) -> Iterator[T]:
    shown = done * LINES // max(total, 1)
    for number, piece in enumerate(work, done + 1):
        yield piece
        if number * LINES // max(total, 1) > shown:
            shown = number * LINES // total
            line = message("{what}: {number} of {total}", what=what, number=number, total=total)
            print(line.text(language), file=sys.stderr, flush=True)
