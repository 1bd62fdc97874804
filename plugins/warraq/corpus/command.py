"""The command itself: what is asked for, told and refused."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.__main__ import INTERRUPTED
from warraq.archive.shown_path import shown_path
from warraq.archive.system_reason import system_reason
from warraq.desk.lock import Holder, Lock, TakenError
from warraq.desk.refusal import is_refusal
from warraq.desk.site import language_in
from warraq.language import Message, message
from warraq.language.stored_message import read_stored

from .errors import GOES_ON, CorpusError
from .given import FACTS
from .options import Wanted, read_options

if TYPE_CHECKING:  # an extra has them
    from .columns import Columns
    from .inputs import Input

SHOWN = 20
"""Rows set aside that are printed; the file has all."""


def main(words: Sequence[str]) -> int:
    """Repair a corpus; 0 when every row came in, 1 when some were set aside or it could not be done."""
    wanted = read_options(words)
    language = language_in(Path("content"))
    try:
        return _corpus(wanted, language)
    except CorpusError as error:
        _tell(error.why, language)
    except TakenError as error:
        _tell([error.why], language)
    except OSError as error:  # of a worker's disk too, which names no file
        if not is_refusal(error):
            raise
        _tell(_refused(error, wanted.out.resolve()), language)
    except KeyboardInterrupt:
        _tell([message("Interrupted. The same command goes on where it stopped.")], language)
        return INTERRUPTED
    return 1


def _refused(error: OSError, out: Path) -> Iterator[Message]:
    file = os.fsdecode(error.filename) if error.filename else str(out.parent)
    yield message("{path} can't be used: {reason}.", path=shown_path(file), reason=system_reason(error))
    yield GOES_ON


def _demand_place(out: Path) -> None:
    """Raise a CorpusError where the result can't be written."""
    if out.exists():
        raise CorpusError(message("{path} is there already. Name another folder, or delete it.", path=str(out)))
    if not out.parent.is_dir():
        raise CorpusError(message("{path} does not exist.", path=str(out.parent)))


def _corpus(wanted: Wanted, language: str) -> int:
    from .cluster import client_of, cores
    from .inputs import find_inputs
    from .job import Job
    from .readers import columns_of
    from .rules_of_job import rules_of
    from .run import Run, set_aside_file
    from .summary import lines_of
    from .work_folder import begin, work_folder_of
    from .workers import demand_alike

    out = wanted.out.resolve()
    _demand_place(out)
    rules_of(wanted.how)
    inputs = find_inputs(wanted.inputs)
    columns = [columns_of(each, wanted.columns) for each in inputs]
    _tell(_shown(inputs, columns), language)
    folder = work_folder_of(out)
    folder.mkdir(exist_ok=True)
    with run_lock(folder):
        begin(folder, inputs, columns, wanted.how)
        job = Job(folder, wanted.how)
        with client_of(wanted.scheduler, wanted.workers or cores()) as client:
            demand_alike(client, folder)
            numbers = Run(client, job, inputs, columns, language).to(out)
    for line in lines_of(numbers):
        print(line.text(language))
    for line in _set_aside(set_aside_file(out), numbers.aside):
        print(line.text(language), file=sys.stderr)
    return int(numbers.aside > 0)


def _shown(inputs: Sequence[Input], columns: Sequence[Columns | None]) -> Iterator[Message]:
    """Say which column of each file is what; of files that are alike, once. And which files can't be read: who waits for hours knows it before."""
    former: Columns | None = None
    for file, of in zip(inputs, columns, strict=True):
        if problem := of.problem if of else file.problem:
            yield message("{place}: {problem}", place=file.name, problem=problem)
        elif of and of.text and of != former:
            facts = ", ".join(f"{fact} = {of.facts[fact]}" for fact in FACTS if fact in of.facts) or "–"
            yield message("{file}: the text is the column “{text}”; {facts}", file=file.name, text=of.text, facts=facts)
        former = of


def _set_aside(file: Path, number: int) -> Iterator[Message]:
    with file.open(encoding="utf-8") as lines:
        for line in islice(lines, SHOWN):
            found = json.loads(line)
            yield message("{place}: {problem}", place=found["place"], problem=read_stored(found["message"]))
    if number > SHOWN:
        yield message("All {number} rows that were set aside: {file}", number=number, file=str(file))


def run_lock(folder: Path) -> Lock:
    """Give the lock of a work folder: one run at a time writes to it."""

    def taken(_: Holder | None) -> Message:
        return message("Another run is writing to {folder}.", folder=str(folder))

    return Lock(folder / "lock", folder, "corpus", taken, lambda _: None, patience=0)


def _tell(lines: Sequence[Message] | Iterator[Message], language: str) -> None:
    for line in lines:
        print(line.text(language), file=sys.stderr, flush=True)
