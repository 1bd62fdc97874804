"""
One command at a time writes to an archive.

An import and a repair that write at once would give two texts one name or one address. The lock is held only while files below
content/ are written, never while texts are inspected, and never by a server that waits. Editors' programs know nothing of it:
against those, `writing.rewrite()` compares before it replaces.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from warraq.language import Message, message

from .lock import Holder, Lock
from .site import language_in

NAME = "archive.lock"


def archive_lock(content: Path, command: str, patience: float = math.inf) -> Lock:
    """
    Give the lock of the archive below `content`, for `with` around whatever writes there.

    `command` is what people typed; `patience` are seconds. All paths to one folder share one lock, links too.
    """
    place = content.resolve()

    def say(sentence: Message) -> None:
        print(sentence.text(language_in(content)), file=sys.stderr, flush=True)

    return Lock(place.parent / ".warraq" / NAME, place, command, _taken, say, patience)


def _taken(holder: Holder | None) -> Message:
    if holder is None:
        return message("Another command is writing to this archive.")
    return message(
        "{command} (process {process}) is writing to this archive.", command=holder.command, process=holder.process
    )
