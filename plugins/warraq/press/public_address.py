"""
Requests to public addresses only.

An article can hold any address, and whoever checks it asks from inside: of the editor's own network, or of a cloud's where
`169.254.169.254` gives away keys. So each host is resolved first, and only if all of its addresses are public is one of these
connected to, so that no second answer of its name server leads elsewhere. Each redirect is checked like the first address.
"""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from warraq.language import Message, message

PORTS = {"http": 80, "https": 443}
ALLOWED_PORTS = frozenset({80, 443, 8000, 8080, 8443})
LOCAL_NAMES = frozenset(
    {"localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "test", "onion"}
)
"""Last labels of names that are no public host's (RFC 6761, RFC 6762, RFC 8375, ICANN's reserved ones)."""
TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 within IPv6 where a network has no IPv4 of its own (RFC 6052)."""
MOST_REDIRECTS = 8
MOVED = frozenset({301, 302, 303, 307, 308})
Address = IPv4Address | IPv6Address


class NotAskedError(Exception):
    """An address that is not asked, and why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


class Target(NamedTuple):
    """Where a request goes: the checked parts of an address. Name and password in it are left out."""

    scheme: str
    host: str
    port: int
    path: str
    """With its query, percent-encoded."""


def status(address: str, seconds: float) -> int:
    """
    Request an address and give the status of its last answer; redirects are followed, contents are not read.

    Each request may take `seconds`. A NotAskedError where it, or a redirect, leads to what is not public; an OSError, ValueError
    or HTTPException where it does not answer.
    """
    for _ in range(MOST_REDIRECTS):
        code, moved_to = _answer(target_of(address), seconds)
        if code not in MOVED or not moved_to:
            return code
        address = urljoin(address, moved_to)
    raise NotAskedError(message("It redirects without an end."))


def target_of(address: str) -> Target:
    """Check scheme, port and name of an address, and encode it; a NotAskedError or ValueError where it is not public."""
    parts = urlsplit(address)
    if parts.scheme not in PORTS:
        raise NotAskedError(message("It is no address of the web."))
    host = (parts.hostname or "").rstrip(".").encode("idna").decode().lower()
    port = parts.port or PORTS[parts.scheme]
    if port not in ALLOWED_PORTS:
        raise NotAskedError(message("Port {port} is not one of the web's.", port=port))
    if ":" not in host and ("." not in host or host.rpartition(".")[2] in LOCAL_NAMES):
        raise NotAskedError(message("{host} is the name of no public host.", host=host))
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return Target(parts.scheme, host, port, f"{path}?{query}" if query else path)


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public network, whatever form it is written in."""
    if isinstance(address, IPv6Address):
        inside = IPv4Address(int(address) & 0xFFFFFFFF) if address in TRANSLATED else address.ipv4_mapped
        if inside:
            return is_public(inside)
        if address.sixtofour or address.teredo or address.is_site_local:  # ways into other networks, long out of use
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def public_addresses(host: str, port: int) -> list[str]:
    """Resolve a host; a NotAskedError if one of its addresses is not public."""
    found = list(dict.fromkeys(str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    for each in found:
        if "%" in each or not is_public(ip_address(each)):
            raise NotAskedError(message("It leads to this machine or to a private network ({address}).", address=each))
    return found


def _answer(target: Target, seconds: float) -> tuple[int, str]:
    """Give the status of an answer, and where it redirects to."""
    connection = _Checked(target, seconds)
    # A host that sends a byte now and then would never time out.
    alarm = threading.Timer(seconds, connection.cut)
    alarm.daemon = True
    alarm.start()
    try:
        headers = {"User-Agent": "warraq-links", "Accept": "*/*", "Connection": "close"}
        connection.request("GET", target.path, headers=headers)
        answer: HTTPResponse = connection.getresponse()
        return answer.status, answer.headers.get("Location", "")
    finally:
        alarm.cancel()
        connection.close()


class _Checked(HTTPConnection):
    """A connection to one of the checked addresses of a host, never to what its name means a moment later."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self.target, self.seconds = target, seconds
        self.default_port = PORTS[target.scheme]

    def connect(self) -> None:
        """Connect to the first address that takes the connection."""
        failure: OSError | None = None
        for address in public_addresses(self.target.host, self.target.port):
            try:
                self.sock = socket.create_connection((address, self.target.port), self.seconds)
            except OSError as error:
                failure = error
                continue
            if self.target.scheme == "https":
                context = ssl.create_default_context()
                self.sock = context.wrap_socket(self.sock, server_hostname=self.target.host)
            return
        raise failure or OSError("no address")

    def cut(self) -> None:
        """End the connection from outside."""
        with suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)
