"""`python -m warraq desk.undoing [NUMBER] [--list] [--preview]`: take back the last step, or the one of that number."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from warraq.archive.shown_path import shown_path
from warraq.desk.archive_lock import archive_lock
from warraq.desk.command_line import CommandLine
from warraq.desk.journal import Changed, Journal, Step, finish_half_step, former, take_back
from warraq.desk.progress import shown_where_many
from warraq.desk.site import language_in
from warraq.desk.versions.undoing import why_not_undone
from warraq.desk.writing import text_of
from warraq.language import Message, message

MOST_LISTED = 20


def main() -> int:
    """List the steps, show what would be taken back, or take a step back; give 1 where there is nothing, or a file stayed."""
    parser = CommandLine(prog="python3 tasks.py undo")
    parser.add_argument("number", nargs="?", default="")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--preview", action="store_true")
    asked = parser.parse_args()
    content = Path.cwd() / "content"
    language = language_in(content)
    journal = Journal(content)
    if not (asked.list or asked.preview) and finish_half_step(content, "undo"):
        return 0  # that was the last step
    if asked.list:
        for each in islice(journal.steps(), MOST_LISTED):
            print(said(each).text(language))
        return 0
    step = _asked(journal, asked.number)
    if step is None:
        nothing = message("There is no such step: python3 tasks.py undo --list names those that there are.")
        print((nothing if asked.number else message("There is no step to take back.")).text(language), file=sys.stderr)
        return 1
    print(said(step).text(language))
    if asked.preview:
        for changed in reversed(step.changed):
            sys.stdout.writelines(_difference(content, changed))
        return 0
    with archive_lock(content, "undo"):
        if why := why_not_undone(content, step.changed):
            print(why.text(language), file=sys.stderr)
            return 1
        taken = take_back(content, step, show=lambda files: shown_where_many(files, message("Taking back"), language))
    number, already = len(taken.back) - len(taken.already), len(taken.already)
    print(message("Taken back: {number} decisions or files.", number=number).text(language))
    if already:
        print(
            message("As they were before that step already, and not changed: {number}.", number=already).text(language)
        )
    for path in taken.stayed:
        stays = message(
            "{path} was changed since at the same place, and stays as it is.", path=f"content/{shown_path(path)}"
        )
        print(stays.text(language), file=sys.stderr)
    return 1 if taken.stayed else 0


def said(step: Step) -> Message:
    """Say what a step was, on one line."""
    return message(
        "{number}: {day}, {by}, {command}: {what} Files: {files}.",
        number=step.number,
        day=step.day,
        by=step.by,
        command=step.command,
        what=step.what,
        files=step.files,
    )


def _asked(journal: Journal, number: str) -> Step | None:
    if not number:
        return next(journal.steps(), None)
    step = journal.read(int(number)) if number.isdecimal() else None
    return step if step and step.changed else None


def _difference(content: Path, changed: Changed) -> Iterator[str]:
    """Yield what taking back would change of a file, as `git diff` shows it."""
    file = content / changed.file
    now = file.read_bytes() if file.is_file() else b""
    made = former(file, now, changed)
    path = f"content/{shown_path(changed.file)}"
    one, other = (
        text_of(data, errors="replace")[0].splitlines(keepends=True) for data in (now, now if made is None else made)
    )
    yield from unified_diff(one, other, path, path, n=1)


if __name__ == "__main__":
    sys.exit(main())
