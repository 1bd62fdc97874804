"""
A lock that one program holds while it writes; others wait, and say for whom.

The system frees it when its holder dies, however it dies, so it never has to be removed by hand. The file names its holder for
people, and counts the turns: whoever read before waiting can tell whether anybody wrote meanwhile.
"""

from __future__ import annotations

import errno
import json
import math
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from warraq.archive.shown_path import shown_path
from warraq.language import Message, message

from .own_files import demand_folder, open_own, read_own

PAUSE = 0.05
"""Seconds between two tries."""
SILENT = 0.3
"""Seconds of waiting that nobody needs to be told of."""
LENGTH = 200
"""Bytes of the note in the file. It always fills them, so that it is overwritten in one step and never read by halves."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock."""

    command: str
    """As people type it, such as `import`."""
    process: int


class TakenError(Exception):
    """Another program held the lock for longer than was to be waited."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(slots=True)
class Lock:
    """
    A lock for `with`, which may be taken again and again, but not by a program that holds it already.

    A second thread of one program waits like another program.
    """

    file: Path
    guarded: Path
    """The folder that is written to. Where nobody can write to it, there is no lock to take."""
    command: str
    """The command that takes it."""
    taken: Callable[[Holder | None], Message]
    """The sentence about a holder; None: it is not known who that is."""
    say: Callable[[Message], None]
    patience: float = math.inf
    """Seconds to wait before a TakenError."""
    _descriptor: int | None = None
    _turn: int = 0
    _said: bool = False

    def turns(self) -> int:
        """Give the number of turns that were begun and of those that were ended: odd while somebody writes."""
        return self._note()[1]

    def nobody_wrote_since(self, turns: int) -> bool:
        """Tell, while the lock is held, whether what was read after `turns()` is still so, as far as our commands go."""
        return turns % 2 == 0 and self._turn == turns + 1

    def acquire(self) -> None:
        """Wait for the lock, and take it; a TakenError where patience ends, an OSError (NotOwnError) where there can be no lock."""
        began = time.monotonic()
        while not self._take():
            waited = time.monotonic() - began
            if waited >= self.patience:
                raise TakenError(self.taken(self._note()[0]))
            if waited >= SILENT and not self._said and self.patience == math.inf:
                self.say(message("{taken} Waiting …", taken=self.taken(self._note()[0])))
                self._said = True
            time.sleep(PAUSE)

    def release(self) -> None:
        """Free the lock."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            with suppress(OSError):  # a turn that seems not to have ended makes others read anew, no more
                _put(descriptor, {"turns": self._turn + 1})
            os.close(descriptor)

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        self.release()

    def _take(self) -> bool:
        """Take the lock if it is free, or where there is nothing to lock."""
        try:
            demand_folder(self.file.parent)
            self.file.parent.mkdir(parents=True, exist_ok=True)
            descriptor = open_own(self.file, os.O_RDWR | os.O_CREAT)
        except OSError as error:
            if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and not os.access(self.guarded, os.W_OK):
                return True
            raise
        try:
            if not _locked(descriptor) or not self._is_at_its_place(descriptor):
                os.close(descriptor)
                return False
            self._turn = (self._note()[1] + 1) | 1  # the last holder may have died within its turn
            _put(descriptor, {"command": self.command, "process": os.getpid(), "turns": self._turn})
        except OSError as error:
            os.close(descriptor)
            raise OSError(error.errno, error.strerror, str(self.file)) from None
        self._descriptor = descriptor
        return True

    def _is_at_its_place(self, descriptor: int) -> bool:
        """Tell whether the file that was locked is the one that others will open: somebody may have removed it meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), self.file.lstat())
        except FileNotFoundError:
            return False

    def _note(self) -> tuple[Holder | None, int]:
        """Read who holds the lock, and the number of turns."""
        try:
            note = json.loads(read_own(self.file, LENGTH))
            holder = Holder(shown_path(str(note["command"])), int(note["process"])) if "command" in note else None
            return holder, int(note["turns"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return None, 0


def _put(descriptor: int, note: dict[str, str | int]) -> None:
    """Write the note over the one before."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(note).encode().ljust(LENGTH)[:LENGTH])


if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30
    """The byte that is locked lies behind the note: on Windows nobody else can read a locked byte."""

    def _locked(descriptor: int) -> bool:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True
else:
    import fcntl

    NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
    """What a disk answers that knows no locks (some network shares): there, each has to take care alone."""

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
        return True
