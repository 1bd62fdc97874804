"""The folder of a site while it is written: where the file of an address stands, and what was written there."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from warraq.desk.refusal import is_refusal
from warraq.desk.writing import naming
from warraq.pages.late import divided, divided_at, filled
from warraq.pages.page import File, Page
from warraq.pages.selectors import on_page

from .article_result import LatePart, WrittenFile

if TYPE_CHECKING:
    from .rendering import Templates


def path_of(address: str) -> str:
    """Give the path of an address below the site's folder; one that leaves it is an error."""
    inside = f"{address}index.html" if not address or address.endswith("/") else address
    if ".." in inside.split("/") or inside.startswith("/"):
        raise ValueError(f"{address!r} leaves the output folder.")
    return inside


def write_file(folder: Path, made: Page | File, templates: Templates) -> WrittenFile:
    """Write a page or a file to its address, without its late parts; an OSError names the file."""
    return write_data(folder, made, made.data if isinstance(made, File) else templates.render(made))


def write_data(folder: Path, made: Page | File, data: bytes) -> WrittenFile:
    """Write what a page or a file was rendered to, in the same way."""
    inside = path_of(made.address)
    late: tuple[LatePart, ...] = ()
    if made.late and b"\0late:" in data:
        pieces = divided(data, made.late)
        data, places = filled(pieces, made.late, dict.fromkeys(made.late, b""))
        late = tuple(LatePart(name, *place) for name, place in zip(made.late, places, strict=True))
    time = _write(f"{folder}/{inside}", data)
    return WrittenFile(made.address, inside, len(data), sha256(data).hexdigest(), time, late)


def fill_file(
    there: Path, folder: Path, written: WrittenFile, parts: dict[str, bytes], page: bytes | None = None
) -> WrittenFile:
    """
    Put late parts into the file that stands `there`, in the places of those that it has, and write it below a folder.

    `page`: the filled page that annotations say places of; None where its late parts move none of them.
    """
    names = [part.name for part in written.late]
    here = folder / written.inside
    with naming(there), there.open("r+b" if there == here else "rb") as file:
        pieces = divided_at(file.read(), [(part.start, part.end) for part in written.late])
        if page is not None:
            pieces = (on_page(pieces[0], page), *pieces[1:])
        data, places = filled(pieces, names, parts)
        if there == here:
            file.seek(0)
            file.truncate()
            time = _written(file, data)
    if there != here:
        time = _write(str(here), data)
    late = tuple(LatePart(name, *place) for name, place in zip(names, places, strict=True))
    return WrittenFile(written.address, written.inside, len(data), sha256(data).hexdigest(), time, late)


def _write(file: str, data: bytes) -> int:
    """Write a file anew; return the time that the file system gives it."""
    with naming(file):
        try:
            writing = open(file, "xb")  # noqa: PTH123, SIM115 - as words: there are tens of thousands; closed below
        except FileNotFoundError:  # the first file of its folder
            os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 - likewise
            writing = open(file, "xb")  # noqa: PTH123, SIM115 - likewise
        except FileExistsError:  # its article is printed once more
            os.unlink(file)  # noqa: PTH108 - likewise
            writing = open(file, "xb")  # noqa: PTH123, SIM115 - likewise
        with writing:
            return _written(writing, data)


def _written(file: BinaryIO, data: bytes) -> int:
    file.write(data)
    file.flush()
    return os.fstat(file.fileno()).st_mtime_ns


def is_refused(error: Exception) -> bool:
    """Tell whether the system refused something, such as one byte more on a full disk: then no other page can be written either."""
    return isinstance(error, OSError) and is_refusal(error)
