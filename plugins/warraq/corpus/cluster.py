"""
Where tasks run: on all cores of this machine, or on a cluster of Dask that is there already.

A task leaves a file, so it may be done twice. One whose worker died is given to another; one that loses three workers is not given any more,
and whoever asked is told.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import uuid4

from warraq.language import message
from warraq.missing import needed

from .errors import GOES_ON, CorpusError

T = TypeVar("T")
AHEAD = 2
"""Tasks for each core that are given out before one has to be done."""
MOST_LOST = 3
"""Times that a task may lose its workers."""
LISTENING = "import sys; sys.stdin.read()"
"""Waits until its input is closed."""
PATIENCE = "30s"
"""Until a scheduler has to answer."""


class ClusterError(CorpusError):
    """The cluster can't be used, or was lost, or a task lost its workers again and again."""


@contextmanager
def client_of(address: str, workers: int) -> Iterator[Any]:
    """Give a client of the scheduler at an address, or of workers of this machine; a ClusterError where nobody answers."""
    with needed("corpus", "warraq corpus"):
        import dask
        from distributed import Client, LocalCluster

    if address:
        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(message("No scheduler answers at {address}.", address=address)) from error
        with client:
            yield client
        return
    quiet = {"distributed.worker.memory.target": False, "distributed.worker.memory.spill": False}
    with dask.config.set(quiet), _deaf() as was_interrupted:
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            memory_limit=0,
            silence_logs="CRITICAL",  # what a task raised is told by whoever asked for it
        )
    with cluster, Client(cluster, set_as_default=False) as client:
        if was_interrupted():
            raise KeyboardInterrupt
        yield client


@contextmanager
def _deaf() -> Iterator[Callable[[], bool]]:
    """
    Let processes that are begun within ignore Ctrl-C, which is meant for this one; a mask would be lifted by multiprocessing.

    They ignore what this process ignores, so it does too, and some seconds may pass. A process of its own hears what the terminal sends to all
    of them: what this gives says, at the end, whether it was ended so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    listening = subprocess.Popen(  # noqa: S603 - this Python
        [sys.executable, "-I", "-S", "-c", LISTENING], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield lambda: bool(listening.returncode)
    finally:
        signal.signal(signal.SIGINT, former)
        listening.communicate()


def cores() -> int:
    """Give the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_through(
    client: Any,
    tasks: Iterable[tuple[Hashable, T]],
    work: Callable[..., Any],
    arguments: Callable[[T], tuple[Any, ...]],
    done: Callable[[T, Any], None],
) -> None:
    """
    Do tasks in any order, some of them ahead; `tasks`: each with its key. What is done is told to `done`.

    A ClusterError where a task lost its workers `MOST_LOST` times, or the scheduler is gone.
    """
    from distributed import KilledWorker, as_completed

    of: dict[Any, tuple[Hashable, T, int]] = {}
    waiting, run = iter(tasks), uuid4().hex
    completed = as_completed(loop=client.loop)

    def give(key: Hashable, task: T, tries: int) -> None:
        name = f"warraq-{run}-{key}-{tries}"
        future = client.submit(work, *arguments(task), key=name, pure=False)
        of[future] = key, task, tries
        completed.add(future)

    def fill() -> None:
        room = AHEAD * max(1, sum(client.nthreads().values())) - len(of)
        for _ in range(room):
            found = next(waiting, None)
            if found is None:
                return
            give(*found, 0)

    fill()
    while of:
        future = next(completed)
        key, task, tries = of.pop(future)
        if future.cancelled():
            raise ClusterError(message("The connection to the scheduler was lost."), GOES_ON)
        error = future.exception()
        if isinstance(error, KilledWorker):
            if tries + 1 == MOST_LOST:
                lost = message("A piece of rows lost its workers again and again: {piece}.", piece=str(key))
                raise ClusterError(lost, GOES_ON)
            give(key, task, tries + 1)
            continue
        if error is not None:
            raise error
        done(task, future.result())
        del future
        fill()
