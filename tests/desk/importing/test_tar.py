"""A tar file is a source of files as a folder is: no name in it leads anywhere, and what is damaged or made to fill disks is told."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving.sites import articles
from warraq.desk.importing import sources, tar_source
from warraq.desk.importing.sources import RejectedFileError, source_of

PAGE = "قال الوزير أمس إن الجسر الجديد يُفتتح قريبا بحضور الأهالي والضيوف من المدينة."


def tar(path: Path, files: dict[str, str], mode: str = "w:gz") -> Path:
    """Write a tar file."""
    with tarfile.open(path, mode) as packed:  # type: ignore[call-overload]  # the mode is one of tarfile's
        for name, written in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(written.encode())
            packed.addfile(member, io.BytesIO(written.encode()))
        link = tarfile.TarInfo("رابط.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    return path


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.bz2", "w:bz2"), ("a.tar.xz", "w:xz")],
)
def test_texts_come_in_and_links_are_named(desk: Desk, tmp_path: Path, name: str, mode: str) -> None:
    packed = tar(
        tmp_path / name,
        {"../../خبر.txt": f"خبر أول\n\n{PAGE}", "./x/._خبر.txt": "x", "/ثان.txt": f"خبر ثان\n\n{PAGE} ثم عاد."},
        mode,
    )
    said = desk.run("importing", str(packed), "--lang", "en")
    assert {a.original for a in articles(desk).values()} == {"خبر.txt", "ثان.txt"}
    assert "رابط.txt: It is a link" in said
    assert not (tmp_path.parent / "خبر.txt").exists()


def test_what_is_no_text_to_read_is_named_and_what_a_system_left_is_not(tmp_path: Path) -> None:
    packed = tar(tmp_path / "a.tar", {".خبر.txt": PAGE, "._خبر.txt": "x", ".git/a.txt": PAGE, "b.txt": PAGE}, "w")
    with tarfile.open(packed, "a") as more:
        for name, kind in {"p.txt": tarfile.FIFOTYPE, "s.txt": tarfile.GNUTYPE_SPARSE, "d": tarfile.DIRTYPE}.items():
            member = tarfile.TarInfo(name)
            member.type = kind
            more.addfile(member, io.BytesIO(bytes(512)))
    source = source_of(packed)
    assert [file.name for file in source.files()] == ["b.txt"]
    assert {file.name: str(file.rejection).partition(",")[0].partition(".")[0] for file in source.rejected()} == {
        ".خبر.txt": "Its name is one of a hidden file",
        "رابط.txt": "It is a link",
        "p.txt": "It is not a file but a pipe",
        "s.txt": "It is packed in a way that can't be unpacked here",
    }


def test_a_packed_site_is_a_site_with_its_folder_around_it(desk: Desk, tmp_path: Path) -> None:
    files = {
        "site-main/hugo.toml": 'baseURL = "https://old.test/"',
        "site-main/content/a.md": "---\ntitle: خبر\n---\nنص من ملف مضغوط.\n",
    }
    with tarfile.open(tmp_path / "site.tar.gz", "w:gz") as packed:
        for name, written in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(written.encode())
            packed.addfile(member, io.BytesIO(written.encode()))
    desk.run("importing", str(tmp_path / "site.tar.gz"))
    assert articles(desk)["a"].former_addresses == ("/a/",)


@pytest.mark.parametrize(
    "data",
    [b"\x1f\x8b\x08cut", b"no tar file at all" * 60, b"BZh9cut", b"\xfd7zXZ\x00cut"],
)
def test_a_damaged_tar_file_is_one_sentence(desk: Desk, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.tar.gz").write_bytes(data)
    assert "a.tar.gz is a damaged tar file" in desk.run("importing", str(tmp_path / "a.tar.gz"), "--lang", "en", code=1)


def test_one_that_is_made_to_fill_disks_is_not_unpacked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tar_source, "SMALLEST_BOUND", 1_000)
    monkeypatch.setattr(tar_source, "MOST_COMPRESSED", 1)
    packed = tar(tmp_path / "a.tar.gz", {"a.txt": "ا" * 100_000})
    assert "unpacks to more than any site" in desk.run("importing", str(packed), "--lang", "en", code=1)


def test_a_file_that_is_too_large_or_cut_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tar(tmp_path / "a.tar", {"a.txt": PAGE, "b.txt": PAGE}, "w")
    source = source_of(packed)
    assert source.holds("a.txt") and not source.holds("رابط.txt") and not source.holds("c.txt")
    assert source.read("a.txt").decode() == PAGE
    packed.write_bytes(packed.read_bytes()[:600])
    with pytest.raises(RejectedFileError, match="ends within it"):
        source.read("a.txt")
    monkeypatch.setattr(sources, "LARGEST", 10)
    with pytest.raises(RejectedFileError, match="larger"):
        source.read("a.txt")
