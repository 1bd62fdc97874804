"""The warm process as the server sees it: orders go to it, its answers and its words come back through a thread."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from warraq.processes import unheard

PLUGINS = Path(__file__).parents[3]
SECONDS_FOR_AN_END = 10
Said = Mapping[str, Any]


class Keeper:
    """Starts the process and gives it orders."""

    def __init__(self, root: Path, output: Path, heard: Callable[[Keeper, Said], None]) -> None:
        """`output`: where it builds. `heard` is told of every answer, and last that the process has `ended`; in another thread."""
        self._heard = heard
        self._token = secrets.token_hex(8)
        self._words: list[str] = []
        self.is_quiet = False
        """What is said is not printed as it comes."""
        paths = os.pathsep.join([str(PLUGINS), *filter(None, [os.environ.get("PYTHONPATH")])])
        with unheard():  # while it loads, it would end with a traceback
            self._process = subprocess.Popen(  # noqa: S603 - a module of ours
                [sys.executable, "-m", "warraq.press.warm.process", self._token, str(output)],
                cwd=root,
                env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": paths},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        threading.Thread(target=self._listen, daemon=True).start()

    def order(self, do: str, **given: object) -> None:
        """Give an order; a process that has ended is heard of otherwise."""
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.write(f"{json.dumps({'do': do} | given)}\n".encode())
                self._process.stdin.flush()

    def words(self) -> str:
        """Give what was said since this was asked last."""
        said, self._words = self._words, []
        return "".join(said)

    def end(self) -> None:
        """End the process, and a build that nobody waits for any more; the former site stays."""
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        # So that it ends its own processes.
        self._process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
        try:
            self._process.wait(SECONDS_FOR_AN_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        mark = f"\x1e{self._token} ".encode()
        for line in self._process.stdout or ():
            words, is_answer, answer = line.partition(mark)
            if words:
                text = words.decode("utf-8", "replace")
                if not self.is_quiet:
                    print(text, end="", flush=True)
                self._words.append(text)
            if is_answer:
                self._heard(self, json.loads(answer))
        self._heard(self, {"ended": self._process.wait()})
