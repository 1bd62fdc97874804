"""
Trying an article before it is written: what a tool of ours writes, our own `check` accepts.

A text may be such that the rules make an article of it that can't be read back, or can't become a page: a mistake of ours. One such
article would keep the whole site from being built, so it is told of its own text and is not written.
"""

from __future__ import annotations

from collections.abc import Mapping

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.our_mistake import REPORT_IT, our_mistake
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.edition import edition
from warraq.edition.replay import replays
from warraq.language import Message, message

from .draft import Draft


def trial(
    path: str, draft: Draft, original: Original, vocabulary: Vocabulary, addresses: Mapping[str, str]
) -> Problem | None:
    """
    Give the problem that would keep an archive with this article from being built; None where all is well.

    `path` is the original's, as messages name it; `addresses` those of the files that the article may link to.
    """
    try:
        what = _refusal(draft, original, vocabulary, addresses)
    except Exception as error:  # noqa: BLE001 - the boundary round one file
        return our_mistake(path, error)
    if what is None:
        return None
    said = message("The article that this program made of it would be refused: {what}", what=what)
    return Problem(path, 0, 0, "", said, REPORT_IT)


def _refusal(draft: Draft, original: Original, vocabulary: Vocabulary, addresses: Mapping[str, str]) -> Message | None:
    """Say what `check` would find wrong with an article, first of all; None where it would find nothing."""
    read = read_article("content/articles/article.md", draft.article.encode())
    problems = read.problems
    if read.article is not None:
        problems = edition(read.article, original, draft.record, vocabulary, addresses).problems
        if not replays(Record.from_bytes(draft.record.to_bytes()), original):
            return message("The record does not lead from its original to its text and back.")
    return next((problem.what for problem in problems if problem.level is Level.ERROR), None)
