"""A patch as `git apply` takes it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def patch(path: str, before: str, after: str) -> str:
    """The difference of one file; `path` is relative to the project, with `/`. Empty where nothing differs."""
    name = f"{path}\t" if " " in path else path  # git takes a name with spaces up to a tab
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(_ended(lines))


def _lines(text: str) -> list[str]:
    """Lines end in line feeds only: Unicode's other line ends are letters to git."""
    return [line + "\n" for line in text.split("\n")[:-1]] + ([text.rpartition("\n")[2]] if text[-1:] != "\n" else [])


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
