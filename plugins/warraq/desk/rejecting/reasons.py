"""
Why something was thrown out, and by whom: `rejected-reasons.yaml`, beside `content/`.

A reason may be about a person, so the file is for the editors of this machine alone: git ignores it, nothing publishes it, and where
git would keep it nothing is written. Lines are only added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.desk.front_matter import format_value
from warraq.desk.own_files import ask_git
from warraq.desk.writing import write
from warraq.language import message

FILE = "rejected-reasons.yaml"


def problem_of_git(project: Path) -> Problem | None:
    """Give a problem where git would keep the file of the reasons; None where it ignores it, or there is no git."""
    asked = ask_git(project, "check-ignore", "-q", "--", FILE)
    if asked is None or asked.returncode != 1:
        return None
    what = message("Git would keep who threw something out, and why.")
    return Problem(FILE, 0, 0, "", what, message("Write this line into .gitignore: {line}", line=f"/{FILE}"))


def add_reasons(project: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Add a line for each of `rows`; a value that is empty is left out."""
    file = project / FILE
    before = file.read_bytes() if file.is_file() else b""
    lines = "".join(f"- {format_value({k: v for k, v in row.items() if v})}\n" for row in rows)
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    write(file, before + gap + lines.encode())
