"""
Inspecting many files on all cores, with bounded memory, even if one file makes its process crash.

Processes are forked where the system bears it, so that what they need is loaded once, and spawned elsewhere. They are replaced now and
then, because libraries that parse HTML let memory grow.
A file that ends its process is tried once more alone, and set aside if it does so again.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from threading import Timer

from warraq.archive.our_mistake import our_mistake
from warraq.language import message
from warraq.processes import end_pool, may_fork, process_pool

from .inspection import Inspection, StoredMessage
from .inspection_task import InspectionTask
from .inspector import inspect_file, rejection
from .zip_source import forget_opened

FILES_PER_PROCESS = 500
TASKS_AHEAD = 4
"""Tasks per process that are handed out ahead."""
Waiting = Callable[[Sequence[str]], object]
LONG = 20.0
"""Seconds after which people are told which files are being read."""
FEWEST_FILES = 8
"""With fewer files the start of processes takes longer than the work."""


def inspect_all(
    tasks: Iterable[InspectionTask], processes: int | None = None, waiting: Waiting = lambda _: None
) -> Iterator[Inspection]:
    """Inspect every file, in no order; `waiting` is told the names of those that keep everything waiting."""
    left = deque(tasks)
    count = processes or min(os.cpu_count() or 1, 8)
    if len(left) < FEWEST_FILES or count == 1:
        for task in left:
            yield _alone(task, waiting)
        return
    while left:
        broken: list[InspectionTask] = []
        yield from _together(left, count, broken, waiting)
        yield from _one_by_one(broken)


def _alone(task: InspectionTask, waiting: Waiting) -> Inspection:
    """Inspect a file in this process."""
    timer = Timer(LONG, waiting, [[task.file.name]])
    timer.daemon = True
    timer.start()
    try:
        return inspect_file(task)
    finally:
        timer.cancel()


def _executor(count: int) -> ProcessPoolExecutor:
    """Give processes that have loaded what an inspection needs, where they are forked; no file that is open is shared with another process."""
    if may_fork():
        import trafilatura  # noqa: F401 - loaded here, once, and not in each process
    return process_pool(count, forget_opened)


def _together(
    left: deque[InspectionTask], count: int, broken: list[InspectionTask], waiting: Waiting
) -> Iterator[Inspection]:
    """Work until no task is left, the processes are to be replaced, or break; `broken` takes the tasks that were under way then."""
    under_way: dict[Future[Inspection], InspectionTask] = {}
    last = max(0, len(left) - count * FILES_PER_PROCESS)
    with _executor(count) as executor:
        while len(left) > last or under_way:
            try:
                while len(left) > last and len(under_way) < count * TASKS_AHEAD:
                    under_way[executor.submit(inspect_file, left[0])] = left[0]
                    left.popleft()
                done, _ = wait(under_way, LONG, return_when=FIRST_COMPLETED)
                if not done:
                    waiting([task.file.name for task in islice(under_way.values(), count)])
                for future in done:
                    inspection = result_of(future, under_way[future])
                    del under_way[future]
                    yield inspection
            except BrokenProcessPool:
                broken += under_way.values()
                return
            except BaseException:
                end_pool(executor)
                raise


def _one_by_one(tasks: Iterable[InspectionTask]) -> Iterator[Inspection]:
    """Try the tasks again that were under way, one at a time, to find the one that breaks its process."""
    executor = _executor(1)
    try:
        for task in tasks:
            try:
                yield result_of(executor.submit(inspect_file, task), task)
            except BrokenProcessPool:
                why = message("Reading it ended the program that read it.")
                yield rejection(task, StoredMessage.of(why))
                executor.shutdown()
                executor = _executor(1)
    finally:
        end_pool(executor)


def result_of(future: Future[Inspection], task: InspectionTask) -> Inspection:
    """Give a task's inspection; one that can't be carried from a process to another is a mistake of ours, and of that file only."""
    try:
        return future.result()
    except (BrokenProcessPool, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - the boundary round one file
        return rejection(task, StoredMessage.of_problem(our_mistake(task.file.name, error)))
