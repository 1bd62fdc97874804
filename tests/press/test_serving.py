"""The local server's answers, without builds: status codes, kinds of files, paths, and the order of events."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest

from press.running import of_review, of_site, running
from press.served_folder import DIGEST, PAGE, SCRIPT, Site, text_of
from project import ROOT, Project
from warraq.desk.review.answering import LARGEST_REQUEST, Answer, Review
from warraq.press.serving import BuildState


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/articles/خبر/", 200, "text/html; charset=utf-8"),
        ("/articles/خبر", 301, None),
        ("/articles/خبر/index.html", 200, "text/html; charset=utf-8"),
        ("/articles/خبر/original.txt", 200, "text/plain; charset=utf-8"),
        ("/articles/خبر/original.txt/", 404, "text/html; charset=utf-8"),
        ("/data/index.json", 200, "application/json; charset=utf-8"),
        ("/theme/app.js", 200, "text/javascript; charset=utf-8"),
        ("/theme/picture.png", 200, "image/png"),
        ("/theme/", 404, "text/html; charset=utf-8"),  # a folder without a page lists nothing
        ("/none", 404, "text/html; charset=utf-8"),
        ("/-/reload.js", 200, "text/javascript; charset=utf-8"),
        ("/-/none", 404, "text/html; charset=utf-8"),
        ("/?q=1", 200, "text/html; charset=utf-8"),
    ],
)
def test_every_path_has_its_status_and_its_kind(site: Site, path: str, status: int, kind: str | None) -> None:
    answer, body = site.ask(path)
    assert (answer.status, answer.getheader("Content-Type")) == (status, kind)
    assert int(answer.getheader("Content-Length") or "-1") == len(body)


def test_a_folder_without_its_slash_leads_to_the_same_address_with_it(site: Site) -> None:
    answer, body = site.ask("/articles/خبر")
    assert answer.getheader("Location") == quote("/articles/خبر/")
    assert body == b""


@pytest.mark.parametrize(
    "path",
    [
        "/../settings.py",
        "/articles/../../settings.py",
        "/%2e%2e/settings.py",
        "/..%2fsettings.py",
        "/..\\settings.py",
        "/./index.html",
        "/index.html%00.txt",
        "//etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_site(site: Site, path: str) -> None:
    answer, body = site.ask(path)
    assert answer.status == 404
    assert body.decode().startswith("<body>لا صفحة")


def test_only_pages_get_the_script_and_they_get_it_once_before_the_end_of_the_body(site: Site) -> None:
    assert text_of(site.ask("/")[1]) == PAGE.replace("</body>", f"{SCRIPT}</body>")
    assert text_of(site.ask("/no-body.html")[1]) == f"<p>x{SCRIPT}"
    assert site.ask("/articles/خبر/original.txt")[1].decode() == "نص </body>"
    site.output.joinpath("twice.html").write_text("<pre></body></pre></body>")
    assert text_of(site.ask("/twice.html")[1]) == f"<pre></body></pre>{SCRIPT}</body>"


def test_nothing_is_kept_by_the_browser(site: Site) -> None:
    for path in ("/", "/theme/app.js", "/none", "/-/reload.js"):
        assert site.ask(path)[0].getheader("Cache-Control") == "no-store"


def test_after_a_failed_build_pages_show_its_error_escaped_and_files_are_served_on(site: Site) -> None:
    paths = ("/", "/articles/خبر/", "/none.html", "/none/")
    before = [DIGEST.findall(site.ask(path)[1].decode()) for path in paths]
    site.state.record_build("a.md:3: <b> & c")
    for path, digest in zip(paths, before, strict=True):
        answer, body = site.ask(path)
        assert answer.status == 500
        assert "a.md:3: &lt;b&gt; &amp; c" in body.decode()
        assert SCRIPT in text_of(body)
        assert len(digest) == 1 and digest != DIGEST.findall(body.decode())
    assert site.ask("/theme/app.js")[0].status == 200
    site.state.record_build(None)
    assert site.ask("/")[0].status == 200


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("fa", "rtl"), ("en", "ltr")])
def test_problems_lie_over_the_last_good_page_in_the_sites_direction(site: Site, language: str, way: str) -> None:
    site.state.language = language
    site.state.record_build("a.md:3: خطأ")
    for path, text in {"/articles/خبر/": "خبر", "/none/": "لا صفحة"}.items():
        page = text_of(site.ask(path)[1])
        assert f"<body>{text}" in page
        assert f'<details class="build-problems" lang="{language}" dir="{way}" open>' in page
        assert page.index(text) < page.index("a.md:3: خطأ") < page.index(SCRIPT)
    site.output.rename(site.output.with_name("aside"))
    answer, body = site.ask("/")
    assert answer.status == 500
    assert f'<html lang="{language}" dir="{way}">' in body.decode() and "a.md:3: خطأ" in body.decode()


def test_a_site_that_is_being_exchanged_is_waited_for(site: Site) -> None:
    aside = site.output.with_name("aside")
    site.output.rename(aside)
    threading.Timer(0.2, lambda: aside.rename(site.output)).start()
    assert site.ask("/")[0].status == 200


def test_without_any_site_every_page_is_missing(site: Site) -> None:
    site.output.rename(site.output.with_name("aside"))
    assert site.ask("/")[0].status == 404


def test_a_head_is_that_of_the_page_and_of_no_file_beside_the_site(site: Site) -> None:
    """The library's own answer to HEAD was about the files of the folder in which the server was started."""
    for path, status in (
        ("/", 200),
        ("/articles/خبر/", 200),
        ("/settings.py", 404),
        ("/content/", 404),
        ("/-/builds", 404),
    ):
        answer, body = site.ask(path, "HEAD")
        assert (answer.status, body) == (status, b"")


