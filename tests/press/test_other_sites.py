"""
Another site in the editor's browser writes nothing by `serve` and `review`, and reads nothing of them.

Every attempt of `other_site/attacks.js` is made from another port of this machine, which shares its cookies, and from another name;
and from a page of the site itself, as if a script of a text had run there. To show that the attempts are real, they are made
once against servers that ask nobody who they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import serving
from desk.conftest import Desk
from desk.doubtful_texts import SENTENCES, damaged, repaired
from press.running import of_review, of_site, running
from warraq.desk.review.answering import PREFIX, Review
from warraq.desk.review.open_items import OpenItems
from warraq.press.local_handler import LocalHandler
from warraq.press.request_check import Gate

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

OTHER_SITE = Path(__file__).parent / "other_site"
SECRET = "marker-of-what-nobody-else-may-read"
SITE_FILES: dict[str, str | bytes] = {
    "index.html": f"<!DOCTYPE html><body>{SECRET}</body>",
    "data/articles.json": json.dumps([SECRET]),
    "theme/a.js": f"globalThis.ofTheSite = {SECRET!r};",
    "theme/a.css": "body { outline-color: rgb(1, 2, 3) }",
    "images/a.png": bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
    ),
}
READ = (SECRET, "القاضي القاضي", "rgb(1, 2, 3)", "seen", "registered")


@dataclass
class Local:
    """The editor's project, its two servers, and what they were asked."""

    desk: Desk
    article: Path
    was: bytes
    review: Review
    site_url: str = ""
    review_url: str = ""
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    """Server, request line, and status of each answer."""

    def statuses(self, server: str) -> list[int]:
        """Of the requests to one server; that for a picture of its own the browser makes by itself."""
        return [status for name, line, status in self.asked if name == server and "/favicon.ico" not in line]

    def watched(self, name: str, handler: type[LocalHandler]) -> type[LocalHandler]:
        asked = self.asked

        def noted(it: LocalHandler, code: int, message: str | None = None) -> None:
            asked.append((name, f"{it.requestline} {it.headers.get('Host')}", int(code)))
            handler.send_response(it, code, message)

        return type("Watched", (handler,), {"send_response": noted})


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Local]:
    (tmp_path / "project").mkdir()
    desk = Desk(tmp_path / "project")
    output = desk.root / "output"
    for name, content in SITE_FILES.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    article = repaired(desk, "a", damaged(1, SENTENCES[0]))
    it = Local(desk, article, article.read_bytes(), Review(desk.root))
    with ExitStack() as stack:
        reviewing = stack.enter_context(running(it.watched("review", of_review(it.review))))
        it.review_url = f"{reviewing.url}{PREFIX}"
        handler = of_site(output)
        handler.review_address = it.review_url
        it.site_url = stack.enter_context(running(it.watched("site", handler))).url + "/"
        yield it


@pytest.fixture
def other_site() -> Iterator[str]:
    """Serve the page of another site; give its port."""
    for url in serving(OTHER_SITE):
        yield url.rpartition(":")[2]


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context()
    yield made
    made.close()


