"""What is no file is named and never opened, and a ZIP file's bad entries are named while its good ones come in."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.conftest import Desk
from hostile import files_of
from warraq.desk.importing.sources import RejectedFileError, SourceFile, source_of
from warraq.desk.importing.zip_source import DamagedZipError


def reasons(found: Iterator[SourceFile]) -> dict[str, str]:
    return {file.name: file.rejection.text() if file.rejection else "" for file in found}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_sockets_devices_and_links_are_named_and_never_opened(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "found"
    (folder / "sub").mkdir(parents=True)
    [(_, data)] = files_of(["a"])
    (folder / "a.txt").write_bytes(data)
    (folder / "sub" / "outside.txt").symlink_to("/etc/hostname")
    (folder / "inside.txt").symlink_to("a.txt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "folder").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket.txt"))
    (folder / ".hidden.txt").write_text("x")
    said = reasons(source_of(folder).rejected())
    links = ["dangling.txt", "folder", "inside.txt", "loop.txt", "sub/outside.txt"]
    link = "It is a link, and links are not followed: they may lead anywhere. Put the file itself there."
    assert {name: said.pop(name) for name in links} == dict.fromkeys(links, link)
    assert said == {
        ".hidden.txt": "Its name is one of a hidden file, so it is left out. Rename it if it is a text of yours.",
        "pipe.txt": "It is not a file but a pipe, a socket or a device.",
        "socket.txt": "It is not a file but a pipe, a socket or a device.",
    }
    assert reasons(source_of(folder).files()) == {"a.txt": ""}
    out = desk.run("importing", str(folder), "--processes", "1")
    assert "Imported: 1 of 9 files." in out and "Set aside: pipe.txt: It is not a file" in out
    with pytest.raises(RejectedFileError, match="not a file but a pipe"):  # one that took a file's place
        source_of(folder).read("pipe.txt")


def deep(folder: Path, name: str, levels: int) -> int:
    """Make folders within one another; give the innermost, open."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    return here


