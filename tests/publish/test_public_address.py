"""`links` asks nothing on this machine or a private network, in whatever form an article writes it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from warraq.press import public_address
from warraq.press.former_sitemap import published_addresses
from warraq.press.public_address import NotAskedError, is_public, public_addresses, status, target_of
from warraq.press.report_links import ask

PRIVATE = (
    *[
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
    ],
    *[
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
    ],
    *[
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
    ],
    *["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:0:7f00:1:0:0:0:0", "2001:db8::1", "fec0::1", "::127.0.0.1"],
)
PUBLIC = ("1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101")


@pytest.mark.parametrize("address", PRIVATE)
def test_these_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_these_are(address: str) -> None:
    assert is_public(ip_address(address))


LOCAL = [
    "http://localhost/",
    "http://LOCALHOST./",
    "http://a.localhost/",
    "http://router/",
    "http://printer.local/",
    "http://x.internal/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://nas.home.arpa/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://a.example:22/",
    "http://a.example:6379/",
    "ftp://a.example/",
    "file:///etc/passwd",
    "gopher://a.example/",
    "http:///x",
]


@pytest.mark.parametrize("address", LOCAL)
def test_a_name_that_is_no_public_hosts_is_not_even_looked_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up"))
    with pytest.raises((NotAskedError, ValueError)):
        target_of(address)


NUMBERS = [
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "0177.0.0.1",
    "0.0.0.0",
    "10.1",
    "169.254.169.254",
    "0xa9.0xfe.0xa9.0xfe",
    "::1",
    "::ffff:7f00:1",
]


@pytest.mark.parametrize("host", NUMBERS)
def test_a_number_in_any_form_is_resolved_before_it_is_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises((NotAskedError, OSError)):
        status(f"http://[{host}]/" if ":" in host else f"http://{host}/", 1)


Resolve = Callable[..., list[tuple[object, ...]]]


def resolver(*answers: list[str]) -> Resolve:
    """Give a resolver that says one thing after the other, as a rebinding name server does."""
    left = list(answers)

    def resolve(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        said = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in said]

    return resolve


def test_a_host_with_one_private_address_among_public_ones_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver(["1.1.1.1", "10.0.0.1"]))
    with pytest.raises(NotAskedError, match=r"private network \(10\.0\.0\.1\)"):
        public_addresses("a.example", 80)


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def connect(place: tuple[str, int], _seconds: float) -> socket.socket:
        asked.append(place)
        raise ConnectionRefusedError("no")

    monkeypatch.setattr(socket, "getaddrinfo", resolver(["1.1.1.1"], ["127.0.0.1"]))
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ConnectionRefusedError):
        status("https://a.example/", 1)
    assert asked == [("1.1.1.1", 443)]


class _Host(BaseHTTPRequestHandler):
    """Answers by the path: a status, a redirect, a header without an end."""

    seen: list[tuple[str, str, str]] = []  # noqa: RUF012 - the server makes a handler for each request

    def do_GET(self) -> None:
        self.seen.append((self.headers["Host"], self.path, self.headers.get("Authorization", "")))
        word = self.path.strip("/").partition("/")[0]
        if word == "slow":
            for _ in range(40):
                try:
                    self.wfile.write(b"H")
                except OSError:
                    return
                threading.Event().wait(0.05)
            return
        if word == "to":
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        else:
            self.send_response(int(word or 200))
            self.send_header("Content-Length", "1000000000")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve at the address that a.example is resolved to here; every other name leads to a private network."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    monkeypatch.setattr(public_address, "ALLOWED_PORTS", {80, port})
    monkeypatch.setattr(public_address, "is_public", lambda address: str(address) == "127.0.0.1")
    real = socket.getaddrinfo

    def resolve(name: str, *rest: object, **more: object) -> object:
        known = {"a.example": "127.0.0.1", "b.example": "169.254.169.254"}
        return real(known.get(name, name), *rest, **more)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("warraq.press.report_links.time.sleep", lambda _: None)
    _Host.seen.clear()
    yield f"http://a.example:{port}"
    server.shutdown()
    server.server_close()


def test_an_answer_is_its_status_and_its_content_is_not_read(host: str) -> None:
    assert [status(f"{host}/{code}", 5) for code in (200, 204, 404, 503)] == [200, 204, 404, 503]
    assert [ask(f"{host}/{code}") for code in (200, 404)] == [None, "HTTP 404"]


def test_a_redirect_is_checked_like_the_first_address(host: str) -> None:
    assert status(f"{host}/to/{host}/to//204", 5) == 204
    for private in (
        "http://b.example/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/",
        "file:///etc/passwd",
    ):
        with pytest.raises(NotAskedError):
            status(f"{host}/to/{private}", 5)
    with pytest.raises(NotAskedError, match="without an end"):
        status(f"{host}/to/{host}/to/{host}/to/{host}/to/{host}/to/{host}/to/{host}/to/{host}/to/{host}/to/{host}/", 5)


def test_a_name_and_password_in_an_address_are_not_sent(host: str) -> None:
    assert status(host.replace("http://", "http://name:secret@") + "/200", 5) == 200
    [(named, path, authorization)] = _Host.seen
    assert (named, path, authorization) == (host.removeprefix("http://"), "/200", "")


def test_a_host_that_drips_ends_with_the_time_it_has(host: str) -> None:
    with pytest.raises((OSError, HTTPException)):
        status(f"{host}/slow", 0.3)


def test_an_address_that_is_not_asked_is_told_once_and_why() -> None:
    assert str(ask("http://127.0.0.1/")) == "It leads to this machine or to a private network (127.0.0.1)."


INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'


def test_an_index_of_sitemaps_leads_nowhere_but_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []

    def fetch(address: str) -> bytes:
        fetched.append(address)
        parts = [
            "/etc/passwd",
            "http://169.254.169.254/secret.xml",
            "file:///x/y.xml",
            "https://site.example/index.xml",
        ]
        locations = [*parts, *(f"https://site.example/{n}.xml" for n in range(12))]
        return INDEX.format("".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in locations)).encode()

    monkeypatch.setattr("warraq.press.former_sitemap._fetched", fetch)
    monkeypatch.setattr("warraq.press.former_sitemap.MOST_PARTS", 7)
    published_addresses("https://site.example/w/index.xml")
    assert len(fetched) == 8
    assert all(address.startswith("https://site.example/w/") for address in fetched)
    assert {"https://site.example/w/passwd", "https://site.example/w/secret.xml"} <= set(fetched)
