"""How the work of the code grows with a text: counted in calls, which no other work on the machine changes; where calls don't tell it, in time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

ROUNDS = 6


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, Python's and C's, and the returns from them. What one call of C's does within is not seen."""
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def growth(cost: Callable[[int], float], few: int, many: int, most: float, floor: float = 0) -> float:
    """
    Give how many times what `few` costs `many` cost, in seconds of the processor; what costs less than `floor` counts as that.

    Other work on the machine only adds: the least of several rounds is believed, and no more are tried than show it below `most`.
    """
    costs: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for number, known in zip((few, many), costs, strict=True):
            known.append(cost(number))
        if (ratio := min(costs[1]) / max(min(costs[0]), floor)) < most:
            break
    return ratio


def seconds(work: Callable[[], object]) -> float:
    """Give the seconds of the processor that work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began
