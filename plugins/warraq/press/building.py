"""
`python -m warraq press.building …`: what `pelican …` does; Ctrl-C ends it in the site's language.

Pelican would take an interrupt for an end like any other, exit code 0, and say so in English. So what Ctrl-C raises here is no KeyboardInterrupt.
"""

from __future__ import annotations

import runpy
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from warraq.__main__ import INTERRUPTED
from warraq.desk.site import language_in
from warraq.language import Message, message

OUTPUT = Path("output")


class StoppedError(BaseException):
    """Ctrl-C."""


def main() -> int:
    """Build; return 130 where Ctrl-C ended it. Pelican ends the program itself, with its exit code, where a build fails."""
    former = _site()
    with raising_when_stopped():
        try:
            runpy.run_module("pelican", run_name="__main__", alter_sys=True)
        except StoppedError:
            print(_ended(former, _site()).text(language_in(Path("content"))), file=sys.stderr)
            return INTERRUPTED
    return 0


@contextmanager
def raising_when_stopped() -> Iterator[None]:
    """Let the first Ctrl-C raise a StoppedError, which Pelican does not catch; others, while what is not whole is deleted, are not heard."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise StoppedError

    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as a shell has it for what runs in the background
        yield
        return
    former = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def _site() -> int:
    """Name the site that stands: a folder keeps its number while it is exchanged; 0: there is none."""
    with suppress(OSError):
        return OUTPUT.stat().st_ino
    return 0


def _ended(former: int, now: int) -> Message:
    if now != former:
        return message("Interrupted. The new site was whole already, and stands.")
    if former:
        return message("Interrupted. The former site stands as it was.")
    return message("Interrupted. No site was written.")


if __name__ == "__main__":
    sys.exit(main())
