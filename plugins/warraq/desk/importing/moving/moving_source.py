"""A site of another program as a source of files: each of its texts is one, with the bytes that become its original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from warraq.desk.importing.sources import FileSource, SourceFile

from .below import BelowSource, one_folder
from .kind import Given, Site
from .kinds import KINDS
from .moved_text import MovedText

RUNS = count()


@dataclass(frozen=True, slots=True)
class MovingSource:
    """A site's folder or export; it is sent to other processes, each of which opens it again."""

    path: Path
    kind: str
    """The name of the kind."""
    inner: FileSource | None
    """The folder's files, where it is a folder."""
    run: int
    """Of each import another: a file may have changed since it was opened."""

    def files(self) -> Iterator[SourceFile]:
        """Yield the texts."""
        return (each for each in self.site.names() if not each.rejection)

    def rejected(self) -> Iterator[SourceFile]:
        """Yield what is no text, with the reason."""
        return (each for each in self.site.names() if each.rejection)

    def holds(self, name: str) -> bool:
        """Tell whether a file of the site's folder has this path."""
        return self.inner is not None and self.inner.holds(name)

    def read(self, name: str) -> bytes:
        """Give the bytes of a text's original; a RejectedFileError where it can't be read."""
        return self.text(name).data

    def text(self, name: str) -> MovedText:
        """Give a text; a RejectedFileError where it can't be read."""
        return self.site.text(name)

    @property
    def site(self) -> Site:
        """Give the site, opened once in each process."""
        return _opened(self)


def moving_source(path: Path, inner: FileSource | None) -> MovingSource | None:
    """Give a file, or a folder with its files (`inner`), as a site; None where it is none that is known."""
    for files in (inner, _inside(path, inner)):
        given = Given(path, files)
        if files is inner or files is not None:
            found = next((kind for kind in KINDS if kind.is_it(given)), None)
            if found:
                return MovingSource(path, found.name, files, next(RUNS))
    return None


def _inside(path: Path, inner: FileSource | None) -> FileSource | None:
    """Give the files of the one folder that a packed file holds; None of a folder, and where there are others."""
    if inner is None or path.is_dir():
        return None
    folder = one_folder(inner)
    return BelowSource(inner, folder) if folder else None


@lru_cache(2)
def _opened(source: MovingSource) -> Site:
    return next(each for each in KINDS if each.name == source.kind).open(Given(source.path, source.inner))
