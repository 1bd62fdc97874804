"""
The HTML of an edition as XHTML of a book.

Every element ends, addresses lead into the book or to the web, and no picture is fetched from elsewhere. A mark of a repair stays; a name
that is defined leads to its definition at the end of the chapter, which readers show as a footnote; a footnote's sign has its
number as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urljoin

from warraq.archive.site_scheme import SCHEME
from warraq.pages.exports.tei.escaping import attribute, attributes, plain
from warraq.pages.exports.tei.html_tokens import ATTRIBUTE, TAG, VOID
from warraq.pages.exports.tei.inline import pointer

from .nesting import LISTS, fitting

LEFT_OUT = frozenset({"loading", "data-label", "aria-label", "role"})
OF_ANY = frozenset({"id", "class", "lang", "dir", "title"})
"""Attributes that any element may have."""
MEDIA_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp"}
"""Pictures that every reader of books can show; an AVIF is named by its words."""
PICTURE = re.compile(r"images/.+")
AN_ID = re.compile(r' id="([^"]*)"')


@dataclass
class Xhtml:
    """Writes the HTML of one chapter."""

    here: str
    """The address of the article's page, absolute; empty where the site has none."""
    files: Mapping[str, str]
    """The chapters of the book by the addresses of their articles in the site."""
    glosses: Mapping[str, str]
    """The ids of definitions by the ids of the names that they define."""
    ids: frozenset[str]
    """All ids of the chapter: nothing leads to another one."""
    pictures: dict[str, None] = field(default_factory=dict)
    """Addresses in the site of the pictures that are shown."""

    def of(self, html: str) -> str:
        """Write HTML as XHTML."""
        pieces: list[str] = []
        ends: list[str] = []
        around: list[str] = []
        at = 0
        for match in TAG.finditer(html):
            pieces.append(_words(html[at : match.start()], around))
            at = match.end()
            if match[1]:
                pieces.append(ends.pop() if ends else "")
                del around[-1:]
                continue
            values = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[3])}
            start, end = self._fitting(match[2], values, around)
            pieces.append(start)
            if match[2] not in VOID:
                ends.append(end)
                around.append(end[2:-1])
        pieces.append(_words(html[at:], around))
        return "".join([*pieces, *reversed(ends)])

    def _fitting(self, tag: str, values: dict[str, str], around: Sequence[str]) -> tuple[str, str]:
        """Write the element, or one that may stand there with what any may say."""
        if (fits := fitting(tag, around)) == tag:
            return self._element(tag, values)
        kept = {name: value for name, value in values.items() if name in OF_ANY}
        if tag in VOID:
            return f"<{fits}{attributes(kept)}/>", ""
        return f"<{fits}{attributes(kept)}>", f"</{fits}>"

    def _element(self, tag: str, values: dict[str, str]) -> tuple[str, str]:
        if tag == "img":
            return self._picture(values), ""
        kept = {name: value for name, value in values.items() if name not in LEFT_OUT and name != "href"}
        if "lang" in kept:
            kept["xml:lang"] = kept["lang"]
        if tag != "a":
            written = "".join(f' {name}="{attribute(value)}"' for name, value in kept.items())
            return (f"<{tag}{written}/>", "") if tag in VOID else (f"<{tag}{written}>", f"</{tag}>")
        if values.get("class", "").startswith("reference"):
            number = plain(values.get("data-label", ""))
            kept |= {"href": values.get("href", ""), "epub:type": "noteref", "role": "doc-noteref"}
            return f"<a{attributes(kept)}>{number}", "</a>"
        if gloss := self.glosses.get(values.get("id", "")):
            kept |= {"href": f"#{gloss}", "epub:type": "noteref", "role": "doc-noteref"}
            return f"<a{attributes(kept)}>", "</a>"
        if values.get("class", "").startswith("mention"):
            return f"<span{attributes(kept)}>", "</span>"
        address = self._address(values.get("href", ""))
        tag = "a" if address else "span"
        return f"<{tag}{attributes({**kept, 'href': address})}>", f"</{tag}>"

    def _address(self, link: str) -> str:
        """Give where a link leads from the chapter; empty where it leads nowhere."""
        if link.startswith("#"):
            return f"#{pointer(link[1:])}" if link[1:] in self.ids else ""
        if link.startswith(SCHEME):
            address, _, fragment = link.removeprefix(SCHEME).partition("#")
            if file := self.files.get(unquote(address)):
                return file
            return (
                pointer(urljoin(self.here, f"../../{address}") + (f"#{fragment}" if fragment else ""))
                if self.here
                else ""
            )
        if link.startswith(("http://", "https://", "mailto:")):
            return pointer(link)
        return pointer(urljoin(self.here, link)) if self.here and link and ":" not in link.partition("/")[0] else ""

    def _picture(self, values: dict[str, str]) -> str:
        address = unquote(values.get("src", "").removeprefix(SCHEME))
        words = values.get("alt", "")
        if values.get("src", "").startswith(SCHEME) and PICTURE.fullmatch(address) and media_type(address):
            self.pictures[address] = None
            sizes = {name: values[name] for name in ("width", "height") if values.get(name, "").isdecimal()}
            alt = f' alt="{attribute(words)}"'
            return f"<img{attributes({'src': picture_file(address), **sizes})}{alt}/>"
        remote = pointer(values.get("src", "")) if values.get("src", "").startswith("https:") else ""
        shown = plain(words or remote)
        return f"<a{attributes({'href': remote})}>{shown}</a>" if remote else f"<span>{shown}</span>"


def _words(html: str, around: Sequence[str]) -> str:
    """Write letters; those of a list that stand in none of its items get one."""
    words = plain(unescape(html))
    return f"<li>{words}</li>" if around and around[-1] in LISTS and words.strip() else words


def ids_in(html: str) -> list[str]:
    """Give the ids of elements in an edition's HTML."""
    return [unescape(found) for found in AN_ID.findall(html)]


def media_type(address: str) -> str:
    """Give the type of a picture that a book may hold; empty of another."""
    return MEDIA_TYPES.get(address.rpartition(".")[2].lower(), "")


def picture_file(address: str) -> str:
    """Give the name of a picture in the book: its place in the site, in letters that every program of archives knows."""
    from hashlib import sha256

    return f"images/{sha256(address.encode()).hexdigest()[:16]}.{address.rpartition('.')[2].lower()}"
