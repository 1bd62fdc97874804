"""
What crawlers keep: records of WARC files, packed or not, alone or within a WACZ file.

Only answers that are HTML pages are rows. Their places are the bytes where their records begin, as an index (CDX) has them.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from warraq.archive.original import LARGEST_FILE
from warraq.language import message

from ..facts import NO_TEXT
from ..given import Given
from ..inputs import DAMAGE_OF_ZIP, Input
from ..position import Position
from .jsonl import DAMAGED

PAGES = ("text/html", "application/xhtml+xml")
FOUND = 200
"""The status of an answer that is the page which was asked for."""
ANSWERS = (WarcRecordType.response, WarcRecordType.resource)
PIECE = 1 << 16
"""Bytes that are read at a time; packed ones may be a thousand times as many."""
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
BETWEEN_RECORDS = 4
"""Line ends behind a record."""
TOO_LARGE = message("The page is larger than {limit} megabytes.", limit=LARGEST_FILE // 1_000_000)
UNREADABLE = message("The record can't be unpacked.")


def read_warc(of: Input, position: Position) -> Iterator[Given]:
    """Yield the pages of a WARC file."""
    at = 0
    try:
        with _opened(of) as file:
            for record in ArchiveIterator(file, parse_http=False):
                position.bytes = at = int(record.stream_pos)
                if record.record_type in ANSWERS and (found := _page(record, at)):
                    yield found
            is_whole = _ends_with_record(file, at)  # the library says nothing of a file that is cut
    except (OSError, *DAMAGE_OF_ZIP) as error:
        if isinstance(error, OSError) and not at and error.errno:
            raise
        is_whole = False
    if not is_whole:
        yield Given(at + 1, problem=DAMAGED)


def _ends_with_record(file: BinaryIO, at: int) -> bool:
    """Tell whether a file ends with the record that begins at a place."""
    file.seek(at)
    beginning = file.read(PIECE)
    if beginning.startswith(GZIP):
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while beginning and not unpacked.eof:
            unpacked.decompress(beginning)
            beginning = unpacked.unused_data or file.read(PIECE)
        return unpacked.eof and not beginning.strip(b"\0")
    head, end, _ = beginning.partition(b"\r\n\r\n")
    if not head.startswith(b"WARC/"):
        return not beginning or beginning.startswith(ZSTD)
    length = re.search(rb"(?i)\r\ncontent-length:\s*(\d+)", head)
    whole = at + len(head) + len(end) + (int(length[1]) if length else 0)
    size = file.seek(0, 2)
    return bool(end) and whole <= size <= whole + BETWEEN_RECORDS


@contextmanager
def _opened(of: Input) -> Iterator[BinaryIO]:
    if not of.member:
        with of.path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(of.path) as packed, packed.open(of.member) as member:
        yield cast("BinaryIO", member)


def _page(record: WarcRecord, at: int) -> Given | None:
    """Give the page of a record; None where it is none."""
    try:
        record.parse_http(auto_decode="all")
        status = record.http_headers.status_code if record.http_headers is not None else FOUND
        kind = (
            str(record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        )
        if status != FOUND or kind not in PAGES:
            return None
        data = record.reader.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        return Given(at, problem=UNREADABLE)
    if len(data) > LARGEST_FILE:
        return Given(at, problem=TOO_LARGE)
    if not data.strip():
        return Given(at, problem=NO_TEXT)
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
    return Given(at, bytes(data), is_text=False, facts={"address": address} if address else {})
