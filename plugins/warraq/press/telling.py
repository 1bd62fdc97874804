"""What the build says while it works and when it is done, in the site's language."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from warraq.archive.problem import Problem
from warraq.archive.site import Site
from warraq.language import Message


def language_of(site: Site) -> str:
    """The language of messages: the site's, or what WARRAQ_LANGUAGE asks for (for developers, and runners that others read)."""
    return os.environ.get("WARRAQ_LANGUAGE") or site.language


def say(sentence: Message, language: str) -> None:
    """One line on the terminal."""
    print(sentence.text(language), flush=True)


def told(problems: Iterable[Problem], language: str) -> str:
    """All problems, a line each."""
    return "\n".join(problem.text(language) for problem in problems)


def warn(problems: Iterable[Problem], language: str) -> None:
    """Warnings go where errors go, so that the output of `--format json` stays JSON."""
    for problem in problems:
        print(problem.text(language), file=sys.stderr, flush=True)
