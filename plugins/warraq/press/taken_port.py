"""
What is said where a port can't be had: who has it, if that is a server of this archive, and which ones are free.

The guide invites to `serve` and to `review`, which are one program at two ports. Whoever types both is told where the review stands already.
"""

from __future__ import annotations

import errno
import json
import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from warraq.archive.system_reason import system_reason
from warraq.language import Message, message

SERVING = "/-/serving"
"""The address, at both ports, at which a server says what it serves."""
FIRST, LAST = 8000, 65_534
"""Ports that are proposed; the review has the next one."""
MOST_TRIED = 100
SECONDS = 1.0
"""How long a server at a port that is taken may think about who it is."""
LONGEST = 10_000
"""Bytes of its answer."""
ADDRESS = re.compile(r"http://[\w.:\[\]-]{1,300}/(?:review/)?", re.ASCII)
"""What is printed of it: anybody's program may answer there."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A server of an archive."""

    archive: str
    """A hash of its place: it is told to whoever may read the site."""
    site: str
    review: str

    @classmethod
    def of(cls, root: Path, site: str, review: str) -> Serving:
        """Describe the server of the archive at `root`."""
        return cls(sha256(str(root.resolve()).encode("utf-8", "surrogatepass")).hexdigest(), site, review)

    def to_bytes(self) -> bytes:
        """Give it as JSON."""
        return json.dumps({"archive": self.archive, "site": self.site, "review": self.review}).encode()


def why_not_bound(root: Path, error: OSError | OverflowError, listen: str, port: int) -> Message:
    """Say which of the two is the reason: the address, which this machine may not have, or the port; and what to do."""
    reason = str(error) if isinstance(error, OverflowError) else system_reason(error)
    number = getattr(error, "errno", 0)
    if isinstance(error, socket.gaierror) or number == errno.EADDRNOTAVAIL:
        return message(
            "This machine has no address {listen} ({reason}). Write one that it has, or leave --listen out.",
            listen=listen or "“”",
            reason=reason,
        )
    free = free_port(listen, port + 1 if FIRST <= port < LAST else FIRST)
    if number == errno.EADDRINUSE and (there := serving_at(listen, port)):
        ours = Serving.of(root, there.site, there.review)
        if ours == there:
            return message(
                "Port {port} can't be had: this archive is served already, the site at {site}, the review at {review}. "
                "For a second server: --port {free}",
                port=port,
                site=there.site,
                review=there.review,
                free=free,
            )
    return message(
        "Port {port} can't be had ({reason}). Choose another: --port {free}", port=port, reason=reason, free=free
    )


def free_port(listen: str, first: int) -> int:
    """Give a port that is free, as the one behind it is for the review; the first one where none is found."""
    tried = range(first, min(first + MOST_TRIED, LAST))
    return next((port for port in tried if _is_free(listen, port) and _is_free("127.0.0.1", port + 1)), first)


def _is_free(listen: str, port: int) -> bool:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(listen, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trying:
            trying.bind(address)
    except OSError:
        return False
    return True


def serving_at(listen: str, port: int) -> Serving | None:
    """Ask who answers at a port; None where that is no server of ours."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(listen, listen)  # noqa: S104 - it is asked here, and nothing is bound to it
    connection = HTTPConnection(host, port, timeout=SECONDS)
    with suppress(OSError, HTTPException, ValueError, TypeError, KeyError, RecursionError):
        connection.request("GET", SERVING)
        said = json.loads(connection.getresponse().read(LONGEST))
        site, review = str(said["site"]), str(said["review"])
        if ADDRESS.fullmatch(site) and ADDRESS.fullmatch(review):
            return Serving(str(said["archive"]), site, review)
    return None
