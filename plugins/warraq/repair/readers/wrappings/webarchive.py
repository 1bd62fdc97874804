"""Safari's web archive: a property list with the page as its main resource."""

from __future__ import annotations

import plistlib
import re
from collections.abc import Callable
from xml.parsers.expat import ExpatError

from warraq.archive.damage import why_damaged
from warraq.archive.original import Wrapping

from ..declared import codec_of
from .unwrapped import MOST_FILES, Unwrapped, bounded, damaged, too_many, without_page

BINARY = b"bplist0"
XML = re.compile(rb"\s*<(?:\?xml\b|!DOCTYPE\s+plist\b|plist\b)", re.IGNORECASE)
LIST = b"<plist"
HEAD = 4000
"""Bytes in which a property list says that it is one."""
MAIN = b"WebMainResource"
PAGES = frozenset({"text/html", "application/xhtml+xml", ""})


def unpack(data: bytes) -> Unwrapped | None:
    """Take the page out of a web archive; None for any other file, an UnreadableError where it holds none."""
    if not data.startswith(BINARY) and not (XML.match(data[:HEAD]) and LIST in data[:HEAD]):
        return None
    if MAIN not in data:
        raise without_page("webarchive")
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise damaged("webarchive", why_damaged(error)) from None
    except (RecursionError, OverflowError, MemoryError, AssertionError) as error:
        raise damaged("webarchive", why_damaged(error)) from None
    page = _resource(archive.get(MAIN.decode())) if isinstance(archive, dict) else None
    if page is None or _text(page, "MIMEType") not in PAGES:
        raise without_page("webarchive")
    others = archive.get("WebSubresources")
    if isinstance(others, list) and len(others) > MOST_FILES:
        raise too_many("webarchive")
    files = {}
    for resource in others if isinstance(others, list) else ():
        found = _resource(resource)
        if found and (address := _text(found, "URL")):
            files[address] = _giving(found)
    address = _text(page, "URL")
    charset = codec_of(_text(page, "TextEncodingName"))
    return Unwrapped(Wrapping.WEBARCHIVE, address, bounded(_giving(page)(), "webarchive"), charset, address, files)


def _resource(value: object) -> dict[object, object] | None:
    """Give a resource that holds bytes."""
    return value if isinstance(value, dict) and isinstance(value.get("WebResourceData"), bytes) else None


def _text(resource: dict[object, object], key: str) -> str:
    value = resource.get(f"WebResource{key}")
    return value.strip() if isinstance(value, str) else ""


def _giving(resource: dict[object, object]) -> Callable[[], bytes]:
    data = resource["WebResourceData"]
    return lambda: data if isinstance(data, bytes) else b""
