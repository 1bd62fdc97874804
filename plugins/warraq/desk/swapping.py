"""
Two files that change names in one step, as Linux can do it.

Whoever compares a file and then replaces it loses what is saved in between, however short that is. After a swap nobody can save
under the old name any more, so that what stood there can be compared in peace, and put back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 2.0
"""Seconds in which a program that has a file open should have written it."""
PAUSE = 0.005

if sys.platform == "linux":
    import fcntl

    HERE, EXCHANGE = -100, 2
    """AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""
    UNABLE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
    """What a kernel or a disk answers that can't swap names."""
    C = ctypes.CDLL(None, use_errno=True)

    def swap(one: Path, other: Path) -> bool:
        """Give each of two files the other's name; False where the system can't, an OSError where it refuses."""
        try:
            rename = C.renameat2
        except AttributeError:  # a C library without it
            return False
        if rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
            return True
        number = ctypes.get_errno()
        if number in UNABLE:
            return False
        raise OSError(number, os.strerror(number), str(other))

    def is_written_no_more(file: Path) -> bool:
        """Wait until no program has the file open to write to it; False where one keeps it open."""
        until = time.monotonic() + PATIENCE
        descriptor = os.open(file, os.O_RDONLY)
        try:
            # Who opens it by another name in that moment is announced by a signal, whose usual one would end this program.
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
            while True:
                try:
                    # A lease for readers is granted only where nobody has the file open for writing.
                    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
                    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
                except BlockingIOError:
                    if time.monotonic() > until:
                        return False
                    time.sleep(PAUSE)
                except OSError:  # another's file, or a disk without leases: nothing can be known
                    return True
                else:
                    return True
        finally:
            os.close(descriptor)

    @contextmanager
    def opening_waits(file: Path) -> Iterator[Callable[[], bool]]:
        """
        Let every program that opens the file wait meanwhile, and tell whether one does; True where the system does not tell.

        This program must not open it either.
        """
        descriptor = os.open(file, os.O_RDONLY)
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
            with suppress(OSError):  # a disk without leases, or one more program that has it open
                # A lease for writers is broken by whoever opens the file at all.
                fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            yield lambda: fcntl.fcntl(descriptor, fcntl.F_GETLEASE) != fcntl.F_WRLCK
        finally:
            os.close(descriptor)
else:

    def swap(one: Path, other: Path) -> bool:  # noqa: ARG001 - the same signature on each system
        """Give False: this system can't swap names in one step."""
        return False

    def is_written_no_more(file: Path) -> bool:  # noqa: ARG001 - the same signature on each system
        """Give True: this system does not tell."""
        return True

    @contextmanager
    def opening_waits(file: Path) -> Iterator[Callable[[], bool]]:  # noqa: ARG001 - the same signature on each system
        """Give what says True: this system does not tell."""
        yield lambda: True
