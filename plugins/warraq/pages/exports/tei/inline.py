"""What stands within a line: elements of HTML as TEI's, and addresses as TEI takes them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from warraq.archive.site_scheme import SCHEME
from warraq.edition.sanitise import INLINE

from .html_tokens import Start

__all__ = ["INLINE", "inline_element", "link"]
RENDERED = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
}
"""Others are rendered as what their tag says."""
OWN = {"q": "q", "del": "del", "s": "del", "ins": "add", "cite": "title"}
BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
SAFE = "/:?#[]@!$&'()*+,;=%~-._"
"""What an address may hold besides letters and digits (RFC 3986)."""


def inline_element(html: Start) -> tuple[str, dict[str, str]]:
    """Name the element of TEI for one within a line, and its attributes."""
    if html.tag == "a":
        target = link("target", html.attributes.get("href"))
        return ("ref", target) if target else ("seg", {})
    if html.tag in OWN:
        return OWN[html.tag], {"rend": "strikethrough"} if OWN[html.tag] == "del" else {}
    return "hi", {"rend": RENDERED.get(html.tag, html.tag)}


def link(name: str, address: str | None) -> dict[str, str]:
    """Give an attribute that holds an address, escaped; none where it is no address."""
    if not address or not (written := pointer(address)):
        return {}
    return {name: written}


def pointer(address: str) -> str:
    """Write an address as RFC 3986 has it; one inside the site from the article's folder; empty where it can't be one."""
    stated = address.strip()
    if stated.startswith("#"):
        return stated  # an id of the document (`with_own_ids`)
    if stated.startswith(SCHEME):
        stated = f"../../{stated.removeprefix(SCHEME)}"
    written = BARE_PERCENT.sub("%25", quote(stated.encode("utf-8", "replace"), safe=SAFE))
    written = written.replace("[", "%5B").replace("]", "%5D") if "//[" not in written else written
    try:
        parts = urlsplit(written)
        _ = parts.port
    except ValueError:
        return ""
    first, hash_, fragment = written.partition("#")
    return first + hash_ + fragment.replace("#", "%23")
