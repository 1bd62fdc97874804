"""`serve` rebuilds on every change, shows errors in the browser, and lives on."""

from __future__ import annotations

import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import pytest

from project import ROOT, Project
from warraq.press.serve import SERVED, serve

if TYPE_CHECKING:  # playwright is imported where a browser is
    from playwright.sync_api import Page


Found = TypeVar("Found")


class Served:
    """A running server."""

    def __init__(self, project: Project, log: Path) -> None:
        self.project = project
        self.log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "warraq", "press", "serve", "--port", "0"],
                cwd=project.root,
                env=project.environment(PYTHONPATH=str(project.root / "plugins"), PYTHONUNBUFFERED="1"),
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        self.port, self.review_port = self.until(self._ports)

    def _ports(self) -> list[str]:
        found = re.findall(r"http://127\.0\.0\.1:(\d+)/", self.log_text())
        return found if len(found) == 2 else []

    def log_text(self) -> str:
        return self.log.read_text("utf-8")

    def get(self, path: str) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", int(self.port), timeout=10)
        connection.request("GET", quote(path))
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body.decode("utf-8", "replace")

    def until(self, find: Callable[[], Found], seconds: float = 30) -> Found:
        """Wait until `find` returns something true, and return it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := find():
                return found
            assert self.process.poll() is None, self.log_text()
            time.sleep(0.1)
        raise AssertionError(self.log_text())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a whole project, with its code and theme."""
    root = tmp_path_factory.mktemp("served")
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, root / name)
    project = Project.empty(root)
    project.article("a", body="قال الوزير قولًا.")
    server = Served(project, root / "log.txt")
    server.until(lambda: server.get("/articles/a/")[0] == 200)
    yield server
    server.process.terminate()
    server.process.wait(10)


def test_pages_are_the_published_ones_and_listen_for_the_next_build(served: Served) -> None:
    status, page = served.get("/articles/a/")
    assert status == 200
    published = (served.project.root / SERVED / "articles/a/index.html").read_text("utf-8")
    shown, number = re.subn(r'<script src="/-/reload\.js" data-shown="[0-9a-f]+"></script></body>', "</body>", page)
    assert (shown, number) == (published, 1)


def test_what_is_served_leaves_the_published_site_as_it_is(served: Served) -> None:
    project = served.project
    address = {"SITEURL": "https://archive.test/w", "PYTHONPATH": str(project.root / "plugins")}
    words = ("press.building", "content", "--settings", "publishconf.py", "--fatal", "errors")
    published = subprocess.run(
        [sys.executable, "-m", "warraq", *words],
        cwd=project.root,
        env=project.environment(**address),
        check=True,
        capture_output=True,
        text=True,
    )
    assert "output " in published.stdout
    before = project.hashes("output")
    assert {"sitemap.xml", "feeds/site.xml"} <= before.keys()
    project.article("published", body="كلام بعد النشر.")
    built = project.root / SERVED / "articles/published/index.html"
    served.until(lambda: built.is_file() and "كلام بعد النشر" in served.get("/articles/published/")[1])
    assert project.hashes("output") == before


def test_a_folder_of_the_served_site_that_is_a_link_is_not_followed(
    tmp_path: Path, project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    (project.root / ".warraq").mkdir(exist_ok=True)
    place = project.root / SERVED.parent
    try:
        place.symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this user may not make links here")
    assert serve(project.root, "127.0.0.1", 0) == 1
    assert SERVED.parent.as_posix() in capfd.readouterr().err


def test_an_address_without_its_slash_leads_on_and_a_missing_one_says_so(served: Served) -> None:
    assert served.get("/articles/a")[0] == 301
    status, page = served.get("/articles/none/")
    assert status == 404
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("path", ["/../settings.py", "/..\\settings.py", "//etc/passwd", "/articles/../../settings.py"])
def test_nothing_outside_the_site_is_served(served: Served, path: str) -> None:
    status, page = served.get(path)
    assert status == 404
    assert "sys.path" not in page and "root:" not in page


@pytest.mark.parametrize(
    ("request_line", "status"),
    [("GET http://[x/ HTTP/1.1", 400), ("POST /review/decide HTTP/1.1\r\nContent-Length: x", 400)],
)
def test_a_malformed_request_is_refused_without_a_traceback(served: Served, request_line: str, status: int) -> None:
    with socket.create_connection(("127.0.0.1", int(served.port)), timeout=10) as connection:
        connection.sendall(f"{request_line}\r\nHost: localhost\r\n\r\n".encode())
        assert connection.recv(1000).startswith(f"HTTP/1.1 {status} ".encode())
    assert "Traceback" not in served.log_text()


def test_a_browser_that_closes_the_connection_early_leaves_no_traceback(served: Served) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", int(served.port)), timeout=10) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close without waiting
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50)
    assert served.get("/")[0] == 200
    assert "Traceback" not in served.log_text()


