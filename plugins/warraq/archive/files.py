"""
The files below content/: found in one walk, read one by one, each within a boundary of its own.

People and programs put more there than texts: links that lead nowhere, pipes, names that no other system can hold. Such a thing is
told and never opened; a file that can't be read is told, and the others go on.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar

from warraq.language import Message, message

from .file_names import unstated_name, wrong_name
from .original import LARGEST_FILE
from .our_mistake import our_mistake
from .problem import Problem
from .shown_path import shown_path
from .system_reason import system_reason

Made = TypeVar("Made")
Light = TypeVar("Light")
Read_contra = TypeVar("Read_contra", contravariant=True)
Light_co = TypeVar("Light_co", covariant=True)

LITTER = frozenset({"thumbs.db", "desktop.ini"})
"""What systems put into folders, in small letters."""


class Memoise(Protocol):
    """Gives the result that was made of the same input before, or makes it (`press.cache.Cache`)."""

    def __call__(self, what: str, of: bytes, make: Callable[[], Made], /) -> Made:
        """Give the result of `make`; `of` holds everything that it depends on, except the code."""


class Known(Protocol[Read_contra, Light_co]):
    """Knows files by their names, sizes and times alone, as `make` and git do (`press.known_files`)."""

    def find(self, path: str, file: Path, /) -> tuple[bytes, Light_co] | None:
        """Give the digest of the path and the bytes of a file that has not changed, and what is kept of its result."""

    def keep(self, path: str, digest: bytes, made: Read_contra, /) -> None:
        """Keep the result of a file that was asked for before it was read."""


def always_make(_what: str, _of: bytes, make: Callable[[], Made]) -> Made:
    """Make it, always."""
    return make()


class Files:
    """Finds and reads the files of `content`, and knows by their hashes what was read."""

    def __init__(self, content: Path, memoise: Memoise = always_make) -> None:
        self.digests: dict[str, bytes] = {}
        """Of the path and the bytes of every file that was read, by path."""
        self.known: dict[str, str] = {}
        """The files that were not read, because what they say was known, by path: where they are below `content`."""
        self.kept: dict[str, str] = {}
        """The files that were read, and are known from now on, likewise."""
        self.problems: list[Problem] = []
        """Of everything that is no file to read, and of files that can't be read; in no order."""
        self._content = content
        self._root = Path(os.path.realpath(content))
        self._memoise = memoise
        self._found: list[str] = sorted(self._without_twins(self._walk()))

    def below(self, folder: str, *endings: str) -> Iterator[tuple[str, Path]]:
        """Yield the files below a folder with their paths for messages, without hidden ones and those of editors' programs."""
        for inside in self._found:
            if inside.startswith(f"{folder}/") and (not endings or inside.endswith(endings)):
                yield self._path_of(inside), self._content / inside

    def has(self, inside: str) -> bool:
        """Tell whether there is such a file to read."""
        return inside in self._found

    def read(self, path: str, file: Path, make: Callable[[str, bytes], Made]) -> Made | Problem:
        """Give the result of `make` for a file's path and bytes, from the cache where it is there; or the problem of that file."""

        def remembered(path: str, data: bytes) -> Made:
            self.digests[path] = digest = file_digest(path, data)
            return self._memoise(make.__name__, digest, lambda: make(path, data))

        return self.read_anew(path, file, remembered)

    def read_known(
        self, path: str, file: Path, make: Callable[[str, bytes], Made], known: Known[Made, Light] | None
    ) -> Made | Light | Problem:
        """Give what is known of a file that has not changed, else the result of `make`, which is known from then on."""
        if known is None:
            return self.read(path, file, make)
        if found := known.find(path, file):
            self.digests[path], result = found
            self.known[path] = self._inside(file)
            return result

        def hashed(path: str, data: bytes) -> Made:
            self.digests[path] = file_digest(path, data)
            return make(path, data)

        made = self.read_anew(path, file, hashed)
        if not isinstance(made, Problem):
            known.keep(path, self.digests[path], made)
            self.kept[path] = self._inside(file)
        return made

    def _inside(self, file: Path) -> str:
        """Give where a file is below `content`; a Path for each of thousands takes three times the memory."""
        return str(file).removeprefix(f"{self._content}{os.sep}")

    @staticmethod
    def read_anew(path: str, file: Path, make: Callable[[str, bytes], Made]) -> Made | Problem:
        """Give the result of `make` for a file's path and bytes, or the problem of that file; nothing is remembered."""
        try:
            if file.stat().st_size > LARGEST_FILE:
                what = message("The file is larger than {number} MB.", number=LARGEST_FILE // 1_000_000)
                return Problem(path, 0, 0, "", what, message("Split it, or take it out."))
            return make(path, file.read_bytes())
        except OSError as error:
            return unreadable(path, error)
        except Exception as error:  # noqa: BLE001 - the boundary: whatever one file causes, the others go on
            return our_mistake(path, error)

    def _path_of(self, inside: str) -> str:
        """Give a file's path for messages."""
        return shown_path(unicodedata.normalize("NFC", f"{self._content.name}/{inside}".rstrip("/")))

    def _walk(self) -> Iterator[str]:
        """Yield the paths below `content` of all files; what else is there goes to the problems."""
        folders = [("", False)]
        while folders:
            folder, hidden = folders.pop()
            for entry in self._entries(folder, hidden=hidden):
                path = f"{folder}/{entry.name}" if folder else entry.name
                # Of a program: nothing in it is read, but a link within would be copied with the pictures.
                of_program = hidden or is_of_program(entry.name)
                if of_program and not hidden and entry.is_symlink():
                    continue  # the lock of an editor's program
                if why := self._leads_out(entry) or (not of_program and _no_text(entry, path)):
                    self.problems.append(Problem(self._path_of(path), 0, 0, "", *why))
                elif entry.is_dir(follow_symlinks=False):
                    folders.append((path, of_program))
                elif not of_program:
                    yield path

    def _without_twins(self, found: Iterable[str]) -> Iterator[str]:
        """Yield one of several files whose names are the same letters composed otherwise: a Mac has one file of that name."""
        taken: set[str] = set()
        for inside in sorted(found, key=lambda path: (not unicodedata.is_normalized("NFC", path), path)):
            composed = unicodedata.normalize("NFC", inside)
            if composed in taken:
                what = message("Another file has this name, its letters composed of other code points.")
                self.problems.append(
                    Problem(self._path_of(inside), 0, 0, "", what, message("Rename one of the two files."))
                )
            else:
                taken.add(composed)
                yield inside

    def _entries(self, folder: str, *, hidden: bool) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._content / folder) as scanned:
                return list(scanned)
        except OSError as error:
            if not hidden and (folder or not isinstance(error, FileNotFoundError)):
                self.problems.append(unreadable(self._path_of(folder), error))
            return []

    def _leads_out(self, entry: os.DirEntry[str]) -> tuple[Message, Message] | None:
        """Say so of a link that leads out, and what to do; None for everything else."""
        if not entry.is_symlink() or Path(os.path.realpath(entry.path)).is_relative_to(self._root):
            return None
        # The build publishes what lies in content/, an original byte for byte: a link that came with a contribution
        # (`originals/a.txt` → `/proc/self/environ`) would publish private data of the machine that builds.
        what = message("The link leads out of the archive, and the file behind it would be published.")
        return what, message("Put the file itself here.")


