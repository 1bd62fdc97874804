"""No file of a folder or a ZIP is written outside its place, and none fills the disk."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest

from warraq.desk.importing.companions import companions, is_companion
from warraq.desk.importing.names import free_name, safe_name
from warraq.desk.importing.sources import LARGEST, RejectedFileError, source_of


def test_a_folder_gives_all_its_files_but_those_of_systems_and_links(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "نص.txt").write_text("x")
    (tmp_path / "Thumbs.db").write_text("x")
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    assert [f.name for f in source_of(tmp_path).files()] == ["a/b/نص.txt"]


def test_a_zip_gives_entries_whatever_path_they_claim_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pages.zip"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("../../evil.txt", "one")
        made.writestr("/etc/passwd.txt", "two")
        made.writestr("C:\\temp\\three.txt", "three")
        made.writestr("__MACOSX/._x.txt", "no")
    place = source_of(file)
    names = sorted(f.name for f in place.files())
    assert names == ["../../evil.txt", "/etc/passwd.txt", "C:/temp/three.txt"]
    assert sorted(place.read(n) for n in names) == [b"one", b"three", b"two"]
    assert [p.name for p in tmp_path.iterdir()] == ["pages.zip"]
    assert safe_name("../../evil.txt".rpartition("/")[2]) == "evil.txt"


def test_a_zip_made_to_fill_disks_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("bomb.txt", b"\0" * 20_000_000)
    with pytest.raises(RejectedFileError):
        source_of(file).read("bomb.txt")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(RejectedFileError):
        source_of(file).read("large.txt")


def test_a_damaged_zip_names_the_damage(tmp_path: Path) -> None:
    file = tmp_path / "pages.zip"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.txt", "x" * 1000)
    data = bytearray(file.read_bytes())
    data[60] ^= 255
    file.write_bytes(data)
    with pytest.raises(RejectedFileError):
        source_of(file).read("a.txt")


def test_zip_names_of_a_mac_are_read_as_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "mac.zip"
    meant = "نص.txt".encode()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("x" * len(meant), "x")
    # The Mac writes UTF-8 and does not set the flag that says so.
    file.write_bytes(file.read_bytes().replace(b"x" * len(meant), meant))
    assert [f.name for f in source_of(file).files()] == ["نص.txt"]


@pytest.mark.parametrize("folder", ["page_files", "page.files", "PAGE_FILES", "page-Dateien"])
def test_the_folder_of_a_saved_page_is_known(folder: str) -> None:
    assert is_companion("page.html", folder)
    assert companions(["x/page.html", f"x/{folder}/a.jpg"]) == {f"x/{folder}": "x/page.html"}


def test_a_folder_that_belongs_to_no_page_is_a_folder_like_others() -> None:
    assert companions(["other.html", "page_files/a.html"]) == {}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("تقرير.html", "تقرير.html"),
        (unicodedata.normalize("NFD", "أستانا.html"), "أستانا.html"),
        ("what? a:b*.HTM", "what- a-b.htm"),
        ("CON.txt", "CON-.txt"),
        ("....txt", "original.txt"),
        ("noending", "noending.txt"),
        ("ع" * 240 + ".html", "ع" * 100 + ".html"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}txt.exe", "a-txt.exe"),
    ],
)
def test_every_file_system_accepts_a_safe_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_name_that_is_taken_gets_a_number_even_if_ending_or_case_differ() -> None:
    assert free_name("Page.html", {"page"}) == "Page-2.html"
    assert free_name("page.txt", {"page", "page-2"}) == "page-3.txt"
