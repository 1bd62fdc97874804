"""
The comparison of web addresses: whether two belong to one page.

The same report is linked with and without `www.`, with a fragment, with the marks of a campaign. The script of the data page
(`theme/static/js/lookup.js`) does the same; a test compares them.
"""

from __future__ import annotations


def address_key(url: str) -> str:
    """Give the part that two addresses of one page have in common: no scheme, no `www.`, no fragment, no final slash, no campaign marks."""
    address = url.partition("#")[0].strip()
    address = address.partition("://")[2] or address
    host, slash, rest = address.partition("/")
    path, _, query = rest.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith(("utm_", "fbclid", "gclid")))
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/") + (f"?{kept}" if kept else "")
