"""
Rows in a process of their own, so that one which ends it is known and costs nobody else anything.

A row that ended the process is tried again, in a new one; after `TRIES` it is set aside with the reason.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from warraq.language import Message, message

from .errors import GOES_ON, CorpusError
from .given import Given
from .job import TRIES, How
from .row_pipe import Results, answered, ask
from .rows_alone import IDLE, MARK, NO_MEMORY

PACKAGES = Path(__file__).resolve().parents[2]
"""Where `warraq` is imported from."""


class RowProcessError(CorpusError):
    """The process ends before it is at any row: something is wrong with this machine, and not with a row."""


class RowProcess:
    """A process that repairs rows, begun anew whenever a row ended it."""

    def __init__(self, how: How) -> None:
        self.how = how
        self._process: subprocess.Popen[bytes] | None = None
        handle, name = tempfile.mkstemp(prefix="warraq-row-")
        os.write(handle, MARK.pack(IDLE))
        os.close(handle)
        self._mark = Path(name)

    def repaired(self, rows: Sequence[Given]) -> Results:
        """Repair rows; of each its values, or why there are none."""
        ended: Counter[int] = Counter()
        why: dict[int, Message] = {}
        while True:
            skipped = frozenset(number for number, times in ended.items() if times >= TRIES)
            self._mark_idle()
            try:
                results = self._asked(rows, skipped)
            except (EOFError, BrokenPipeError):
                number, code = self._where_it_ended()
                ended[number] += 1
                why[number] = self._reason(code)
                if number == IDLE and ended[IDLE] > TRIES:
                    raise RowProcessError(
                        message("No process can repair rows here. {reason}", reason=why[IDLE]), GOES_ON
                    ) from None
                continue
            return [why[number] if number in skipped else result for number, result in enumerate(results)]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        self._mark.unlink(missing_ok=True)

    def _asked(self, rows: Sequence[Given], skipped: frozenset[int]) -> Results:
        if self._process is None:
            self._process = self._begun()
        given, out = self._process.stdin, self._process.stdout
        if given is None or out is None:
            raise EOFError
        ask(given, rows, skipped)
        return answered(out)

    def _begun(self) -> subprocess.Popen[bytes]:
        how = self.how
        told: dict[str, object] = {"without": how.without, "added": how.added}
        told |= {"seconds": how.bounds.seconds, "megabytes": how.bounds.megabytes}
        paths = [str(PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])]
        return subprocess.Popen(  # noqa: S603 - this Python, and a module of ours
            [sys.executable, "-P", "-m", "warraq.corpus.rows_alone", str(self._mark), json.dumps(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"},
        )

    def _mark_idle(self) -> None:
        with self._mark.open("r+b") as file:  # in place: a file that is mapped may not be cut
            file.write(MARK.pack(IDLE))

    def _where_it_ended(self) -> tuple[int, int]:
        """Give the row that it was at, and its exit code."""
        process, self._process = self._process, None
        code = 0
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except BrokenPipeError:
                        continue
            code = process.wait()
        [number] = MARK.unpack(self._mark.read_bytes())
        return int(number), code

    def _reason(self, code: int) -> Message:
        too_long = -signal.SIGPROF if sys.platform != "win32" else 1
        if code == too_long:
            return message("The row takes longer than {seconds} seconds.", seconds=self.how.bounds.seconds)
        if code == NO_MEMORY:
            return message(
                "The row needs more than {megabytes} megabytes of memory.", megabytes=self.how.bounds.megabytes
            )
        return message("The row ended the process that repaired it (exit code {code}).", code=code)
