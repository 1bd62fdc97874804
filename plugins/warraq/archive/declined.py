"""
`content/vocabulary/declined.yaml`: names that were proposed for the vocabulary and that an editor does not want there.

    مجلس الإدارة: 2026-11-27

A line each, with the day, in the order of the names, so that git merges what two editors decided. They are not proposed again, in any spelling
that is one word to readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import ConfigDict, RootModel

from .decoding import decode_file
from .problem import Problem
from .validation import validate
from .values import Line
from .yaml_values import read_yaml

FILE = "declined.yaml"
"""Its name, in the folder of the vocabulary."""


class DeclinedKeys(RootModel[dict[str, Line | None]]):
    """Names, each with the day on which it was declined."""

    model_config = ConfigDict(defer_build=True)


def declined_in(folder: Path) -> Iterable[str]:
    """Give the names that were declined; a file that can't be read is reported by `check`, and declines nothing."""
    file = folder / FILE
    if not file.is_file():
        return ()
    text = decode_file(FILE, file.read_bytes())
    keys = None if isinstance(text, Problem) else validate(FILE, read_yaml(FILE, text), DeclinedKeys)[0]
    return tuple(keys.root) if keys else ()
