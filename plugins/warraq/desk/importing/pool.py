"""
Looking at many files on all cores, with bounded memory, whatever one file does to the program that reads it.

Processes are spawned (the same on every system) and replaced now and then, for libraries that parse HTML let memory grow. A
file that ends its process is tried once more alone, and set aside if it does so again.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from warraq.language import message

from .looked import Looked, Refusal
from .looking import Task, look

FILES_PER_PROCESS = 500
WAITING = 4
"""Tasks per process that are handed out ahead."""
FEW = 8
"""Below this many files the start of processes takes longer than the work."""


def look_at_all(tasks: Iterable[Task], processes: int | None = None) -> Iterator[Looked]:
    """Look at every file, in no order."""
    left = deque(tasks)
    count = processes or min(os.cpu_count() or 1, 8)
    if len(left) < FEW or count == 1:
        yield from map(look, left)
        return
    while left:
        broken: list[Task] = []
        yield from _together(left, count, broken)
        yield from _one_by_one(broken)


def _executor(count: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=spawn, max_tasks_per_child=FILES_PER_PROCESS)


def _together(left: deque[Task], count: int, broken: list[Task]) -> Iterator[Looked]:
    """Work until nothing is left or the processes break; what was under way then is in `broken`."""
    under_way: dict[Future[Looked], Task] = {}
    with _executor(count) as executor:
        while left or under_way:
            try:
                while left and len(under_way) < count * WAITING:
                    under_way[_submitted(executor, look, left[0])] = left[0]
                    left.popleft()
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    looked = future.result()
                    del under_way[future]
                    yield looked
            except BrokenProcessPool:
                broken += under_way.values()
                return


def _submitted(executor: ProcessPoolExecutor, do: Callable[[Task], Looked], task: Task) -> Future[Looked]:
    return executor.submit(do, task)


def _one_by_one(tasks: Iterable[Task]) -> Iterator[Looked]:
    """Try those again that were under way, one at a time, so that the guilty one is known."""
    executor = _executor(1)
    for task in tasks:
        try:
            yield executor.submit(look, task).result()
        except BrokenProcessPool:
            why = message("Reading it ended the program that read it.")
            yield Looked(task.found.name, task.found.stamp, Refusal.of(why))
            executor = _executor(1)
    executor.shutdown()
