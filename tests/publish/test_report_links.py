"""Addresses outside: whatever they and their hosts answer, all of them are asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from warraq.press.report_links import dead


@pytest.fixture
def nonsense(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the address of a host that answers, but not in HTTP; no test waits before it asks again."""
    monkeypatch.setattr("warraq.press.report_links.time.sleep", lambda _: None)
    monkeypatch.setattr("warraq.press.public_address.is_public", lambda _: True)
    monkeypatch.setattr("warraq.press.public_address.ALLOWED_PORTS", range(65536))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            for _ in range(2):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(1000)
                    connection.sendall(b"nonsense\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def test_a_host_that_talks_nonsense_and_an_address_that_is_none_are_named_like_the_silent(nonsense: str) -> None:
    told = {address: str(why) for address, why in dead([nonsense, "https://[x/"]).items()}
    assert told == {
        nonsense: "what answers there is no web server, or broke off",
        "https://[x/": "it is no address of the web",
    }
