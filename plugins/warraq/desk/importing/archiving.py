"""
Writing an import into content/: the original byte for byte, its pictures, its record, and the article last.

No existing file is overwritten. Run again after an interruption it finds its own files and goes on.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.desk.draft import Draft, with_end, with_name
from warraq.desk.writing import write_new

from .draft_store import DraftStore
from .import_decisions import ImportDecision
from .inspection import Inspection
from .sources import FileSource


class SourceChangedError(Exception):
    """A file was changed after it was inspected."""


def write_to_archive(
    decision: ImportDecision, inspection: Inspection, source: FileSource, store: DraftStore, content: Path
) -> None:
    """Write one imported file and everything that belongs to it."""
    original = content / "originals" / decision.original
    if not original.exists():
        data = source.read(decision.name)
        if sha256(data).hexdigest() != inspection.sha256:
            raise SourceChangedError(decision.name)
        write_new(original, data, store.folder)
    stem = stem_of(decision.original)
    draft = with_name(store.draft(decision.name), decision.original, decision.slug)
    draft = _with_pictures(draft, inspection, stem, store, content)
    write_new(content / "records" / f"{stem}.json", draft.record.to_bytes(), store.folder)
    write_new(content / "articles" / f"{stem}.md", draft.article.encode(), store.folder)


def _with_pictures(draft: Draft, inspection: Inspection, stem: str, store: DraftStore, content: Path) -> Draft:
    """Copy the pictures and put them below the text: their places between its words are not known for certain."""
    lines: list[str] = []
    for number, (name, ending, alt) in enumerate(inspection.pictures, 1):
        file = f"images/{stem}/{number}.{ending}"
        write_new(content / file, store.picture(name), store.folder)
        text = alt.replace("\\", "").replace("[", "(").replace("]", ")").replace("<", "&lt;")
        lines.append(f"![{text}](<{{static}}{file}>)\n")
    if not lines:
        return draft
    return with_end(draft, "\n" + "\n".join(lines))
