"""The lock of an archive: one program holds it, the others wait, and say for whom."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT
from warraq.desk.archive_lock import archive_lock
from warraq.desk.lock import Lock, TakenError

HOLDER = """\
import sys, time
from pathlib import Path
from warraq.desk.archive_lock import archive_lock
with archive_lock(Path(sys.argv[1]), "import"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / "content" / "site.yaml").write_text("name: تجربة\n", encoding="utf-8")
    return tmp_path / "project" / "content"


def holding(content: Path) -> subprocess.Popen[str]:
    """Start a program that holds the lock until its input ends."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(content)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
    )
    assert holder.stdout and holder.stdout.readline() == "held\n"
    return holder


def is_free(content: Path) -> bool:
    """Tell whether the lock can be had at once."""
    try:
        with archive_lock(content, "tags", patience=0):
            return True
    except TakenError:
        return False


def test_a_holder_is_named_and_the_system_frees_the_lock_of_a_killed_one(content: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(content.parent, target_is_directory=True)
    holder = holding(content)
    for path in (content, link / "content"):
        with pytest.raises(TakenError) as refused, archive_lock(path, "tags", patience=0.1):
            pass
        assert str(refused.value) == f"import (process {holder.pid}) is writing to this archive."
    holder.kill()
    holder.communicate()
    assert is_free(content) and is_free(link / "content")


def test_a_content_that_is_a_link_shares_the_lock_of_the_folder_it_leads_to(content: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "content").symlink_to(content, target_is_directory=True)
    with archive_lock(tmp_path / "other" / "content", "tags"):
        assert not is_free(content)
    assert is_free(content)


def test_a_waiting_command_says_once_for_whom_and_goes_on(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    holder = holding(content)
    lock = archive_lock(content, "tags")
    said = lock.say

    def say_and_let_go(sentence: object) -> None:
        said(sentence)  # type: ignore[arg-type]  # a message, as it came
        holder.communicate("")

    lock.say = say_and_let_go
    with lock:
        pass
    with lock:
        pass
    told = f"الأمر import (العملية {holder.pid}) يكتب في هذا الأرشيف. ننتظر …"
    assert capsys.readouterr().err.splitlines() == [told]


def test_turns_tell_whether_anybody_wrote_since(content: Path) -> None:
    mine, other = archive_lock(content, "repair"), archive_lock(content, "import")

    def wrote(meanwhile: int) -> bool:
        before = mine.turns()
        for _ in range(meanwhile):
            with other:
                pass
        with mine:
            return not mine.nobody_wrote_since(before)

    assert [wrote(0), wrote(0), wrote(1), wrote(2), wrote(0)] == [False, False, True, True, False]
    with other:
        before = mine.turns()
    with mine:
        assert not mine.nobody_wrote_since(before)  # it was read while somebody wrote
    holder = holding(content)
    holder.kill()
    holder.communicate()
    before = mine.turns()
    with mine:
        assert not mine.nobody_wrote_since(before)  # the last one died within its turn
    assert not wrote(0)


def test_a_lock_file_that_was_removed_does_not_let_two_in(content: Path) -> None:
    lock = archive_lock(content, "import")
    lock.file.parent.mkdir()
    taken = os.open(lock.file, os.O_RDWR | os.O_CREAT)
    lock.file.unlink()
    with lock:
        assert not os.path.samestat(os.fstat(taken), lock.file.stat())
        assert not is_free(content)
    os.close(taken)


def test_the_note_of_a_stranger_is_no_holder(content: Path) -> None:
    lock = archive_lock(content, "import")
    lock.file.parent.mkdir()
    for note in (b"", b"{", b"[]", b'{"command": 3}', b"\xff", b'{"command": "x", "process": "y", "turns": 1}'):
        lock.file.write_bytes(note)
        assert lock.turns() == 0
        with lock:
            pass
        assert lock.turns() == 2


def test_where_nobody_can_write_there_is_no_lock(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(number: int) -> None:
        def opened(path: str, *_: object) -> int:
            raise OSError(number, os.strerror(number), str(path))

        monkeypatch.setattr(os, "open", opened)

    lock = archive_lock(content, "tags")
    monkeypatch.setattr(os, "access", lambda *_: False)
    refuse(errno.EROFS)
    with lock:
        pass
    refuse(errno.ENOSPC)
    with pytest.raises(OSError, match=r"archive\.lock"), lock:
        pass
    monkeypatch.setattr(os, "access", lambda *_: True)
    refuse(errno.EACCES)
    with pytest.raises(OSError, match=r"archive\.lock"), lock:
        pass


def test_two_threads_of_one_program_wait_for_each_other(content: Path) -> None:
    first: Lock = archive_lock(content, "review")
    with first:
        assert not is_free(content)
