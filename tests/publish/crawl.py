"""Follow every link of a site, as a reader's program would: over HTTP, or from file to file on a disk."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urldefrag, urljoin
from urllib.request import urlopen

from lxml import etree

from theme.trees import links, parsed, strings

LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("form", "action")}
"""What a browser asks for, or sends to, without anybody following a link."""
HINTS = {"canonical", "alternate"}
"""`link` elements of these kinds are only read."""
OF_STYLES = re.compile(rb"""url\(\s*["']?([^"')]+)""")
REFRESH = re.compile(r"\d+;\s+url=(.*)", re.IGNORECASE)
"""What HTML allows there (4.2.5.3); browsers are content with less, validators are not."""


@dataclass
class Crawl:
    """What was found from `start` on, which is the site's root."""

    start: str
    seen: dict[str, bytes] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)
    """`page → link`."""
    outside: list[str] = field(default_factory=list)
    """What a browser would ask other hosts for."""
    anchors: dict[str, set[str]] = field(default_factory=dict)
    wanted: list[tuple[str, str, str]] = field(default_factory=list)

    def run(self, *first: str) -> Crawl:
        """Follow everything from `first`, or from the root."""
        waiting = list(first or [self.start])
        while waiting:
            url = waiting.pop()
            if url in self.seen:
                continue
            data = fetched(url)
            if data is None:
                self.seen[url] = b""
                self.anchors[url] = set()
                continue
            self.seen[url] = data
            for found, fragment, loaded in self.links(url, data):
                if not found.startswith(self.start):
                    if loaded:
                        self.outside.append(f"{unquote(url)} → {found}")
                    elif found.startswith(("http:", "file:")):
                        self.dead.append(f"{unquote(url)} → {unquote(found)} (leaves the site)")
                    continue
                self.wanted.append((url, found, fragment))
                waiting.append(found)
        for page, found, fragment in self.wanted:
            if not self.seen[found]:
                self.dead.append(f"{unquote(page)} → {unquote(found)}")
            elif fragment and not fragment.startswith(":~:") and fragment not in self.anchors.get(found, set()):
                self.dead.append(f"{unquote(page)} → {unquote(found)}#{fragment}")
        return self

    def links(self, url: str, data: bytes) -> Iterator[tuple[str, str, bool]]:
        """Yield every link of a file: where to, at which anchor, and whether a browser loads it by itself."""
        name = urldefrag(url)[0]
        if name.endswith(".css"):
            for match in OF_STYLES.findall(data):
                if not match.startswith(b"data:"):
                    yield urljoin(url, match.decode()), "", True
        elif name.endswith(".xml"):
            root = etree.fromstring(data)
            for found in [*strings(root, "//@href"), *(e.text or "" for e in root.iter("{*}loc"))]:
                yield urljoin(url, found), "", False
        elif name.endswith(("/", ".html")):
            tree = parsed(data)
            here = url
            for base in strings(tree, "//base/@href"):
                here = urljoin(url, base)
            self.anchors[url] = {*strings(tree, "//@id"), *strings(tree, "//a/@name")}
            for element, attribute, found in links(tree):
                loaded = (element.tag, attribute) in LOADED and not HINTS & set((element.get("rel") or "").split())
                if element.tag in ("base", "meta"):
                    continue
                if found.startswith(("mailto:", "data:")):
                    continue
                whole, fragment = urldefrag(asked(urljoin(here, found.strip())))
                yield whole, unquote(fragment), loaded
            for content in strings(tree, "//meta[@http-equiv='refresh']/@content"):
                match = REFRESH.fullmatch(content)
                assert match, content
                yield asked(urljoin(here, match[1])), "", False


def asked(url: str) -> str:
    """Encode the letters of an address that a page may have as they are, as a browser does before it asks."""
    return quote(url, safe=string.printable)


def fetched(url: str) -> bytes | None:
    try:
        with urlopen(url) as answer:
            data: bytes = answer.read()
            return data
    except (HTTPError, URLError):
        return None
