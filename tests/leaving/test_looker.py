"""The looker of the marker test sees a marker however it is stored: else the marker test proves nothing."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable
from html import escape
from urllib.parse import quote

import pytest

from .looker import marker, markers_in


def zipped(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a/b.txt", text)
    return out.getvalue()


WAYS: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "UTF-16": lambda t: t.encode("utf-16"),
    "UTF-16, big end first, at an odd place": lambda t: b"x" + t.encode("utf-16-be"),
    "Windows-1256": lambda t: t.encode("cp1256"),
    "ISO 8859-6": lambda t: t.encode("iso8859-6"),
    "gzip": lambda t: gzip.compress(t.encode()),
    "bzip2": lambda t: bz2.compress(t.encode()),
    "xz": lambda t: lzma.compress(t.encode()),
    "zip": zipped,
    "zip in base64": lambda t: base64.b64encode(zipped(t)),
    "zlib within a picture": lambda t: b"\x89PNG\0\0zTXt\0\0" + zlib.compress(t.encode()) + b"IEND",
    "gzip in zip": lambda t: zipped(base64.b64encode(gzip.compress(t.encode())).decode()),
    "base64": lambda t: b"data:;base64," + base64.b64encode(t.encode()),
    "base64, one byte later": lambda t: base64.b64encode(b"1" + t.encode()),
    "base64, two bytes later": lambda t: base64.b64encode(b"12" + t.encode()),
    "base64 of addresses": lambda t: base64.urlsafe_b64encode(t.encode()),
    "hexadecimal": lambda t: t.encode().hex().upper().encode(),
    "percent-encoded": lambda t: quote(t).encode(),
    "percent-encoded twice": lambda t: quote(quote(t)).encode(),
    "JSON's escapes": lambda t: json.dumps(t).encode(),
    "JSON in HTML": lambda t: escape(json.dumps(t)).encode(),
    "entities": lambda t: "".join(f"&#{ord(c)};" for c in t).encode(),
    "entities, hexadecimal, twice": lambda t: escape("".join(f"&#x{ord(c):x};" for c in t)).encode(),
    "cut by marks": lambda t: f"{t[:3]}<ins class=x>{t[3:5]}</ins>{t[5:]}".encode(),
    "cut by escaped marks": lambda t: escape(f"{t[:3]}<ins>{t[3:5]}</ins>{t[5:]}").encode(),
    "with tatweel and vowels": lambda t: "\N{ARABIC TATWEEL}\N{ARABIC FATHA}".join(t).encode(),
    "with invisible characters": lambda t: "\N{ZERO WIDTH JOINER}".join(t).encode(),
    "in capitals": lambda t: t.upper().encode(),
    "in wide letters": lambda t: "".join(chr(ord(c) + 0xFEE0) if c.isascii() else c for c in t).encode(),
    "reversed": lambda t: t[::-1].encode(),
    "among bytes of numbers": lambda t: b"\xff\x80\x01\x0e" + t.encode() + b"\x80\xff",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("latin", [False, True], ids=["Arabic", "Latin"])
def test_a_marker_is_seen_however_it_is_stored(way: str, latin: bool) -> None:  # noqa: FBT001 - a column of the table
    word = marker(48879, latin=latin)
    assert list(markers_in([("x", WAYS[way](word))])) == [word]


def test_the_name_of_a_file_is_looked_at_and_other_words_are_none() -> None:
    assert markers_in([(f"articles/{quote(marker(3))}/index.html", b"")]) == {
        marker(3): ["articles/%D8%B6%D8%B8%D8%BA%D8%AB%D8%AB%D8%AB%D8%AE/index.html"]
    }
    assert markers_in([("x", "ضابط ظرف غرض zqxj".encode()), ("y", bytes(range(256)))]) == {}
