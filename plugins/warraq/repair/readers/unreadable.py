"""Files of `originals/` that hold no readable text, and what is wrong with them."""

from __future__ import annotations

from warraq.language import Message, message


class UnreadableError(Exception):
    """Says what is wrong with the file and what a person can do about it."""

    def __init__(self, what: Message, todo: Message, at: int = 0, *, wrapping: bool = False) -> None:
        super().__init__(f"{what} {todo}")
        self.what = what
        self.todo = todo
        self.at = at
        """The place of the first byte that can't be read, from 0."""
        self.wrapping = wrapping
        """It is about a page in a wrapping, or the wrapping."""


def empty() -> UnreadableError:
    """Complain of a file that holds nothing."""
    return UnreadableError(
        message("The file holds no text."),
        message("Put the original's text into it, or delete it."),
    )


def binary(what: str, data: bytes, at: int = 0) -> UnreadableError:
    """Name the kind of a file that is not a text: a picture, a program, an archive."""
    return UnreadableError(
        message(
            "This is not a text ({kind}): byte {at} of the file is {byte}.",
            kind=what,
            at=at + 1,
            byte=f"0x{data[at]:02X}",
        ),
        message("Export its text as UTF-8, and put that file here."),
        at,
    )


def undecodable(data: bytes, at: int, encoding: str) -> UnreadableError:
    """Name the byte that makes no sense in the encoding that everything else speaks for."""
    return UnreadableError(
        message(
            "Byte {at} of the file, {byte} in line {line}, is not {encoding}.",
            at=at + 1,
            byte=f"0x{data[at]:02X}",
            line=data.count(b"\n", 0, at) + 1,
            encoding=encoding,
        ),
        message("Save the file as UTF-8 again from where it came from; Warraq does not guess at lost letters."),
        at,
    )
