"""Sources that were written back come back to the byte, and what somebody wrote since is not overwritten."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from repair.any_site.test_readers import DAMAGED, Site
from warraq.repair.any_site import undoing
from warraq.repair.any_site.written import record_name
from warraq.repair.command import main

LONGER = "Title: أول\nDate: 2024-01-01\n\nقال الوزير إن العمل في المدينة سيبدأ يوم الأحد ،نعم\n"
SAYS_SO = "a.md.1.json says what was repaired"


def undone(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["--undo-written", str(folder), "--lang", "en", *words], io.BytesIO(), io.BytesIO())
    return code, capsys.readouterr().err


def written(tmp_path: Path, data: bytes, name: str = "a.md") -> Path:
    site = Site(tmp_path, {"write_back": True})
    path = site.file(name, data)
    site.read(name)
    return path


@pytest.mark.parametrize(
    "data",
    [
        DAMAGED.encode(),
        b"\xef\xbb\xbf" + DAMAGED.encode(),
        DAMAGED.replace("\n", "\r\n").encode(),
        LONGER.encode("cp1256"),
        LONGER.replace("\n", "\r\n").encode("cp1256"),
        b"\xff\xfe" + LONGER.encode("utf-16-le"),
        b"Title: a\nDate: 2024-01-01\n\nThe caf\xe9 in the old town was opened again on Monday , its owner said.\x81\n",
        gzip.compress(f"<html><body><p>{LONGER}</p></body></html>".encode(), mtime=0),
    ],
    ids=["plain", "mark", "crlf", "cp1256", "cp1256-crlf", "utf-16", "kept-bytes", "gzip"],
)
def test_every_file_comes_back_to_the_byte_and_its_record_is_gone(
    tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, data, "a.html" if data[:2] == b"\x1f\x8b" else "a.md")
    records = tmp_path / "warraq-records"
    assert path.read_bytes() != data and len(list(records.iterdir())) == 1
    capsys.readouterr()
    assert undone(records, capsys) == (0, "Files that are again what they were before: 1.\n")
    assert path.read_bytes() == data and list(records.iterdir()) == []


def test_a_site_that_was_moved_and_repaired_twice_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content/deep").mkdir(parents=True)
    path = written(tmp_path / "site", DAMAGED.encode(), "deep/a.md")
    repaired = path.read_bytes()
    # Somebody adds a damaged line, and the site is built again.
    more = repaired + "\nقال ،كلا\n".encode()
    written(tmp_path / "site", more, "deep/a.md")
    (tmp_path / "site").rename(tmp_path / "elsewhere")
    path, records = tmp_path / "elsewhere/content/deep/a.md", tmp_path / "elsewhere/warraq-records"
    code, said = undone(records, capsys)
    assert code == 1 and "deep/a.md: It was edited after it was repaired" in said and SAYS_SO in said
    assert path.read_bytes() == more  # the second repair is undone, the first can't be: the line is not its
    path.write_bytes(repaired)
    assert undone(records, capsys)[0] == 0
    assert path.read_bytes() == DAMAGED.encode()


def test_what_was_edited_is_left_and_said_and_the_others_are_undone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited, sound = written(tmp_path, DAMAGED.encode()), written(tmp_path, DAMAGED.encode(), "b.md")
    by_hand = edited.read_bytes() + "كتبه المحرر\n".encode()
    edited.write_bytes(by_hand)
    gone = written(tmp_path, DAMAGED.encode(), "c.md")
    gone.unlink()
    records = tmp_path / "warraq-records"
    (records / "d.md.1.json").write_text("{", "utf-8")
    (records / "e.json").write_text("[]", "utf-8")
    capsys.readouterr()
    code, said = undone(records, capsys)
    assert code == 1 and edited.read_bytes() == by_hand and sound.read_bytes() == DAMAGED.encode()
    for name in ("d.md.1.json", "e.json"):
        assert f"{records / name}: It is no record of a file that was repaired.\n" in said
    assert f"{edited}: It was edited after it was repaired, and is left as it is. " in said and SAYS_SO in said
    assert f"{gone}: It is not there any more. Its records are kept.\n" in said
    assert said.endswith("Files that are again what they were before: 1.\n")
    assert sorted(path.name for path in records.glob("?.md.1.json")) == ["a.md.1.json", "c.md.1.json", "d.md.1.json"]


def test_a_record_that_was_changed_gives_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, DAMAGED.encode())
    repaired = path.read_bytes()
    record = tmp_path / "warraq-records/a.md.1.json"
    keys = json.loads(record.read_bytes())
    wrongs: list[dict[str, object]] = [
        {"changes": []},
        {"changes": None},
        {"encoding": "none"},
        {"changes": [{"rule": "x"}]},
    ]
    for wrong in wrongs:
        record.write_text(json.dumps(keys | wrong), "utf-8")
        code, said = undone(record.parent, capsys)
        assert code == 1 and "was changed, and does not give what was there before" in said
        assert path.read_bytes() == repaired


def test_a_program_that_was_ended_between_record_and_file_left_nothing_to_undo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, DAMAGED.encode())
    path.write_bytes(DAMAGED.encode())
    capsys.readouterr()
    assert undone(tmp_path / "warraq-records", capsys) == (0, "Files that are again what they were before: 0.\n")
    assert list((tmp_path / "warraq-records").iterdir()) == []


def test_a_file_that_can_not_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, DAMAGED.encode())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(undoing, "write", full)
    code, said = undone(tmp_path / "warraq-records", capsys)
    assert code == 1 and "a.md: It can't be undone: No space left on device." in said
    in_arabic = undone(tmp_path / "warraq-records", capsys, "--lang", "ar")[1]
    assert "a.md: تعذر رده: لا مساحة باقية على القرص." in in_arabic
    assert undone(tmp_path / "none", capsys)[1].startswith(f"{tmp_path / 'none'}: There is no such folder.")
    assert undone(tmp_path, capsys, "--text")[0] == 2


def test_a_link_stays_a_link_and_a_source_beside_the_site_has_a_name(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    real = tmp_path / "real.md"
    real.write_text(DAMAGED, "utf-8", newline="\n")
    try:
        (tmp_path / "content/a.md").symlink_to(real)
    except OSError:
        pytest.skip("this system makes no links")
    site = Site(tmp_path, {"write_back": True})
    site.read("a.md")
    assert (tmp_path / "content/a.md").is_symlink() and "قال، نعم" in real.read_text("utf-8")
    assert undoing.undo_written(tmp_path / "warraq-records").files == 1
    assert real.read_bytes() == DAMAGED.encode()
    assert record_name(tmp_path / "x/a.md", tmp_path / "content") == "/".join(
        ("elsewhere", *(tmp_path / "x/a.md").parts[1:])
    )
