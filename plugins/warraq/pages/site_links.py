"""
To which addresses of the site a link leads, however it is written.

Browsers and people take http://Host:80/x, HTTPS://user@host/x, //host./x and ../x for one page. So does this.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import SplitResult, unquote, urlsplit

from warraq.archive.site_scheme import SCHEME

LEFT_OUT = re.compile("[\t\n\r\x00]")
"""Browsers pass over them inside an address."""
INSIDE = re.compile(r"(?=https?:/)", re.IGNORECASE)
"""An address in an address, such as one that a web archive keeps."""
OF_ARTICLES = ("articles", "a")
"""The folders in which articles stand, and their permanent addresses."""


def addresses_of(link: str, here: str, site_url: str) -> Iterator[str]:
    """
    Give the addresses below the site's root that a link on the page `here` leads to; none where it leads elsewhere.

    A link without a host is of this site. Where the site's own address is not known, an article's address on any host is taken for it.
    """
    if link.startswith(SCHEME):
        yield re.split("[?#]", link.removeprefix(SCHEME), maxsplit=1)[0]
        return
    plain = LEFT_OUT.sub("", link).replace("\\", "/").strip()
    own = _split(site_url) if site_url else None
    for part in (*INSIDE.split(plain), *(INSIDE.split(unquote(plain))[1:] if "%3" in plain else ())):
        parts = _split(part)
        if parts is None:
            continue
        if parts.netloc or parts.scheme:
            yield from _of_host(parts, own)
        elif parts.path and (address := _normal(posixpath.join(here, parts.path))) is not None:
            yield address if not parts.path.startswith("/") or own is None else _below(address, own)
            yield address


def _of_host(parts: SplitResult, own: SplitResult | None) -> Iterator[str]:
    if parts.scheme not in ("http", "https", "") or (address := _normal(parts.path)) is None:
        return
    if own is None:
        names = address.split("/")
        for folder, slug in pairwise(names):
            if folder.casefold() in OF_ARTICLES:
                yield f"{folder}/{slug}/"
    elif _host(parts) == _host(own):
        yield _below(address, own)


def _split(link: str) -> SplitResult | None:
    try:
        return urlsplit(link)
    except ValueError:  # `//[x` is no address
        return None


def _host(parts: SplitResult) -> str:
    """Give a host without what makes no other host of it: user, port, case, a final point, `www.`; as letters, not as Punycode."""
    name = unquote(parts.netloc.rpartition("@")[2])
    host = re.sub(r":\d*$", "", name).casefold().rstrip(".").removeprefix("www.")
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


def _normal(path: str) -> str | None:
    path = unquote(path)
    if not path.strip("/"):
        return None
    joined = posixpath.normpath(path).lstrip("/")
    return joined + "/" if path.endswith("/") else joined


def _below(address: str, own: SplitResult) -> str:
    """Take the folder that the site stands in from an address on its host."""
    base = unquote(own.path).strip("/")
    return address.removeprefix(f"{base}/") if base else address
