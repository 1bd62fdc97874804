"""
Former addresses of an article on another site, as `former_addresses:` has them: `/2019/03/خبر/`, `/?p=123`.

Each is a path from the root of the host, with its query where it had one. Paths have letters as they are, for a percent-encoded address
can't be read by the people who write it, and hosts compare what they decoded. A host of static files answers only paths, and only
such as can be a file: for the others the site has a list of redirects (`pages/redirect_rules.py`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import quote, unquote, urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from warraq.language import message

from .problem import WrongValueError
from .site_folders import FOLDERS
from .values import as_list, tidy

LONGEST = 2_000
"""Code points of an address."""
LONGEST_NAME = 255
"""Bytes of one part of a path on the file systems in use."""
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
"""Signs that a file's name can't have on every system."""
OWN_FOLDERS = FOLDERS | {"page", "rules"}
"""First parts of the addresses of a site of ours."""
PAGES = (".html", ".htm")
PERIOD = re.compile(r"\d{4}(?:/\d{2})?(?:/page/\d+)?")
"""A year, a month, and the further pages of either: the site's own lists."""
WORDLESS = re.compile(r"/(?:[\d/]*|index\.php)(?:\?(?:p|id|page_id|post|cat)=\d+)?")


def parse_former_address(value: str) -> str:
    """Give an address, or the path and query of a whole one, in the form in which it is kept; a WrongValueError says what to write."""
    try:
        parts = urlsplit(tidy(value))
    except ValueError:  # `//[x`
        raise _wrong(value) from None
    path = unicodedata.normalize("NFC", _decoded(parts.path))
    if parts.scheme not in ("", "http", "https") or len(value) > LONGEST or tidy(path) != path:
        raise _wrong(value)
    address = f"/{path.lstrip('/')}" + (f"?{parts.query}" if parts.query else "")
    if address == "/":
        raise _wrong(value)
    return address


def is_answered_by_page(address: str) -> bool:
    """Tell whether a host of static files can answer a former address by a page, and no page of the site's own stands there."""
    if "?" in address:
        return False
    path = page_address(address).casefold()
    parts = path.rstrip("/").split("/")
    if parts[0] in OWN_FOLDERS or PERIOD.fullmatch("/".join(parts)) or (len(parts) == 1 and "." in parts[0]):
        return False
    if any(part.endswith(PAGES) for part in (parts if path.endswith("/") else parts[:-1])):
        return False  # a folder of that name would keep another page from being a file
    if path.endswith("/") and not address.endswith(("/", "index.html")) and "." in parts[-1]:
        return False  # a program's, such as .php or .aspx
    return all(
        0 < len(part.encode("utf-8", "replace")) <= LONGEST_NAME
        and not NOT_IN_NAMES.search(part)
        and part[0] not in ". "
        and part[-1] not in ". "
        for part in parts
    )


def page_address(address: str) -> str:
    """Give the address below the site's root of the page that answers a former address."""
    path = address[1:].removesuffix("index.html")
    return path if path.endswith(("/", *PAGES)) else f"{path}/"


def encoded(address: str) -> str:
    """Give a former address as browsers send it."""
    path, mark, query = address.partition("?")
    return quote(path, safe="/!$&'()*+,;=:@~") + mark + quote(query, safe="/!$&'()*+,;=:@~?%")


def is_wordless(address: str) -> bool:
    """Tell whether an address says nothing of its article: numbers alone."""
    return WORDLESS.fullmatch(address) is not None


def _decoded(path: str) -> str:
    try:
        return unquote(path, errors="strict")
    except UnicodeDecodeError:  # of another encoding: its bytes are all that is known
        return path


def _wrong(value: str) -> WrongValueError:
    return WrongValueError(
        message("“{value}” is not a former address.", value=value),
        message("Write what stood behind the host: /2019/03/name/ or /?p=123"),
    )


FormerAddresses = Annotated[
    tuple[Annotated[str, AfterValidator(parse_former_address)], ...],
    BeforeValidator(as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
