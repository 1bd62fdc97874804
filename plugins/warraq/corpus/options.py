"""The words of `warraq corpus`."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.command_line import CommandLine

from .given import FACTS
from .job import MEGABYTES, SECONDS, Bounds, How

DESCRIPTION = """
Repair and describe many texts: lines of JSON, CSV, Parquet, WARC and WACZ files, or folders of them, into a folder of Parquet files. What was
ended is gone on with by the same command.
"""
USAGE = "warraq corpus IN… OUT [--text NAME] [--column KEY=NAME] [--workers N | --scheduler ADDRESS]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words ask for."""

    inputs: tuple[str, ...]
    out: Path
    columns: Mapping[str, str]
    """`text` or a fact → the column that it stands in; empty: in none."""
    workers: int
    """0: as many as there are cores."""
    scheduler: str
    how: How


def read_options(words: Sequence[str]) -> Wanted:
    """Read the words; what is wrong ends the program with exit code 2."""
    parser = CommandLine(prog="warraq corpus", usage=USAGE, description=DESCRIPTION)
    parser.add_argument(
        "given", nargs="+", metavar="IN… OUT", help="files or folders, and last the folder of the result"
    )
    parser.add_argument("--text", metavar="NAME", help="the column, or key, that is the text")
    parser.add_argument("--html", metavar="NAME", help="the same where it holds pages")
    parser.add_argument(
        "--column", action="append", default=[], type=_column, metavar="KEY=NAME",
        help=f"the column of {', '.join(FACTS)}; KEY= where no column is to be believed",
    )  # fmt: skip
    parser.add_argument("--workers", type=_number, default=0, metavar="N", help="processes; else one for each core")
    parser.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of a cluster of Dask, such as tcp://10.0.0.1:8786"
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="RULE", help="leave a rule out; several times"
    )
    parser.add_argument("--with", action="append", default=[], dest="added", metavar="NAME", help="rules of a package")
    parser.add_argument("--seconds", type=_number, default=SECONDS, help="of processor time that a row may take")
    parser.add_argument("--megabytes", type=_number, default=MEGABYTES, help="of memory that a process may take")
    given = parser.parse_args(list(words))
    if len(given.given) < 2:
        parser.error("IN… OUT")
    columns = dict(given.column)
    if text := given.text or given.html:
        columns["text"] = text
    *inputs, out = given.given
    return Wanted(
        tuple(inputs),
        Path(out),
        columns,
        given.workers,
        given.scheduler,
        How(tuple(given.without), tuple(given.added), Bounds(given.seconds, given.megabytes)),
    )


def _column(word: str) -> tuple[str, str]:
    key, joined, name = word.partition("=")
    if not joined or key not in FACTS:
        raise ArgumentTypeError(f"{word!r}: KEY=NAME, {', '.join(FACTS)}")
    return key, name


def _number(word: str) -> int:
    if not word.isascii() or not word.isdecimal() or not int(word):
        raise ArgumentTypeError(f"{word!r}: 1, 2, 3 …")
    return int(word)
