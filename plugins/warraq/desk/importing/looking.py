"""
Looking at one file: read, repair and describe it, and keep what would be written.

Runs in processes of its own, a file at a time; everything that it needs comes by name, and the long results stay on the disk, so
that the memory of an import does not grow with the number of files.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.archive.record import Origin, Record
from warraq.desk.machine_text import machine_text
from warraq.desk.writing import write
from warraq.language import Message, message
from warraq.repair import plan
from warraq.repair.readers import UnreadableError, read_original

from .fingerprint import fingerprint
from .given import Draft, with_given
from .looked import Looked, Refusal
from .names import safe_name
from .pictures import is_large, prepared
from .places import Found, NotTakenError, Place
from .shown import shown_pictures
from .table import Table
from .titles import is_only_a_title

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
TAKEN = frozenset({"", "txt", "text", "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp"})
"""Endings of texts and saved pages; programs of servers leave theirs to the pages they made."""


@dataclass(frozen=True, slots=True)
class Task:
    """What one look needs; pickles."""

    place: Place
    content: Path
    kept: Path
    """Where drafts and pictures are kept until all is decided."""
    found: Found
    table: Table
    companions: tuple[str, ...] = ()
    """Files of the saved page's folder."""


def look(task: Task) -> Looked:
    """Look at a file; whatever is wrong with it is in what is given back."""
    name = task.found.name
    try:
        ending = name.rpartition("/")[2].rpartition(".")[2].lower() if "." in name else ""
        if ending not in TAKEN:
            raise NotTakenError(_not_a_text(ending))
        data = task.place.read(name)
        original = read_original(safe_name(name.rpartition("/")[2]), data)
    except NotTakenError as error:
        return Looked(name, task.found.stamp, Refusal.of(error.why))
    except UnreadableError as error:
        return Looked(name, task.found.stamp, Refusal.of(message("{what} {todo}", what=error.what, todo=error.todo)))
    planned = plan(original, _vocabulary(task.content), ())
    draft = Draft(planned.slug, planned.article.decode(), planned.record)
    if not draft.article.partition("\n---\n")[2].strip():
        return Looked(name, task.found.stamp, Refusal.of(message("No text is left once the page around it is gone.")))
    if original.kind is not OriginalKind.TEXT and is_only_a_title(original.text, draft.article):
        return Looked(name, task.found.stamp, Refusal.of(message("The page has no text beyond its title.")))
    stated = draft.record.described.get("url")
    url = str(stated.value) if stated and stated.value else ""
    row = task.table.row(name, url)
    draft = with_given(draft, name, row)
    shown: list[tuple[str, str, str]] = []
    unreadable: list[tuple[str, Refusal]] = []
    for picture in shown_pictures(name, original, draft.record, task.companions):
        try:
            made = prepared(task.place.read(picture.name))
        except NotTakenError as error:
            unreadable.append((picture.name, Refusal.of(error.why)))
            continue
        if made:
            data_of_picture, ending_of_picture = made
            write(task.kept / kept_picture(picture.name), data_of_picture)
            shown.append((picture.name, ending_of_picture, picture.alt))
    seen = {picture for picture, *_ in (*shown, *unreadable)}
    left = [p for p in task.companions if p not in seen and _is_picture(p, task.place)]
    kept = task.kept / kept_name(name)
    write(kept, json.dumps([draft.slug, draft.article, draft.record.to_bytes().decode()], ensure_ascii=False).encode())
    described = draft.record.described
    return Looked(
        name,
        task.found.stamp,
        sha256=sha256(data).hexdigest(),
        url=_said(draft.record, "url"),
        title=_said(draft.record, "title"),
        slug=draft.slug,
        tabled=bool(row),
        stated=sum(said.value is not None and said.origin is not Origin.INFERRED for said in described.values()),
        dated="date" in described and described["date"].value is not None,
        doubts=len(draft.record.doubts),
        fingerprint=fingerprint(machine_text(original, planned.record).partition("\n")[2]),
        pictures=tuple(shown),
        pictures_left=len(left),
        pictures_refused=tuple(unreadable),
    )


def _is_picture(name: str, place: Place) -> bool:
    """True for a picture large enough to be one of an article."""
    try:
        return name.lower().endswith(PICTURES) and is_large(place.read(name))
    except NotTakenError:
        return False


def kept_name(name: str) -> str:
    """Under which name a file's draft is kept."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".json"


def kept_picture(name: str) -> str:
    """Under which name a prepared picture is kept."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".picture"


def draft_of(kept: Path, name: str) -> Draft:
    """Take a draft from where it was kept."""
    slug, article, record = json.loads((kept / kept_name(name)).read_bytes())
    return Draft(slug, article, Record.from_bytes(record.encode()))


def _said(record: Record, key: str) -> str:
    described = record.described.get(key)
    return str(described.value) if described and described.value else ""


def _not_a_text(ending: str) -> Message:
    if ending in ("md", "markdown"):
        return message("It is Markdown: put it into content/articles/ yourself.")
    if ending in ("mht", "mhtml", "webarchive", "maff"):
        return message("It is a web archive of one file: save the page as “Web page, complete” and import that.")
    if ending in ("doc", "docx", "odt", "rtf", "pdf", "epub"):
        return message("It is a {kind} document: save it as plain text (UTF-8) and import that.", kind=ending.upper())
    return message("It is no text and no page (.{ending}).", ending=ending)


@cache
def _vocabulary(content: Path) -> Vocabulary:
    return vocabulary_in(content / "vocabulary")
