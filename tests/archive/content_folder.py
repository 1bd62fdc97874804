"""A folder of content, its files, and what reading it says."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from warraq.archive.original import Original, OriginalKind
from warraq.archive.reading import ArchiveReading, read_archive
from warraq.archive.record import Record, RecordedOriginal

SCO = "SCO:\n  scheme: organisation\n  pref_label: {ar: منظمة شنغهاي للتعاون}\n"


def read_original(name: str, data: bytes) -> Original:
    return Original(name, data, data.decode(), "utf-8", bom=False, kind=OriginalKind.TEXT)


class Content:
    """A content folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("site.yaml", "name: أرشيف\n")

    def write(self, path: str, data: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    def article(self, name: str, front_matter: str = "") -> None:
        self.write(f"articles/{name}", f"---\ntitle: {name}\ndate: 2024\n{front_matter}\n---\nنص.\n")

    def repaired(self, name: str, text: str = "نص.") -> None:
        """Write an original with its record and its article."""
        self.write(f"originals/{name}", text)
        digest = sha256(text.encode()).hexdigest()
        original = RecordedOriginal(
            name=name, sha256=digest, bytes=len(text.encode()), encoding="utf-8", kind=OriginalKind.TEXT
        )
        record = Record(rules="1", original=original, text_sha256=digest, body_sha256=digest, article_sha256=digest)
        stem = name.rsplit(".", 1)[0]
        self.write(f"records/{stem}.json", record.to_bytes())
        self.article(f"{stem}.md", f"original: {name}")

    def read(self) -> ArchiveReading:
        return read_archive(self.folder, read_original)

    def said(self) -> list[str]:
        return [str(problem) for problem in self.read().problems]
