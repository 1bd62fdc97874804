"""What `git diff` shows after commands that change articles in another way than by a line: by moving, merging, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from desk import at_once
from desk.at_once import module
from desk.conftest import Desk
from desk.odd_archive import BODY, ODD, TEXT, changed_lines, kept, odd_archive, run
from git_here import git
from project import Project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return odd_archive(tmp_path_factory.mktemp("odd") / "project")


@pytest.fixture
def archive(made: Desk) -> Iterator[Desk]:
    """Give the archive as it was made."""
    begun = git(made.root, "rev-parse", "HEAD").strip()
    yield made
    git(made.root, "reset", "-q", "--hard", begun)
    git(made.root, "clean", "-qfd")


def odd(text: str) -> bytes:
    """Give a text as Windows saves it: with a mark before it, and line ends of two signs."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def differing(archive: Desk) -> set[str]:
    """Give the files that are not as they were committed last."""
    return {line[3:] for line in git(archive.root, "status", "--porcelain", "-uall").splitlines()}


def waiting(archive: Desk) -> None:
    """Put an original that has no article, in odd bytes."""
    (archive.content / "originals" / "waits.txt").write_bytes(odd(TEXT.format(n=7)))
    kept(archive.root)


NEW = {"content/articles/waits.md", "content/records/waits.json"}


def test_an_intake_writes_new_files_alone(archive: Desk) -> None:
    waiting(archive)
    said = run(archive.root, module("press.intake"))
    assert differing(archive) == NEW, said


def test_a_build_writes_new_files_alone(archive: Desk) -> None:
    waiting(archive)
    project = Project(archive.root)
    project.settle()
    kept(archive.root)
    said = project.build().stdout
    assert (archive.root / "output" / "index.html").is_file(), said
    assert differing(archive) == NEW


def test_what_is_set_aside_is_moved_whole(archive: Desk) -> None:
    broken = odd("---\ntitle:   [   # خطأ\n---" + BODY)
    (archive.content / "articles" / "broken.md").write_bytes(broken)
    (archive.root / "sitemap.xml").write_text(
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "utf-8"
    )
    kept(archive.root)
    said = run(archive.root, module("press.set_aside", "--published", "sitemap.xml"))
    assert differing(archive) == {"content/articles/broken.md"}, said
    moved = archive.root / ".warraq" / "set-aside" / "content" / "articles" / "broken.md"
    assert moved.read_bytes() == broken


def test_cleaned_pictures_are_all_that_differs(archive: Desk) -> None:
    folder = archive.content / "images"
    folder.mkdir()
    for name, note in (("clean.jpg", ""), ("صورة.jpg", "where")):
        data = BytesIO()
        Image.new("RGB", (8, 8), "red").save(data, "JPEG", comment=note)
        (folder / name).write_bytes(data.getvalue())
    kept(archive.root)
    run(archive.root, module("press", "pictures"))
    assert differing(archive) == {"content/images/صورة.jpg"}


@pytest.mark.parametrize("name", ODD)
def test_another_encoding_leaves_line_ends_and_all_that_is_ascii(archive: Desk, name: str) -> None:
    text = (ODD[name] + BODY).replace("slug: ", "slug: old-").replace("\n", "\r\n")
    file = archive.content / "articles" / "old.md"
    file.write_bytes(text.encode("cp1256"))
    kept(archive.root)
    run(archive.root, module("press", "fix-encoding", "content/articles/old.md"))
    assert differing(archive) == {"content/articles/old.md"}
    assert file.read_bytes() == text.encode()
    assert [line for _, line in changed_lines(archive.root) if line[1:].isascii()] == []
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        file.write_bytes(("" if encoding == "utf-16" else "\ufeff").encode(encoding) + text.encode(encoding))
        run(archive.root, module("press", "fix-encoding", "content/articles/old.md"))
        assert file.read_bytes() == text.encode()


TITLES = {
    "block": ("سطرين", "سطور"),
    "flow": ("''آخر''", "''جديد''"),
    "words": ("title: خبر", "title: خبر جديد"),
    "anchors": ("title: خبر", "title: خبر جديد"),
}


@pytest.mark.parametrize("name", [*ODD, *(f"{name}-crlf" for name in ODD)])
def test_a_merge_has_the_lines_of_both_and_no_other(archive: Desk, name: str) -> None:
    """Both put something into one paragraph, and each into a place of its own."""
    file = archive.content / "articles" / f"{name}.md"
    before = file.read_bytes()

    def with_words(*pairs: tuple[str, str]) -> bytes:
        data = before
        for old, new in pairs:
            assert data.count(old.encode()) == 1, old
            data = data.replace(old.encode(), new.encode())
        return data

    mine = ("نهر  ", "نهر عظيم  "), ("1) ثان", "1) ثان منا"), ("ماء", "مياه")
    theirs = (
        ("النيل نهر", "كان النيل نهر"),
        ("خاتمة بلا سطر أخير", "خاتمة منهم بلا سطر أخير"),
        TITLES[name.split("-", maxsplit=1)[0]],
    )
    git(archive.root, "checkout", "-q", "-b", f"theirs-{name}")
    file.write_bytes(with_words(*theirs))
    kept(archive.root)
    git(archive.root, "checkout", "-q", "-")
    file.write_bytes(with_words(*mine))
    kept(archive.root)
    with pytest.raises(Exception, match="merge"):
        git(archive.root, "merge", "-q", f"theirs-{name}")
    said = run(archive.root, module("desk.merging"))
    assert file.read_bytes() == with_words(("النيل نهر  ", "كان النيل نهر عظيم  "), *mine[1:], *theirs[1:]), said
    assert git(archive.root, "ls-files", "-u") == ""


def test_an_upgrade_leaves_content_byte_for_byte(archive: Desk) -> None:
    at_once.release_newer(archive.root)
    before = {f: f.read_bytes() for f in archive.content.rglob("*") if f.is_file()}
    begun = git(archive.root, "rev-parse", "HEAD").strip()
    said = run(archive.root, module("desk.upgrading", "template", "--from", "v1.0"))
    assert git(archive.root, "diff", "--name-only", begun).split() == [
        ".warraq-release",
        "content/schema.json",
        "theme.css",
    ], said
    now = {f: f.read_bytes() for f in archive.content.rglob("*") if f.is_file()}
    assert now == before | {archive.content / "schema.json": b"{}\n"}
    assert differing(archive) == set()
