"""How far a corpus is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from warraq.language import Message, message

LINES = 20
"""Lines that are printed of one step where there is no terminal."""


class Shown:
    """Shows one step; `with Shown(…) as shown: shown.advance(…)`."""

    def __init__(self, what: Message, total: int, language: str) -> None:
        """`total`: of whatever is counted, bytes or tasks."""
        self.what, self.total, self.language = what, max(total, 1), language
        self.done = self.rows = self.lines = 0
        console = Console(stderr=True)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[rows]}"),
            TimeRemainingColumn(),
        )
        self.bar = Progress(*columns, console=console) if console.is_terminal else None

    def __enter__(self) -> Self:
        if self.bar is not None:
            self.bar.start()
            self.task = self.bar.add_task(self.what.text(self.language), total=self.total, rows="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def advance(self, by: int, rows: int = 0) -> None:
        """Say that so much more is done, and so many rows."""
        self.done += by
        self.rows += rows
        number = message("{number} rows", number=self.rows).text(self.language) if self.rows else ""
        if self.bar is not None:
            self.bar.update(self.task, completed=min(self.done, self.total), rows=number)
            return
        lines = min(self.done, self.total) * LINES // self.total
        if lines > self.lines:
            self.lines = lines
            line = message("{what}: {percent} %", what=self.what, percent=lines * 100 // LINES).text(self.language)
            print(f"{line}  {number}".rstrip(), file=sys.stderr, flush=True)
