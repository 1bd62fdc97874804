"""
The site as it opens from a disk, without a server and without a network.

It is for a reader with a USB stick, and for the reviewer of a change.

A folder has no `index.html` of its own there, so links name it; browsers let no page load scripts as modules or fetch files, so
templates leave out what would need that (`from_disk`) and say so; the search works, its index being scripts (`pages/search/disk.py`).
Feeds and the sitemap need an address and are not in it.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from warraq.desk.command_line import CommandLine
from warraq.desk.site import language_in
from warraq.desk.writing import naming
from warraq.language import message

from .terminal import print_message

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A zip's earliest time: two builds of one archive give the same file."""


def build(content: Path, output: Path, settings: str) -> int:
    """Build the site for the disk; return the exit code."""
    pelican = [sys.executable, "-m", "pelican", str(content), "--settings", settings, "--fatal", "errors"]
    command = [*pelican, "--output", str(output), "--extra-settings", "FROM_DISK=true"]
    return subprocess.call(command)  # noqa: S603 - our own command; no shell reads it


def pack(folder: Path, file: Path) -> None:
    """Pack the folder into a zip, under the zip's name, always in the same order and with the same times."""
    writing = file.with_name(f".{file.name}.writing")
    try:
        with naming(file):
            _pack(folder, file.stem, writing)
            writing.replace(file)
    finally:
        writing.unlink(missing_ok=True)


def _pack(folder: Path, name: str, writing: Path) -> None:
    with zipfile.ZipFile(writing, "w", zipfile.ZIP_DEFLATED) as packed:
        for inside in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{inside.relative_to(folder).as_posix()}", EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, inside.read_bytes())


def main(arguments: list[str]) -> int:
    """Build and pack the site; return the exit code."""
    parser = CommandLine(prog="python3 tasks.py bundle", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the archive")
    parser.add_argument("--output", type=Path, default=Path("bundle"), help="the folder; the zip stands beside it")
    parser.add_argument("--settings", default="pelicanconf.py", help="Pelican's")
    given = parser.parse_args(arguments)
    if code := build(given.content, given.output, given.settings):
        return code
    file = given.output.with_name(f"{given.output.name}.zip")
    pack(given.output, file)
    language = language_in(given.content)
    print_message(
        message("Open {page}, or pass on {zip}.", page=(given.output / "index.html").as_posix(), zip=file.name),
        language,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
