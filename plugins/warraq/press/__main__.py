"""
The commands behind the tasks: `python -m warraq press check|repair|serve|fix-encoding|pictures|schema`, from the project's folder.

`build` is not among them: a build is Pelican's (`pelican content`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from warraq.archive.problem import Level
from warraq.desk.archive_lock import archive_lock
from warraq.desk.changed import changed_meanwhile
from warraq.desk.command_line import CommandLine
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import language_in, language_of
from warraq.desk.writing import ChangedMeanwhileError, write
from warraq.language import message

from .checking import CheckedArchive, check_archive
from .day import build_day
from .new_articles import plan_and_write
from .problem_formats import FORMATS
from .report_problems import archive_and_problems
from .terminal import format_problems, print_message, progress
from .unwritten_ids import unwritten_ids


def arguments() -> CommandLine:
    """Describe all commands with their options."""
    parser = CommandLine(prog="python3 tasks.py", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--published", default="", help="the last published sitemap: none of its articles may vanish")
    check.add_argument("--kind", default="", help="list the warnings of this kind alone, as a build names it")
    repair = commands.add_parser("repair")
    repair.add_argument("--only", action="append", default=[])
    serving = commands.add_parser("serve")
    serving.add_argument("--listen", default="127.0.0.1")
    serving.add_argument("--port", type=int, default=8000)
    converted = commands.add_parser("fix-encoding")
    converted.add_argument("files", nargs="+", type=Path, metavar="FILE")
    commands.add_parser("pictures")
    commands.add_parser("schema")
    return parser


def main(given: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    chosen = arguments().parse_args(given)
    content: Path = chosen.content
    match chosen.command:
        case "check":
            return check(content, chosen.format, chosen.published, chosen.kind)
        case "repair":
            return repair(content, chosen.only)
        case "serve":
            from .serve import serve

            return serve(content.resolve().parent, chosen.listen, chosen.port)
        case "fix-encoding":
            return convert(content, chosen.files)
        case "pictures":
            from .pictures import clean_in_place

            for said in clean_in_place(content):
                print_message(said, language_in(content))
        case "schema":
            from warraq.archive.schema import json_schema_bytes

            with archive_lock(content, "schema"):
                write(content / "schema.json", json_schema_bytes())
            print(f"Written: {(content / 'schema.json').as_posix()}")
    return 0


def convert(content: Path, files: Sequence[Path]) -> int:
    """Write each file anew as UTF-8; return 1 where one can't be read, or was saved by an editor meanwhile."""
    from .fix_encoding import fix_encoding

    code = 0
    for file in files:
        try:
            done = fix_encoding(file, archive_lock(content, "fix-encoding"))
        except ChangedMeanwhileError as changed:
            done, code = changed_meanwhile(changed, content), 1
        except OSError as error:
            if not is_refusal(error):
                raise
            print(refusal(error, content), file=sys.stderr)
            code = 1
            continue
        print_message(done, language_in(content))
    return code


def check(content: Path, form: str, published: str = "", kind: str = "") -> int:
    """Print every problem, or the warnings of a kind; return 1 where the archive has an error, listed or not."""
    archive, problems = archive_and_problems(content, published)
    language = language_of(archive.site)
    listed = problems
    if kind:
        from .warning_kinds import no_such_kind, only_kind

        listed = only_kind(problems, kind)
    if kind and not listed and form == "text":
        print_message(no_such_kind(problems, kind), language)
    else:
        print(FORMATS[form](listed, language))
    if form == "text" and not kind and (unwritten := unwritten_ids(archive.articles)):
        print(unwritten.text(language), file=sys.stderr)
    return 1 if any(problem.level is Level.ERROR for problem in problems) else 0


def repair(content: Path, only: Sequence[str]) -> int:
    """Write the articles of originals that have none: of all, or of those named; return the exit code."""
    from rich.console import Console

    repaired = progress(message("Repairing the originals …"), language_in(content), Console(stderr=True))

    def lost_in(checked: CheckedArchive) -> list[str]:
        return [name for name in only if name not in checked.archive.originals]

    def plan() -> CheckedArchive:
        checked = check_archive(content, build_day(os.environ), repairing=True, only=only, repaired=repaired)
        return replace(checked, new=()) if lost_in(checked) else checked

    checked, messages = plan_and_write(content, "repair", plan)
    language, lost = language_of(checked.archive.site), lost_in(checked)
    if checked.errors or lost:
        for name in lost:
            print_message(
                message("{content}/originals/{name} does not exist.", content=content.name, name=name), language
            )
        if checked.errors:
            print(format_problems(checked.errors, language), file=sys.stderr)
        return 1
    folder = f"{content.name}/originals/"
    refused = [
        p
        for p in checked.warnings
        if p.path.startswith(folder) and p.path.removeprefix(folder) not in checked.archive.originals
    ]
    if refused:
        print(format_problems(refused, language), file=sys.stderr)
    for each in messages or ([] if refused else [message("Every original has its article.")]):
        print_message(each, language)
    return 1 if refused and not messages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
