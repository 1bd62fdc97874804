"""
The text of a file that editors write: UTF-8, with or without a byte order mark.

Old Windows programs save Arabic as windows-1256 and some save UTF-16. Guessing would put wrong letters into an archive, so the
problem names the encoding and the command that converts the file.
"""

from __future__ import annotations

import re

from warraq.language import Message, message

from .problem import Problem
from .typed_name import typed_name

ARABIC = re.compile("[\u0621-\u064a]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text has; the last ones can be in no feed either (XML 1.0, 2.2)."""
CONTROL_BYTES = bytes(byte for byte in range(128) if CONTROL.match(chr(byte)))
MARKS = "\N{ZERO WIDTH NO-BREAK SPACE}"


def conversion_advice(path: str) -> Message:
    """Say how to make a file UTF-8."""
    return message("Convert it with: python3 tasks.py fix-encoding --only {path}", path=typed_name(path))


def encoding_of(data: bytes) -> str | None:
    """Name the encoding of bytes that are not UTF-8: `utf-16`, `windows-1256`, or None where neither fits."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    zeros = data[:400].count(0)
    if zeros > len(data[:400]) // 5:
        # Latin front matter in UTF-16 has a zero in every second byte: which one tells the order.
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    replaced = data.decode(errors="replace")
    if len(ARABIC.findall(replaced)) > replaced.count("\N{REPLACEMENT CHARACTER}"):
        return None  # UTF-8 with a few broken bytes
    try:
        letters = data.decode("cp1256")
    except UnicodeDecodeError:
        return None
    return "windows-1256" if len(ARABIC.findall(letters)) * 3 > sum(byte > 127 for byte in data) else None


def decode_file(path: str, data: bytes) -> str | Problem:
    """Decode a file that editors write, without its byte order mark and with line feeds only; a Problem says why it can't be decoded."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:400].count(0) > len(data[:400]) // 5:
        return Problem(
            path, 0, 0, "", message("The file is {encoding}, not UTF-8.", encoding="UTF-16"), conversion_advice(path)
        )
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if name := encoding_of(data):
            return Problem(
                path, line, 0, "", message("The file is {encoding}, not UTF-8.", encoding=name), conversion_advice(path)
            )
        return Problem(
            path,
            line,
            0,
            "",
            message("Byte {byte} is not UTF-8.", byte=f"0x{data[error.start]:02X}"),
            message("Write that line anew and save the file as UTF-8."),
        )
    text = text.lstrip(MARKS).replace("\r\n", "\n").replace("\r", "\n")
    if _may_have_control(data) and (found := CONTROL.search(text)):
        before = text[: found.start()]
        place = before.count("\n") + 1, found.start() - before.rfind("\n")
        return Problem(path, *place, "", *explain_control(found[0]))
    return text


def _may_have_control(data: bytes) -> bool:
    """Tell whether UTF-8 may have a character of `CONTROL`; looking at bytes takes a twentieth of the time."""
    return len(data.translate(None, CONTROL_BYTES)) < len(data) or b"\xef\xbf\xbe" in data or b"\xef\xbf\xbf" in data


def explain_control(character: str) -> tuple[Message, Message]:
    """Say what is wrong with a character that no text has, and what to do."""
    what = message("An invisible control character ({code}) stands here.", code=f"U+{ord(character):04X}")
    return what, message("Delete it.")
