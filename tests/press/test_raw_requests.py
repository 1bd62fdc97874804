"""Whatever is sent to the local server gets an answer with a status, and the server lives on: no traceback, no thread that stays."""

from __future__ import annotations

import os
import random
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from press.running import of_review, of_site, running
from project import Project
from warraq.desk.review.answering import LARGEST_REQUEST, Review
from warraq.press.local_server import LocalServer

MANY = int(os.environ.get("WARRAQ_EXAMPLES", "100"))
HEAD = b"GET / HTTP/1.1\r\nHost: {host}\r\n"


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[LocalServer]]:
    """Run the site's server and the review's."""
    project = Project.empty(tmp_path_factory.mktemp("raw"))
    (project.output / "theme").mkdir(parents=True)
    (project.output / "index.html").write_text("<body>here</body>")
    with running(of_site(project.output)) as site, running(of_review(Review(project.root))) as review:
        yield [site, review]


@pytest.fixture
def server(servers: list[LocalServer]) -> LocalServer:
    return servers[0]


def sent(server: LocalServer, data: bytes, *, closes: bool = True) -> bytes:
    """Send bytes (`{host}` is the server's name), and return all that comes back."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        connection.sendall(data.replace(b"{host}", b"127.0.0.1:%d" % server.server_port))
        if closes:
            with suppress(OSError):  # it was closed already
                connection.shutdown(socket.SHUT_WR)
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except ConnectionError:  # it was closed with bytes unread
            pass
        return answer


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (HEAD + b"\r\n", 200),
        (HEAD.replace(b"1.1", b"1.0") + b"\r\n", 200),
        (b"HEAD / HTTP/1.1\r\nhOST: {host}\r\n\r\n", 200),
        (b"GET /\r\n\r\n", 400),  # HTTP/0.9
        (b"POST /\r\n\r\n", 400),
        (b"\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n", 400),  # https to a server of http
        (b"GET\r\n\r\n", 400),
        (b"GET / / HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
        (b"GET / HTTP/x\r\nHost: {host}\r\n\r\n", 400),
        (b"GET / HTTP/1.1.1\r\nHost: {host}\r\n\r\n", 400),
        (b"GET / HTTP/\xb2.1\r\nHost: {host}\r\n\r\n", 400),
        (b"GET / HTTP/1.2\r\nHost: {host}\r\n\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n", 414),
        (HEAD + b"X: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (HEAD + b"X: a\r\n" * 101 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (HEAD + b"Host: {host}\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost : {host}\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
        (b"GET http://[x/ HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
        (b"GET * HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
        (b"CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n", 400),
        (HEAD + b"no colon here\r\n\r\n", 400),
        (HEAD + b": no name\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n Host: {host}\r\nHost: {host}\r\n\r\n", 400),
        (HEAD + b"A b: c\r\n\r\n", 400),
        (HEAD + b"\xff\xfe: c\r\n\r\n", 400),
        (HEAD + b"Origin: null\r\n\r\n", 403),
        (HEAD + b"Origin: http://{host}\r\nOrigin: http://evil.example\r\n\r\n", 400),
        (HEAD + b"Sec-Fetch-Site: none\r\nsec-fetch-site: cross-site\r\n\r\n", 400),
        (HEAD + b"Content-Length: 5\r\n\r\nhello", 400),
        (HEAD + b"Content-Length : 5\r\n\r\nhello", 400),
        (HEAD + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\nhello", 400),
        (HEAD + b"Content-Length: +5\r\n\r\nhello", 400),
        (HEAD + b"Content-Length: 5,5\r\n\r\nhello", 400),
        (HEAD + b"Content-Length: \xb2\r\n\r\nhello", 400),
        (HEAD + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", 400),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 501),
        (HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 501),
        (HEAD + b"Expect: 100-continue\r\n\r\n", 417),
        (HEAD.replace(b"GET", b"OPTIONS") + b"\r\n", 501),
        (HEAD.replace(b"GET", b"PUT") + b"Content-Length: 5\r\n\r\nhello", 400),
        (HEAD.replace(b"GET", b"DELETE") + b"\r\n", 501),
        (HEAD.replace(b"GET", b"TRACE") + b"\r\n", 501),
        (HEAD.replace(b"GET", b"__init__") + b"\r\n", 501),
        (HEAD.replace(b"GET", b"get") + b"\r\n", 501),
        (HEAD.replace(b"GET /", b"GET /%ff") + b"\r\n", 400),
        (HEAD.replace(b"GET /", b"GET /%c0%ae%c0%ae/") + b"\r\n", 400),
        (HEAD.replace(b"GET /", b"GET /%ed%a0%bd") + b"\r\n", 400),
        (HEAD.replace(b"GET /", b"GET /\xd8\xae") + b"\r\n", 404),  # letters that were not encoded
        (HEAD.replace(b"GET /", b"GET /%") + b"\r\n", 404),
        (HEAD.replace(b"GET /", b"GET /%zz") + b"\r\n", 404),
        (HEAD.replace(b"GET /", b"GET /a\x00b") + b"\r\n", 404),
        (HEAD.replace(b"GET /", b"GET /" + b"a" * 300) + b"\r\n", 404),
        (HEAD.replace(b"GET /", b"GET /" + b"a/" * 3000) + b"\r\n", 404),
    ],
)
def test_a_request_gets_the_status_that_says_what_is_wrong(
    servers: list[LocalServer], request_: bytes, status: int, capfd: pytest.CaptureFixture[str]
) -> None:
    for server, usual in zip(servers, (status, {200: 307}.get(status, status)), strict=True):
        answer = sent(server, request_)
        assert answer.startswith(b"HTTP/1.1 %d " % usual), answer[:200]
        assert answer.count(b"HTTP/1.1 ") == 1, "what followed a refused head was taken for a request"
        head = answer.partition(b"\r\n\r\n")[0]
        for header in (b"nosniff", b"X-Frame-Options: DENY", b"frame-ancestors 'none'", b"Cache-Control: no-store"):
            assert header in head
    assert capfd.readouterr().err == ""


def test_requests_in_one_go_are_answered_in_order(server: LocalServer) -> None:
    answer = sent(server, (HEAD + b"\r\n") * 3 + HEAD.replace(b"/ ", b"/none ") + b"\r\n")
    assert re.findall(rb"HTTP/1\.1 (\d+) ", answer) == [b"200"] * 3 + [b"404"]


def test_a_body_that_does_not_come_whole_decides_nothing(servers: list[LocalServer]) -> None:
    head = b"POST /review/decide HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Length: %d\r\n\r\n"
    assert sent(servers[1], head % 20 + b'{"by": "x"').startswith(b"HTTP/1.1 400 ")
    assert sent(servers[1], head % (LARGEST_REQUEST + 1)).startswith(b"HTTP/1.1 413 ")


def test_a_client_that_sends_letter_by_letter_is_left(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("warraq.press.local_server.SECONDS_FOR_A_REQUEST", 0.2)
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        until(lambda: not takes(connection, b"G"))
    assert sent(server, HEAD + b"\r\n").startswith(b"HTTP/1.1 200 ")
    assert capfd.readouterr().err == ""


def takes(connection: socket.socket, data: bytes) -> bool:
    try:
        connection.sendall(data)
    except OSError:
        return False
    return True


def test_a_connection_too_many_is_closed_and_makes_room_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warraq.press.local_server.MOST_CONNECTIONS", 3)
    with running(of_site(tmp_path)) as server:
        waiting = [socket.create_connection(("127.0.0.1", server.server_port), timeout=10) for _ in range(3)]
        for connection in waiting:
            connection.sendall(b"GET")
        until(lambda: sent(server, HEAD + b"\r\n") == b"")
        for connection in waiting:
            connection.close()
        until(lambda: sent(server, HEAD + b"\r\n").startswith(b"HTTP/1.1 404 "))


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_mistake_of_ours_is_told_and_the_server_lives_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(of_site(tmp_path)) as server:
        with monkeypatch.context() as broken:
            broken.setattr("warraq.press.serving.file_at", lambda *_: 1 / 0)
            answer = sent(server, HEAD + b"\r\n")
            assert answer.startswith(b"HTTP/1.1 500 ")
            assert b"This is our mistake" in answer
            assert "ZeroDivisionError" in capfd.readouterr().err
        assert sent(server, HEAD + b"\r\n").startswith(b"HTTP/1.1 404 ")


def test_noise_gets_an_answer_or_is_closed(servers: list[LocalServer], capfd: pytest.CaptureFixture[str]) -> None:
    """`python3 tasks.py fuzz --examples 5000` sends 5,000."""
    chance = random.Random(13)
    whole = HEAD + b"Origin: http://{host}\r\nContent-Length: 0\r\nSec-Fetch-Site: none\r\nAccept: */*\r\n\r\n"
    pieces = [
        b"\r\n",
        b"\n",
        b"\r",
        b"\0",
        b":",
        b" ",
        b"\t",
        b"HTTP/1.1",
        b"%00",
        b"..",
        b"\xff",
        b"Host: x\r\n",
        b"9" * 99,
    ]
    for number in range(MANY):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 0, 1, 9))] = chance.choice([*pieces, bytes([chance.randrange(256)])])
        answer = sent(servers[number % 2], bytes(data))
        assert answer == b"" or answer.startswith(b"HTTP/1.1 "), data
    assert sent(servers[0], HEAD + b"\r\n").startswith(b"HTTP/1.1 200 ")
    assert capfd.readouterr().err == ""
