"""
The work folder, beside the result: `OUT.unfinished/`, with all that a run that goes on needs.

Only when everything is done does the result get its name, and the work folder goes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from warraq.language import message
from warraq.repair import RULES_VERSION

from .columns import Columns
from .errors import CorpusError
from .inputs import Input
from .job import How
from .pieces import Piece
from .whole_file import whole

FORMAT = 2
"""Of the work folder; another one is not gone on with."""


class OtherRunError(CorpusError):
    """The work folder is of a run with other files or options."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            message(
                "{folder} is of a run with other files, options or rules. Give the same ones, or delete it to begin anew.",
                folder=str(folder),
            )
        )


def work_folder_of(out: Path) -> Path:
    """Give the work folder of a result."""
    return out.with_name(f"{out.name}.unfinished")


def begin(
    folder: Path,
    inputs: Sequence[Input],
    columns: Sequence[Columns | None],
    how: How,
) -> None:
    """Make the work folder, or find it as it was left; an OtherRunError where it is of another run."""
    told = {
        "format": FORMAT,
        "rules": RULES_VERSION,
        "inputs": [[each.name, each.size, each.stamp] for each in inputs],
        "columns": [[each.text, dict(each.facts)] if each else None for each in columns],
        "how": asdict(how),
    }
    state = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    file = folder / "state"
    if file.is_file():
        if file.read_text("ascii") != state:
            raise OtherRunError(folder)
        return
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(state, encoding="ascii")


def known_pieces(folder: Path, file: int) -> list[Piece] | None:
    """Give the pieces of a file that was read to its end; None where it was not."""
    index = folder / "files" / f"{file:06}.json"
    if not index.is_file():
        return None
    found: Mapping[str, list[list[int]]] = json.loads(index.read_text("ascii"))
    return [Piece(file, number, rows, size) for number, (rows, size) in enumerate(found["pieces"])]


def know_pieces(folder: Path, number: int, pieces: Sequence[Piece]) -> None:
    """Note the pieces of a file that was read to its end."""
    index = folder / "files" / f"{number:06}.json"
    with whole(index) as file:
        file.write_text(json.dumps({"pieces": [[each.rows, each.bytes] for each in pieces]}), encoding="ascii")
