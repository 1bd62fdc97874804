"""
The list of a site's files, each with its size and hash.

Only a whole site is exchanged for the former one. Pelican hides a file that it could not copy, and a disk may lose one, so what was
planned is compared with what is there. The list is kept beside the site, in `.warraq/`: `verify` compares the site with it later.

It is written before the site is exchanged, under the name of the next one, and takes its own name after: whenever a program was
killed, the folders tell which site it describes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.desk.writing import write
from warraq.language import message

MOST_NAMED = 20
"""Files that a message names."""


class SiteManifest:
    """The planned files of a site: their sizes and hashes by their paths below its folder."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[int, str]] = {}
        self._copied: set[str] = set()

    def add(self, inside: str, data: bytes) -> None:
        """Plan a file that we write."""
        self._files[inside] = len(data), sha256(data).hexdigest()

    def add_copy(self, inside: str, source: Path) -> None:
        """Plan a file that another program copies: its bytes are compared too."""
        self.add(inside, source.read_bytes())
        self._copied.add(inside)

    def lacking(self, folder: Path) -> list[str]:
        """Give the planned files that are not in a folder as they were planned."""
        return [name for name in sorted(self._files) if not self._is_there(folder / name, name)]

    def _is_there(self, file: Path, name: str) -> bool:
        try:
            if file.stat().st_size != self._files[name][0]:
                return False
            return name not in self._copied or sha256(file.read_bytes()).hexdigest() == self._files[name][1]
        except OSError:
            return False

    def write(self, output: Path) -> None:
        """Keep the list as that of the site which is exchanged next."""
        lines = (
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(its)}" for name, its in sorted(self._files.items())
        )
        write(next_list(output), ("{\n" + ",\n".join(lines) + "\n}\n").encode())


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


def manifest_problems(output: Path) -> list[Problem] | None:
    """Compare a site with its list; None where there is no list that can be read."""
    try:
        listed = json.loads(kept_list(output).read_bytes())
        files = {str(name): (int(size), str(digest)) for name, (size, digest) in listed.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    again = message("Build the site anew: python3 tasks.py build")
    problems = []
    for name, (size, digest) in files.items():
        file, what = output / name, None
        try:
            data = file.read_bytes()
        except OSError:
            what = message("The site lacks this file.")
        else:
            if len(data) != size or sha256(data).hexdigest() != digest:
                what = message("The file is not as it was built.")
        if what:
            problems.append(Problem(f"{output.name}/{name}", 0, 0, "", what, again))
    return problems
