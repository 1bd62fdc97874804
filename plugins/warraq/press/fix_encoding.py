"""`fix-encoding`: a Markdown file that an old program saved as windows-1256 or UTF-16, written anew as UTF-8."""

from __future__ import annotations

from pathlib import Path

from warraq.archive.decoding import encoding_of
from warraq.desk.lock import Lock
from warraq.desk.writing import rewrite
from warraq.language import Message, message


def fix_encoding(file: Path, lock: Lock) -> Message:
    """
    Convert one file, unless its encoding is unknown or UTF-8 already; return the message about it.

    A ChangedMeanwhileError where somebody saved the file in that moment; it stays then.
    """
    data = file.read_bytes()
    name = encoding_of(data)
    if name is None or (name == "windows-1256" and _is_utf8(data)):
        return message("{path} stays as it is: it is neither windows-1256 nor UTF-16.", path=file.as_posix())
    after = data.decode("cp1256" if name == "windows-1256" else name).lstrip("\ufeff").encode()
    with lock:
        rewrite(file, data, after)
    return message("{path} was {encoding}, and is UTF-8 now. Read it once more.", path=file.as_posix(), encoding=name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
