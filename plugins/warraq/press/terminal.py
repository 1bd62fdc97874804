"""Messages, problems and progress on the terminal, in the site's language."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from warraq.archive.problem import Problem
from warraq.language import Message, message

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")
MOST_WARNINGS = 20
"""Warnings that a build prints; `check` prints all."""
MANY_STEPS = 200
"""Number of steps from which on people want to see the progress."""


def print_message(sentence: Message, language: str) -> None:
    """Print a message as one line."""
    print(sentence.text(language), flush=True)


def progress(sentence: Message, language: str, console: Console) -> Callable[[Iterable[T], int], Iterable[T]]:
    """Return a function that tracks an iteration of known length: a bar on a terminal, elsewhere one line where it is long."""

    def tracked(things: Iterable[T], total: int) -> Iterable[T]:
        if total < MANY_STEPS:
            return things
        if not console.is_terminal:
            print(sentence.text(language), flush=True)
            return things
        from rich.progress import track

        return track(things, sentence.text(language), total, console=console, transient=True)

    return tracked


def format_problems(problems: Iterable[Problem], language: str) -> str:
    """Format the problems, a line each."""
    return "\n".join(problem.text(language) for problem in problems)


def print_warnings(problems: Sequence[Problem], language: str) -> None:
    """Print the first warnings to standard error, and the command that prints the rest."""
    for problem in problems[:MOST_WARNINGS]:
        print(problem.text(language), file=sys.stderr, flush=True)
    if len(problems) > MOST_WARNINGS:
        more = message(
            "And {number} warnings more; all of them: python3 tasks.py check", number=len(problems) - MOST_WARNINGS
        )
        print(more.text(language), file=sys.stderr, flush=True)
