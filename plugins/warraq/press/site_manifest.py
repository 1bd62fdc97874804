"""
The list of a site's files, each with its size and hash.

Only a whole site is exchanged for the former one. Pelican hides a file that it could not copy, and a disk may lose one, so what was
planned is compared with what is there. The list is kept beside the site, in `.warraq/`: `verify` compares the site with it later.

It is written before the site is exchanged, under the name of the next one, and takes its own name after: whenever a program was
killed, the folders tell which site it describes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.desk.own_files import is_inside, read_own
from warraq.desk.writing import write
from warraq.language import Message, message
from warraq.pages.page import FileFacts

from .second_tree import Stamp

MOST_NAMED = 20
"""Files that a message names."""
LARGEST_LIST = 500_000_000
"""Bytes of a list that is read: some four million files."""
Size = Annotated[int, Field(ge=0)]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
FILES = TypeAdapter(dict[str, tuple[Size, Digest]])


class SiteManifest:
    """The planned files of a site: their sizes and hashes by their paths below its folder."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        """Of each, size and hash as one value: there are six for each article."""
        self._copied: set[str] = set()

    def add(self, inside: str, data: bytes) -> None:
        """Plan a file that we write."""
        self._files[inside] = _packed(len(data), sha256(data).digest())

    def add_written(self, inside: str, size: int, digest: str) -> None:
        """Plan a file that was written already."""
        self._files[inside] = _packed(size, bytes.fromhex(digest))

    def take_back(self, inside: str) -> None:
        """Plan a file no more."""
        self._files.pop(inside, None)

    def add_copy(self, inside: str, source: Path) -> None:
        """Plan a file that another program copies: its bytes are compared too."""
        self.add(inside, source.read_bytes())
        self._copied.add(inside)

    @property
    def own(self) -> Collection[str]:
        """The paths of the planned files that we write, or keep."""
        return self._files.keys() - self._copied

    def lacking(self, files: Mapping[str, Stamp], folder: Path) -> list[str]:
        """Give the planned files that are not as they were planned among the `files` of a folder."""
        return sorted(name for name, its in self._files.items() if not self._is_there(name, its, files, folder))

    def facts(self, inside: str) -> FileFacts | None:
        """Give the size and the hash of a planned file; None of any other."""
        if inside not in self._files:
            return None
        size, digest = _unpacked(self._files[inside])
        return FileFacts(size, digest)

    def paths(self) -> Iterable[str]:
        """Give the paths of the planned files."""
        return self._files.keys()

    def _is_there(self, name: str, its: bytes, files: Mapping[str, Stamp], folder: Path) -> bool:
        size, digest = _unpacked(its)
        if name not in files or files[name].size != size:
            return False
        try:
            return name not in self._copied or sha256((folder / name).read_bytes()).hexdigest() == digest
        except OSError:
            return False

    def write(self, output: Path) -> None:
        """Keep the list as that of the site which is exchanged next."""
        lines = (
            f'{json.dumps(name, ensure_ascii=False)}: [{size}, "{digest}"]'
            for name, (size, digest) in ((name, _unpacked(its)) for name, its in sorted(self._files.items()))
        )
        write(next_list(output), ("{\n" + ",\n".join(lines) + "\n}\n").encode())


def _packed(size: int, digest: bytes) -> bytes:
    return digest + size.to_bytes(8, "big")


def _unpacked(its: bytes) -> tuple[int, str]:
    return int.from_bytes(its[32:], "big"), its[:32].hex()


def kept_list(output: Path) -> Path:
    """Return the file with the list of a site."""
    return output.parent / ".warraq" / f"{output.name}.files.json"


def next_list(output: Path) -> Path:
    """Return the file with the list of the site that is exchanged next."""
    return output.parent / ".warraq" / f"{output.name}.next-files.json"


def copied_files(folder: Path, ignored: list[str]) -> Iterator[tuple[str, Path]]:
    """Yield the files that Pelican copies out of a folder, with their paths below it; `ignored` are patterns of names."""
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if file.is_file() and not any(fnmatch(part, pattern) for part in inside.parts for pattern in ignored):
            yield inside.as_posix(), file


def has_list(output: Path) -> bool:
    """Tell whether a site has a list that can be read."""
    return _listed(output) is not None


def manifest_problems(output: Path) -> list[Problem] | None:
    """Compare a site with its list; None where there is no list that can be read."""
    files = _listed(output)
    if files is None:
        return None
    again = message("Build the site anew: python3 tasks.py build")
    stays_inside = cache(partial(_leads_inside, root=output.resolve()))
    problems = []
    for name, (size, digest) in files.items():
        what = _difference(output / name, size, digest, stays_inside)
        if what:
            problems.append(Problem(f"{output.name}/{shown_path(name)}", 0, 0, "", what, again))
    return problems


def _listed(output: Path) -> dict[str, tuple[int, str]] | None:
    try:
        files = FILES.validate_json(read_own(kept_list(output), LARGEST_LIST), strict=True)
    except (OSError, ValueError):  # whoever wrote it, it is no list of ours
        return None
    return files if all(map(is_inside, files)) else None


def _difference(file: Path, size: int, digest: str, stays_inside: Callable[[Path], bool]) -> Message | None:
    try:
        # Folders are looked at once, not for each of their files; a link is a file that leads elsewhere.
        if not file.is_file() or not stays_inside(file if file.is_symlink() else file.parent):
            return message("The site lacks this file.")
        if file.stat().st_size == size and sha256(file.read_bytes()).hexdigest() == digest:
            return None
    except OSError:
        return message("The site lacks this file.")
    return message("The file is not as it was built.")


def _leads_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root)
