"""
Processes that work for a command: forked where that is safe, so that they share what is loaded and read already; spawned elsewhere.

A fork of a process with several threads may inherit a lock that nobody will open. So Linux is asked how many there are, those of libraries among
them. No process outlives the one that it works for, whatever ended that: a fork holds the same files, the lock of the build among them, and
whoever reads what a command prints would wait for it.

Ctrl-C goes to every process of a terminal. Only the one that people started decides what it means: those that work for it don't hear it, since one
that ended while it takes work would leave the others waiting for ever.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

from warraq.garbage import collect_seldom

THREADS = Path("/proc/self/task")
SET_DEATH_SIGNAL = 1
"""Of `prctl` (Linux, `PR_SET_PDEATHSIG`)."""


def process_pool(number: int, begin: Callable[..., None], *given: object) -> ProcessPoolExecutor:
    """Give so many processes, each of which calls `begin` with what is given first."""
    if not may_fork():
        return ProcessPoolExecutor(number, get_context("spawn"), _begin_spawned, (begin, given))
    pool = ProcessPoolExecutor(number, get_context("fork"), _begin_fork, (os.getpid(), begin, given))
    with unheard():
        pool.submit(int)  # forks all of them
    return pool


def end_pool(pool: ProcessPoolExecutor) -> None:
    """End a pool whose work is not wanted any more, at once: what its processes are at may take long."""
    for process in tuple((pool._processes or {}).values()):  # noqa: SLF001 - a pool has no method for it before Python 3.14
        process.kill()
    pool.shutdown(cancel_futures=True)


def may_fork() -> bool:
    """Tell whether this process can be forked safely."""
    try:
        return sys.platform == "linux" and sum(1 for _ in THREADS.iterdir()) == 1
    except OSError:
        return False


def end_with_parent(parent: int) -> None:
    """Let this process, a fork, end with the one that forked it (`parent`), whatever ends that."""
    ctypes.CDLL(None).prctl(SET_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before
        os._exit(1)


def give_memory_back() -> None:
    """Give memory that is free back to the system, where its library can: a process that lives on needs less than its beginning did."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def unheard() -> Iterator[None]:
    """Keep Ctrl-C waiting: a process that is begun meanwhile does not hear it, until it says so by `hear`."""
    if sys.platform == "win32":
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def hear() -> None:
    """Hear Ctrl-C from now on, and one that came meanwhile."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin_spawned(begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_behind_parent, daemon=True).start()
    begin(*given)


def _end_behind_parent() -> None:
    """Wait until the process that spawned this one has ended, and end too."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _begin_fork(parent: int, begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent(parent)
    collect_seldom()  # else the collector would write to, and so copy, all that is shared
    gc.enable()  # a cache that is open has stopped it (`cache.py`), and here nothing is kept
    begin(*given)
