"""What a tool of ours writes, our own `check` accepts: each article's new text is read before it is written."""

from __future__ import annotations

from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import read_article


def problem_of(path: str, data: bytes) -> Problem | None:
    """Give the first error that `check` would report of an article's file if it held `data`; `path` is relative to the project."""
    return next((problem for problem in read_article(path, data).problems if problem.level is Level.ERROR), None)
