"""
Mistakes as a terminal shows them: of each kind the first ones, and how many more there are, and in which lines.

Five thousand lines of one mistake would hide the one of another kind, and the sum at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from warraq.archive.problem import Problem
from warraq.language import Message, message

MOST_OF_A_KIND = 20
LONGEST_VALUE = 400
"""Letters of a value that is quoted."""
MOST_RANGES = 12
"""Stretches of lines that are named."""


def problem_lines(problems: Sequence[Problem], language: str) -> Iterator[str]:
    """Yield a line for each problem, in their order; where a kind has too many, kind by kind, with a line for the rest of each."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        kinds[problem.what.msgid].append(problem)
    if all(len(kind) <= MOST_OF_A_KIND for kind in kinds.values()):
        kinds = {"": list(problems)}
    for kind in kinds.values():
        shown = kind if "" in kinds else kind[:MOST_OF_A_KIND]
        yield from (_shortened(problem).text(language) for problem in shown)
        if rest := kind[len(shown) :]:
            yield _rest(rest).text(language)


def _shortened(problem: Problem) -> Problem:
    """Let no cell of a megabyte hide all else; the words that say what is wrong stay."""
    return replace(problem, what=_short(problem.what), todo=_short(problem.todo))


def _short(sentence: Message) -> Message:
    values = {
        name: f"{value[:LONGEST_VALUE]}…" if isinstance(value, str) and len(value) > LONGEST_VALUE else value
        for name, value in sentence.values.items()
    }
    return Message(sentence.msgid, values)


def _rest(problems: Sequence[Problem]) -> Message:
    number, lines = len(problems), ranges(problem.line for problem in problems if problem.line)
    if lines:
        return message("… and {number} more of the same kind, in the lines {lines}.", number=number, lines=lines)
    return message("… and {number} more of the same kind.", number=number)


def ranges(numbers: Iterable[int]) -> str:
    """Write numbers shortly: `2-4, 7`."""
    stretches: list[list[int]] = []
    for number in sorted(set(numbers)):
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    words = [str(first) if first == last else f"{first}-{last}" for first, last in stretches[:MOST_RANGES]]
    return ", ".join([*words, "…"] if len(stretches) > MOST_RANGES else words)
