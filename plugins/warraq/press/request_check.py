"""
Who may ask the local server.

Every page that is open in the same browser can send requests to a server on this machine, and a name that another DNS server leads
here makes such a page look like one of ours. So a request has to name this server as it is known here, and a browser, which says
on whose behalf it asks (Fetch Metadata), has to ask on behalf of a page of this server or of the person at the keyboard.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address

from warraq.language import Message, message

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
PARTS_OF_PAGES = frozenset(
    {"iframe", "frame", "fencedframe", "object", "embed", "worker", "sharedworker", "serviceworker"}
)
"""What a browser may want an answer for, and no page of ours does: a page within a page takes clicks that were meant for another."""

OTHER_NAME = message("This server does not go by this name or at this port. They are given by --listen and --port.")
OTHER_SITE = message("Another site asks for this. If it was you, type the address yourself.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer to a request that is not obeyed."""

    status: HTTPStatus
    reason: Message


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges the requests of one server."""

    names: Collection[str] = LOOPBACK_NAMES
    """Host names and addresses, in small letters, without brackets."""
    opened_by_hand_only: bool = False
    """Refuse to be opened by a link of another site: two quick clicks there could fall, the second here, on a button."""

    def refusal(self, method: str, headers: Mapping[str, str], reached_at: tuple[str, int]) -> Refusal | None:
        """
        Say why a request is refused; None where it may be answered.

        The names of headers are written `Like-This`; `reached_at` is the address, with its port, at which the connection came in.
        """
        host = headers.get("Host", "")
        if not self._is_own(host, *reached_at):
            return Refusal(HTTPStatus.FORBIDDEN, OTHER_NAME)
        origin = headers.get("Origin")
        foreign = origin is not None and origin.casefold() != f"http://{host}".casefold()
        if foreign or (method == "POST" and origin is None) or not self._is_wanted(method, headers):
            return Refusal(HTTPStatus.FORBIDDEN, OTHER_SITE)
        return None

    def _is_own(self, host: str, own_address: str, own_port: int) -> bool:
        name, colon, port = host.rpartition(":")
        if not colon or port.endswith("]"):
            name, port = host, "80"
        known = (f"[{each}]" if ":" in each else each for each in (*self.names, own_address))
        return port == str(own_port) and name.casefold() in known

    def _is_wanted(self, method: str, headers: Mapping[str, str]) -> bool:
        """Judge by what the browser says of the request; one that says nothing is too old, or is no browser."""
        site = headers.get("Sec-Fetch-Site", "none")
        purpose = headers.get("Sec-Fetch-Dest", "")
        if purpose in PARTS_OF_PAGES:
            return False
        # A page that another site has loaded in advance is one that nobody opened, whatever the browser says of the site.
        if self.opened_by_hand_only and "prefetch" in headers.get("Sec-Purpose", "").casefold():
            return False
        if site in ("same-origin", "none"):
            return True
        opened = method in ("GET", "HEAD") and purpose == "document" and headers.get("Sec-Fetch-Mode") == "navigate"
        return opened and not self.opened_by_hand_only


def is_loopback(address: str) -> bool:
    """Return whether only this machine reaches an address."""
    try:
        return ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False
