"""Patches for `git apply`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def patch(path: str, before: str, after: str) -> str:
    """Make the patch of one file, empty where the texts are equal; `path` is relative to the project, with `/`."""
    name = f"{path}\t" if " " in path else path  # git reads a name with spaces up to a tab
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(_ended(lines))


def _lines(text: str) -> list[str]:
    """Split at line feeds only: Unicode's other line ends are letters to git."""
    *ended, last = text.split("\n")
    return [line + "\n" for line in ended] + ([last] if last else [])


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