@pytest.fixture
def removed(tmp_path: Path) -> Iterator[Path]:
    """Give a folder that is removed by a program that goes as deep as any: pytest's own calls itself at each level."""
    yield tmp_path
    subprocess.run(["rm", "-r", str(tmp_path)], check=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")
def test_a_folder_deeper_than_any_path_is_named(removed: Path) -> None:
    os.close(deep(removed, "x" * 200, 25))
    [why] = reasons(source_of(removed).rejected()).values()
    assert why == "It can't be opened: File name too long."


@pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")
def test_a_folder_of_more_levels_than_python_calls_itself_is_walked(removed: Path) -> None:
    levels = sys.getrecursionlimit() + 10
    here = deep(removed, "d", levels)
    os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    assert [file.name.count("/") for file in source_of(removed).files()] == [levels]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("x")
    scandir = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("warraq.desk.importing.sources.os.scandir", closed)
    assert reasons(source_of(tmp_path).rejected()) == {"closed": "It can't be opened: Permission denied."}
    assert reasons(source_of(tmp_path).files()) == {"a.txt": ""}


# ZIP files

GOOD = dict(files_of(["a.txt", "b.txt", "c.txt"]))
LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def packed(path: Path, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in GOOD.items():
            made.writestr(name, data)
    return path.read_bytes()


def at_b(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """Change bytes of the head of `b.txt`; `offset` from the head's beginning."""
    size = 30 if signature == LOCAL else 46
    at = data.index(b"b.txt", data.index(signature)) - size
    while not data.startswith(signature, at):
        at = data.index(b"b.txt", at + size + 1) - size
    return data[: at + offset] + value + data[at + offset + len(value) :]


def both(data: bytes, local: int, central: int, value: bytes) -> bytes:
    return at_b(at_b(data, LOCAL, local, value), CENTRAL, central, value)


KINDS: dict[str, Callable[[bytes], bytes]] = {
    "of version 9.9": lambda data: both(data, 4, 6, struct.pack("<H", 99)),
    "locked": lambda data: both(data, 6, 8, struct.pack("<H", 1)),
    "of unknown compression": lambda data: both(data, 8, 10, struct.pack("<H", 77)),
    "of a wrong checksum": lambda data: at_b(at_b(data, LOCAL, 14, b"abcd"), CENTRAL, 16, b"abcd"),
    "that claims another size": lambda data: at_b(data, CENTRAL, 24, struct.pack("<I", 7)),
    "that claims to be huge": lambda data: at_b(data, CENTRAL, 24, struct.pack("<I", 2**31)),
    "that lies nowhere": lambda data: at_b(data, CENTRAL, 42, struct.pack("<I", 2**31)),
    "named in no UTF-8": lambda data: both(data, 6, 8, struct.pack("<H", 0x800)).replace(
        b"b.txt", b"\xe3\xff\xff\xff\xff"
    ),
    "with no name": lambda data: data.replace(b"b.txt", b"\0.txt"),
    "named by a path": lambda data: data.replace(b"b.txt", b"/../x"),
    "of a broken beginning": lambda data: at_b(data, LOCAL, 0, b"XXXX"),
}


@pytest.mark.parametrize("harm", KINDS.values(), ids=KINDS)
def test_a_bad_entry_of_a_zip_stops_no_other(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(harm(packed(path)))
    source = source_of(path)
    names = [file.name for file in source.files()]
    assert len(names) == 3
    read, said = {}, []
    for name in names:
        try:
            read[name] = source.read(name)
        except RejectedFileError as error:
            said.append(error.why.text())
    assert all(said) and len(said) + len(read) == 3
    assert {GOOD["a.txt"], GOOD["c.txt"]} <= set(read.values()) <= set(GOOD.values())


def test_an_entry_that_asks_for_a_newer_unzip_and_needs_none_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(KINDS["of version 9.9"](packed(path)))
    assert source_of(path).read("b.txt") == GOOD["b.txt"]


def test_an_extra_field_that_is_broken_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        for number, extra in enumerate([b"", b"\1\0\xff\xff", b"\x75\x70\4\0\1\xff\xff\xff", b"abc"]):
            entry = zipfile.ZipInfo(f"{number}.txt")
            entry.extra = extra
            made.writestr(entry, GOOD["a.txt"])
    source = source_of(path)
    assert [source.read(file.name) for file in source.files()] == [GOOD["a.txt"]] * 4


def test_entries_of_one_name_are_files_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made, warnings.catch_warnings(action="ignore"):
        for name, text in (("x/a.txt", "1"), ("x/a.txt", "2"), ("x\\a.txt", "3"), (".txt", "4"), (".txt", "5")):
            made.writestr(name, text)
    source = source_of(path)
    assert {f.name: source.read(f.name) for f in source.files()} == {
        "x/a.txt": b"1", "x/a (2).txt": b"2", "x/a (3).txt": b"3",
    }  # fmt: skip
    assert [file.name for file in source.rejected()] == [".txt", ". (2).txt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_small_entry_that_unpacks_to_very_much_is_refused_early(tmp_path: Path, method: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", method) as made:
        made.writestr("b.txt", b"\0" * 5_000_000)
    path.write_bytes(at_b(path.read_bytes(), CENTRAL, 24, struct.pack("<I", 900_000)))
    with pytest.raises(RejectedFileError):
        source_of(path).read("b.txt")


def test_a_zip_within_a_folder_and_a_cut_one_are_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "found").mkdir()
    data = packed(tmp_path / "found" / "inner.zip")
    (tmp_path / "cut.zip").write_bytes(data[:-30])
    for place in (tmp_path / "found", tmp_path / "cut.zip"):
        assert "It is a ZIP file within a folder, or one that is damaged" in desk.run("importing", str(place))
    listed = tmp_path / "listed.zip"
    at = data.index(CENTRAL)
    listed.write_bytes(data[:at] + b"PK\7\7" + data[at + 4 :])
    assert "is a damaged ZIP file" in desk.run("importing", str(listed), code=1)


@given(st.data())
def test_a_zip_with_any_bytes_changed_never_fails_otherwise(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    made = bytearray(packed(path, data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))))
    for _ in range(data.draw(st.integers(1, 4))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(made[: data.draw(st.integers(len(made) - 40, len(made)))])
    try:
        source = source_of(path)
        names = [file.name for file in [*source.files(), *source.rejected()]]
    except DamagedZipError:
        return
    for name in names:
        with suppress(RejectedFileError):
            source.read(name)
