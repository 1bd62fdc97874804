"""
Looking at one file: read, repair and describe it, and keep what would be written.

Runs in processes of its own, a file at a time; everything that it needs comes by name, and the long results stay on the disk, so
that the memory of an import does not grow with the number of files.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Kind, Original
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.record import Record
from warraq.desk.writing import write
from warraq.language import Message, message
from warraq.repair import plan, rule_named
from warraq.repair.readers import UnreadableError, read_original

from .fingerprint import fingerprint
from .given import Draft, with_given
from .looked import Looked, Refusal
from .names import safe_name
from .pictures import prepared
from .places import Found, NotTakenError, Place
from .table import Table

TAKEN = frozenset({"", "txt", "text", "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp"})
"""Endings of texts and saved pages; programs of servers leave theirs to the pages they made."""
IMAGE = re.compile(r"""<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))[^>]*>""", re.IGNORECASE)
ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
MOST_PICTURES = 30


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
    stated = draft.record.described.get("url")
    url = str(stated.value) if stated and stated.value else ""
    draft = with_given(draft, name, task.table.row(name, url))
    shown, refused = _pictures(task, original, draft.record)
    kept = task.kept / kept_name(name)
    write(kept, json.dumps([draft.slug, draft.article, draft.record.written().decode()], ensure_ascii=False).encode())
    described = draft.record.described
    return Looked(
        name,
        task.found.stamp,
        sha256=sha256(data).hexdigest(),
        url=_said(draft.record, "url"),
        title=_said(draft.record, "title"),
        slug=draft.slug,
        dated="date" in described and described["date"].value is not None,
        doubts=len(draft.record.doubts),
        fingerprint=fingerprint(draft.article.partition("\n---\n")[2]),
        pictures=shown,
        pictures_refused=refused,
    )


def kept_name(name: str) -> str:
    """Under which name a file's draft is kept."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".json"


def kept_picture(name: str) -> str:
    """Under which name a prepared picture is kept."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".picture"


def draft_of(kept: Path, name: str) -> Draft:
    """Take a draft from where it was kept."""
    slug, article, record = json.loads((kept / kept_name(name)).read_bytes())
    return Draft(slug, article, Record.read(record.encode()))


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
    files = sorted((content / "vocabulary").glob("**/*.yaml"))
    return read_vocabulary((f.name, f.read_bytes()) for f in files)[0]


def _pictures(
    task: Task, original: Original, record: Record
) -> tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, Refusal], ...]]:
    """Prepare the pictures that the main text shows, and keep them."""
    shown: dict[str, tuple[str, str, str]] = {}
    refused: list[tuple[str, Refusal]] = []
    if original.kind is Kind.TEXT or not task.companions:
        return (), ()
    at_hand = set(task.companions)
    folder = task.found.name.rpartition("/")[0]
    for match in IMAGE.finditer(original.text):
        if len(shown) == MOST_PICTURES:
            break
        source = unquote(unescape(next(g for g in match.groups() if g is not None))).partition("?")[0]
        name = _inside(folder, source)
        if name not in at_hand or name in shown or _around_the_text(match.start(), match.end(), record):
            continue
        try:
            made = prepared(task.place.read(name))
        except NotTakenError as error:
            refused.append((name, Refusal.of(error.why)))
            continue
        if made:
            data, ending = made
            write(task.kept / kept_picture(name), data)
            shown[name] = (name, ending, _alt(match[0]))
    return tuple(shown.values()), tuple(refused)


def _inside(folder: str, source: str) -> str:
    """The path that a page in `folder` means; one that leaves the folder means nothing."""
    parts = [p for p in source.replace("\\", "/").split("/") if p not in ("", ".")]
    return "" if ".." in parts else "/".join([*([folder] if folder else []), *parts])


def _around_the_text(start: int, end: int, record: Record) -> bool:
    """True of a place that was taken out as no part of the article."""
    return any(c.start <= start and end <= c.end and _of_the_page(c.rule, c.also) for c in record.changes)


def _of_the_page(rule: str, also: tuple[str, ...]) -> bool:
    return any(rule_named(name).stage == "page" for name in (rule, *also))


def _alt(tag: str) -> str:
    match = ALT.search(tag)
    return " ".join(unescape(match[1] or match[2] or "").split()) if match else ""
