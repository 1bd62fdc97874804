"""
Everything wrong in content/, as people, programs and GitHub want to be told.

The checks are those of a build; nothing is repaired and nothing written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from warraq.archive.problem import Level, Problem
from warraq.language import message


def as_text(problems: Sequence[Problem], language: str) -> str:
    """A line each, and how many there are."""
    errors = sum(problem.level is Level.ERROR for problem in problems)
    counted = message("Errors: {errors}, warnings: {warnings}.", errors=errors, warnings=len(problems) - errors)
    return "\n".join([*(problem.text(language) for problem in problems), counted.text(language)])


def as_json(problems: Iterable[Problem], language: str) -> str:
    """A list of objects, for programs."""
    return json.dumps(
        [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "field": problem.field,
                "level": problem.level,
                "what": problem.what.text(language),
                "todo": problem.todo.text(language),
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_github(problems: Iterable[Problem], language: str) -> str:
    """Workflow commands: GitHub shows each at its line of the pull request."""
    return "\n".join(_command(problem, language) for problem in problems)


def _command(problem: Problem, language: str) -> str:
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.field}
    given = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in place.items() if value)
    said = f"{problem.what.text(language)} {problem.todo.text(language)}"
    return f"::{problem.level} {given}::{_escaped(said)}"


def _escaped(text: str, further: str = "") -> str:
    """GitHub reads `%`, line ends and, in properties, `,` and `:` as its own."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{further}" else c for c in text)


FORMATS: Mapping[str, Callable[[Sequence[Problem], str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