def file_digest(path: str, data: bytes) -> bytes:
    """Hash the path and the bytes of a file."""
    return sha256(path.encode() + b"\0" + data).digest()


def is_of_program(name: str) -> bool:
    """Tell whether a file or folder is hidden, or one that an editor's program keeps beside its text."""
    return name.startswith((".", "~")) or name.endswith("~")


def is_litter(name: str) -> bool:
    """Tell whether a system put a file there, for itself."""
    return name.casefold() in LITTER


def _no_text(entry: os.DirEntry[str], path: str) -> tuple[Message, Message] | None:
    """Say what is wrong with a thing in a folder, and what to do; pictures are looked at elsewhere, by their bytes."""
    if path.startswith("originals/") and (why := wrong_name(entry.name) or unstated_name(entry.name)):
        return why
    return wrong_name(entry.name) or (None if path.startswith("images/") else _no_file(entry))


def _no_file(entry: os.DirEntry[str]) -> tuple[Message, Message] | None:
    """Say what a thing is that is neither a file nor a folder, and what to do."""
    try:
        mode = entry.stat().st_mode
    except OSError:
        if not entry.is_symlink():
            return None  # it is gone since the folder was listed
        return message("The link leads to no file."), message("Put the file itself here, or delete the link.")
    if entry.is_symlink() and stat.S_ISDIR(mode):
        return message("The link leads to a folder, and no file in it is read."), message("Put the files here.")
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return message("It is a pipe, a socket or a device, and no file."), message("Delete it.")
    return None


def unreadable(path: str, error: OSError) -> Problem:
    """Give the problem of a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        what, todo = message("The file vanished while it was read."), message("Run the command again.")
    else:
        what = message("It can't be read: {reason}.", reason=system_reason(error))
        todo = message("Allow reading it (its owner and its rights), or take it out.")
    return Problem(path, 0, 0, "", what, todo)
