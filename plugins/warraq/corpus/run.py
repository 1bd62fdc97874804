"""
A run: read, repair, find what is near, put together.

Each step asks only for files of the step before it, and makes only those that are not there.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from warraq.language import message

from .assembling import assemble, merged, numbers_file
from .cluster import work_through
from .columns import Columns
from .groups import Group, groups_of
from .inputs import Input
from .job import Job
from .near import bands_file, find_pairs, pairs_file, shares_for, write_bands
from .piece_work import end_row_processes, given_file, repaired_file, work_piece
from .pieces import Piece, cut, write_rows
from .position import Position
from .progress import Shown
from .readers import read
from .summary import Numbers
from .work_folder import know_pieces, known_pieces


def summary_file(out: Path) -> Path:
    """Give the file of the numbers, beside the result: whoever reads a folder of Parquet wants nothing else in it."""
    return out.with_name(f"{out.name}.summary.json")


def set_aside_file(out: Path) -> Path:
    """Give the file that names each row which was set aside, and why, beside the result."""
    return out.with_name(f"{out.name}.set-aside.jsonl")


class Run:
    """One corpus, on one cluster."""

    def __init__(
        self, client: Any, job: Job, inputs: Sequence[Input], columns: Sequence[Columns | None], language: str
    ) -> None:
        self.client, self.job, self.inputs, self.columns, self.language = client, job, inputs, columns, language
        self.names = [each.name for each in inputs]

    def to(self, out: Path) -> Numbers:
        """Do everything, and give the numbers."""
        self._repair()
        groups = list(
            groups_of(
                piece for number in range(len(self.inputs)) for piece in known_pieces(self.job.folder, number) or ()
            )
        )
        shares = shares_for(sum(piece.rows for group in groups for piece in group.pieces))
        folder = self.job.folder
        self.client.run(end_row_processes, on_error="ignore")  # the next steps repair nothing
        self._step(
            message("Comparing"),
            [group for group in groups if not bands_file(folder, group.number).exists()],
            lambda group: f"bands-{group.number}",
            write_bands,
            lambda group: (self.job, group),
        )
        self._step(
            message("Finding what is nearly equal"),
            [share for share in range(shares if groups else 0) if not pairs_file(folder, share).exists()],
            lambda share: f"pairs-{share}",
            find_pairs,
            lambda share: (self.job, share, shares, len(groups)),
        )
        self._step(
            message("Writing"),
            [group for group in groups if not numbers_file(folder, group).exists()],
            lambda group: group.name,
            assemble,
            lambda group: (self.job, group, shares, self.names),
        )
        return self._finished(out, groups)

    def _step(
        self,
        what: Any,
        tasks: Sequence[Any],
        key: Callable[[Any], Hashable],
        work: Callable[..., None],
        arguments: Callable[[Any], tuple[Any, ...]],
    ) -> None:
        with Shown(what, len(tasks), self.language) as shown:
            work_through(
                self.client, ((key(each), each) for each in tasks), work, arguments, lambda *_: shown.advance(1)
            )

    def _repair(self) -> None:
        total = sum(each.size for each in self.inputs)
        with Shown(message("Repairing"), total, self.language) as shown:
            shares: dict[Piece, int] = {}

            def done(piece: Piece, _: int) -> None:
                shown.advance(shares.pop(piece), piece.rows)

            def arguments(piece: Piece) -> tuple[Any, ...]:
                return self.job, piece, self.names[piece.file]

            work_through(
                self.client, ((each.name, each) for each in self._pieces(shown, shares)), work_piece, arguments, done
            )

    def _pieces(self, shown: Shown, shares: dict[Piece, int]) -> Iterator[Piece]:
        """Yield the pieces that are not repaired yet, with their rows on the disk; `shares`: how much of the files each is."""
        folder = self.job.folder
        for number, (of, columns) in enumerate(zip(self.inputs, self.columns, strict=True)):
            known = known_pieces(folder, number)
            if known is not None:
                left = [each for each in known if not repaired_file(folder, each).exists()]
                if all(given_file(folder, each).exists() for each in left):
                    share = of.size // max(1, len(known))
                    shown.advance(
                        of.size - share * len(left), sum(each.rows for each in known) - sum(each.rows for each in left)
                    )
                    shares |= dict.fromkeys(left, share)
                    yield from left
                    continue
            position, before = Position(), 0
            pieces: list[Piece] = []
            for at, rows in enumerate(cut(read(of, columns, position))):
                piece = Piece(number, at, len(rows), sum(len(row.data) for row in rows))
                pieces.append(piece)
                share, before = position.bytes - before, position.bytes
                if repaired_file(folder, piece).exists():
                    shown.advance(share, piece.rows)
                else:
                    shares[piece] = share
                    write_rows(given_file(folder, piece), rows)
                    yield piece
            know_pieces(folder, number, pieces)

    def _finished(self, out: Path, groups: Sequence[Group]) -> Numbers:
        folder = self.job.folder
        numbers = merged(numbers_file(folder, group) for group in groups)
        made = folder / "made"
        made.mkdir(exist_ok=True)
        with set_aside_file(out).open("wb") as aside:
            for group in groups:
                aside.write(numbers_file(folder, group).with_suffix(".aside").read_bytes())
        summary_file(out).write_text(
            json.dumps(numbers.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        made.replace(out)
        shutil.rmtree(folder, ignore_errors=True)
        return numbers
