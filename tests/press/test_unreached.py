"""Why an address does not answer is said in the reader's language."""

from __future__ import annotations

import re
import socket
import ssl
from email.message import Message as Headers
from http.client import IncompleteRead, RemoteDisconnected
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from warraq.press.unreached import NO_ADDRESS, NO_CERTIFICATE, NO_HOST, NO_HTTP, NO_SECURITY, TOO_SLOW, why_unreached


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (URLError(socket.gaierror(-2, "Name or service not known")), NO_HOST),
        (socket.gaierror(-3, "Temporary failure in name resolution"), NO_HOST),
        (URLError(TimeoutError("timed out")), TOO_SLOW),
        (URLError(ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED]")), NO_CERTIFICATE),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER]"), NO_SECURITY),
        (IncompleteRead(b""), NO_HTTP),
        (RemoteDisconnected("Remote end closed connection"), NO_HTTP),
        (URLError("unknown url type: gopher"), NO_ADDRESS),
        (ValueError("unknown url type: 'x'"), NO_ADDRESS),
        (HTTPError("http://x", 503, "Service Unavailable", Headers(), None), "HTTP 503"),
    ],
    ids=str,
)
def test_the_usual_reasons_have_words(error: Exception, why: object) -> None:
    assert str(why_unreached(error)) == str(why)


def test_an_address_at_which_nothing_listens_is_refused_in_our_words() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(URLError) as raised:
        urlopen(f"http://127.0.0.1:{port}/", timeout=5)
    why = why_unreached(raised.value)
    assert not isinstance(why, str) and re.findall("[A-Za-z]", why.text("ar")) == []
