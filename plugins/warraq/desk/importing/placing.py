"""
Writing an import into content/: the original byte for byte, its pictures, its record, and the article last.

Nothing that is there is overwritten. Done again after an interruption it finds its own files and goes on.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.desk.writing import write_new

from .deciding import Decision
from .given import Draft, named, with_end
from .looked import Looked
from .looking import draft_of, kept_picture
from .places import Place


class ChangedError(Exception):
    """A file is not the one any more that was looked at."""


def place_in_archive(decision: Decision, looked: Looked, place: Place, kept: Path, content: Path) -> None:
    """Write one imported file and everything that belongs to it."""
    original = content / "originals" / decision.original
    if not original.exists():
        data = place.read(decision.name)
        if sha256(data).hexdigest() != looked.sha256:
            raise ChangedError(decision.name)
        write_new(original, data, kept)
    stem = stem_of(decision.original)
    draft = named(draft_of(kept, decision.name), decision.original, decision.slug)
    draft = _with_pictures(draft, looked, stem, kept, content)
    write_new(content / "records" / f"{stem}.json", draft.record.to_bytes(), kept)
    write_new(content / "articles" / f"{stem}.md", draft.article.encode(), kept)


def _with_pictures(draft: Draft, looked: Looked, stem: str, kept: Path, content: Path) -> Draft:
    """Copy the pictures and show them below the text: where they stood between its words nobody can prove."""
    lines: list[str] = []
    for number, (name, ending, alt) in enumerate(looked.pictures, 1):
        file = f"images/{stem}/{number}.{ending}"
        write_new(content / file, (kept / kept_picture(name)).read_bytes(), kept)
        said = alt.replace("\\", "").replace("[", "(").replace("]", ")").replace("<", "&lt;")
        lines.append(f"![{said}](<{{static}}{file}>)\n")
    if not lines:
        return draft
    return with_end(draft, "\n" + "\n".join(lines))
