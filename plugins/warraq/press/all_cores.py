"""
Work on many things on all cores, in order, each by itself.

A thing may be such that making it ends the process that makes it, where the memory is too small: then all that was under way is lost with
it. What is lost first is made again one by one, so that one thing costs itself alone, and the others are made.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

AHEAD = 4
"""Batches for each process that are under way or wait to be taken."""
Given = TypeVar("Given")
Made = TypeVar("Made")
Lost = TypeVar("Lost")


def map_on_all_cores(
    given: Sequence[Given],
    make: Callable[[Given], Made],
    lost: Callable[[Given], Lost],
    *,
    many: int,
    together: int,
) -> Iterator[Made | Lost]:
    """
    Yield what `make` makes of each, in order, and `lost` of what ended its process.

    `many`: from so many on, starting processes costs less than it saves. `together`: so many are sent to a process at once.
    `make` and all that it holds pickle; what it raises ends the work. A slice of `given` is asked for when its turn comes.
    """
    cores = os.cpu_count() or 1
    if len(given) < many or cores == 1:
        yield from map(make, given)
        return
    from concurrent.futures.process import BrokenProcessPool  # slow to import

    from warraq.processes import end_pool

    left = deque(range(0, len(given), together))
    while left:
        with _processes(cores, make) as pool:
            try:
                batches = (given[start : start + together] for start in tuple(left))
                for made in _in_turn(pool, batches, cores * AHEAD):
                    yield from made
                    left.popleft()
            except BrokenProcessPool:
                pass  # at one of those that were under way; the first of them is looked at, then the rest is sent again
            except BaseException:
                end_pool(pool)
                raise
        if left:
            start = left.popleft()
            yield from _one_by_one(given[start : start + together], make, lost)


def _in_turn(pool: ProcessPoolExecutor, left: Iterable[Sequence[Given]], ahead: int) -> Iterator[list[Any]]:
    """Send things to a pool, so many batches ahead of what is taken, and yield the results of each; no more of them are in memory."""
    waiting = iter(left)
    sent = deque(pool.submit(_make_each, together) for together in islice(waiting, ahead))
    while sent:
        made = sent.popleft().result()
        sent.extend(pool.submit(_make_each, together) for together in islice(waiting, 1))
        yield made


def _one_by_one(
    given: Sequence[Given], make: Callable[[Given], Made], lost: Callable[[Given], Lost]
) -> Iterator[Made | Lost]:
    """Make each by itself, to find the one that ends the process that makes it."""
    from concurrent.futures.process import BrokenProcessPool

    from warraq.processes import end_pool

    pool = _processes(1, make)
    try:
        for each in given:
            try:
                yield pool.submit(_make_each, [each]).result()[0]
            except BrokenProcessPool:
                yield lost(each)
                pool = _processes(1, make)
    finally:
        end_pool(pool)


def _processes(number: int, make: Callable[[Given], object]) -> ProcessPoolExecutor:
    from warraq.processes import process_pool

    return process_pool(number, _start_worker, make)


_make: Callable[[Any], object]
"""What a worker process was started with: sent once, not with every thing."""


def _start_worker(make: Callable[[Any], object]) -> None:
    global _make  # noqa: PLW0603 - a process pool hands values to its workers in no other way
    _make = make


def _make_each(given: Sequence[Any]) -> list[Any]:
    return [_make(each) for each in given]
