"""
Processes that make editions: forked where that is safe, so that they share what is loaded and read already; spawned elsewhere.

A fork of a process with several threads may inherit a lock that nobody will open. So Linux is asked how many there are, those of libraries among
them. A forked process ends with the one that forked it, whatever ended that: it holds the same files, and the lock of the build is one.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from warraq.garbage import collect_seldom

THREADS = Path("/proc/self/task")
SET_DEATH_SIGNAL = 1
"""Of `prctl` (Linux, `PR_SET_PDEATHSIG`)."""


def process_pool(number: int, begin: Callable[..., None], *given: object) -> ProcessPoolExecutor:
    """Give so many processes, each of which calls `begin` with what is given first."""
    if not may_fork():
        return ProcessPoolExecutor(number, get_context("spawn"), begin, given)
    return ProcessPoolExecutor(number, get_context("fork"), _begin_fork, (os.getpid(), begin, given))


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


def _begin_fork(parent: int, begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    end_with_parent(parent)
    collect_seldom()  # else the collector would write to, and so copy, all that is shared
    gc.enable()  # a cache that is open has stopped it (`cache.py`), and here nothing is kept
    begin(*given)
