"""The files of an import that the archive has, or that were thrown out of it, byte for byte: they need no repair to be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from warraq.archive.rejections import rejections_in

from .archive_index import held_hashes
from .inspection import Inspection
from .moving.moved_draft import stated_title
from .moving.moving_source import MovingSource
from .sources import FileSource, RejectedFileError, SourceFile


def held_files(source: FileSource, content: Path, files: Iterable[SourceFile]) -> Iterator[Inspection]:
    """Yield their inspections; of a text of another program's site, whose title is not among its bytes, with the title."""
    held = {*held_hashes(content), *rejections_in(content)[0].files}
    for file in files if held else ():
        if file.rejection:
            continue
        try:
            if isinstance(source, MovingSource):
                text = source.text(file.name)
                data, title = text.data, stated_title(text)
            else:
                data, title = source.read(file.name), ""
        except RejectedFileError:  # its inspection says why
            continue
        digest = sha256(data).hexdigest()
        if digest in held:
            yield Inspection(file.name, file.stamp, sha256=digest, title=title)
