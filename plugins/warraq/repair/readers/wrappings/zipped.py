"""
A page that SingleFile wrote as a ZIP file: `index.html`, its pictures, and a `manifest.json` that names its address.

The file may begin with a page of its own that unpacks the rest in a browser. An ordinary ZIP file of texts is none of these: it is
a source of an import, not an original.
"""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from collections.abc import Callable, Collection

from warraq.archive.damage import NO_LIST, why_damaged
from warraq.archive.original import LARGEST_FILE, Wrapping
from warraq.language import message

from ..unreadable import UnreadableError
from .unwrapped import MOST_FILES, Unwrapped, damaged, refused, too_large, too_many, without_page

SIGNATURE = b"PK\x03\x04"
END = b"PK\x05\x06"
"""Begins the record at the end of a ZIP file."""
COUNT_AT, COUNT_LENGTH = 10, 2
"""Where that record has the number of files."""
TAIL = 70_000
"""Bytes in which the record stands: it is 22 long, and a comment of 65,535 may follow it."""
UNPACKS_ITSELF = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype[^>]{0,300}>\s*)?<html[^>]{0,300}?\bdata-sfz\b", re.IGNORECASE
)
PAGE, MANIFEST = "index.html", "manifest.json"
FOLDERS = frozenset(
    {"images", "stylesheets", "fonts", "scripts", "frames", "worklets", "mediaTypes", "audios", "videos"}
)
"""Where SingleFile puts what belongs to a page."""
LARGEST_MANIFEST = 5_000_000
MOST_COMPRESSED = 300
"""Times that text shrinks at best; a large file that claims more is made to fill disks."""
SMALL = 1_000_000


def unpack(data: bytes) -> Unwrapped | None:
    """Take the page out of a ZIP file of SingleFile's; None for any other file, an UnreadableError where it is damaged."""
    itself = UNPACKS_ITSELF.match(data[:1000]) is not None
    if not itself and not data.startswith(SIGNATURE):
        return None
    try:
        archive, entries = _opened(data)
    except UnreadableError:
        if itself:
            raise
        return None  # a damaged ZIP file of whatever: nothing says that it was a page
    path = page_in(entries)
    if path is None:
        if itself:
            raise without_page("ZIP")
        return None
    folder = path.removesuffix(PAGE)
    address, addresses = _manifest(archive, entries.get(folder + MANIFEST))
    files: dict[str, Callable[[], bytes]] = {}
    for name, entry in entries.items():
        if name.startswith(folder) and name != path:
            giving = _giving(archive, entry)
            inside = name.removeprefix(folder)
            files[inside] = giving
            if inside in addresses:
                files.setdefault(addresses[inside], giving)
    return Unwrapped(Wrapping.ZIP, path, _giving(archive, entries[path])(), None, address, files)


def _opened(data: bytes) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """Read the list of files; an UnreadableError where it is damaged or too long."""
    at = data.rfind(END, max(len(data) - TAIL, 0))
    if at < 0:
        raise damaged("ZIP", NO_LIST)
    counted = data[at + COUNT_AT : at + COUNT_AT + 2]
    if len(counted) == COUNT_LENGTH and struct.unpack("<H", counted)[0] > MOST_FILES:
        raise too_many("ZIP")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}
    except Exception as error:  # noqa: BLE001 - zipfile's and struct's errors have no other common ancestor
        raise damaged("ZIP", why_damaged(error)) from None
    if len(entries) > MOST_FILES:
        raise too_many("ZIP")
    return archive, entries


def page_in(names: Collection[str]) -> str | None:
    """Give the path of the page among the files of a ZIP file; None where they are not those of one saved page."""
    pages = sorted(
        (name for name in names if name.rpartition("/")[2] == PAGE), key=lambda name: (name.count("/"), name)
    )
    if not pages:
        return None
    path = pages[0]
    folder = path.removesuffix(PAGE)
    if folder.count("/") > 1 or any(not name.startswith(folder) for name in names):
        return None
    inside = [name.removeprefix(folder) for name in names if name != path]
    if MANIFEST in inside:
        return path
    parts = {name.partition("/")[0] for name in inside}
    return path if parts and parts <= FOLDERS else None


def _giving(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], bytes]:
    """Read a file, bounded; an UnreadableError where it is locked, damaged or too large."""

    def read() -> bytes:
        if entry.flag_bits & 1:
            raise refused(message("It is locked with a password."))
        inflated = entry.file_size > SMALL and entry.file_size > MOST_COMPRESSED * max(entry.compress_size, 1)
        if entry.file_size > LARGEST_FILE or inflated:
            raise too_large("ZIP")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged("ZIP", message("it is packed otherwise than SingleFile packs"))
        try:
            with archive.open(entry) as stream:
                return stream.read(LARGEST_FILE)
        except Exception as error:  # noqa: BLE001 - zipfile's and zlib's errors have no other common ancestor
            raise damaged("ZIP", why_damaged(error)) from None

    return read


def _manifest(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | None) -> tuple[str, dict[str, str]]:
    """Read the page's address and those of its files, by their paths; nothing where the manifest is not SingleFile's."""
    if entry is None or entry.file_size > LARGEST_MANIFEST:
        return "", {}
    try:
        stated = json.loads(_giving(archive, entry)())
    except (ValueError, RecursionError):
        return "", {}
    if not isinstance(stated, dict):
        return "", {}
    address, resources = stated.get("originalUrl"), stated.get("resources")
    named = resources.items() if isinstance(resources, dict) else ()
    return (address if isinstance(address, str) else ""), {k: v for k, v in named if isinstance(v, str)}
