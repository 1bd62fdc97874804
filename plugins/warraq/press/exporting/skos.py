"""`export skos`: the vocabulary in Turtle and in JSON-LD."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from warraq.pages.exports.skos.files import skos_files
from warraq.pages.page import Library


def write(folder: Path, library: Library) -> None:
    """Write both files."""
    folder.mkdir()
    for file in skos_files(library):
        (folder / PurePosixPath(file.address).name).write_bytes(file.data)
