"""No file of a folder or a ZIP is written outside its place, and none fills the disk."""

from __future__ import annotations

import unicodedata
import warnings
import zipfile
from pathlib import Path

import pytest

from warraq.desk.importing import sources
from warraq.desk.importing.companions import companions, is_companion, page_of
from warraq.desk.importing.names import free_name, safe_name
from warraq.desk.importing.sources import LARGEST, RejectedFileError, source_of
from warraq.desk.importing.zip_source import free_entry


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


@pytest.mark.parametrize(("size", "is_taken"), [(10, True), (11, False)])
def test_a_file_may_be_as_large_as_the_limit(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_taken: bool
) -> None:
    monkeypatch.setattr(sources, "LARGEST", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * size)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.write(tmp_path / "a.txt", "a.txt")
    for path in (tmp_path, tmp_path / "a.txt", tmp_path / "a.zip"):
        if is_taken:
            assert source_of(path).read("a.txt") == b"x" * size
        else:
            with pytest.raises(RejectedFileError, match="larger than"):
                source_of(path).read("a.txt")


def test_a_small_entry_may_shrink_to_nothing_and_a_large_one_of_words_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("small.txt", b"\0" * 1_000_000)
        made.writestr("large.txt", b"\0" * 1_000_001)
        made.writestr("words.txt", " ".join(map(str, range(200_000))))
    source = source_of(file)
    assert len(source.read("small.txt")) == 1_000_000 and len(source.read("words.txt")) > 1_000_000
    with pytest.raises(RejectedFileError):
        source.read("large.txt")


def test_hidden_folders_and_files_that_programs_lock_are_left_out(tmp_path: Path) -> None:
    names = [".git/a.txt", "~$b.doc", "c/.d/e.txt", "Desktop.ini", "f/g.txt"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        for name in names:
            (tmp_path / "x" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "x" / name).write_text("x")
            made.writestr(name, "x")
    for path in (tmp_path / "x", tmp_path / "a.zip"):
        assert [f.name for f in source_of(path).files()] == ["f/g.txt"]


def test_a_single_page_brings_its_companion_folder_and_no_other(tmp_path: Path) -> None:
    for name in ("page.html", "page_files/a.jpg", "page_files/b/c.jpg", "other_files/d.jpg", "e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    source = source_of(tmp_path / "page.html")
    names = sorted(f.name for f in source.files())
    assert names == ["page.html", "page_files/a.jpg", "page_files/b/c.jpg"]
    assert [source.read(name).decode() for name in names] == names


def test_a_changed_file_has_another_stamp(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    before = [f.stamp for path in (tmp_path, file) for f in source_of(path).files()]
    file.write_text("xx")
    after = [f.stamp for path in (tmp_path, file) for f in source_of(path).files()]
    assert before[0] == before[1] and after[0] == after[1] and before[0] != after[0]


@pytest.mark.parametrize("page", ["page.htm", "PAGE.XHTML", "page.shtml"])
def test_files_at_any_depth_of_a_companion_folder_belong_to_the_page(page: str) -> None:
    folders = companions([f"x/{page}", "x/page_files/a/b.jpg", "y/page_files/c.jpg"])
    assert folders == {"x/page_files": f"x/{page}"}
    assert page_of("x/page_files/a/b.jpg", folders) == f"x/{page}"
    assert page_of("y/page_files/c.jpg", folders) is None
    assert page_of(f"x/{page}", folders) is None


def test_a_text_has_no_companion_folder() -> None:
    assert companions(["page.txt", "page_files/a.jpg", "page", "page_files/b.jpg"]) == {}


@pytest.mark.parametrize("length", [100, 101])
def test_a_stem_has_a_hundred_letters_at_most(length: int) -> None:
    assert safe_name("ع" * length + ".html") == "ع" * 100 + ".html"


def test_entries_of_one_name_are_each_looked_for_once(tmp_path: Path) -> None:
    class Counting(dict[str, int]):
        asked = 0

        def __contains__(self, name: object) -> bool:
            self.asked += 1
            return super().__contains__(name)

    taken, last = Counting(), dict[str, int]()
    for number in range(500):
        taken[free_entry("خبر.txt", taken, last)] = number
    assert taken.asked < 1_500 and list(taken)[:2] + list(taken)[-1:] == ["خبر.txt", "خبر (2).txt", "خبر (500).txt"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file, warnings.catch_warnings(action="ignore"):
        for name in ("a.txt", "a (2).txt", "a.txt", "a.txt", ".b", ".b"):
            file.writestr(name, name)
    names = [each.name for each in source_of(tmp_path / "a.zip").files()]
    assert names == ["a.txt", "a (2).txt", "a (3).txt", "a (4).txt"]
