"""The formats of `check`: problems as text for people, as JSON for programs, as workflow commands for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from warraq.archive.problem import Level, Problem
from warraq.language import message


def as_text(problems: Sequence[Problem], language: str) -> str:
    """Format each problem as a line, the errors apart below the warnings, and their number."""
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    warnings = [problem for problem in problems if problem.level is not Level.ERROR]
    counted = message("Errors: {errors}, warnings: {warnings}.", errors=len(errors), warnings=len(warnings))
    apart = [""] if errors and warnings else []
    lines = [*(each.text(language) for each in warnings), *apart, *(each.text(language) for each in errors)]
    return "\n".join([*lines, counted.text(language)])


def as_json(problems: Iterable[Problem], language: str) -> str:
    """Format the problems as a list of JSON objects."""
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
    """Format the problems as workflow commands: GitHub shows each at its line of the pull request."""
    return "\n".join(_command(problem, language) for problem in problems)


def _command(problem: Problem, language: str) -> str:
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.field}
    given = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in place.items() if value)
    text = f"{problem.what.text(language)} {problem.todo.text(language)}"
    return f"::{problem.level} {given}::{_escaped(text)}"


def _escaped(text: str, further: str = "") -> str:
    """Escape what GitHub reads as its own: `%`, line ends and, in properties, `,` and `:`."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{further}" else c for c in text)


FORMATS: Mapping[str, Callable[[Sequence[Problem], str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
