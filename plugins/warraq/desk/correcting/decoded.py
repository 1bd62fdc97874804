"""
The bytes of a table as text, whatever program saved it.

UTF-8 is tried first. What is none may be windows-1256, in which hardly two letters are UTF-8 by chance; or UTF-8 of which a
byte was lost: read as windows-1256, all its Arabic would be other letters, and get into articles.
"""

from __future__ import annotations

from warraq.language import Message, message

BROKEN = "\N{REPLACEMENT CHARACTER}"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class NoSheetError(Exception):
    """A table that can't be read or written: why, and what to do."""

    def __init__(self, what: Message, line: int = 0) -> None:
        super().__init__(str(what))
        self.what = what
        self.line = line


def decoded(data: bytes) -> tuple[str, bool]:
    """Give a table's text, and whether an old program saved it, in an encoding that lacks letters; a NoSheetError where it is neither."""
    charset = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = data.decode(charset, "replace").lstrip(BOM)
    if "\0" in text.partition("\n")[0]:
        raise NoSheetError(message("This is no CSV file. Save the table as CSV (UTF-8) or as .xlsx."), 1)
    try:
        data.decode(charset)
    except UnicodeDecodeError as error:
        broken = text.count(BROKEN)
        if charset == "utf-8" and broken > sum(not letter.isascii() for letter in text) - broken:
            return data.decode("cp1256", "replace"), True
        line = data[: error.start].decode(charset, "replace").count("\n") + 1
        what = message("A letter of this line is broken. Write it anew, and save the table as CSV UTF-8.")
        raise NoSheetError(what, line) from None
    return text, False
