"""
Whether anything has changed since the last build: then its site stands, and nothing is read.

All that a build reads is told by the names, sizes and times of its files, as `make` and git do it; so is the site that it wrote, so that one
that somebody changed by hand is noticed. The settings, the day, our code and the packages are hashed themselves. The state is kept in
`.warraq/`, as data; one that can't be read only costs the time of a build.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from warraq.archive.problem import Problem
from warraq.desk.own_files import read_own
from warraq.desk.writing import write

from .cache import program_digest
from .cache_trust import cache_problems
from .program_stamp import SETTLED
from .second_tree import hash_listing, list_folder

LARGEST_STATE = 20_000_000
"""Bytes of a state that is read: warnings are the most of it."""


@dataclass(frozen=True, slots=True)
class Built:
    """What is known of the last build."""

    inputs: str
    """The hash of all that it read."""
    site: str
    """The hash of the names, sizes and times of what it wrote."""
    articles: int
    """How many were published."""
    language: str
    """Of its messages."""
    warnings: tuple[Problem, ...]


@cache
def _form() -> TypeAdapter[Built]:
    return TypeAdapter(Built)


def state_file(output: Path) -> Path:
    """Return the file of the state of a site."""
    return output.parent / ".warraq" / f"{output.name}.built.json"


def last_build(output: Path) -> Built | None:
    """Read the state of the last build; None where there is none that holds."""
    file = state_file(output)
    if cache_problems(file)[0]:
        return None
    try:
        return _form().validate_json(read_own(file, LARGEST_STATE), strict=True)
    except (OSError, ValueError):
        return None


def standing(output: Path, inputs: str | None) -> Built | None:
    """Give the last build where its site stands as it was written, and was made of what `inputs` hashes."""
    built = last_build(output)
    return built if built and inputs == built.inputs and built.site == hash_site(output) else None


def keep_state(output: Path, built: Built) -> None:
    """Keep the state of a build whose site stands now."""
    write(state_file(output), _form().dump_json(built))


def forget_state(output: Path) -> None:
    """Take the state away: the site is about to be another, or its files are still young."""
    state_file(output).unlink(missing_ok=True)


def hash_inputs(folders: Iterable[Path], settings: Mapping[str, Any], *others: object) -> str | None:
    """Hash all that a build reads: `folders` by their files, `settings` and `others` by what they say; None where a file is too young."""
    digest = sha256(program_digest())
    for name, value in sorted(settings.items()):
        if name == "CLEAN":  # the same is made either way
            continue
        digest.update(f"{name}={value!r}\n".encode("utf-8", "surrogatepass"))
    digest.update(repr(others).encode())
    newest = 0
    for folder in folders:
        digest.update(f"{folder}\n".encode("utf-8", "surrogatepass"))
        newest = max(newest, _hash_folder(digest, folder))
    return None if newest > time.time_ns() - SETTLED else digest.hexdigest()


def hash_site(output: Path) -> str:
    """Hash the names, sizes and times of a site's files; nothing, where a link lies among them that no build made, or the like."""
    listing = list_folder(output)
    return "" if listing.others else hash_listing(listing.files)


def _hash_folder(digest: Any, folder: Path) -> int:
    """Hash a folder's files; return the time of the youngest."""
    newest = 0
    for line, changed in _lines(str(folder), set()):
        digest.update(line)
        newest = max(newest, changed)
    return newest


def _lines(folder: str, entered: set[str]) -> Iterator[tuple[bytes, int]]:
    """Yield a line for each file below a folder, and when it was written; links are followed, each folder once (`entered`)."""
    if (real := os.path.realpath(folder)) in entered:
        return
    entered.add(real)
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir():
                yield from _lines(entry.path, entered)
            found = entry.stat(follow_symlinks=entry.is_file())
            if entry.is_dir(follow_symlinks=False):
                continue
        except OSError:
            continue
        stamp = (found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        line = "\0".join([entry.path, *map(str, stamp)]) + "\n"
        yield line.encode("utf-8", "surrogatepass"), max(found.st_mtime_ns, found.st_ctime_ns)
