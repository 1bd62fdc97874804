"""
Writing an import into content/: the original byte for byte, its pictures, its record, and the article last.

No existing file is overwritten. Run again after an interruption it finds its own files and goes on. All that can fail because of the
file itself is done before its first byte is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import chain, repeat
from pathlib import Path
from sys import maxsize

from warraq.archive.original import stem_of
from warraq.archive.slug import find_slug, slug_key
from warraq.desk.draft import Draft, with_keys, with_name
from warraq.desk.placing import Placed, missing_markdown, picture_markdown, with_placed
from warraq.desk.site import site_of
from warraq.desk.writing import write_new
from warraq.language import message

from .draft_store import DraftStore
from .import_decisions import ImportDecision
from .inspection import Inspection
from .sources import FileSource


class SourceChangedError(Exception):
    """A file was changed after it was inspected."""


def taken_meanwhile(decisions: Iterable[ImportDecision], known: Mapping[str, Inspection], content: Path) -> bool:
    """
    Tell whether another command gave one of an interrupted import's names or addresses to another text.

    The files that the import wrote itself before it was interrupted are its own.
    """
    addresses = {
        slug_key(slug): file.stem
        for file in (content / "articles").rglob("*.md")
        if (slug := find_slug(file.read_text(encoding="utf-8", errors="replace")))
    }
    return any(
        _is_taken(decision, known[decision.name].sha256, addresses, content)
        for decision in decisions
        if decision.comes_in
    )


def _is_taken(decision: ImportDecision, sha: str, addresses: Mapping[str, str], content: Path) -> bool:
    original, stem = content / "originals" / decision.original, stem_of(decision.original)
    if original.is_file() and sha256(original.read_bytes()).hexdigest() != sha:
        return True
    if not original.is_file() and (content / "articles" / f"{stem}.md").exists():
        return True
    return addresses.get(slug_key(decision.slug), stem) != stem


def write_to_archive(
    decision: ImportDecision, inspection: Inspection, source: FileSource, store: DraftStore, content: Path
) -> None:
    """Write one imported file and everything that belongs to it."""
    stem = stem_of(decision.original)
    original = content / "originals" / decision.original
    data = b""
    if not original.exists():
        data = source.read(decision.name)
        if sha256(data).hexdigest() != inspection.sha256:
            raise SourceChangedError(decision.name)
    draft = with_name(store.draft(decision.name), decision.original, decision.slug, decision.id)
    draft = with_keys(draft, decision.version_keys)
    if inspection.moved:
        from .moving.moved_draft import with_addresses, with_leads

        draft = with_addresses(with_leads(draft, stem, inspection.links), inspection.addresses)
    else:
        draft = with_pictures(draft, stem, inspection, site_of(content).language)
    pictures = [
        (content / picture_file(stem, number, ending), store.picture(name))
        for number, (name, ending, _) in enumerate(inspection.pictures, 1)
    ]
    record, article = draft.record.to_bytes(), draft.article.encode()
    write_new(original, data, store.folder)
    for file, picture in pictures:
        write_new(file, picture, store.folder)
    write_new(content / "records" / f"{stem}.json", record, store.folder)
    write_new(content / "articles" / f"{stem}.md", article, store.folder)


def picture_file(stem: str, number: int, ending: str) -> str:
    """Give the path of an article's picture below content/; `number` from 1."""
    return f"images/{stem}/{number}.{ending}"


def with_pictures(draft: Draft, stem: str, inspection: Inspection, language: str) -> Draft:
    """Put an inspection's pictures where they stood in the text, and a comment, in the archive's language, where one is missing."""
    places = chain(inspection.picture_places, repeat((maxsize, "")))  # an older version's journal knows none
    numbered = enumerate(zip(inspection.pictures, places, strict=False), 1)
    placed = [
        Placed(line, picture_markdown(picture_file(stem, number, ending), alt, caption))
        for number, ((_, ending, alt), (line, caption)) in numbered
    ]
    for line, address, words in inspection.pictures_missing:
        said = message("A picture stood here: {address}", address=address).text(language)
        placed.append(Placed(line, missing_markdown(f"{said} {words}")))
    return with_placed(draft, placed)
