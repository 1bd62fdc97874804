"""No address leads out of the site's folder, and none to what is hidden in it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from warraq.press.site_files import KINDS, address_of, file_at, kind_of, path_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a site with secrets beside it and in it."""
    site = tmp_path / "output"
    for name in ("index.html", "articles/خبر/index.html", "a b.txt", ".git/config", ".warraq/x", "x/.hidden"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "output-secret").mkdir()
    (tmp_path / "output-secret" / "index.html").write_text("secret")
    return site


@pytest.mark.parametrize("path", ["/", "/index.html", "//index.html", "/articles/خبر/", "/articles/خبر", "/a b.txt"])
def test_what_is_in_the_site_is_found(folder: Path, path: str) -> None:
    assert file_at(folder, path)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/articles/../../secret.txt",
        "/./index.html",
        "/..\\secret.txt",
        "\\..\\secret.txt",
        "/../output-secret/",
        "/C:/Windows/win.ini",
        "/C:../secret.txt",
        "/C:secret.txt",
        "//server/share/x",
        "/\\\\server\\share",
        "/\\\\?\\C:\\x",
        "/index.html::$DATA",
        "/index.html:stream",
        "/.git/config",
        "/.git/",
        "/.warraq/x",
        "/x/.hidden",
        "/index.html\0",
        "/index.html\r\n",
        "/index.html/",
        "/index.html/..",
        "/" + "a" * 5000,
        "/" + "a/" * 5000,
        "/\ud800",
        "/theme/",
        "/NUL/",
    ],
)
def test_what_is_not_is_not(folder: Path, path: str) -> None:
    assert file_at(folder, path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there, and there are no FIFOs")
def test_a_link_leads_no_further_than_the_site_and_a_pipe_is_no_file(folder: Path, tmp_path: Path) -> None:
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "beside").symlink_to(tmp_path / "output-secret")
    (folder / "up").symlink_to("..")
    (folder / "in.txt").symlink_to(folder / "a b.txt")
    (folder / "round").symlink_to("round")
    os.mkfifo(folder / "pipe.html")
    for path in ("/out.txt", "/beside/", "/beside", "/up/secret.txt", "/round", "/pipe.html"):
        assert file_at(folder, path) is None
    assert file_at(folder, "/in.txt")
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    assert file_at(folder, "/index.html"), "the folder itself may be a link"


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", "/"),
        ("/a%20b?q=%ff#x", "/a b"),
        ("/%D8%AE", "/خ"),
        ("/%252e", "/%2e"),
        ("/a+b", "/a+b"),
        ("/%ff", None),
        ("/%c0%ae", None),
        ("", None),
        ("*", None),
        ("http://x/", None),
    ],
)
def test_a_target_is_decoded_once_or_refused(target: str, path: str | None) -> None:
    assert path_of(target) == path


def test_a_folder_s_address_names_no_host() -> None:
    assert address_of("//evil.example/x") == "/evil.example/x"
    assert address_of("/خبر") == "/%D8%AE%D8%A8%D8%B1"
    assert address_of("/\\evil") == "/%5Cevil"


def test_kinds_are_the_same_on_every_machine() -> None:
    assert kind_of(Path("A.HTML")) == "text/html; charset=utf-8"
    assert kind_of(Path("a.js")) == "text/javascript; charset=utf-8"
    assert kind_of(Path("a.html.txt")) == KINDS[".txt"]
    assert kind_of(Path("a.exe")) == kind_of(Path("a")) == "application/octet-stream"
