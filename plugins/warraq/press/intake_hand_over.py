"""
New articles on their way from the job that reads hostile files to the job that may push.

The first job has no right to write, and repairs without a token. It leaves a folder: `notice.json`, and `files.zip` with the new files
below `content/` (an artifact of GitHub takes no file with a colon in its name; a ZIP does). The second job parses none of the
files: it copies bytes, and only to places where the repository has no file yet.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from warraq.archive.original import stem_of
from warraq.archive.pictures import PictureKind
from warraq.desk.archive_lock import archive_lock
from warraq.desk.writing import write_new
from warraq.language import Message, message

from .new_articles import NewArticle
from .notice import Notice, language_of_logs, write_notice

NOTICE, FILES = "notice.json", "files.zip"
PICTURES = tuple(f".{kind.endings[0]}" for kind in PictureKind)
FOLDERS = {"articles": (".md",), "records": (".json",), "images": PICTURES}
"""The folders below `content/` that an intake adds files to, and the endings of their files."""
MOST_FILES = 20_000
LARGEST = 50_000_000
"""Bytes of one file; GitHub takes 100 MB."""
DAY = (1980, 1, 1, 0, 0, 0)
"""The first day of a ZIP, so that the same files give the same bytes."""


def hand_over(new: Iterable[NewArticle], notice: Notice, content: Path, folder: Path) -> None:
    """Put the files of new articles and the notice of their request into a folder."""
    write_notice(notice, folder / NOTICE)
    with ZipFile(folder / FILES, "w", ZIP_DEFLATED) as handed:
        for made in new:
            for file in (made.article, made.record, *made.pictures):
                handed.writestr(ZipInfo(file.relative_to(content).as_posix(), DAY), file.read_bytes(), ZIP_DEFLATED)


def take_over(folder: Path, content: Path) -> list[str]:
    """
    Copy the handed files into the archive; give their paths below it.

    Ends the program, with nothing copied, where one of them is not a new article, record or picture.
    """
    broken = message(
        "{path} is not what the job before wrote. Run the workflow again.", path=f"{folder.name}/{FILES}"
    ).text(language_of_logs())
    try:
        with ZipFile(folder / FILES) as handed:
            entries = handed.infolist()
            if refused := list(_refusals(entries, content)):
                raise SystemExit("\n".join(why.text(language_of_logs()) for why in refused[:10]))
            # `read` gives no more bytes than the entry declares; `testzip` finds those that are not what they were.
            if handed.testzip():
                raise SystemExit(broken)
            with archive_lock(content, "intake"):
                for entry in entries:
                    write_new(content / entry.filename, handed.read(entry))
    except (BadZipFile, NotImplementedError, EOFError, RuntimeError, FileNotFoundError):
        raise SystemExit(broken) from None
    return sorted(entry.filename for entry in entries)


def _refusals(entries: list[ZipInfo], content: Path) -> Iterator[Message]:
    """Give the reasons against the handed files, if there are any."""
    if len(entries) > MOST_FILES:
        yield message("More than {number} files were handed over.", number=MOST_FILES)
    same = Counter(unicodedata.normalize("NFC", entry.filename).casefold() for entry in entries)
    for entry in entries:
        if why := _refusal(entry, content):
            yield why
        elif same[unicodedata.normalize("NFC", entry.filename).casefold()] > 1:
            yield message("{name} was handed over twice.", name=ascii(entry.filename))


def _refusal(entry: ZipInfo, content: Path) -> Message | None:
    """Say why a handed file is refused, if it is."""
    name, place = ascii(entry.filename), PurePosixPath(entry.filename)
    folder = place.parts[0] if len(place.parts) > 1 else ""
    if place.suffix not in FOLDERS.get(folder, ()) or place.as_posix() != entry.filename or "\\" in entry.filename:
        return message("{name}: an intake adds articles, records and pictures only.", name=name)
    if any(part.startswith(".") for part in place.parts):
        return message("{name} is hidden, or leads out of the archive.", name=name)
    if entry.file_size > LARGEST:
        return message("{name} is too large.", name=name)
    if not (content / place).resolve().is_relative_to(content.resolve()):
        return message("{name} is hidden, or leads out of the archive.", name=name)
    if (content / place).exists() or (content / place).is_symlink():
        return message("{name} is there already, and an intake changes no file.", name=name)
    return None


def names_with_record(content: Path, records: Iterable[str]) -> Iterator[str]:
    """Give the names of the originals that belong to these records (`content/records/NAME.json`)."""
    folder = content / "originals"
    stems = {record.removeprefix("content/records/").removesuffix(".json") for record in records}
    names = (file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*")))
    yield from (name for name in names if stem_of(name) in stems)
