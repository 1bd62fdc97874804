"""`python -m warraq desk.rejecting --only NAME… [--reason WHY] | --undo [--only NAME]… | --list`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

from warraq.archive.files import Files
from warraq.archive.problem import Problem
from warraq.archive.rejections import rejections_in
from warraq.archive.shown_path import shown_path
from warraq.desk.command_line import CommandLine
from warraq.desk.editor_name import editor_name
from warraq.desk.site import language_in
from warraq.language import Message, message

from . import reject, undo
from .kept import times

UNDO = "python3 tasks.py reject --undo"


def main() -> int:
    """Throw out, take back, or list; give 1 where nothing was done because of a problem."""
    parser = CommandLine(prog="python3 tasks.py reject")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--reason", default="")
    parser.add_argument("--undo", action="store_true")
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    content = Path.cwd() / "content"
    language = language_in(content)
    if asked.list:
        return _listed(content, language)
    if not asked.only and not asked.undo:
        print(message("Say what: python3 tasks.py reject --only NAME").text(language), file=sys.stderr)
        return 1
    by, today = editor_name(content.parent), date.today()  # noqa: DTZ011 - the editor's own day
    if asked.undo:
        return _undone(content, asked.only, by, today, language)
    done = reject(content, asked.only, by=by, reason=asked.reason, today=today)
    for name in done.already:
        _say(message("{original} had been thrown out before.", original=shown_path(name)), language)
    for each in done.thrown:
        _say(message("Thrown out: {original}", original=shown_path(each.original)), language)
    if done.folder and any(each.files for each in done.thrown):
        folder = shown_path(done.folder.relative_to(content.resolve().parent).as_posix())
        _say(
            message("Their articles are in {folder}. To take them back: {command}", folder=folder, command=UNDO),
            language,
        )
    return _ended(done.problems, language)


def _undone(content: Path, names: list[str], by: str, today: date, language: str) -> int:
    done = undo(content, names, by=by, today=today)
    for each in done.back:
        _say(message("Taken back: {original}", original=shown_path(each.original)), language)
    for inside in done.taken:
        _say(message("{article} is there already, and stays as it is.", article=f"content/{inside}"), language)
    for key in done.hashes:
        sentence = message(
            "Taken back: {hash}. Its article is made anew by: python3 tasks.py build", hash=f"sha256:{key}"
        )
        _say(sentence, language)
    if not (done.back or done.hashes or done.problems):
        _say(message("Nothing was thrown out on this machine that could be taken back."), language)
        return 1
    return _ended(done.problems, language)


def _listed(content: Path, language: str) -> int:
    """Print each hash with its day, and its original's name where the archive or what is set aside knows it."""
    rejections, problems = rejections_in(content)
    names = {each.sha256: each.original for _, thrown in times(content) for each in thrown}
    if rejections.files:
        for path, file in Files(content).below("originals"):
            names.setdefault(sha256(file.read_bytes()).hexdigest(), path.removeprefix(f"{content.name}/originals/"))
    for key, row in sorted(rejections.files.items(), key=lambda item: (str(item[1].date), item[0])):
        print(f"{row.date}  sha256:{key}  {shown_path(names.get(key, ''))}".rstrip())
    if not problems:
        print(message("Thrown out: {number}.", number=len(rejections.files)).text(language), file=sys.stderr)
    return _ended(problems, language)


def _say(sentence: Message, language: str) -> None:
    print(sentence.text(language))


def _ended(problems: Iterable[Problem], language: str) -> int:
    lines = [problem.text(language) for problem in problems]
    if lines:
        print("\n".join(lines), file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
