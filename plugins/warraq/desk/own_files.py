"""
The files that this program keeps for itself, such as those in `.warraq/`: whose they are, and how they are opened.

What lies at such a name may have come with a contribution, or from another user: a link would lead a write to another file, a pipe
would never end. A name that is not what this program makes is told, and neither followed nor written to.
"""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from functools import cache
from pathlib import Path

from warraq.language import Message, message

DELETE_IT = message("Delete it.")
A_LINK = message("It is a link, which this program never makes.")
NO_FILE = message("It is no file, but this program keeps one there.")
NO_FOLDER = message("It is no folder, but this program keeps one there.")
OPENED_AS_THEY_ARE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
"""A link is not followed, and a pipe is not waited for."""


class NotOwnError(OSError):
    """Something else lies where this program keeps a file or a folder."""

    def __init__(self, path: Path, what: Message, todo: Message = DELETE_IT) -> None:
        super().__init__(errno.EINVAL, str(what), str(path))
        self.what = what
        self.todo = todo


def is_link(place: Path) -> bool:
    """Tell whether it is a link, wherever it leads."""
    return place.is_symlink()


def is_another_users(place: Path) -> bool:
    """Tell whether another user made it; never so where the system does not tell, and of what is not there."""
    try:
        return hasattr(os, "geteuid") and place.lstat().st_uid != os.geteuid()
    except OSError:
        return False


@cache
def git_knows(folder: Path) -> tuple[bool, bool]:
    """Ask git whether it keeps anything of a folder, and whether it ignores it; (False, True) where there is no git to ask."""
    if not any((above / ".git").exists() for above in folder.parents):
        return False, True
    kept = ask_git(folder.parent, "ls-files", "-z", "--", folder.name)
    ignored = ask_git(folder.parent, "check-ignore", "-q", "--", f"{folder.name}/cache.sqlite")
    if kept is None or ignored is None or ignored.returncode not in (0, 1):
        return False, True
    return bool(kept.stdout), ignored.returncode == 0


def ask_git(here: Path, *words: str) -> subprocess.CompletedProcess[bytes] | None:
    """Ask git in a folder; None where there is no git."""
    try:
        # No shell reads it, and no program that the repository's settings name is started.
        return subprocess.run(  # noqa: S603
            ["git", "-c", "core.fsmonitor=false", *words],  # noqa: S607 - git is where this machine has it
            cwd=here,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None


def is_inside(name: str) -> bool:
    """Tell whether a path leads to a file below the folder that it begins in."""
    return "\0" not in name and all(part not in ("", ".", "..") for part in name.split("/"))


def demand_folder(folder: Path, todo: Message = DELETE_IT) -> None:
    """Pass a folder that is one, or that is not there; else raise a NotOwnError with what to do."""
    if is_link(folder):
        raise NotOwnError(folder, A_LINK, todo)
    if folder.exists() and not folder.is_dir():
        raise NotOwnError(folder, NO_FOLDER, todo)


def demand_no_folder(file: Path) -> None:
    """Pass a place where a file can be written anew; a NotOwnError where a folder lies there."""
    if file.is_dir() and not is_link(file):
        raise NotOwnError(file, NO_FILE)


def open_own(file: Path, flags: int) -> int:
    """Open a file in a folder of ours, and give its descriptor; a NotOwnError where it, or the folder, is something else."""
    demand_folder(file.parent)
    if is_link(file):
        raise NotOwnError(file, A_LINK)
    if file.exists() and not file.is_file():
        raise NotOwnError(file, NO_FILE)
    descriptor = os.open(file, flags | OPENED_AS_THEY_ARE, 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # exchanged in this moment
        os.close(descriptor)
        raise NotOwnError(file, NO_FILE)
    return descriptor


def read_own(file: Path, most: int) -> bytes:
    """Read the first `most` bytes of a file in a folder of ours; an OSError as of `open_own()`."""
    with os.fdopen(open_own(file, os.O_RDONLY), "rb") as stream:
        return stream.read(most)
