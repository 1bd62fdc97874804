"""`python -m warraq desk.importing FOLDER|ZIP|FILE [--table FILE.csv]`, run in the project's folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from warraq.__main__ import INTERRUPTED
from warraq.archive.damage import why_damaged
from warraq.archive.problem import Problem, WrongValueError, with_remedy
from warraq.archive.rejections import rejections_in
from warraq.archive.shown_path import shown_path
from warraq.desk.command_line import CommandLine
from warraq.desk.problem_lines import problem_lines
from warraq.desk.site import language_in
from warraq.language import Message, message
from warraq.missing import MissingPackageError

from .corpus_source import condition_of, demand_pyarrow, is_corpus
from .named_files import doubtful_rows, names_set_aside, titles_not_taken, unmatched_rows
from .run import run
from .summary import count, summary
from .table import MetadataTable, WrongTableError, read_table
from .tar_source import DamagedTarError
from .zip_source import DamagedZipError


def main() -> int:
    """Import; give 0 when all files were decided on, 1 with a message when it could not begin, INTERRUPTED with one after Ctrl-C."""
    parser = CommandLine(prog="python3 tasks.py import")
    parser.add_argument("source", metavar="place")
    parser.add_argument("--table")
    parser.add_argument("--where", default="")
    parser.add_argument("--processes", type=int)
    asked = parser.parse_args()
    project = Path.cwd()
    language = language_in(project / "content")
    source = Path(asked.source)
    table_file = None if asked.table is None else Path(asked.table)
    if (
        why := _unusable(asked.source, folders=True)
        or _unusable(asked.table)
        or _unfit(source, table_file, asked.where)
    ):
        return _ended(why, language)
    if problems := rejections_in(project / "content")[1]:
        print("\n".join(problem.text(language) for problem in problems), file=sys.stderr)
        return 1
    try:
        outcomes, rows = run(project, source, table_file, _table(table_file), asked.processes, where=asked.where)
    except WrongTableError as wrong:
        _told(wrong.problems, language)
        return 1
    except (DamagedZipError, DamagedTarError) as error:
        return _ended(_damaged(asked.source, error), language)
    except KeyboardInterrupt:
        _ended(message("Interrupted. The same command goes on where it stopped."), language)
        return INTERRUPTED
    for line in summary(count(outcomes)):
        print(line.text(language))
    for named in (*titles_not_taken(outcomes), *names_set_aside(outcomes)):
        print(named.text(language))
    for row in (*unmatched_rows(rows.unmatched), *doubtful_rows(rows)):
        print(row.text(language))
    print(
        message(
            "The whole report: import-report.html, and import-report.csv for a spreadsheet; all reports: import-reports/"
        ).text(language)
    )
    return 0


def _table(file: Path | None) -> MetadataTable:
    """Read the table, if there is one; a WrongTableError where anything in it is wrong."""
    table, problems = read_table(file) if file else (MetadataTable(), ())
    if problems:
        raise WrongTableError(problems)
    return table


def _told(problems: Sequence[Problem], language: str) -> None:
    """Say what is wrong with the table, and last that nothing was imported."""
    for line in problem_lines(problems, language):
        print(line, file=sys.stderr)
    print(message("Mistakes: {number}.", number=len(problems)).text(language), file=sys.stderr)
    print(message("Nothing was imported.").text(language), file=sys.stderr)


def _unusable(given: str | None, *, folders: bool = False) -> Message | None:
    """Say why a path of the command line can't be read, if it can't; no path at all would be the current folder."""
    if given is None:
        return None
    source, table = (
        message("Write the path of a folder, a ZIP file or a file."),
        message("Write the path of a CSV file."),
    )
    todo = source if folders else table
    if not given.strip():
        return message("No path was given. {todo}", todo=todo)
    path = Path(given)
    if not path.exists():
        return message("{path} does not exist. {todo}", path=shown_path(given), todo=todo)
    if not path.is_file() and not (folders and path.is_dir()):
        return message("{path} is not a file. {todo}", path=shown_path(given), todo=todo)
    return None


def _unfit(source: Path, table: Path | None, where: str) -> Message | None:
    """Say why a condition or a table goes not with a source."""
    if where and not is_corpus(source):
        return message("--where chooses rows of a corpus, and {path} is none.", path=shown_path(str(source)))
    if table and is_corpus(source):
        return message("--table goes not with a corpus: what its rows state is taken from them.")
    try:
        condition_of(where)
        if is_corpus(source):
            demand_pyarrow()
    except WrongValueError as error:
        return with_remedy(error)
    except MissingPackageError as error:
        return Message("{what}", {"what": str(error)})
    return None


def _damaged(source: str, error: DamagedZipError | DamagedTarError) -> Message:
    """Say that the file that is imported is damaged."""
    if isinstance(error, DamagedTarError):
        return message(
            "{path} is a damaged tar file, or unpacks to more than any site. Unpack it, and import its folder.",
            path=shown_path(source),
        )
    return message(
        "{path} is a damaged ZIP file: {reason}. Unpack it, and import its folder.",
        path=shown_path(source),
        reason=why_damaged(error),
    )


def _ended(why: Message, language: str) -> int:
    print(why.text(language), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
