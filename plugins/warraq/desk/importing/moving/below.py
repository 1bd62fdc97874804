"""The files below one folder of a source: who packs a site packs its folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from warraq.desk.importing.sources import FileSource, SourceFile


@dataclass(frozen=True, slots=True)
class BelowSource:
    """A source, as its one folder sees it."""

    inner: FileSource
    folder: str
    """With its last slash."""

    @property
    def path(self) -> Path:
        """Give the path of the whole source."""
        return self.inner.path

    def files(self) -> Iterator[SourceFile]:
        """Yield the files."""
        return self._below(self.inner.files())

    def rejected(self) -> Iterator[SourceFile]:
        """Yield what can't be read as a file."""
        return self._below(self.inner.rejected())

    def holds(self, name: str) -> bool:
        """Tell whether a file has this path."""
        return self.inner.holds(self.folder + name)

    def read(self, name: str) -> bytes:
        """Read a file."""
        return self.inner.read(self.folder + name)

    def _below(self, found: Iterator[SourceFile]) -> Iterator[SourceFile]:
        return (
            replace(each, name=each.name.removeprefix(self.folder))
            for each in found
            if each.name.startswith(self.folder)
        )


def one_folder(source: FileSource) -> str:
    """Give the one folder that all files of a source lie in, with its slash; empty where there are others."""
    folders = {each.name.partition("/")[0] + "/" if "/" in each.name else "" for each in source.files()}
    return folders.pop() if len(folders) == 1 else ""
