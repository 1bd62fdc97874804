"""
The second tree of a site: the site before the former one, which is brought up to date and becomes the next.

Of sixty thousand files a save changes a few hundred, and to link the others anew costs more than to make those. So two trees
alternate, and most of their files are one file with two names. What a build writes it writes elsewhere, and only names it into the
tree: no file that the former site shares is ever changed in place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What tells one file from another without reading it."""

    size: int
    time: int
    """When it was written, in nanoseconds."""
    inode: int


class Listing(NamedTuple):
    """What lies below a folder, by paths below it."""

    files: dict[str, Stamp]
    folders: list[str]
    others: list[str]
    """Links and special files."""


def list_folder(folder: Path) -> Listing:
    """List what lies below a folder; links are not followed. What can't be read is not there."""
    found = Listing({}, [], [])
    folders = [""]
    while folders:
        inside = folders.pop()
        with suppress(OSError), os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                name = inside + entry.name
                if entry.is_dir(follow_symlinks=False):
                    found.folders.append(name)
                    folders.append(f"{name}/")
                elif entry.is_file(follow_symlinks=False):
                    its = entry.stat(follow_symlinks=False)
                    found.files[name] = Stamp(its.st_size, its.st_mtime_ns, its.st_ino)
                else:
                    found.others.append(name)
    return found


def hash_listing(files: Mapping[str, Stamp]) -> str:
    """Hash names and stamps."""
    lines = "".join(f"{name}\0{its.size}\0{its.time}\0{its.inode}\n" for name, its in sorted(files.items()))
    return sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


class SecondTree:
    """The tree that becomes the next site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files, self._folders, self._others = list_folder(folder)
        """Its files as they stand; brought up to date with it."""

    def complete(self, written: Path, planned: Collection[str], former: Path, only_there: Collection[str]) -> None:
        """
        Make it the next site.

        `written`: a folder of new files, which is emptied. `planned`: paths of all files of the next site. Those that are not new stand
        here, or, `only_there`, in the `former` site: these are linked, where the file system can, else copied. A file that can't be
        is missing in `files` afterwards.
        """
        new, _, others = list_folder(written)
        if not (self.files or self._folders or self._others or others or only_there):
            self._take_whole(written, new)
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self._clear({*new, *planned})
        made: set[str] = set()
        for inside, stamp in new.items():
            self._make_parent(inside, made)
            os.replace(f"{written}/{inside}", f"{self.folder}/{inside}")  # noqa: PTH105 - as words: there are thousands
            self.files[inside] = stamp
        for inside in sorted(inside for inside in planned if inside not in new):
            if inside in only_there or inside not in self.files:
                self._make_parent(inside, made)
                self._link(former, inside)
        shutil.rmtree(written, ignore_errors=True)

    def _take_whole(self, written: Path, new: dict[str, Stamp]) -> None:
        """Take a folder in the place of a tree that is empty."""
        with suppress(OSError):
            self.folder.rmdir()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        written.replace(self.folder)
        self.files = new

    def _link(self, former: Path, inside: str) -> None:
        """Take a file of the former site over."""
        self.files.pop(inside, None)
        there, here = f"{former}/{inside}", f"{self.folder}/{inside}"
        with suppress(OSError):
            try:
                _link(there, here)
            except OSError:  # another file system, or one without links
                with suppress(FileNotFoundError):
                    os.unlink(here)  # noqa: PTH108 - likewise
                shutil.copy2(there, here)
            its = os.lstat(here)
            self.files[inside] = Stamp(its.st_size, its.st_mtime_ns, its.st_ino)

    def _clear(self, wanted: Collection[str]) -> None:
        """Delete what the next site has not, and folders that have no file in it."""
        gone = self.files.keys() - wanted
        for inside in (*gone, *self._others):
            with suppress(OSError):
                os.unlink(f"{self.folder}/{inside}")  # noqa: PTH108 - likewise
        for inside in gone:
            del self.files[inside]
        parents = {inside.rpartition("/")[0] for inside in wanted}
        needed = {ancestor for parent in parents for ancestor in _ancestors(parent)}
        for inside in sorted(set(self._folders) - needed, reverse=True):  # what lies in a folder first
            with suppress(OSError):
                os.rmdir(f"{self.folder}/{inside}")  # noqa: PTH106 - likewise

    def _make_parent(self, inside: str, made: set[str]) -> None:
        parent = inside.rpartition("/")[0]
        if parent not in made:
            try:
                os.mkdir(f"{self.folder}/{parent}")  # noqa: PTH102 - likewise
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(f"{self.folder}/{parent}")  # noqa: PTH103 - likewise
            made.add(parent)


def _link(there: str, here: str) -> None:
    """Give a file a second name, in the place of whatever has it."""
    try:
        os.link(there, here)
    except FileExistsError:
        os.unlink(here)  # noqa: PTH108 - likewise
        os.link(there, here)


def _ancestors(folder: str) -> Iterator[str]:
    """Yield a folder and those that it lies in."""
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
