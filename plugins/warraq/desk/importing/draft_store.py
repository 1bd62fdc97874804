"""Drafts and prepared pictures, kept on the disk between inspecting the files and writing the articles."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from warraq.archive.record import Record
from warraq.desk.draft import Draft
from warraq.desk.writing import write

DRAFT = TypeAdapter(tuple[str, str, str])
"""Slug, article, record."""


class LostDraftError(Exception):
    """What was kept of a file is not there any more, or can't be read."""


@dataclass(frozen=True, slots=True)
class DraftStore:
    """A folder of an import's journal; everything in it is found by a file's path below the source."""

    folder: Path

    def put_draft(self, name: str, draft: Draft) -> None:
        """Keep the draft of a file."""
        data = draft.slug, draft.article, draft.record.to_bytes().decode()
        write(self._file(name, "json"), DRAFT.dump_json(data))

    def draft(self, name: str) -> Draft:
        """Read the draft of a file; a LostDraftError where that can't be done."""
        try:
            slug, article, record = DRAFT.validate_json(self._file(name, "json").read_bytes())
            return Draft(slug, article, Record.from_bytes(record.encode()))
        except (FileNotFoundError, IsADirectoryError, ValueError) as error:
            raise LostDraftError(name) from error

    def put_picture(self, name: str, data: bytes) -> None:
        """Keep a picture as it will be published."""
        write(self._file(name, "picture"), data)

    def picture(self, name: str) -> bytes:
        """Read a picture; a LostDraftError where that can't be done."""
        try:
            return self._file(name, "picture").read_bytes()
        except (FileNotFoundError, IsADirectoryError) as error:
            raise LostDraftError(name) from error

    def _file(self, name: str, ending: str) -> Path:
        return self.folder / f"{sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.{ending}"
