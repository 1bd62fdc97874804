"""
Writing files whole or not at all: to a temporary file in the same folder, which is then renamed.

Text has line feeds inside the program; an editor's file keeps the line ends that it had.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from .swapping import is_written_no_more, opening_waits, swap

NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)
"""What disks and systems answer that can't give a file two names (FAT, Android)."""


def write(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
    """
    Write a file whole, even if the program is interrupted; other programs never see half of it.

    The temporary file is beside it, or in the folder `by_way_of`, where the leftovers of a killed program do no harm.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(by_way_of or path.parent)
    try:
        with naming(path):
            temporary.write_bytes(data)
        try:
            temporary.replace(path)
        except OSError:
            if by_way_of is None:
                raise
            write(path, data)  # the folder lies on another file system
    finally:
        _remove(temporary)


@contextmanager
def naming(path: Path | str) -> Iterator[None]:
    """Let an error of the disk name the file: one that is opened and can't be written has no name of its own."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_new(path: Path, data: bytes, by_way_of: Path | None = None) -> bool:
    """
    Write a file whole unless there is one, or anything else of that name; give True if it was written.

    Of two programs that write it at once one gets True, and the file is that one's.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(by_way_of or path.parent)
    try:
        with naming(path):
            temporary.write_bytes(data)
        _name(temporary, path)
    except FileExistsError:
        return False
    except OSError as error:
        if by_way_of is None or error.errno != errno.EXDEV:
            raise
        return write_new(path, data)  # the folder lies on another file system
    finally:
        _remove(temporary)
    return True


class ChangedMeanwhileError(Exception):
    """A file is not what it was when its new text was made: an editor saved it. It stays as it is."""

    def __init__(self, path: Path, now: bytes | None, former: Path | None = None) -> None:
        super().__init__(str(path))
        self.path = path
        self.now = now
        """Its bytes; None: it is gone."""
        self.former = former
        """Where an earlier save is kept that was overtaken by another one at this very moment."""


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """
    Write a file anew that was `before` when `after` was made of it; a ChangedMeanwhileError where it is another one now.

    A link stays a link, and the file that it leads to is written; its permissions stay. On Linux no save is lost, at whatever
    moment it comes. Elsewhere the comparing and the renaming are two steps with nothing between them.
    """
    real = path.resolve()
    temporary = _temporary(real.parent)
    try:
        with naming(path):
            temporary.write_bytes(after)
        shutil.copymode(real, temporary)
        if not _is(real, before):
            raise ChangedMeanwhileError(path, real.read_bytes())
        if before == after:
            return
        with opening_waits(temporary) as is_opened:
            if not swap(temporary, real):
                temporary.replace(real)
                return
            if _is(temporary, before):
                return
            saved = temporary.read_bytes()
            swap(temporary, real)
            is_read = is_opened()
        former = _overtaken(real, temporary, saved, after, is_read=is_read)
        raise ChangedMeanwhileError(path, real.read_bytes(), former)
    except FileNotFoundError:
        raise ChangedMeanwhileError(path, None) from None
    finally:
        _discard(temporary, before, after)


def _overtaken(real: Path, temporary: Path, saved: bytes, after: bytes, *, is_read: bool) -> Path | None:
    """
    Keep the earlier one of two saves, where `saved` has its name again; None where there was one save that nobody will overwrite.

    For the moment between the two swaps the file was `after`. An editor that read it then will soon write that over the save.
    """
    former = None
    if not _is(temporary, after):  # saved once more, over what was ours for that moment: the last one wins
        swap(temporary, real)
        former = _kept(temporary, real)
        is_read = former.read_bytes() != saved
    return _kept(saved, real) if is_read else former


def _is(file: Path, data: bytes) -> bool:
    """Tell whether a file holds these bytes, and no program is about to write others."""
    return is_written_no_more(file) and file.read_bytes() == data


def _discard(temporary: Path, before: bytes, after: bytes) -> None:
    """Remove a temporary file, unless it was swapped and the program interrupted: then it may hold what an editor saved."""
    with suppress(FileNotFoundError):
        held = temporary.read_bytes()
        if held == before or after.startswith(held):
            temporary.unlink()


def _remove(temporary: Path) -> None:
    """Remove a temporary file, where there is one: a disk that is only read refuses even to remove what is not there."""
    if temporary.exists():
        temporary.unlink(missing_ok=True)


def _kept(held: Path | bytes, beside: Path) -> Path:
    """Keep a file, or what was saved in one, beside another, under a name that nobody takes for an article's."""
    number = 1
    while True:
        place = beside.with_name(f"{beside.name}.saved-{number}")
        with suppress(FileExistsError):
            if isinstance(held, Path):
                _name(held, place)
            else:
                with place.open("xb") as file:
                    file.write(held)
            return place
        number += 1


def _temporary(folder: Path) -> Path:
    """Give the name of a file to write to. A name can be as long as the system allows, so it is not derived from the file's own."""
    return folder / f".{os.getpid()}.writing"


def _name(file: Path, path: Path) -> None:
    """Give a file a name that nobody has; a FileExistsError where somebody has it."""
    if os.name == "nt":
        file.rename(path)  # refuses there what it overwrites elsewhere
        return
    try:
        path.hardlink_to(file)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        path.touch(exist_ok=False)
        file.replace(path)
    else:
        file.unlink()


def text_of(data: bytes, errors: str = "strict") -> tuple[str, str]:
    """Decode an article's file: its text with line feeds, and the line ends that the file has; `errors` as of `bytes.decode`."""
    text = data.decode(errors=errors)
    return text.replace("\r\n", "\n"), "\r\n" if "\r\n" in text else "\n"


def data_of(text: str, line_end: str) -> bytes:
    """Encode an article's text with the line ends that its file had."""
    return text.replace("\n", line_end).encode()


def sha256_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal digits: the hash by which a record knows a text."""
    return sha256(text.encode()).hexdigest()
