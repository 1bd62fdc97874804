"""What the libraries say of damaged bytes is said in the reader's language."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import lzma
import plistlib
import re
import zipfile
import zlib
from collections.abc import Callable

import pytest

from warraq.archive.damage import CHANGED, CUT, NO_LIST, OTHERWISE, why_damaged
from warraq.language import Message

PACKED = gzip.compress(bytes(range(256)) * 9)


def zipped(damage: Callable[[bytes], bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", b"x" * 500)
    with zipfile.ZipFile(io.BytesIO(damage(held.getvalue()))) as archive:
        return archive.read("a.txt")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(
    ("reading", "why"),
    [
        (lambda: gzip.decompress(PACKED[:-20]), CUT),
        (lambda: zlib.decompress(zlib.compress(b"x" * 99)[:-6]), CUT),
        (lambda: lzma.decompress(lzma.compress(b"x" * 99)[:-9]), CUT),
        (lambda: base64.b64decode("YWJjZ", validate=True), CUT),
        (lambda: base64.b64decode("YWJjZA", validate=True), CUT),
        (lambda: gzip.decompress(PACKED[:30] + b"\xff\xff" + PACKED[32:]), CHANGED),
        (lambda: zipped(lambda data: data.replace(b"xxx", b"xyx", 1)), CHANGED),
        (lambda: zipped(lambda data: data[:90]), NO_LIST),
        (lambda: plistlib.loads(b"bplist00rubbish"), OTHERWISE),
        (lambda: read('a,b\n"never closed,b\n'), "a quotation mark is never closed"),
        (lambda: read('"a"b,c\n'), None),
        (lambda: read("x" * 200_000), "field larger than field limit (131072)"),
    ],
    ids=lambda given: str(given) if given is None or isinstance(given, str) else "reading",
)
def test_few_words_for_what_libraries_say(reading: Callable[[], object], why: Message | str | None) -> None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - each library has errors of its own
        reading()
    said = why_damaged(raised.value)
    assert why is None or str(said) == str(why)
    assert re.findall("[A-Za-z]+", said.text("ar")) == []
