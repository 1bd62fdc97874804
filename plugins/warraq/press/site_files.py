"""
Which file of the site an address means, and what kind of file it is.

An address comes from anybody. It may climb out of the site's folder, by dots, by a link in the folder, or by names that mean
something else to Windows (`C:`, `page.html:stream`, `NUL`). So the file that it leads to has to lie in the folder, after all links.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

UNREADABLE = re.compile(r"[\\:\x00-\x1f\x7f]")
"""Signs that no address of the site holds: a backslash or a colon is part of a way on Windows, a control of none."""
TEXT = "; charset=utf-8"
KINDS = {
    ".html": f"text/html{TEXT}",
    ".css": f"text/css{TEXT}",
    ".js": f"text/javascript{TEXT}",
    ".json": f"application/json{TEXT}",
    ".jsonl": f"application/x-ndjson{TEXT}",
    ".jsonld": f"application/ld+json{TEXT}",
    ".webmanifest": f"application/manifest+json{TEXT}",
    ".xml": f"application/xml{TEXT}",
    ".txt": f"text/plain{TEXT}",
    ".md": f"text/plain{TEXT}",
    ".csv": f"text/csv{TEXT}",
    ".bib": f"text/plain{TEXT}",
    ".ris": f"application/x-research-info-systems{TEXT}",
    ".svg": f"image/svg+xml{TEXT}",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
    ".pdf": "application/pdf",
}
"""A table of our own: the system's differs from one machine to the next, and Windows may take a script for plain text."""
UNKNOWN = "application/octet-stream"


def path_of(target: str) -> str | None:
    """Decode the path of a request's target (`/a%20b?q=1`); None where it is no path in UTF-8."""
    raw = target.partition("#")[0].partition("?")[0]
    if not raw.startswith("/"):
        return None
    try:
        return unquote_to_bytes(raw.encode("latin-1")).decode("utf-8")
    except ValueError:
        return None


def address_of(path: str) -> str:
    """Write a path as an address again; two slashes in front would name a host."""
    return "/" + quote(path.lstrip("/"))


def file_at(folder: Path, path: str) -> Path | None:
    """Find the file at a path below the folder, or the folder whose slash is missing."""
    parts = [part for part in path.split("/") if part]
    if any(part.startswith(".") or UNREADABLE.search(part) for part in parts):
        return None
    try:
        root = folder.resolve(strict=True)
        found = root.joinpath(*parts, *(["index.html"] if path.endswith("/") else [])).resolve(strict=True)
        inside = found.is_relative_to(root) and (found.is_file() or found.is_dir())
    except (OSError, ValueError, RuntimeError):  # no such file, a name too long, links in a circle
        return None
    return found if inside else None


def kind_of(file: Path) -> str:
    """Give the content type of a file by its ending."""
    return KINDS.get(file.suffix.lower(), UNKNOWN)
