"""The words of `warraq repair`; they are read here only where they are not those that another program sends at each start."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.language.called import asked_by_variable

from .packages import rules_named
from .rules.rule_set import Rules

LANGUAGES = ("en", "ar", "fa")
"""Of the reasons that `--explain` prints."""
DESCRIPTION = """
Read a damaged text on standard input, whatever its encoding, and write it repaired: Markdown with its front matter. Every change can be undone.
"""
USAGE = """warraq repair [--text | --explain | --jsonl [--describe | --restore]] [--without RULE] [--with NAME]
       warraq repair --undo-written FOLDER"""
NOTES = """
Lines of --jsonl are answered one by one and in order: {"text": …, "kind": "page" | "fragment" | "text", "language": …} → {"text": Markdown,
"record": {…}}; kind and language may be left out. --restore makes the damaged text of such an answer.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words ask for."""

    mode: frozenset[str]
    rules: Rules
    language: str
    coloured: bool
    records: Path | None = None
    """The folder of records of a site's files, which are to be as they were before they were repaired; nothing else is done then."""


def read_options(words: Sequence[str]) -> Wanted:
    """Read the words; what is wrong ends the program with exit code 2."""
    parser = argparse.ArgumentParser(prog="warraq repair", usage=USAGE, description=DESCRIPTION, epilog=NOTES)
    parser.add_argument(
        "--text", action="store_true", help="write the repaired text alone, as Markdown without front matter"
    )
    parser.add_argument(
        "--explain", action="store_true", help="print each change with its rule and reason, and what is doubtful"
    )
    parser.add_argument("--jsonl", action="store_true", help="answer lines of JSON")
    parser.add_argument("--describe", action="store_true", help="with --jsonl: date, source, authors and all else, too")
    parser.add_argument("--restore", action="store_true", help="with --jsonl: the damaged texts again")
    parser.add_argument(
        "--without", action="append", default=[], metavar="RULE", help="leave a rule out; several times"
    )
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        dest="added",
        metavar="NAME",
        help="add the rules that an installed package brings by this name (an entry point of warraq.rules)",
    )
    parser.add_argument(
        "--undo-written",
        type=Path,
        default=None,
        metavar="FOLDER",
        help="make the files of a Pelican site what they were before WARRAQ_REPAIR wrote them; FOLDER: warraq-records",
    )
    parser.add_argument("--colour", "--color", choices=("auto", "always", "never"), default="auto", help="of --explain")
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help="of the reasons")
    given = parser.parse_args(list(words))
    mode = frozenset(
        f"--{name}" for name in ("text", "explain", "jsonl", "describe", "restore") if getattr(given, name)
    )
    if (
        len(mode - {"--jsonl"}) > 1
        or (mode & {"--describe", "--restore"} and "--jsonl" not in mode)
        or (mode & {"--text", "--explain"} and "--jsonl" in mode)
    ):
        parser.error(f"these go not together: {' '.join(sorted(mode))}")
    if given.undo_written and mode:
        parser.error(f"these go not together: --undo-written {' '.join(sorted(mode))}")
    try:
        rules = rules_named(given.added, given.without)
    except ValueError as error:
        parser.error(str(error))
    asked = asked_by_variable()
    language = given.lang or (asked if asked in LANGUAGES else LANGUAGES[0])
    is_terminal = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Wanted(
        mode, rules, language, given.colour == "always" or (given.colour == "auto" and is_terminal), given.undo_written
    )