@pytest.fixture
def unguarded(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a browser that ignores the policies of pages: as if they had a hole."""
    made = chromium.new_context(bypass_csp=True)
    yield made
    made.close()


def attack(page: Page, local: Local) -> str:
    """Let the page try everything, and click and type besides; return all that it could read."""
    [item] = OpenItems.of(local.desk.content).all()
    tried: dict[str, object] = page.evaluate("given => attack(...given)", [local.review_url, local.site_url, item.id])
    assert len(tried) >= 55
    page.mouse.click(100, 100)
    page.keyboard.press("k")
    number = -1
    while number < (number := len(local.asked)):  # requests wait for one another
        page.wait_for_timeout(300)
    return json.dumps([tried, page.evaluate("got()")], ensure_ascii=False)


def seen_by_people(context: BrowserContext) -> str:
    """Return the text of every window and every frame in it."""
    frames = [frame for page in context.pages for frame in page.frames]
    return " ".join(frame.evaluate("document.documentElement?.outerHTML || ''") for frame in frames)


@pytest.mark.browser
@pytest.mark.parametrize("name", ["127.0.0.1", "evil.test"])
def test_another_site_writes_nothing_and_reads_nothing(
    local: Local, other_site: str, context: BrowserContext, name: str
) -> None:
    page = context.new_page()
    page.goto(f"http://{name}:{other_site}/")
    told = attack(page, local)
    assert [secret for secret in (local.review.token, *READ) if secret in told] == []
    assert len(local.statuses("review")) >= 20
    assert set(local.statuses("review")) == {403}
    asked = (request for server, request, status in local.asked if server == "site" and status < 400)
    answered = {re.sub(r"\?page=%2F&shown=[0-9a-f]{16} ", " ", request) for request in asked}
    # A window of the site may be opened; it is not the other site's to look into.
    host = local.site_url.split("/")[2]
    assert answered <= {f"GET {path} HTTP/1.1 {host}" for path in ("/", "/-/reload.js", "/-/builds", "/review/")}
    assert local.review.token not in seen_by_people(context)
    assert local.article.read_bytes() == local.was


@pytest.mark.browser
def test_the_attempts_are_real(
    local: Local, other_site: str, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that asks nobody who they are answers them; its pages are framed, and its files are read."""
    monkeypatch.setattr(Gate, "refusal", lambda *_: None)
    monkeypatch.setattr("warraq.press.local_handler.EVERY_ANSWER", ())
    page = context.new_page()
    page.goto(f"http://evil.test:{other_site}/")
    told = attack(page, local)
    assert [secret for secret in READ if secret in told] == [SECRET, "rgb(1, 2, 3)", "seen"]
    assert {200, 403} <= set(local.statuses("review"))
    assert local.review.token in seen_by_people(context)


@pytest.mark.browser
def test_a_script_on_a_page_of_the_site_could_not_ask_the_review(local: Local, unguarded: BrowserContext) -> None:
    page = unguarded.new_page()
    page.goto(local.site_url)
    page.add_script_tag(path=OTHER_SITE / "attacks.js")
    told = attack(page, local)
    assert local.review.token not in told
    assert SENTENCES[0] not in told
    assert len(local.statuses("review")) >= 20
    assert set(local.statuses("review")) == {403}
    assert local.article.read_bytes() == local.was


@pytest.mark.browser
def test_a_name_that_is_led_here_is_not_ours(local: Local, unguarded: BrowserContext) -> None:
    """DNS rebinding: the page's own server vanishes, and its name leads to this machine, so that the origin is the same."""
    page = unguarded.new_page()
    for url in (local.site_url, local.review_url):
        led = url.replace("127.0.0.1", "evil.test")
        answer = page.goto(led)
        assert answer
        assert answer.status == 403
        for path in (led, f"{led}items", f"{led}theme/a.js", f"{led}../settings.py"):
            assert page.evaluate("async path => (await fetch(path)).status", path) == 403
        asked = {"method": "POST", "headers": {"X-Warraq-Token": "x", "Content-Type": "application/json"}, "body": "{}"}
        assert page.evaluate("async ([p, o]) => (await fetch(p, o)).status", [f"{led}undo", asked]) in (403, 413)
    assert set(local.statuses("review")) == {403}
    assert set(local.statuses("site")) == {403, 413}


@pytest.mark.browser
def test_who_types_the_address_is_served(local: Local, page: Page) -> None:
    for url in (local.review_url, f"{local.site_url}review/", local.review_url.replace("127.0.0.1", "localhost")):
        page.goto(url)
        page.wait_for_selector("#item:not([hidden])")
    page.reload()
    page.wait_for_selector("#item:not([hidden])")
    page.keyboard.press("k")
    page.wait_for_selector("#nothing:not([hidden])")
    assert local.article.read_bytes() != local.was
    page.goto(local.site_url)
    assert SECRET in page.content()