def test_pages_may_load_what_the_theme_needs_and_other_files_nothing(site: Site) -> None:
    base = ROOT.joinpath("theme/templates/base.html").read_text("utf-8")
    [own] = re.findall(r"{% block csp %}(.*?){% endblock %}", base)
    policies = {
        path: site.ask(path)[0].getheader("Content-Security-Policy") or ""
        for path in ("/", "/none", "/data/index.json")
    }
    assert set(own.split("; ")) | {"worker-src 'none'", "frame-ancestors 'none'"} == set(policies["/"].split("; "))
    assert policies["/none"] == policies["/"]
    assert policies["/data/index.json"].startswith("default-src 'none'; sandbox; ")


def test_the_review_is_led_to_where_it_is_and_is_not_here(project: Project) -> None:
    handler = of_site(project.output)
    with running(handler) as server:
        here = Site(project.output, handler.state, server.server_port)
        assert here.ask("/review/")[0].status == 404
        handler.review_address = "http://127.0.0.1:1/review/"
        answer, _ = here.ask("/review/")
        assert (answer.status, answer.getheader("Location")) == (307, "http://127.0.0.1:1/review/")
        for path in ("/review/items", "/review/review.js", "/review/decide"):
            assert here.ask(path)[0].status == 404


@pytest.mark.parametrize(
    ("length", "status"), [(None, 404), ("0", 404), ("x", 400), ("-1", 400), ("1", 413), ("99999999999", 413)]
)
@pytest.mark.parametrize("path", ["/", "/articles/خبر/", "/-/builds"])
def test_nothing_but_the_review_takes_a_post(site: Site, path: str, length: str | None, status: int) -> None:
    own = {"Origin": f"http://127.0.0.1:{site.port}"}
    answer, _ = site.ask(path, "POST", own | ({"Content-Length": length} if length else {}))
    assert answer.status == status


def test_a_program_hears_of_each_change_by_its_number_in_order(site: Site) -> None:
    connection = HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.request("GET", "/-/builds")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    assert answer.readline() == b"data: 0\n"
    assert answer.readline() == b"\n"
    site.state.record_build("broken")
    assert answer.readline() == b"data: 1\n"
    assert answer.readline() == b"\n"
    site.state.record_build(None)
    assert answer.readline() == b"data: 2\n"
    connection.close()


def test_waiting_for_a_change_ends_with_it_or_with_the_time(tmp_path: Path) -> None:
    state = BuildState(tmp_path, "en")
    assert state.wait_for_change_after(0, 0.01) == 0
    state.record_build(None)
    assert state.wait_for_change_after(0, 10) == 1
    assert state.wait_for_change_after(1, 0.01) == 1


class Recorder(Review):
    """A review that takes everything, and records it."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.bodies: list[bytes] = []

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        del method, path, headers
        self.bodies.append(body)
        return Answer(HTTPStatus.OK, "text/plain", b"taken")


@pytest.mark.parametrize(("size", "status"), [(0, 200), (9, 200), (10, 200), (11, 413)])
def test_the_review_takes_a_body_up_to_the_limit_and_the_whole_of_it(tmp_path: Path, size: int, status: int) -> None:
    review = Recorder(tmp_path)
    handler = of_review(review)
    assert handler.largest_body == LARGEST_REQUEST
    handler.largest_body = 10
    with running(handler) as server:
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("POST", "/review/decide", b"x" * size, {"Origin": server.url})
        assert connection.getresponse().status == status
        connection.close()
    assert review.bodies == ([b"x" * size] if status == 200 else [])
