"""`python -m warraq desk.importing FOLDER|ZIP|FILE [--table FILE.csv]`, run in the project's folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from warraq.desk.site import language_in
from warraq.language import Message, message

from .archiving import SourceChangedError
from .run import run
from .summary import count, summary, unmatched_rows
from .table import MetadataTable, read_table


def main() -> int:
    """Import; give 0 when all files were decided on, 1 with a message when the import could not begin or was interrupted."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py import")
    parser.add_argument("source", metavar="place", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--processes", type=int)
    asked = parser.parse_args()
    project = Path.cwd()
    language = language_in(project / "content")
    for path in (asked.source, asked.table):
        if path is not None and not path.exists():
            return _ended(
                message("{path} does not exist. Write the path of a folder, a ZIP file or a file.", path=path), language
            )
    table = MetadataTable()
    if asked.table:
        table, problems = read_table(asked.table)
        if problems:
            print("\n".join(problem.text(language) for problem in problems), file=sys.stderr)
            return 1
    try:
        outcomes, unmatched = run(project, asked.source, asked.table, table, asked.processes)
    except SourceChangedError as changed:
        sentence = message(
            "{name} was changed while it was imported. Put it back as it was, and import again: all that is done stays.",
            name=changed,
        )
        return _ended(sentence, language)
    except KeyboardInterrupt:
        return _ended(message("Interrupted. The same command goes on where it stopped."), language)
    for line in summary(count(outcomes)):
        print(line.text(language))
    for row in unmatched_rows(unmatched):
        print(row.text(language))
    print(message("The whole report: import-report.html, and import-report.csv for a spreadsheet.").text(language))
    return 0


def _ended(why: Message, language: str) -> int:
    print(why.text(language), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