def test_a_change_of_content_is_served(served: Served) -> None:
    served.project.article("b", body="كلام جديد تمامًا.")
    served.until(lambda: "كلام جديد تمامًا" in served.get("/articles/b/")[1])


def test_a_change_of_the_theme_and_of_the_code_is_served(served: Served) -> None:
    base = served.project.root / "theme/templates/base.html"
    base.write_text(base.read_text("utf-8").replace("<head>", '<head><meta name="changed" content="1">'), "utf-8")
    served.until(lambda: "name=changed" in served.get("/")[1])
    missing = served.project.root / "plugins/warraq/pages/missing.py"
    code = missing.read_text("utf-8")
    missing.write_text(code + "\nraise RuntimeError('broken on purpose')\n", "utf-8")
    served.until(lambda: "broken on purpose" in served.get("/")[1])
    missing.write_text(code, "utf-8")
    served.until(lambda: served.get("/")[0] == 200)


def test_a_broken_article_shows_its_error_in_terminal_and_browser_and_the_server_lives_on(served: Served) -> None:
    message = "content/articles/c.md:3:1: date: «أمس» ليس تاريخًا."
    served.project.article("c", date="أمس")
    served.until(lambda: message in served.get("/articles/a/")[1])
    assert served.get("/")[0] == 500
    assert message in served.log_text()
    served.project.article("c", date="2024-01-01")
    served.until(lambda: served.get("/articles/c/")[0] == 200)


@pytest.mark.browser
def test_the_browser_reloads_by_itself(served: Served, page: Page) -> None:
    served.project.article("d", body="الصيغة الأولى.")
    served.until(lambda: served.get("/articles/d/")[0] == 200)
    page.goto(f"http://127.0.0.1:{served.port}/articles/d/")
    page.get_by_text("الصيغة الأولى.").wait_for()
    served.project.article("d", body="الصيغة الثانية.")
    page.get_by_text("الصيغة الثانية.").wait_for(timeout=20_000)
    served.project.article("d", date="أمس")
    page.get_by_text("ليس تاريخًا").wait_for(timeout=20_000)
    served.project.article("d", body="الصيغة الثالثة.")
    page.get_by_text("الصيغة الثالثة.").wait_for(timeout=20_000)


@pytest.mark.browser
def test_a_save_reloads_its_page_once_at_its_place_and_the_build_behind_it_does_not(served: Served, page: Page) -> None:
    lines = "\n\n".join(f"سطر {number} من المادة." for number in range(120))
    served.project.article("long", body=lines)
    served.until(lambda: served.get("/articles/long/")[0] == 200)
    built = served.project.root / SERVED / "articles/long/index.html"
    served.until(built.is_file)
    loads: list[str] = []
    page.on("load", lambda page: loads.append(page.url))
    page.goto(f"http://127.0.0.1:{served.port}/articles/long/")
    page.evaluate("scrollTo(0, 1500)")
    home = page.context.new_page()
    home.on("load", lambda page: loads.append(page.url))
    home.goto(f"http://127.0.0.1:{served.port}/")
    served.project.article("long", title="عنوان آخر", body=f"{lines}\n\nالسطر الأخير.")
    home.get_by_text("عنوان آخر").first.wait_for()
    page.get_by_text("السطر الأخير.").wait_for(state="attached", timeout=20_000)
    served.until(lambda: page.evaluate("scrollY") == 1500)
    shown = served.get("/articles/long/")[1]
    served.until(lambda: "السطر الأخير." in built.read_text("utf-8"))
    # Nothing but the script was added to what is published.
    assert re.sub(r"<script src=\"/-/.*?</script>", "", shown) == built.read_text("utf-8")
    page.wait_for_timeout(500)
    assert sorted(map(loads.count, set(loads))) == [2, 2]


def test_a_draft_is_never_served_while_it_is_saved_again_and_again(served: Served) -> None:
    """A save, a build and a save during a build: none of them says a word of it."""
    draft = "---\ntitle: سر\nslug: secret\ndate: 2024-01-01\nstatus: draft\n---\nكلام مكتوم {}.\n"
    for number in range(3):
        served.project.write("articles/secret.md", draft.format(number))
        served.project.article("open", body=f"كلام معلن {number}.")
        served.until(lambda: f"كلام معلن {number}" in served.get("/articles/open/")[1])  # noqa: B023 - it is called at once
        assert served.get("/articles/secret/")[0] == 404
        assert "مكتوم" not in served.get("/articles/open/")[1] + served.get("/")[1]


def test_a_port_in_use_is_reported_in_a_sentence(served: Served) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "warraq", "press", "serve", "--port", served.port],
        cwd=served.project.root,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.startswith(f"المنفذ {served.port} غير متاح")
