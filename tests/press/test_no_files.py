"""Names that nothing can hold and what is no file are told, each once; nothing of them is opened."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from press.told_of_files import UNIX, said
from project import Project

BAD_NAMES = {
    rb"a\b.txt": r"a\b.txt: The name has a backslash in it, which parts folders on Windows. Rename it.",
    b"\xce\xd1.md": r"\xce\xd1.md: The name is not UTF-8. Rename it.",
    b"a\nb.txt": r"a\x0ab.txt: The name has a line end or another control character in it. Rename it.",
    b"\x1b[31m.md": r"\x1b[31m.md: The name has a line end or another control character in it. Rename it.",
    b"\xc2\x85::error::.md": r"\x85::error::.md: The name has a line end or another control character in it. Rename it.",
}


@UNIX
def test_names_that_nothing_can_hold_are_told_and_can_be_printed(archive: Project) -> None:
    told = []
    for folder in ("articles", "originals", "records", "vocabulary", "articles/sub"):
        place = archive.content / folder
        place.mkdir(exist_ok=True)
        for name, line in BAD_NAMES.items():
            try:
                (place / os.fsdecode(name)).write_bytes(b"x")
            except OSError:
                pytest.skip("the file system takes no such names")
            told.append(f"content/{folder}/{line}")
    assert said(archive) == sorted(told)


@UNIX
def test_a_folder_with_such_a_name_is_told_once(archive: Project) -> None:
    try:
        folder = archive.content / "articles" / os.fsdecode(b"\xff")
        folder.mkdir()
    except OSError:
        pytest.skip("the file system takes no such names")
    for number in range(3):
        (folder / f"{number}.md").write_bytes(b"x")
    assert said(archive) == [r"content/articles/\xff: The name is not UTF-8. Rename it."]


def pipe(place: Path) -> None:
    os.mkfifo(place)


def listening(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)  # a socket's path has 100 bytes
    try:
        socket.socket(socket.AF_UNIX).bind(place.name)
    finally:
        os.chdir(here)


def device(place: Path) -> None:
    try:
        os.mknod(place, stat.S_IFCHR | 0o600, os.makedev(1, 3))
    except OSError:
        return  # only root makes devices


def dangling(place: Path) -> None:
    place.symlink_to("nothing.txt")


def looping(place: Path) -> None:
    place.symlink_to(place.name)


def leading_out(place: Path) -> None:
    place.symlink_to("/dev/zero")


def of_folder(place: Path) -> None:
    place.symlink_to("../articles", target_is_directory=True)


NO_FILES: dict[Callable[[Path], None], str] = {
    pipe: "It is a pipe, a socket or a device, and no file. Delete it.",
    listening: "It is a pipe, a socket or a device, and no file. Delete it.",
    device: "It is a pipe, a socket or a device, and no file. Delete it.",
    dangling: "The link leads to no file. Put the file itself here, or delete the link.",
    looping: "The link leads to no file. Put the file itself here, or delete the link.",
    leading_out: "The link leads out of the archive, and the file behind it would be published. Put the file itself here.",
    of_folder: "The link leads to a folder, and no file in it is read. Put the files here.",
}


@UNIX
def test_what_is_no_file_is_told_and_never_opened(archive: Project) -> None:
    told = []
    for folder, ending in (("articles", "md"), ("originals", "txt"), ("records", "json"), ("vocabulary", "yaml")):
        (archive.content / folder).mkdir(exist_ok=True)
        for make, what in NO_FILES.items():
            path = f"content/{folder}/{make.__name__}.{ending}"
            make(archive.root / path)
            told += [f"{path}: {what}"] if os.path.lexists(archive.root / path) else []
    assert said(archive) == sorted(told)
    assert len(told) >= 24
