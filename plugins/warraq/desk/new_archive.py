"""
`warraq new-archive FOLDER`: the folder of a new archive, of the files that the package brings.

It has what a clone of the template has, without Warraq itself: settings, an empty archive with its vocabulary, and what git has to know. The
theme stays in the package; an archive that has a folder `theme/` of its own is printed with that one (`pelicanconf.py`).
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from warraq.archive.system_reason import system_reason
from warraq.archive.typed_name import typed_name
from warraq.desk.command_line import CommandLine
from warraq.desk.site import language_in
from warraq.language import Message, message
from warraq.shipped import IS_INSTALLED, TEMPLATE

SETTINGS = ("pelicanconf.py", "publishconf.py", "content/site.yaml", "content/schema.json", "content/vocabulary")
HIDDEN = ("gitattributes", "gitignore")
"""Of git: a wheel has them without the dot, which some programs pass over."""
EMPTY = ("articles", "originals", "records", "images")


class NotEmptyError(Exception):
    """The folder has something in it already."""


def new_archive(folder: Path) -> None:
    """Make the folder; a NotEmptyError where it holds anything, an OSError where it can't be written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(folder)
    for name in SETTINGS:
        here, there = TEMPLATE / name, folder / name
        there.parent.mkdir(parents=True, exist_ok=True)
        if here.is_dir():
            shutil.copytree(here, there)
        else:
            shutil.copyfile(here, there)
    for name in HIDDEN:
        shutil.copyfile(TEMPLATE / (name if IS_INSTALLED else f".{name}"), folder / f".{name}")
    for name in EMPTY:
        made = folder / "content" / name
        made.mkdir()
        (made / ".gitkeep").touch()  # git keeps no empty folder


def main(given: Sequence[str]) -> int:
    """Make the archive and say what comes next; return the exit code."""
    parser = CommandLine(prog="warraq new-archive", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder: Path = parser.parse_args(given).folder
    language = language_in(TEMPLATE / "content")
    try:
        new_archive(folder)
    except NotEmptyError:
        return _refused(
            language, message("The folder is not empty: {folder}. Name one that is not there yet.", folder=str(folder))
        )
    except OSError as error:
        return _refused(
            language,
            message(
                "The folder can't be written: {folder} ({reason}).", folder=str(folder), reason=system_reason(error)
            ),
        )
    print(message("Made: {folder}", folder=str(folder)).text(language))
    for command in (f"cd {typed_name(str(folder))}", "warraq import FOLDER", "warraq build", "warraq serve"):
        print(f"    {command}")
    return 0


def _refused(language: str, what: Message) -> int:
    print(what.text(language), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
