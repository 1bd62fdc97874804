"""Below content/images/ lie pictures and nothing else, and the site's copies carry nothing but what they show."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from archive.pictures.planting import MARKER, exif, opened, saved, shown
from project import Project
from warraq.archive.pictures import MOST_BYTES
from warraq.archive.problem import Level
from warraq.pages.page import File
from warraq.press.cache import Cache
from warraq.press.checking import check_archive
from warraq.press.pictures import clean_in_place, picture_problems, published_pictures
from warraq.press.set_aside import set_aside

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("/review/")</script></svg>'
SAVE = "Save it as one of JPEG, PNG, GIF, WebP, AVIF, or take it out of content/images/."


def said(content: Path) -> list[str]:
    return [str(problem) for problem in picture_problems(content, kept=False)]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.svg", SVG, f"It is no picture by its bytes, but SVG. {SAVE}"),
        ("a.png", SVG, f"It is no picture by its bytes, but SVG. {SAVE}"),
        ("deep/in/a.html", b"<script>x</script>", f"It is no picture by its bytes, but HTML, XML. {SAVE}"),
        ("a.js", b"alert(1)", f"It is no picture by its bytes, but text. {SAVE}"),
        ("x.exe", b"MZ\x90\0", f"It is no picture by its bytes, but a program (EXE). {SAVE}"),
        ("x.mp4", b"\0\0\0\x18ftypisom", f"It is no picture by its bytes, but a film or sound. {SAVE}"),
        ("x", b"", f"It is no picture by its bytes, but an empty file. {SAVE}"),
        ("x.bin", b"\1\2\3\xff", f"It is no picture by its bytes, but an unknown kind of file. {SAVE}"),
        ("a.pdf", b"%PDF-1.4", f"It is no picture by its bytes, but PDF. {SAVE}"),
        (
            "a.png",
            saved("JPEG"),
            "By its bytes it is JPEG, which the name does not say. Rename it to a.jpg, in the articles too.",
        ),
        (
            "a.html",
            saved("GIF"),
            "By its bytes it is GIF, which the name does not say. Rename it to a.gif, in the articles too.",
        ),
        (
            "a.jpg.js",
            saved("JPEG"),
            "By its bytes it is JPEG, which the name does not say. Rename it to a.jpg.jpg, in the articles too.",
        ),
        (
            "صورة",
            saved("PNG"),
            "By its bytes it is PNG, which the name does not say. Rename it to صورة.png, in the articles too.",
        ),
        (
            "a.webp",
            saved("WEBP")[:90],
            "The picture is damaged or cut short. Get it again from where it came, or open it and save it anew.",
        ),
    ],
)
def test_whatever_is_no_picture_is_an_error_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    project = Project.empty(tmp_path)
    project.write(f"images/{name}", data)
    project.write("images/good.png", saved("PNG"))
    assert said(project.content) == [f"content/images/{name}: {expected}"]


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "a.jpeg", "b/c d.Jpeg", ".a.svg", ".cache/a.html", "Thumbs.db"])
def test_pictures_in_their_names_and_what_systems_put_there_are_no_problems(tmp_path: Path, name: str) -> None:
    project = Project.empty(tmp_path)
    project.write(f"images/{name}", saved("JPEG"))
    assert said(project.content) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the two are one file")
def test_two_names_that_are_one_elsewhere_are_an_error(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    for name in ("B.png", "b.PNG", "é.png", "e\u0301.png"):
        project.write(f"images/{name}", saved("PNG"))
    assert [text.partition(": ")[2] for text in said(project.content)] == [
        f"On Windows and macOS it is the same file as content/images/{other}. Rename it, in the articles too."
        for other in ("B.png", "e\u0301.png")
    ]


def test_a_file_of_many_bytes_is_not_read(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    with project.write("images/a.png", b"").open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # zeros take no place on most disks
    [text] = said(project.content)
    assert text.startswith("content/images/a.png: The picture is too large for a page: 64.0 megabytes.")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and links there")
def test_a_pipe_and_a_link_to_a_folder_are_errors_and_nothing_waits(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("images/real/a.png", saved("PNG"))
    os.mkfifo(project.content / "images" / "pipe.png")
    (project.content / "images" / "folder").symlink_to("real")
    (project.content / "images" / "gone.png").symlink_to("nowhere.png")
    (project.content / "images" / "same.png").symlink_to("real/a.png")
    names = [text.partition(": ")[0].rpartition("/")[2] for text in said(project.content)]
    assert names == ["folder", "gone.png", "pipe.png"]


def test_a_picture_that_says_where_it_was_taken_is_a_warning_unless_the_archive_keeps_it(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("images/a.jpg", saved("JPEG", exif=exif()))
    [problem] = check_archive(project.content, date(2027, 1, 15), repairing=False).problems
    assert problem.level is Level.WARNING
    assert str(problem).startswith(
        "content/images/a.jpg: The file carries more than the picture, perhaps where and when"
    )
    project.write("site.yaml", "name: أرشيف\npictures: keep\n")
    assert check_archive(project.content, date(2027, 1, 15), repairing=False).problems == ()
    project.write("site.yaml", "name: أرشيف\npictures: yes\n")
    [problem] = check_archive(project.content, date(2027, 1, 15), repairing=False).errors
    assert problem.field == "pictures"


def test_cleaning_in_place_leaves_nothing_to_say(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    file = project.write("images/a.jpg", saved("JPEG", exif=exif(6)))
    project.write("images/b.svg", SVG)
    [done] = clean_in_place(project.content)
    assert str(done).startswith("content/images/a.jpg: cleaned, ")
    assert MARKER.encode() not in file.read_bytes() and opened(file.read_bytes()).size == (32, 48)
    assert [str(each) for each in clean_in_place(project.content)] == [
        "Every picture carries its pixels and colours alone."
    ]


def test_a_picture_found_good_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.empty(tmp_path)
    project.write("images/a.png", saved("PNG"))
    project.write("images/b.png", saved("PNG", dpi=(72, 72)))
    cache = Cache(tmp_path / "c.sqlite")
    first = [str(p) for p in picture_problems(project.content, kept=False, cache=cache)]
    cache.close()
    monkeypatch.setattr("warraq.archive.pictures.cleaning.clean_picture", lambda _: pytest.fail("opened"))
    cache = Cache(tmp_path / "c.sqlite")
    assert [str(p) for p in picture_problems(project.content, kept=False, cache=cache)] == first
    cache.close()
    assert len(first) == 1


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.empty(tmp_path_factory.mktemp("pictures"))
    project.set(STATIC_PATHS=["images", "images/.hidden.svg"])
    project.write("images/خريطة 1.jpg", saved("JPEG", exif=exif(6)))
    project.write("images/b%20.png", saved("PNG", dpi=(72, 72)))
    project.write("images/unused.png", saved("PNG"))
    project.write("images/.hidden.svg", SVG)
    body = "![أ](<{static}images/خريطة 1.jpg>)\n\n![ب]({static}images/b%2520.png)"
    project.article("a", body)
    return project


def test_the_site_has_cleaned_copies_of_the_pictures_it_shows_and_nothing_else(built: Project) -> None:
    done = built.build()
    assert done.returncode == 0, done.stdout + done.stderr
    images = built.output / "images"
    assert {file.relative_to(images).as_posix() for file in images.rglob("*")} == {"خريطة 1.jpg", "b%20.png"}
    turned = (images / "خريطة 1.jpg").read_bytes()
    assert MARKER.encode() not in turned and opened(turned).size == (32, 48)
    assert MARKER.encode() in (built.content / "images" / "خريطة 1.jpg").read_bytes()
    assert shown((images / "b%20.png").read_bytes()) == shown(saved("PNG"))


def test_a_picture_that_was_changed_after_the_check_ends_the_build_with_its_name(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("images/a.png", SVG)
    with pytest.raises(SystemExit, match=r"^content/images/a\.png: It is no picture by its bytes, but SVG\."):
        list(published_pictures(project.content, {"images/a.png"}))


def test_only_pictures_that_may_leave_are_given(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    for name in ("a", "b"):
        project.write(f"images/{name}.png", saved("PNG"))
    assert list(published_pictures(project.content, {"images/b.png", "images/c.png"})) == [
        File("images/b.png", saved("PNG"))
    ]


def test_a_bad_picture_is_set_aside_with_the_new_articles_that_show_it_and_no_published_one(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    for name in ("new", "old", "other"):
        project.article(name, f"![أ]({{static}}images/{name}/1%20.png)")
        project.write(f"images/{name}/1 .png", SVG if name != "other" else saved("PNG"))
    project.write("images/nobodys.svg", SVG)
    moved = [file.relative_to(project.content).as_posix() for file, _ in set_aside(project.content, {"articles/old/"})]
    assert sorted(moved) == ["articles/new.md", "images/new/1 .png", "images/nobodys.svg"]
    assert len(said(project.content)) == 1
