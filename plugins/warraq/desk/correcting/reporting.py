"""What the commands say: counts, diffs, problems, in the archive's language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.desk.problem_lines import problem_lines
from warraq.desk.site import language_in, site_of
from warraq.edition.withheld_words import WithheldWords
from warraq.language import Message, message

from .articles import Articles
from .corrections import Correction

MOST_NAMED = 10
"""Files that are named for one reason; the rest are counted."""


@dataclass(slots=True)
class Teller:
    """Speaks for one command."""

    content: Path
    withheld: WithheldWords | None = None
    """The words that no message says; known once the articles are read."""

    @property
    def language(self) -> str:
        """Give the language of the messages."""
        return language_in(self.content)

    @property
    def is_right_to_left(self) -> bool:
        """Tell whether the archive is read from right to left."""
        return site_of(self.content).language in ("ar", "fa")

    def tell(self, sentence: Message) -> None:
        """Say something on standard output."""
        print(self._without_withheld(sentence.text(self.language)), flush=True)

    def warn(self, sentence: Message) -> None:
        """Say something beside the output."""
        print(self._without_withheld(sentence.text(self.language)), file=sys.stderr, flush=True)

    def tell_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong, a line each; of many of one kind the first ones."""
        told = "\n".join(problem_lines(list(problems), self.language))
        if told:
            print(self._without_withheld(told), file=sys.stderr, flush=True)

    def tell_each(self, problem: Problem) -> None:
        """Say on standard output what stays as it is, and why, in a line; a long value is cut."""
        print(self._without_withheld("\n".join(problem_lines([problem], self.language))), flush=True)

    def _without_withheld(self, told: str) -> str:
        return self.withheld.hide(told) if self.withheld else told

    def tell_unread(self, articles: Articles) -> None:
        """Name the files that can't be read, and so are passed over."""
        if articles.unread:
            self.warn(
                message(
                    "Articles that can't be read are passed over ({number}): {files}. python3 tasks.py check says why.",
                    number=len(articles.unread),
                    files=_named(articles.unread),
                )
            )

    def tell_loosened(self, paths: Sequence[str]) -> None:
        """Name the articles of which more may be published than before."""
        if paths:
            self.tell(
                message(
                    "By the rights that they have then, more of these articles may be published than before ({number}): {files}.",
                    number=len(paths),
                    files=_named(paths),
                )
            )

    def show(self, made: Sequence[Correction]) -> None:
        """Print what would change."""
        for correction in made:
            print(correction.diff(), end="")
        print(flush=True, end="")


def _named(paths: Sequence[str]) -> str:
    more = len(paths) - MOST_NAMED
    return ", ".join(paths[:MOST_NAMED]) + (f" … (+{more})" if more > 0 else "")
