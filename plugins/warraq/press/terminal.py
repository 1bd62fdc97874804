"""What the build says while it works and when it is done, in the site's language."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from warraq.archive.problem import Problem
from warraq.archive.site import Site
from warraq.language import Message, message

T = TypeVar("T")
MOST_WARNINGS = 20
"""Warnings of a build; `check` tells all."""
LONG = 200
"""Things to do, from which on people want to see how far it is."""


def language_of(site: Site) -> str:
    """The language of messages: the site's, or what WARRAQ_LANGUAGE asks for (for developers, and runners that others read)."""
    return os.environ.get("WARRAQ_LANGUAGE") or site.language


def print_message(sentence: Message, language: str) -> None:
    """One line on the terminal."""
    print(sentence.text(language), flush=True)


def progress(sentence: Message, language: str, console: Console) -> Callable[[Iterable[T], int], Iterable[T]]:
    """Show how far a long work has come: a bar on a terminal, elsewhere one line where there is much to do."""

    def shown(things: Iterable[T], total: int) -> Iterable[T]:
        if total < LONG:
            return things
        if not console.is_terminal:
            print(sentence.text(language), flush=True)
            return things
        return track(things, sentence.text(language), total, console=console, transient=True)

    return shown


def format_problems(problems: Iterable[Problem], language: str) -> str:
    """All problems, a line each."""
    return "\n".join(problem.text(language) for problem in problems)


def print_warnings(problems: Sequence[Problem], language: str) -> None:
    """Tell the first warnings, and where the rest are told; they go where errors go, apart from what a program may read."""
    for problem in problems[:MOST_WARNINGS]:
        print(problem.text(language), file=sys.stderr, flush=True)
    if len(problems) > MOST_WARNINGS:
        more = message(
            "And {number} warnings more; all of them: python3 tasks.py check", number=len(problems) - MOST_WARNINGS
        )
        print(more.text(language), file=sys.stderr, flush=True)
