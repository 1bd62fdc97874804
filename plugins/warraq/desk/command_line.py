"""
The words of a command line; every command takes `--lang`.

`--lang fa` is another way to write `WARRAQ_LANGUAGE=fa`, for this one command and all that it starts. `site.asked_language()` alone
reads it. What argparse itself says of wrong words is in our catalogues too.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.language import SOURCE, CatalogueError, catalogue
from warraq.language.called import as_called

from .site import VARIABLE, language_in

NOT_SAID = ("options", "positional arguments", "show this help message and exit")
"""What argparse asks for at each start, and only its own help would say: `tasks.py` has a help of its own."""


class CommandLine(argparse.ArgumentParser):
    """Reads the words of a command, and in which language it shall answer."""

    def __init__(self, **given: Any) -> None:
        argparse._ = _said  # type: ignore[attr-defined]  # gettext itself would need compiled files
        if "prog" in given:
            given["prog"] = as_called(given["prog"])
        super().__init__(**given)
        words = f"of the messages: {', '.join(SITE_LANGUAGES)}; else that of {VARIABLE}; else the site's"
        self.add_argument("--lang", choices=SITE_LANGUAGES, action=_Asked, default=argparse.SUPPRESS, help=words)


def _said(sentence: str) -> str:
    """Say a sentence of argparse's own in the language of the archive."""
    return sentence if sentence in NOT_SAID else catalogue(language_of_words(sys.argv)).gettext(sentence)


def language_of_words(words: Sequence[str], content: Path = Path("content")) -> str:
    """Give the language in which a command is answered that can't be understood: the words may name it."""
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word == "--":
            break
        name, _, value = word.partition("=")
        if name == "--lang" and (
            asked := value or after
        ):  # who asks for a language that we don't speak may read English
            return asked if asked in SITE_LANGUAGES else SOURCE
    try:
        return language_in(content)
    except (OSError, CatalogueError):
        return SOURCE


class _Asked(argparse.Action):
    """Lets the language be known to everything that runs from now on."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse's own signature
        namespace: argparse.Namespace,  # noqa: ARG002
        values: str | Sequence[Any] | None,
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        os.environ[VARIABLE] = str(values)
