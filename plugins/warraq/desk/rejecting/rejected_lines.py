"""
The lines of `content/rejected.yaml`: one is put in, or taken out, and every other byte of the file stays.

They are in the order of their hashes, which is no order at all: so two editors who throw out different texts seldom write at the same
place, and git merges both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.archive.rejections import FILE, Rejection, read_rejections
from warraq.desk.writing import data_of, text_of
from warraq.language import message

HEAD = """\
# What was thrown out of this archive and stays out: the hash of each file, the day, the hash of its words.
# Written by `python3 tasks.py reject --only NAME`; taken back by `python3 tasks.py reject --undo --only NAME`.
"""
LINE = re.compile(r"""["']?sha256:([0-9a-f]{64})\b""")


class NotSafeError(Exception):
    """The file is written in a way in which no line can be put in or taken out safely; it stays as it is."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def with_lines(content: Path, data: bytes, rows: Mapping[str, Rejection]) -> bytes:
    """Give the bytes of the file with a line for each of `rows` that it lacks, by the SHA-256 of the file that was thrown out."""
    known = _read(content, data)
    new = {key: row for key, row in rows.items() if key not in known}
    text, line_end = text_of(data)
    lines = (text or HEAD).split("\n")
    if lines[-1]:
        lines.append("")
    for key, row in sorted(new.items()):
        at = next((n for n, line in enumerate(lines) if (m := LINE.match(line)) and m[1] > key), len(lines) - 1)
        lines.insert(at, f"sha256:{key}: {row.date}{f' {row.text}' if row.text else ''}")
    return _checked(content, data_of("\n".join(lines), line_end), {**known, **new})


def without_lines(content: Path, data: bytes, keys: Collection[str]) -> bytes:
    """Give the bytes of the file without the lines of these hashes."""
    known = _read(content, data)
    text, line_end = text_of(data)
    kept = [line for line in text.split("\n") if not ((m := LINE.match(line)) and m[1] in keys)]
    return _checked(
        content, data_of("\n".join(kept), line_end), {key: row for key, row in known.items() if key not in keys}
    )


def _read(content: Path, data: bytes) -> dict[str, Rejection]:
    found, problems = read_rejections(f"{content.name}/{FILE}", data)
    if found is None:
        raise NotSafeError(problems[0])
    return dict(found.files)


def _checked(content: Path, data: bytes, meant: Mapping[str, Rejection]) -> bytes:
    """Give the bytes if they say what was meant."""
    found, _ = read_rejections(f"{content.name}/{FILE}", data)
    if found is None or found.files != meant:
        what = message("The file is written in a way that can't be changed safely.")
        raise NotSafeError(
            Problem(f"{content.name}/{FILE}", 0, 0, "", what, message("Write one hash a line, by hand."))
        )
    return data
