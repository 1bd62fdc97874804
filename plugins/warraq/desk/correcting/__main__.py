"""`python -m warraq desk.correcting export|update|set|ids …`, all but the first with `--preview`."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from warraq.desk.command_line import CommandLine

from .commands import Refused, export, set_field, update, write_ids
from .reporting import Teller
from .step import How
from .updating import OnConflict


def main() -> int:
    """Run one of the commands; return its exit code."""
    asked = _arguments().parse_args()
    teller = Teller(Path.cwd() / "content")
    try:
        match asked.command:
            case "export":
                return export(teller, Path(asked.table), asked.where, asked.separator)
            case "update":
                return update(teller, Path(asked.table), OnConflict(asked.conflicts), _how(asked))
            case "ids":
                return write_ids(teller, How(rest=True, preview=asked.preview))
            case _:
                return set_field(teller, (asked.field, asked.value), asked.where, _how(asked))
    except Refused as refused:
        teller.tell_problems(refused.problems)
        return 1


def _how(asked: Namespace) -> How:
    return How(slug=asked.slug, rest=asked.rest, preview=asked.preview)


def _arguments() -> CommandLine:
    parser = CommandLine(prog="python3 tasks.py")
    commands = parser.add_subparsers(dest="command", required=True)
    export_ = commands.add_parser("export")
    export_.add_argument("--table", required=True)
    export_.add_argument("--where", default="")
    export_.add_argument("--separator", default=",", choices=(",", ";", "tab"))
    update_ = commands.add_parser("update")
    update_.add_argument("--table", required=True)
    update_.add_argument("--conflicts", default="stop", choices=[each.value for each in OnConflict])
    set_ = commands.add_parser("set")
    set_.add_argument("field")
    set_.add_argument("value")
    set_.add_argument("--where", default="")
    ids = commands.add_parser("ids")
    for each in (update_, set_):
        each.add_argument("--slug", action="store_true")
        each.add_argument("--rest", action="store_true")
    for each in (update_, set_, ids):
        each.add_argument("--preview", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
