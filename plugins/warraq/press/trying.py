"""
`warraq try [FOLDER]`: the sample archive, made, built and shown how to look at, in a minute.

It runs the very commands that an editor would type, an import and a build, so that what they say is seen too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from warraq.archive.shown_path import shown_path
from warraq.archive.system_reason import system_reason
from warraq.archive.typed_name import typed_name
from warraq.desk import sample_archive
from warraq.desk.command_line import CommandLine
from warraq.desk.new_archive import NotEmptyError
from warraq.desk.site import language_in
from warraq.language import Message, message
from warraq.language.called import as_called
from warraq.shipped import IS_INSTALLED, PACKAGE, SAMPLE

FOLDER = "try"
IMPORT = ("desk.importing", f"--table={sample_archive.TABLE}", "--", str(sample_archive.FOUND))
BUILD = ("press.building", "content", "--settings", "pelicanconf.py", "--fatal", "errors")
MOST_NAMED = 10
"""Files that a message lists."""


def main(given: Sequence[str]) -> int:
    """Make the sample and say how to look at it; return the exit code."""
    parser = CommandLine(prog="python3 tasks.py try")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(FOLDER), metavar="FOLDER")
    folder: Path = parser.parse_args(given).folder
    language = language_in(SAMPLE / "content")
    name = typed_name(str(folder))
    try:
        if written := _make_room(folder):
            return _refused(language, *_of_somebody(name, written))
        sample_archive.begin(folder)
    except NotEmptyError:
        what = message("The folder is not empty, and is no whole sample archive: {folder}.", folder=name)
        todo = message("Delete it if nothing in it is needed, or name another: {command}", command=_command("try NAME"))
        return _refused(language, what, todo)
    except OSError as error:
        what = message("The folder can't be written: {folder} ({reason}).", folder=name, reason=system_reason(error))
        return _refused(language, what)
    if code := _run(folder, *IMPORT):
        return code
    sample_archive.add_editors_work(folder)
    if code := _run(folder, *BUILD):
        return code
    sample_archive.remember(folder)
    _explain(name, language)
    return 0


def _make_room(folder: Path) -> tuple[str, ...]:
    """Take away a sample in which nobody wrote; give the files that somebody wrote. A NotEmptyError where it is no sample."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return ()
    written = sample_archive.written_since(folder)
    if written is None:
        raise NotEmptyError(folder)
    if not written:
        shutil.rmtree(folder)
    return written


def _of_somebody(name: str, written: Sequence[str]) -> list[Message | str]:
    """Say that the sample stays as it is, for somebody wrote in it."""
    more = len(written) - MOST_NAMED
    return [
        message("The sample archive in {folder} was changed since it was made, so it stays as it is:", folder=name),
        *(f"    {shown_path(each)}" for each in written[:MOST_NAMED]),
        *([message("… and {number} more.", number=more)] if more > 0 else []),
        message("To go on with it: {command}", command=f"cd {name}"),
        message("To have a new one beside it: {command}", command=_command("try NAME")),
        message("To throw away what was changed, delete the folder; then make it again."),
    ]


def _run(folder: Path, *command: str) -> int:
    """Run a command as it is run in an archive's folder; return its exit code."""
    safe = ["-P"] if IS_INSTALLED else []  # no file of that folder hides the package
    paths = [] if IS_INSTALLED else [str(PACKAGE.parent)]
    paths += filter(None, [os.environ.get("PYTHONPATH")])
    given = os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(paths)}
    return subprocess.call([sys.executable, *safe, "-m", "warraq", *command], cwd=folder, env=given)  # noqa: S603


def _command(words: str) -> str:
    return as_called(f"python3 tasks.py {words}")


def _explain(name: str, language: str) -> None:
    """Say how to look at it, and how to be rid of it."""
    for line in (
        message("The sample archive is in {folder}. Its towns, papers, people and news are all made up.", folder=name),
        message("To look at it, type these two, then open {address}:", address="http://localhost:8000"),
        f"    cd {name}",
        f"    {_command('serve')}",
        message("To decide on its doubts, open {address} then.", address="http://localhost:8000/review/"),
        message("What you do there touches nothing else. To be rid of it, delete the folder {folder}.", folder=name),
    ):
        print(_said(line, language))


def _refused(language: str, *lines: Message | str) -> int:
    for line in lines:
        print(_said(line, language), file=sys.stderr)
    return 1


def _said(line: Message | str, language: str) -> str:
    return line if isinstance(line, str) else line.text(language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
