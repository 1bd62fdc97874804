"""
The pictures of an original that stands in `content/originals/` already, where they stood in its page.

An intake and a build make articles of originals without an import: no files came with them. What the original holds itself (parts of its
wrapping, `data:` addresses) is placed all the same, and where another picture stood a comment says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from warraq.archive.archive import Site
from warraq.archive.original import Original
from warraq.desk.draft import Draft

from .archiving import picture_file, with_pictures
from .article_pictures import ArticlePicture, article_pictures
from .files_beside import FilesBeside
from .held_pictures import HeldPictures
from .inspection import Inspection
from .pictures import prepare_picture
from .sources import RejectedFileError


def with_own_pictures(draft: Draft, original: Original, site: Site, content: Path) -> tuple[Draft, Mapping[str, bytes]]:
    """Give a draft with its pictures in place, and their files by their paths below `content`; a mistake of ours costs the pictures alone."""
    try:
        return _with_own_pictures(draft, original, site, content)
    except Exception:  # noqa: BLE001 - the boundary round a page's pictures: its text comes in without them
        return draft, {}


def _with_own_pictures(
    draft: Draft, original: Original, site: Site, content: Path
) -> tuple[Draft, Mapping[str, bytes]]:
    held = HeldPictures(original.name, original)
    found = list(article_pictures(original.name, original, draft.record, FilesBeside(()), held))
    # Files of that name are another article's: nothing is put beside them.
    is_free = not (content / picture_file(original.stem, 1, "")).parent.exists()
    pictures: list[tuple[ArticlePicture, bytes, str]] = []
    missing: list[ArticlePicture] = []
    for picture in found:
        try:
            prepared = prepare_picture(held.read(picture.name), kept=site.keeps_pictures) if picture.name else None
        except RejectedFileError:
            prepared = None
        if prepared and is_free:
            pictures.append((picture, *prepared))
        elif picture.address or not picture.name:
            missing.append(picture)
    made = Inspection(
        original.name,
        "",
        pictures=tuple((picture.name, ending, picture.alt) for picture, _, ending in pictures),
        picture_places=tuple((picture.line, picture.caption) for picture, _, _ in pictures),
        pictures_missing=tuple((p.line, p.address, p.caption or p.alt) for p in missing),
    )
    files = {picture_file(original.stem, n, ending): data for n, (_, data, ending) in enumerate(pictures, 1)}
    return with_pictures(draft, original.stem, made, site.language), files
