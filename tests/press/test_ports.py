"""Which address and ports a server has; where they are taken, one sentence says what to do."""

from __future__ import annotations

import errno
import socket
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from project import Project
from warraq.press.request_check import is_loopback
from warraq.press.serve import bound, serve
from warraq.press.serving import BuildState
from warraq.press.taken_port import why_not_bound


@pytest.mark.parametrize("address", ["", "nowhere.invalid", "203.0.113.1"])
def test_an_address_that_this_machine_has_not_is_reported_in_a_sentence(
    tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project.empty(tmp_path)
    assert serve(project.root, address, 0) == 1
    assert capsys.readouterr().out.startswith(f"ليس لهذا الجهاز عنوان {address or '“”'} (")


@pytest.mark.parametrize("listen", ["0.0.0.0", "localhost"])
def test_the_site_may_be_for_the_network_and_the_review_never_is(tmp_path: Path, listen: str) -> None:
    site, review = bound(tmp_path, BuildState(tmp_path, "en"), listen, 0)
    assert is_loopback(review.listens_at)
    assert is_loopback(site.listens_at) is (listen == "localhost")
    # A person elsewhere is not led to an address at which the own machine answers.
    assert bool(getattr(site.RequestHandlerClass, "review_address", "")) is is_loopback(site.listens_at)
    site.server_close()
    review.server_close()


def test_the_review_has_the_next_port_or_another_where_that_is_taken(tmp_path: Path) -> None:
    first, its_review = bound(tmp_path, BuildState(tmp_path, "en"), "127.0.0.1", 0)
    port = its_review.server_port - 1
    with suppress(OSError):  # somebody else's
        second, other_review = bound(tmp_path, BuildState(tmp_path, "en"), "127.0.0.1", port)
        assert second.server_port == port
        assert other_review.server_port not in (port, its_review.server_port)
        second.server_close()
        other_review.server_close()
    first.server_close()
    its_review.server_close()


def test_who_wants_a_second_server_is_led_to_the_first_one_or_to_a_port_that_is_free(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a" / "content").mkdir(parents=True)
    (tmp_path / "b" / "content").mkdir(parents=True)
    servers = bound(tmp_path / "a", BuildState(tmp_path / "a", "en"), "127.0.0.1", 0)
    site, review = servers
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    for taken in servers:  # `serve`, then `review`, then `review --port 8001`
        for listen, name in (("127.0.0.1", "a"), ("0.0.0.0", "a"), ("127.0.0.1", "b")):
            assert serve(tmp_path / name, listen, taken.server_port) == 1
            said = capsys.readouterr().out
            led = f"{site.url}/" in said and f"{review.url}/review/" in said
            assert led is (name == "a"), said
            free = int(said.rsplit("--port ", 1)[1].strip())
            assert free not in (site.server_port, review.server_port)
            others = bound(tmp_path / "b", BuildState(tmp_path / "b", "en"), "127.0.0.1", free)
            assert [other.server_port for other in others] == [free, free + 1]
            for other in others:
                other.server_close()
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    "said", [b"[" * 99_999, b"null", b'{"archive": "", "site": "http://x/\\u001b[2J", "review": "x"}']
)
def test_a_port_of_a_program_that_says_nonsense_is_only_taken(tmp_path: Path, said: bytes) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]

        def nonsense() -> None:
            with silent.accept()[0] as asked:
                asked.recv(10_000)
                asked.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(said) + said)

        threading.Thread(target=nonsense, daemon=True).start()
        why = why_not_bound(tmp_path, OSError(errno.EADDRINUSE, "x"), "127.0.0.1", port)
        assert str(why).startswith(f"Port {port} can't be had")
