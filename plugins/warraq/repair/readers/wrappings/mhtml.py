"""
MHTML (RFC 2557): a page and its pictures as the parts of one mail.

Chrome writes it («Webpage, single file»), Internet Explorer, Edge, Opera and Word. The parts are found by their boundary alone, in
one pass; only their heads are read as mail.
"""

from __future__ import annotations

import binascii
import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as Mail

from warraq.archive.damage import why_damaged
from warraq.archive.original import Wrapping

from ..declared import codec_of
from .unwrapped import MOST_FILES, Unwrapped, bounded, damaged, too_many, without_page

LONGEST_HEAD = 16_000
"""Bytes of a part's head; Chrome writes the address of a picture into it, however long."""
DEEPEST = 4
"""Multiparts within multiparts."""
HEAD_END = re.compile(rb"\r?\n\r?\n")
VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
KIND = re.compile(
    rb"^Content-Type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)\b", re.IGNORECASE | re.MULTILINE
)
PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part that holds a file."""

    head: Mail
    body: bytes
    """As it stands in the mail, encoded."""

    @property
    def address(self) -> str:
        """Give its address; empty where it states none."""
        return _header(self.head, "Content-Location")

    @property
    def content_id(self) -> str:
        """Give the name by which other parts speak of it; empty where it has none."""
        return _header(self.head, "Content-ID").strip("<>")

    def data(self) -> bytes:
        """Give the file's bytes; an UnreadableError where they are damaged."""
        encoding = _header(self.head, "Content-Transfer-Encoding").lower()
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        if encoding == "base64":
            try:
                return binascii.a2b_base64(self.body)
            except binascii.Error as error:
                raise damaged("MHTML", why_damaged(error)) from None
        return self.body


def unpack(data: bytes) -> Unwrapped | None:
    """Take the page out of an MHTML file; None for any other, an UnreadableError where it holds none."""
    start = data[:LONGEST_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    end = HEAD_END.search(start)
    if end is None or not VERSION.search(head := start[: end.start()]) or not KIND.search(head):
        return None
    body = data[data.index(start[:80]) :]
    try:
        mail = message_from_bytes(head)
        leaves = list(_leaves(mail, body[end.end() :], 0))
        page = _page(mail, leaves)
        files = {address: leaf.data for leaf in leaves if leaf is not page for address in _addresses(leaf)}
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise damaged("MHTML", why_damaged(error)) from None
    charset = page.head.get_content_charset()
    address = _header(mail, "Snapshot-Content-Location") or page.address
    return Unwrapped(
        Wrapping.MHTML,
        page.address or page.content_id,
        bounded(page.data(), "MHTML"),
        codec_of(charset) if charset else None,
        address,
        files,
    )


def _leaves(head: Mail, body: bytes, depth: int) -> Iterator[Leaf]:
    """Yield the parts that hold files, in order."""
    boundary = head.get_boundary()
    if head.get_content_maintype() != "multipart" or not boundary:
        yield Leaf(head, body)
        return
    if depth == DEEPEST:
        raise too_many("MHTML")
    mark = b"--" + boundary.encode("utf-8", "surrogateescape")
    if body.count(mark) > MOST_FILES:
        raise too_many("MHTML")
    for part in re.split(rb"(?:\A|\r?\n)" + re.escape(mark) + rb"(?=--|[ \t]{0,9}\r?\n)", body)[1:]:
        if part.startswith(b"--"):
            return
        inside = part.partition(b"\n")[2]
        end = HEAD_END.search(inside[:LONGEST_HEAD])
        if end:
            yield from _leaves(message_from_bytes(inside[: end.start()]), inside[end.end() :], depth + 1)


def _page(mail: Mail, leaves: list[Leaf]) -> Leaf:
    """Find the page among the parts: the one that the head names, else the first."""
    pages = [leaf for leaf in leaves if leaf.head.get_content_type() in PAGES]
    if not pages:
        raise without_page("MHTML")
    start = str(mail.get_param("start") or "").strip("<> ")
    address = _header(mail, "Snapshot-Content-Location")
    named = (leaf for leaf in pages if start and leaf.content_id == start)
    placed = (leaf for leaf in pages if address and leaf.address == address)
    return next(named, None) or next(placed, None) or pages[0]


def _addresses(leaf: Leaf) -> Iterator[str]:
    if leaf.address:
        yield leaf.address
    if leaf.content_id:
        yield f"cid:{leaf.content_id}"


def _header(mail: Mail, name: str) -> str:
    """Read a header: long ones are folded, and what is not ASCII is encoded."""
    value = str(mail.get(name, "")).strip()
    if "=?" in value:
        with contextlib.suppress(MessageError, LookupError, ValueError):  # badly encoded, it stays as it is written
            value = str(make_header(decode_header(value)))
    return re.sub(r"\r?\n[ \t]+", "", value).strip()
