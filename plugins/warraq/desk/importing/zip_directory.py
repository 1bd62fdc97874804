"""
The list of entries at the end of a ZIP file, made readable where a single entry of it is not.

Python's `zipfile` refuses the whole file for one entry that needs a newer version of the format, or has a name that is no UTF-8
though it says so, or a broken extra field. Here those three are mended in what `zipfile` reads of the list, so that the other
entries can be read; the entry itself is then read as far as it can be, and its checksum decides.
"""

from __future__ import annotations

import io
import struct

HEAD = struct.Struct("<4sBBHHHHHIIIHHHHHII")
"""Of one entry in the list: signature, versions, flags … lengths of name, extra field and comment …"""
SIGNATURE = b"PK\x01\x02"
NEWEST = 63
"""The newest version of the format, times ten, that `zipfile` reads."""
VERSION_AT, FLAGS_AT = 6, 8
IS_UTF_8 = 0x800
ZIP64 = 0x0001
UNICODE_NAME = 0x7075
"""A second name, which some versions of Python read, and which may be no UTF-8."""
NO_FIELD = 0xFFFF
"""The id of an extra field that nobody reads."""


class ForgivingFile(io.FileIO):
    """A ZIP file for `zipfile.ZipFile`; while it `forgives`, a list of entries is given mended."""

    forgives = True

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as a file does."""
        data = super().read(-1 if size is None else size) or b""
        return mended(data) if self.forgives and data.startswith(SIGNATURE) else data


def mended(directory: bytes) -> bytes:
    """Give a list of entries of the same length with every entry that would stop the reading of the list mended."""
    made = bytearray(directory)
    at = 0
    while at + HEAD.size <= len(made) and made.startswith(SIGNATURE, at):
        fields = HEAD.unpack_from(made, at)
        flags, (name_length, extra_length, comment_length) = fields[4], fields[11:14]
        name_at = at + HEAD.size
        extra_at = name_at + name_length
        made[at + VERSION_AT] = min(made[at + VERSION_AT], NEWEST)
        if flags & IS_UTF_8 and not _is_utf_8(directory[name_at:extra_at]):
            struct.pack_into("<H", made, at + FLAGS_AT, flags & ~IS_UTF_8)
        extra = directory[extra_at : extra_at + extra_length]
        if not _is_sound(extra, 8 * (fields[9], fields[10], fields[17]).count(0xFFFFFFFF)):
            made[extra_at : extra_at + extra_length] = _unread(len(extra))
        at = extra_at + extra_length + comment_length
    return bytes(made)


def _is_utf_8(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_sound(extra: bytes, large: int) -> bool:
    """
    Tell whether `zipfile` reads an extra field: parts of an id, a length and as many bytes.

    `large`: bytes of the sizes and the offset that don't fit the list itself and stand here.
    """
    while len(extra) >= 4:
        number, length = struct.unpack_from("<HH", extra)
        if length + 4 > len(extra):
            return False
        if number == ZIP64 and length < large:
            return False
        if number == UNICODE_NAME:
            return False
        extra = extra[length + 4 :]
    return True


def _unread(length: int) -> bytes:
    """Give an extra field that nobody reads."""
    return (struct.pack("<HH", NO_FIELD, length - 4) if length >= 4 else b"").ljust(length, b"\0")
