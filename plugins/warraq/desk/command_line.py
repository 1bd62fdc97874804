"""
The words of a command line; every command takes `--lang`.

`--lang fa` is another way to write `WARRAQ_LANGUAGE=fa`, for this one command and all that it starts. `site.asked_language()` alone
reads it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any

from warraq.archive.concept_schema import SITE_LANGUAGES

from .site import VARIABLE


class CommandLine(argparse.ArgumentParser):
    """Reads the words of a command, and in which language it shall answer."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        words = f"of the messages: {', '.join(SITE_LANGUAGES)}; else that of {VARIABLE}; else the site's"
        self.add_argument("--lang", choices=SITE_LANGUAGES, action=_Asked, default=argparse.SUPPRESS, help=words)


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
