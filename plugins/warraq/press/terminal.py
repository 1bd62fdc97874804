"""Messages, problems and progress on the terminal, in the site's language."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from warraq.archive.problem import Problem
from warraq.language import Message

from .problem_formats import FORMATS
from .warning_kinds import warning_lines

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")
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


def format_apart(warnings: Sequence[Problem], errors: Sequence[Problem], language: str) -> str:
    """Format warnings by their kinds, and below them, apart, every error: what has to be mended is read last."""
    return "\n\n".join(filter(None, ["\n".join(warning_lines(warnings, language)), format_problems(errors, language)]))


def print_warnings(problems: Sequence[Problem], language: str, form: str = "") -> None:
    """Print a line for each kind of warning to standard error, or all in a form of `check`."""
    for line in [FORMATS[form](problems, language)] if form and problems else warning_lines(problems, language):
        print(line, file=sys.stderr, flush=True)
