"""`python -m warraq desk.review [--list]`: all open items, as plain lines; `serve` serves the review page."""

from __future__ import annotations

import sys
from pathlib import Path

from warraq.desk.command_line import CommandLine
from warraq.desk.site import language_in
from warraq.language import message

from .open_item import OpenItem
from .open_items import OpenItems


def main() -> int:
    """Print `path: rule: words` of each open item, in the order of files; then their number, on standard error."""
    parser = CommandLine(prog="python3 tasks.py review --list")
    parser.add_argument("--list", action="store_true")
    parser.parse_args()
    project = Path.cwd()
    found = sorted(OpenItems.of(project / "content").all(), key=lambda i: (i.path, i.id))
    for item in found:
        print(_line(item))
    number = message("{number} are open.", number=len(found))
    print(number.text(language_in(project / "content")), file=sys.stderr)
    return 0


def _line(item: OpenItem) -> str:
    words = " ".join((item.quote or item.title).split())
    return f"{item.path}: {item.rule}: {words}"


if __name__ == "__main__":
    sys.exit(main())
