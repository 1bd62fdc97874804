"""
Why a file's bytes can't be read, as a sentence that has a translation: the libraries that read them say it in English alone.

They have many words for few reasons. A person can do the same about most of them, to get the file again, so the words below are few too.
"""

from __future__ import annotations

from warraq.language import Message, message

CUT = message("it ends too early")
CHANGED = message("bytes of it were lost or changed")
NO_LIST = message("it has no list of its files")
OTHERWISE = message("it is not written as such a file is")
REASONS: tuple[tuple[str, Message], ...] = (
    ("field larger than field limit (131072)", message("field larger than field limit (131072)")),
    ("unexpected end of data", message("a quotation mark is never closed")),
    ("expected after", message("behind a closing quotation mark stands something else than the end of its cell")),
    ("new-line character seen", message("its lines end in several ways")),
    ("line contains NUL", message("it holds bytes that are no text")),
    ("is not a zip file", NO_LIST),
    ("truncated", CUT),
    ("ended before", CUT),
    ("end of file", CUT),
    ("incorrect padding", CUT),
    ("number of data characters", CUT),
    ("requires a buffer", CUT),
    ("crc", CHANGED),
    ("bad magic number", CHANGED),
    ("decompressing", CHANGED),
    ("data check", CHANGED),
    ("overlap", CHANGED),
)
"""By words of the libraries: `csv`, `zipfile`, `zlib`, `lzma`, `binascii`, `struct`."""


def why_damaged(error: BaseException) -> Message:
    """Give the reason of an error that a library raised at a file's bytes."""
    if isinstance(error, EOFError):
        return CUT
    said = str(error).lower()
    return next((reason for words, reason in REASONS if words in said), OTHERWISE)
