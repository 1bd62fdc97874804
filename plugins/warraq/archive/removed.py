"""
Addresses that are gone on purpose, as `removed:` in `content/site.yaml` names them.

An address that holds a name has to go with the name. So it may be written as its SHA-256, which keeps the name out of the file; who
guesses the name can prove the guess by it, so that the line is best deleted after the next publication, when it has done its work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from hashlib import sha256
from urllib.parse import unquote

from warraq.language import message

from .problem import WrongValueError

HASH = re.compile(r"sha256:[0-9a-f]{64}")


def parse_removed(value: str) -> str:
    """Give an address as sitemaps have it below the site's root (`articles/x/`), or `sha256:` and its hash."""
    if value.lower().startswith("sha256:"):
        if HASH.fullmatch(value.lower()):
            return value.lower()
        raise WrongValueError(
            message("After sha256: stand 64 signs, 0 to 9 and a to f."),
            message("Copy it from the message of: python3 tasks.py check --published https://…/sitemap.xml"),
        )
    address = unicodedata.normalize("NFC", unquote(value)).strip("/")
    if not address or "://" in address or "?" in address or "#" in address:
        raise WrongValueError(
            message("This is no address below the site's root."),
            message("Write it as articles/NAME/, without the site's own address, or as sha256: and its hash."),
        )
    return f"{address}/"


def removed_hash(address: str) -> str:
    """Give the form in which an address below the site's root can be listed without naming it."""
    return f"sha256:{sha256(unicodedata.normalize('NFC', address).encode()).hexdigest()}"


def is_removed(address: str, removed: Collection[str]) -> bool:
    """Tell whether an address, or the page that it stands below, is listed as gone; both as `parse_removed` gives them."""
    if not removed:
        return False
    whole = unicodedata.normalize("NFC", address).strip("/") + "/"
    page = "/".join(whole.split("/")[:2]) + "/"
    return any(each in removed or removed_hash(each) in removed for each in (whole, page))
