"""The pictures of one article, read, made ready and kept until the article is written."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from warraq.archive.archive import Site
from warraq.archive.original import Original
from warraq.archive.our_mistake import our_mistake
from warraq.archive.record import Record
from warraq.desk.site import site_of

from .article_pictures import article_pictures
from .files_beside import PICTURES, FilesBeside
from .held_pictures import HeldPictures
from .inspection import StoredMessage
from .inspection_task import InspectionTask
from .pictures import is_large, prepare_picture
from .sources import FileSource, RejectedFileError

PlacedPicture = tuple[tuple[str, str, str], tuple[int, str]]
"""One of the `pictures` of an inspection, and its place."""


def prepare_pictures(
    task: InspectionTask, original: Original, record: Record
) -> tuple[list[PlacedPicture], list[tuple[int, str, str]], list[tuple[str, StoredMessage]]]:
    """Keep the article's pictures; give them with their places, and the `pictures_missing` and `pictures_rejected` of its inspection."""
    pictures: list[PlacedPicture] = []
    missing: list[tuple[int, str, str]] = []
    rejected: list[tuple[str, StoredMessage]] = []
    try:
        held = HeldPictures(task.file.name, original)
        beside = FilesBeside(task.companions, task.source.holds)
        found = list(article_pictures(task.file.name, original, record, beside, held))
    except Exception as error:  # noqa: BLE001 - the boundary round a page's pictures: its text comes in without them
        return [], [], [(task.file.name, StoredMessage.of_problem(our_mistake(task.file.name, error)))]
    for picture in found:
        if not picture.name:
            missing.append((picture.line, picture.address, picture.caption or picture.alt))
            continue
        try:
            data = held.read(picture.name) if held.holds(picture.name) else task.source.read(picture.name)
            prepared = prepare_picture(data, kept=site_in(task.content).keeps_pictures)
        except RejectedFileError as error:
            rejected.append((picture.name, StoredMessage.of(error.why)))
            continue
        except Exception as error:  # noqa: BLE001 - the boundary round one picture
            rejected.append((picture.name, StoredMessage.of_problem(our_mistake(picture.name, error))))
            continue
        if prepared:
            data, ending = prepared
            task.store.put_picture(picture.name, data)
            pictures.append(((picture.name, ending, picture.alt), (picture.line, picture.caption)))
    return pictures, missing, rejected


def is_large_picture(name: str, source: FileSource) -> bool:
    """Give True for a picture that is large enough to be one of an article."""
    try:
        return name.lower().endswith(PICTURES) and is_large(source.read(name))
    except Exception:  # noqa: BLE001 - it is only counted
        return False


@cache
def site_in(content: Path) -> Site:
    """Read what an archive says of itself, once."""
    return site_of(content)
