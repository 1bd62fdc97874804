"""
The process that repairs rows, and may be ended by one: `python -m warraq.corpus.rows_alone MARK BOUNDS`.

It reads rows on standard input and answers with results on standard output (`row_pipe.py`). In the file MARK stands which row it is at: whoever
started it reads there which one ended it. A row that takes too long is ended by the system itself, for a pattern that never comes to an
end lets no other thread of Python run.
"""

from __future__ import annotations

import faulthandler
import json
import mmap
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO

from warraq.garbage import collect_seldom
from warraq.language import Message
from warraq.repair import RULES, Rules
from warraq.repair.rules.rules_of_others import whose_mistake

from . import row_pipe
from .given import Given
from .job import Bounds, How
from .repaired_row import Row, repaired_row
from .row_pipe import Results
from .rules_of_job import rules_of

MARK = struct.Struct("=q")
IDLE = -1
NO_MEMORY = 77
"""The exit code of a process whose row asked for more than its bound."""
SKIPPED = Message("-")


def main(words: Sequence[str]) -> int:
    """Answer until nothing more is asked."""
    mark_file, told = words
    settings = json.loads(told)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it decides
    given, out = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a rule prints is taken for an answer
    rules = rules_of(How(tuple(settings["without"]), tuple(settings["added"])))
    bounds = Bounds(settings["seconds"], settings["megabytes"])
    repaired_row(
        Given(0, "نص الخبر.\n\nنشر في 2024-01-01.".encode()), RULES
    )  # loads what each row needs; others' rules may fail
    collect_seldom()
    _bound_memory(bounds.megabytes)
    with open(mark_file, "r+b") as file, mmap.mmap(file.fileno(), MARK.size) as mark:  # noqa: PTH123 - as mmap has it
        answer(given, out, Rows(rules, bounds, mark))
    return 0


class Rows:
    """Repairs rows, and says before each which it is at."""

    def __init__(self, rules: Rules, bounds: Bounds, mark: mmap.mmap) -> None:
        self.rules, self.bounds, self.mark = rules, bounds, mark

    def __call__(self, rows: Sequence[Given], skipped: frozenset[int]) -> Results:
        """Give the values of each row, or why it has none; the numbers in `skipped` are not touched."""
        results = [SKIPPED if number in skipped else self._one(number, row) for number, row in enumerate(rows)]
        _end()
        self.mark[:] = MARK.pack(IDLE)
        return results

    def _one(self, number: int, row: Given) -> Row | Message:
        self.mark[:] = MARK.pack(number)
        _begin(self.bounds.seconds)
        try:
            return repaired_row(row, self.rules)
        except MemoryError:
            os._exit(NO_MEMORY)
        except Exception as error:  # noqa: BLE001 - the boundary round a row
            return whose_mistake(error)


def answer(given: BinaryIO, out: BinaryIO, work: Callable[[Sequence[Given], frozenset[int]], Results]) -> None:
    """Answer whatever is asked, until nothing more comes or nobody listens."""
    with suppress(BrokenPipeError, EOFError):
        while True:
            row_pipe.answer(out, work(*row_pipe.asked(given)))


def _begin(seconds: int) -> None:
    """Let the system end this process when it has worked so long."""
    if sys.platform == "win32":
        faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _end() -> None:
    if sys.platform == "win32":
        faulthandler.cancel_dump_traceback_later()
    else:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _bound_memory(megabytes: int) -> None:
    if sys.platform == "linux":
        import resource

        with suppress(ValueError, OSError):  # a smaller bound is there already
            resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000, resource.RLIM_INFINITY))
        with suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:  # noqa: PTH123 - no path of ours
            file.write("1000")  # before the worker that started it


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
