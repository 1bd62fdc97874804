"""
What issues and requests on GitHub may quote.

They are read by others, go out by mail, and stay when a file was taken out of the repository. So they name the file and the line
that an editor has to look at, which the list of files shows anyway, but quote only what readers of the site can read too: nothing
of a draft, of a text under embargo, of a withdrawn one, of one whose rights hold it back or that withholds a name, nor of a file
that can't be read, whose author may have wanted any of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.archive.problem import Problem
from warraq.archive.schema import (
    AnnotationKeys,
    ArticleKeys,
    CorrectionKeys,
    ReviewedKeys,
    SettledKeys,
    SourceKeys,
    WithdrawnKeys,
)
from warraq.archive.version_inheritance import inherited
from warraq.language import Message
from warraq.pages.decisions import Decisions, Leaves, original_is_private

WITHHELD = "…"
"""Stands for words that are not quoted."""
OF_METADATA = frozenset({"title", "date", "source", "via", "url", "author", "lang", "tags"})
"""The described values that are published of a text that is not published whole."""
MODELS: tuple[type[BaseModel], ...] = (
    ArticleKeys,
    SourceKeys,
    AnnotationKeys,
    SettledKeys,
    CorrectionKeys,
    ReviewedKeys,
    WithdrawnKeys,
)
KEYS = frozenset(name for model in MODELS for name in model.model_fields)


class Quoting:
    """Decides what may be quoted of the files of one archive on one day."""

    def __init__(self, archive: Archive, today: date, content: str = "content", *, for_others: bool = True) -> None:
        """`for_others`: False on the terminal of whoever has the files, where all may be quoted."""
        self._for_others = for_others
        self._decisions = Decisions(archive.vocabulary, today)
        self._site = archive.site
        self._of_texts = tuple(f"{content}/{folder}/" for folder in ("articles", "originals", "records"))
        self._shown = {a.slug: a for a in archive.articles if not a.version_of}
        self._public = frozenset(self._public_files(archive, content))

    def values_of(self, article: Article) -> frozenset[str] | None:
        """Give the described values of an article that may be told; None where all may."""
        leaves = self._decisions.leaves(self._as_version(article))
        if leaves is Leaves.WHOLE or not self._for_others:
            return None
        return OF_METADATA if leaves is Leaves.PART else frozenset()

    def original_of(self, article: Article) -> bool:
        """Tell whether the words of an article's original may be quoted."""
        its = self._as_version(article)
        whole = self._decisions.leaves(its) is Leaves.WHOLE and not its.withheld
        return not self._for_others or (whole and not original_is_private(its, self._site))

    def _as_version(self, article: Article) -> Article:
        """Give an article, which may be new, with what it inherits; what may be a version is one until an editor decided."""
        shown = self._shown.get(article.version_of or article.perhaps_version_of or "")
        return inherited(article, shown) if shown else article

    def told(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Give the problems as others may read them."""
        for problem in problems:
            if not self._for_others or problem.path in self._public or not problem.path.startswith(self._of_texts):
                yield problem
            else:
                field = problem.field if KEYS.issuperset(re.findall(r"[^\d.\[\]]+", problem.field)) else ""
                yield replace(problem, field=field, what=unquoted(problem.what), todo=unquoted(problem.todo))

    def _public_files(self, archive: Archive, content: str) -> Iterator[str]:
        for article in archive.articles:
            if self._decisions.leaves(article) is Leaves.WHOLE and not article.withheld:
                yield article.path
            if article.original and self.original_of(article):
                yield f"{content}/originals/{article.original}"
                yield f"{content}/records/{stem_of(article.original)}.json"


def unquoted(told: Message) -> Message:
    """Take the words of files out of a sentence; numbers stay."""
    values: dict[str, Message | str | int | float] = {}
    for name, value in told.values.items():
        match value:
            case Message():
                values[name] = unquoted(value)
            case int():
                values[name] = value
            case _:
                values[name] = WITHHELD
    return Message(told.msgid, values)
