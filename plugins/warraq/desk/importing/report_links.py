"""Where the links of an import's report lead: to the files that were imported, and to what came of them in the archive."""

from __future__ import annotations

import os
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from warraq.archive.original import stem_of
from warraq.archive.shown_path import shown_path
from warraq.desk.house.page import file_name

from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class ReportLinks:
    """The places that a report leads to, as they are written in it."""

    project: str = ""
    """The way from the report to the project's folder: empty, or `../`."""
    source: str | None = None
    """The address of the folder that was imported, with a `/` at its end; None where its files can't be opened, as those of a ZIP."""

    @classmethod
    def of(cls, project: Path, source: Path, *, below: int = 0) -> ReportLinks:
        """Give the links of a report that lies so many folders below the project."""
        up = "../" * below
        folder = source if source.is_dir() else source.parent
        if source.suffix.lower() == ".zip" and source.is_file():
            return cls(up)
        try:
            way = f"{up}{_address(Path(os.path.relpath(folder.resolve(), project.resolve())).as_posix())}"
        except ValueError:  # on another drive of Windows
            way = folder.resolve().as_uri()
        return cls(up, f"{way}/")

    def name(self, o: Outcome) -> str:
        """Give the name of a file that was imported, leading to it."""
        return self._to_source(o.decision.name)

    def title(self, o: Outcome) -> str:
        """Give the title of the article that came of a file, leading to it."""
        stem = stem_of(o.decision.original)
        return self.article(f"content/articles/{stem}.md", o.inspection.title or stem)

    def article(self, path: str, title: str) -> str:
        """Give a title, leading to the article at a path in the project."""
        return self._link(path, f"<bdi>{escape(shown_path(title))}</bdi>")

    def other(self, name: str) -> str:
        """Give another text: a file of this import, or one of the archive's."""
        return self._link(name, file_name(name)) if name.startswith("content/") else self._to_source(name)

    def _link(self, path: str, shown: str) -> str:
        return f'<a href="{escape(self.project + _address(path))}">{shown}</a>'

    def _to_source(self, name: str) -> str:
        if self.source is None:
            return file_name(name)
        return f'<a href="{escape(self.source + _address(name))}">{file_name(name)}</a>'


def _address(path: str) -> str:
    """Write a path as an address; a name that is no UTF-8 keeps its bytes."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:  # half a character, which a ZIP may name and no disk has
        return quote(path.encode("utf-8", "replace"), safe="/")
