"""Files are written whole, new ones by one program only, and none over what an editor saved meanwhile."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from warraq.desk import writing
from warraq.desk.writing import ChangedMeanwhileError, rewrite, write_new

SAVES = int(os.environ.get("WARRAQ_SAVES", "60"))
EDITOR = """\
import os, random, sys, time
path, way, saves, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
chance = random.Random(seed)
for number in range(saves):
    line = b"save %d\\n" % number
    if way == "truncates":
        data = open(path, "rb").read() + line
        with open(path, "wb", buffering=0) as file:
            time.sleep(chance.choice((0, 0.002)))
            file.write(data)
    elif way == "writes over":
        with open(path, "rb+", buffering=0) as file:
            data = file.read() + line
            time.sleep(chance.choice((0, 0.002)))
            file.seek(0)
            file.write(data)
            file.truncate()
    else:
        data = open(path, "rb").read() + line
        with open(path + "~", "wb") as file:
            file.write(data)
        os.replace(path + "~", path)
    time.sleep(chance.random() * 0.003)
"""
"""An editor that loads the file, adds a line and saves it, in one of the three ways in which editors save."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.md"
    made.write_bytes(b"before")
    return made


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names can't be swapped in one step")
@pytest.mark.parametrize("way", ["truncates", "writes over", "renames"])
def test_no_save_of_an_editor_is_lost_at_whatever_moment_it_comes(file: Path, way: str) -> None:
    editor = subprocess.Popen([sys.executable, "-c", EDITOR, str(file), way, str(SAVES), "1"])
    chance, decisions = Random(1), 0
    while editor.poll() is None:
        before = file.read_bytes()
        time.sleep(chance.random() * 0.002)
        try:
            rewrite(file, before, b"decision %d\n" % decisions + before)
            decisions += 1
        except ChangedMeanwhileError:
            pass
    assert editor.returncode == 0
    kept = b"".join(each.read_bytes() for each in file.parent.iterdir() if each.name != "a.md~")
    assert [number for number in range(SAVES) if b"save %d\n" % number not in kept] == []
    assert not [name for name in names(file.parent) if name.endswith(".writing")]


def test_a_file_that_is_another_one_now_stays_as_it_is(file: Path) -> None:
    with pytest.raises(ChangedMeanwhileError) as refused:
        rewrite(file, b"what it was once", b"after")
    assert refused.value.now == b"before" and file.read_bytes() == b"before"
    file.unlink()
    with pytest.raises(ChangedMeanwhileError) as refused:
        rewrite(file, b"before", b"after")
    assert refused.value.now is None and names(file.parent) == []


def when_comparing(monkeypatch: pytest.MonkeyPatch, number: int, save: Callable[[], object]) -> None:
    """Let an editor save after the tool compared for the `number`th time."""
    compared = 0
    real = writing._is  # noqa: SLF001 - the moment between two steps

    def is_and_save(file: Path, data: bytes) -> bool:
        nonlocal compared
        compared += 1
        found = real(file, data)
        if compared == number:
            save()
        return found

    monkeypatch.setattr(writing, "_is", is_and_save)


def editor(action: Callable[[], object]) -> Thread:
    """Give an editor of its own, whom the tool lets wait; give it time to get as far as that."""

    class Editor(Thread):
        def start(self) -> None:
            super().start()
            self.join(0.2)

    return Editor(target=action)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names can't be swapped in one step")
def test_a_save_between_comparing_and_replacing_gets_its_name_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    when_comparing(monkeypatch, 1, lambda: file.write_bytes(b"saved"))
    with pytest.raises(ChangedMeanwhileError) as refused:
        rewrite(file, b"before", b"after")
    assert (refused.value.now, file.read_bytes(), names(file.parent)) == (b"saved", b"saved", ["a.md"])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names can't be swapped in one step")
def test_of_two_saves_in_that_moment_the_last_one_stands_and_the_other_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_twice() -> None:
        file.write_bytes(b"first")
        when_comparing(monkeypatch, 1, editor(lambda: file.write_bytes(b"second")).start)

    (file.parent / "a.md.saved-1").write_bytes(b"kept before")
    when_comparing(monkeypatch, 1, save_twice)
    with pytest.raises(ChangedMeanwhileError) as refused:
        rewrite(file, b"before", b"after")
    assert (refused.value.now, file.read_bytes()) == (b"second", b"second")
    assert refused.value.former and refused.value.former.read_bytes() == b"first"
    assert names(file.parent) == ["a.md", "a.md.saved-1", "a.md.saved-2"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody tells who reads a file")
def test_a_save_is_kept_where_an_editor_read_the_file_between_the_two_swaps(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    reader = editor(lambda: read.append(file.read_bytes()))

    def save_and_read() -> None:
        file.write_bytes(b"saved")
        when_comparing(monkeypatch, 1, reader.start)

    when_comparing(monkeypatch, 1, save_and_read)
    with pytest.raises(ChangedMeanwhileError) as refused:
        rewrite(file, b"before", b"after")
    reader.join()
    assert read == [b"after"]  # which it will write over what was saved
    assert (refused.value.now, file.read_bytes()) == (b"saved", b"saved")
    assert refused.value.former and refused.value.former.read_bytes() == b"saved"
    assert names(file.parent) == ["a.md", "a.md.saved-1"]


def test_an_interruption_removes_nothing_that_an_editor_saved(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Path, data: bytes) -> bool:
        if data == b"before" and file.read_bytes() == b"after":
            (temporary,) = file.parent.glob(".*.writing")
            temporary.write_bytes(b"saved")
            raise KeyboardInterrupt
        return True

    monkeypatch.setattr(writing, "_is", interrupted)
    monkeypatch.setattr(writing, "opening_waits", lambda _: nullcontext(lambda: True))
    monkeypatch.setattr(
        writing, "swap", lambda one, other: (one.rename(f"{one}~"), other.rename(one), Path(f"{one}~").rename(other))
    )
    with pytest.raises(KeyboardInterrupt):
        rewrite(file, b"before", b"after")
    assert b"saved" in [each.read_bytes() for each in file.parent.iterdir()]


def test_a_link_stays_a_link_and_permissions_stay(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "articles" / "link.md"
    link.parent.mkdir()
    link.symlink_to("../a.md")
    file.chmod(0o640)
    rewrite(link, b"before", b"after")
    assert link.is_symlink() and file.read_bytes() == b"after"
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.md", "articles"] and names(link.parent) == ["link.md"]


def test_where_names_cannot_be_swapped_the_file_is_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "swap", lambda *_: False)
    rewrite(file, b"before", b"after")
    assert file.read_bytes() == b"after" and names(file.parent) == ["a.md"]


@pytest.mark.parametrize("disk", ["with links", "without"])
def test_of_many_that_write_one_new_file_at_once_one_does(
    tmp_path: Path, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if disk == "without":
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    wrote: list[bytes] = []

    def write(data: bytes) -> None:
        aside = tmp_path / data.decode()  # each thread as a program of its own
        aside.mkdir()
        if write_new(tmp_path / "new.md", data * 10_000, aside):
            wrote.append(data)

    threads = [Thread(target=write, args=(b"%d" % number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(wrote) == 1 and (tmp_path / "new.md").read_bytes() == wrote[0] * 10_000


def test_nothing_new_is_written_over_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "new.md").symlink_to(tmp_path / "outside.md")
    assert not write_new(tmp_path / "new.md", b"text")
    assert names(tmp_path) == ["new.md"]
