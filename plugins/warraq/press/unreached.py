"""Why an address of the web does not answer, as a sentence that has a translation."""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPException
from urllib.error import HTTPError, URLError

from warraq.archive.system_reason import system_reason
from warraq.language import Message, message

NO_HOST = message("there is no server of that name, or no network here")
TOO_SLOW = message("it did not answer in time")
NO_CERTIFICATE = message("its certificate is not valid")
NO_SECURITY = message("no secure connection could be made")
NO_HTTP = message("what answers there is no web server, or broke off")
NO_ADDRESS = message("it is no address of the web")


def why_unreached(error: Exception) -> Message | str:
    """Give the reason of an error that a request raised."""
    if isinstance(error, HTTPError):
        return f"HTTP {error.code}"
    if isinstance(error, URLError) and isinstance(error.reason, Exception):
        return why_unreached(error.reason)
    kinds: tuple[tuple[type[Exception], Message], ...] = (
        (socket.gaierror, NO_HOST),
        (TimeoutError, TOO_SLOW),
        (ssl.SSLCertVerificationError, NO_CERTIFICATE),
        (ssl.SSLError, NO_SECURITY),
        (HTTPException, NO_HTTP),
        (URLError, NO_ADDRESS),
    )
    known = next((reason for kind, reason in kinds if isinstance(error, kind)), None)
    if known is None and isinstance(error, OSError):
        return system_reason(error)
    return known or NO_ADDRESS
