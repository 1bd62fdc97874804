"""Files of a run, each there whole or not at all: whoever finds one takes the step that made it for done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


@contextmanager
def whole(target: Path, by_way_of: Path | None = None) -> Iterator[Path]:
    """
    Give the path of a file to write, which gets its name when all is written.

    A cluster may do a task twice at once, so no two are called the same. It lies beside the target, or in the folder `by_way_of`, where what
    a killed program left is no part of a result.
    """
    folder = by_way_of or target.parent
    for each in (folder, target.parent):
        each.mkdir(parents=True, exist_ok=True)
    temporary = folder / f"{uuid4().hex}.writing"
    try:
        yield temporary
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
