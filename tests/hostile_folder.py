"""A folder of sound texts with hostile files among them, as somebody's old disk has them, or somebody's malice."""

from __future__ import annotations

import io
import os
import socket
import zipfile
from collections.abc import Callable, Iterator
from itertools import count, cycle, islice
from pathlib import Path

from hostile import NAMES, SAMPLES, files_of


def sparse(file: Path) -> None:
    """Make a file that claims to be larger than any text and takes no room."""
    with file.open("wb") as stream:
        stream.truncate(50_000_001)


def bind(file: Path) -> None:
    """Make a socket; its path may be longer than a socket's may be, so it is made from within its folder."""
    here = Path.cwd()
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(file.name)
    finally:
        os.chdir(here)


def packed(file: Path) -> None:
    """Make a ZIP file that calls itself a text."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("x.txt", "x")
    file.write_bytes(data.getvalue())


KINDS: tuple[Callable[[Path], object], ...] = (
    lambda file: file.write_bytes(b""),
    lambda file: file.write_bytes(b" \n\t"),
    lambda file: file.write_bytes(b"\0" * 500),
    lambda file: file.write_bytes(bytes(range(256)) * 4),
    lambda file: file.write_bytes(b"\x89PNG\r\n\x1a\n"),
    lambda file: file.write_bytes(b"%PDF-1.4\n"),
    lambda file: file.write_bytes(b"{\\rtf1 x}"),
    lambda file: file.write_bytes(b"\xff\xfe\x00\xd8x\x00"),
    lambda file: file.write_bytes("خبر\n\nقال ".encode() + b"\xd9 \xff\xff\n"),
    lambda file: file.write_bytes(b"<html><head><title>404</title></head><body></body></html>"),
    packed,
    sparse,
    os.mkfifo,
    bind,
    lambda file: file.symlink_to("nowhere.txt"),
    lambda file: file.symlink_to(file.name),
    lambda file: file.symlink_to("/etc/hostname"),
    lambda file: file.symlink_to(".."),
    *[lambda file, text=text: file.write_text(text, "utf-8") for text in SAMPLES],
)
"""Ways to put something into a folder that is no sound text, or one that stopped something once."""


def hostile_names() -> Iterator[str]:
    """Yield names without end, each once: those that do harm, then plain ones."""
    yield from NAMES
    yield from (f"hostile {number}.txt" for number in count())


def make_folder(folder: Path, good: int, hostile: int) -> tuple[set[str], set[str]]:
    """Make a folder; give the names of its sound texts, and those of the others: half have a bad name, half a bad content."""
    folder.mkdir(parents=True)
    sound = dict(files_of(f"نص {number}.txt" for number in range(good)))
    for name, data in sound.items():
        (folder / name).write_bytes(data)
    bad: set[str] = set()
    names, plain = hostile_names(), (f"bad {number}.txt" for number in count())
    texts = (data for _, data in islice(files_of(map(str, count())), good, None))
    kinds = cycle(KINDS)
    for number in count():
        if len(bad) == hostile:
            break
        name = next(names if number % 2 else plain)
        by_name = number % 2 and name in NAMES
        try:
            (folder / name).write_bytes(next(texts)) if by_name else next(kinds)(folder / name)
        except OSError:  # this disk holds no such name
            continue
        bad.add(name)
    return set(sound), bad
