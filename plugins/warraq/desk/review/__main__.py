"""`python -m warraq desk.review (--list | --export FILE) [filters]`: what is open, as plain lines or as CSV; `serve` serves the review page."""

from __future__ import annotations

import sys
from pathlib import Path

from warraq.archive.problem import WrongValueError
from warraq.archive.shown_path import shown_path
from warraq.desk.command_line import CommandLine
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import language_in
from warraq.desk.writing import write
from warraq.language import message

from .export import as_csv
from .filters import fitting
from .open_item import OpenItem
from .open_items import OpenItems


def main() -> int:
    """
    Print `path: rule: words` of each open item, in the order of files, then their number, on standard error; or write them all to a CSV file.

    Of the filters all have to hold. The exit code is 1 where one names what there is not, or the file can't be written.
    """
    parser = CommandLine(prog="python3 tasks.py review --list")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--export", default="")
    parser.add_argument("--rule", default="")
    parser.add_argument("--source", default="")
    parser.add_argument("--article", default="")
    parser.add_argument("--certainty", default="")
    asked = parser.parse_args()
    content = Path.cwd() / "content"
    language = language_in(content)
    found = sorted(OpenItems.of(content).all(), key=lambda i: (i.path, i.id))
    filters = {name: getattr(asked, name) for name in ("rule", "source", "article", "certainty")}
    try:
        found = fitting(found, filters, content)
    except WrongValueError as error:
        print(error.what.text(language), error.todo.text(language), file=sys.stderr)
        return 1
    if asked.export and not (folder := Path(asked.export).absolute().parent).is_dir():
        print(message("There is no folder {folder}.", folder=shown_path(str(folder))).text(language), file=sys.stderr)
        return 1
    if asked.export:
        try:
            write(Path(asked.export).absolute(), as_csv(found, language).encode("utf-8-sig", "replace"))
        except OSError as error:
            if not is_refusal(error):
                raise
            print(refusal(error, content), file=sys.stderr)
            return 1
    else:
        for item in found:
            print(_line(item))
    print(message("{number} are open.", number=len(found)).text(language), file=sys.stderr)
    return 0


def _line(item: OpenItem) -> str:
    words = " ".join((item.quote or item.title).split())
    return f"{item.path}: {item.rule}: {words}"


if __name__ == "__main__":
    sys.exit(main())
