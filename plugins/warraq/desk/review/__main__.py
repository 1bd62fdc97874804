"""`python -m warraq desk.review [--list]`: everything that is open, as plain lines; the page itself is served by `serve`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from warraq.desk.site import site_of
from warraq.language import message

from .items import Item
from .shelf import Shelf


def main() -> int:
    """Print `path: rule: words`, a line each, in the order of files; the number of them last, on standard error."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py review --list")
    parser.add_argument("--list", action="store_true")
    parser.parse_args()
    project = Path.cwd()
    found = sorted(Shelf(project / "content").open(), key=lambda i: (i.path, i.id))
    for item in found:
        print(_line(item))
    said = message("{number} are open.", number=len(found))
    print(said.text(site_of(project / "content").language), file=sys.stderr)
    return 0


def _line(item: Item) -> str:
    words = " ".join((item.quote or item.title).split())
    return f"{item.path}: {item.rule}: {words}"


if __name__ == "__main__":
    sys.exit(main())
