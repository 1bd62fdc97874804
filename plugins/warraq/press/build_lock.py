"""
A lock, so that only one build of a folder runs at a time.

`serve` builds when a file is saved, and a person may type `build` in that moment: two builds in one `output.new` would publish a
mixture.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warraq.desk.lock import Holder, Lock
from warraq.desk.site import language_in
from warraq.language import Message, message


def build_lock(output: Path, content: Path) -> Lock:
    """Give the lock of the site in a folder, for `with`; what is said while waiting is in the language of `content`."""

    def say(sentence: Message) -> None:
        print(sentence.text(language_in(content)), file=sys.stderr, flush=True)

    return Lock(output.parent / ".warraq" / f"{output.name}.lock", output.parent, "build", _taken, say)


@contextmanager
def freeing(lock: Lock) -> Iterator[None]:
    """Free a lock where a build fails: its process may live on (`warm/`)."""
    try:
        yield
    except BaseException:
        lock.release()
        raise


def _taken(holder: Holder | None) -> Message:
    if holder is None:
        return message("Another command is building this site.")
    return message(
        "{command} (process {process}) is building this site.", command=holder.command, process=holder.process
    )
