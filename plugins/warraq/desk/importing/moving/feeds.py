"""Feeds with whole texts: Blogger's export, and Atom and RSS of any program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from warraq.archive.slug import slug_of
from warraq.language import message

from .entry_site import EntrySite
from .exported import export_name, opened_export
from .kind import Given, Kind
from .moved_text import Extra, Form, MovedText, Place
from .wordpress_html import check_open, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ENDINGS = (".xml", ".atom", ".rss", ".rdf")
IS_ATOM = re.compile(rb"<(?:\w+:)?feed\b[^>]*http://www\.w3\.org/2005/Atom")
IS_RSS = re.compile(rb"<rss\b|<rdf:RDF\b[^>]*purl\.org/rss")
IS_WXR = re.compile(rb"xmlns:wp=")
KIND = "#kind"
"""Blogger's scheme of categories that say what an entry is."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HTML = "{http://www.w3.org/1999/xhtml}"
BLOGGER_TYPE = "{http://schemas.google.com/blogger/2018}type"
REPLY = "{http://purl.org/syndication/thread/1.0}in-reply-to"
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


class FeedSite(EntrySite):
    """A feed that was opened."""

    def __init__(self, given: Given) -> None:
        export = opened_export(given, ENDINGS, _is_feed)
        with export.path.open("rb") as file:
            self._is_atom = IS_ATOM.search(file.read(8_192)) is not None
        super().__init__(export, "entry" if self._is_atom else "item")
        head = self.entries.head
        self._title = _plain(_first(head, "title"))
        self._base = _link(head) or _words(_first(head, "link"))
        self._language = _words(_first(head, "language")) or ((head.get(LANGUAGE) or "") if head is not None else "")
        self.find()

    def name_of(self, entry: Element, number: int) -> str:
        """Give a post or a page the name of its address."""
        if (kind := _kind(entry)) not in ("post", "page"):
            return self.leave(kind)
        address = _link(entry) or _words(_first(entry, "link"))
        last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
        return f"{number:06}/{slug_of(last.rpartition('.')[0] or last or _plain(_first(entry, 'title')))}.html"

    def text_of(self, name: str, entry: Element, number: int) -> MovedText:
        """Give a post or a page."""
        content, summary = _content(entry)
        check_open(content)
        address = urljoin(self._base, _link(entry) or _words(_first(entry, "link")))
        guid = _words(_first(entry, "guid"))
        own = _words(_first(entry, "id")) or guid
        extra: dict[str, Extra] = {"id": own} if own not in ("", address) else {}
        if updated := _words(_first(entry, "updated")):
            extra["updated"] = updated
        return MovedText(
            name,
            content.encode(),
            Form.HTML,
            content,
            Place(self.export.name, self.export.sha256, f"{'entry' if self._is_atom else 'item'} {number}"),
            title=_plain(_first(entry, "title")),
            date=next(
                (
                    said
                    for key in ("published", "pubDate", "date", "issued", "updated")
                    if (said := _words(_first(entry, key)))
                ),
                "",
            ),
            authors=tuple(dict.fromkeys(_authors(entry))),
            tags=tuple(dict.fromkeys(_tags(entry))),
            summary=summary,
            language=entry.get(LANGUAGE) or self._language,
            source=self._title,
            url=address if address.startswith("http") else "",
            slug=name.partition("/")[2].removesuffix(".html"),
            is_draft=_words(_first(entry, "draft")) == "yes" or _words(_first(entry, "status")).upper() == "DRAFT",
            addresses=tuple(filter(None, (address, guid if "?" in guid and guid.startswith("http") else ""))),
            extra=extra,
            base=self._base,
        )

    def picture(self, address: str, _text: MovedText, /) -> str:
        """Give the file of a picture, where one of its path came along."""
        return self.export.picture(urlsplit(address).path) if self.export.files else ""


def _first(element: Element | None, name: str) -> Element | None:
    """Give the first child of that name, or the first element, in any version of the format."""
    if element is None:
        return None
    channel = element.find("{*}channel")
    inside = element if channel is None else channel
    child = next(inside.iterchildren(f"{{*}}{name}", name), None)
    return next(element.iter(f"{{*}}{name}"), None) if child is None else child


def _words(element: Element | None) -> str:
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _plain(element: Element | None) -> str:
    """Give the words of a title or a name: it may be HTML."""
    words = _words(element)
    if element is not None and (element.get("type") == "html" or ENTITY.search(words)):
        words = words_of(unescape(words) if element.get("type") == "html" else words)
    return " ".join(words.split())


def _link(element: Element | None) -> str:
    """Give the address that Atom links to as the page."""
    links = (
        []
        if element is None
        else [e for e in element.iterchildren("{http://www.w3.org/2005/Atom}link") if e.get("href")]
    )
    return next((e.get("href") or "" for e in links if e.get("rel") in (None, "alternate")), "")


def _kind(entry: Element) -> str:
    """Tell what an entry of Blogger is; any other feed's is a post."""
    stated = [c.get("term") or "" for c in entry.iterchildren("{*}category") if (c.get("scheme") or "").endswith(KIND)]
    if said := stated[0].rpartition("#")[2] if stated else _words(next(entry.iterchildren(BLOGGER_TYPE), None)):
        return said.lower()
    return "post" if next(entry.iterchildren(REPLY), None) is None else "comment"


def _tags(entry: Element) -> Iterator[str]:
    for category in entry.iterchildren("{*}category", "category"):
        if not (category.get("scheme") or "").endswith(KIND) and (
            word := category.get("label") or category.get("term") or _words(category)
        ):
            yield word


def _authors(entry: Element) -> Iterator[str]:
    """Yield names; an author of RSS is an address, with the name behind it in brackets."""
    for author in entry.iterchildren("{*}author", "author", "{*}creator"):
        name = next(author.iterchildren("{*}name"), None)
        words = _plain(name if name is not None else author)
        bracketed = re.fullmatch(r"\S+@\S+\s*\((.+)\)", words)
        words = bracketed[1] if bracketed else words
        if words and "@" not in words:
            yield words


def _content(entry: Element) -> tuple[str, str]:
    """Give the text as HTML, and the summary where the feed has both."""
    whole = next(entry.iterchildren("{*}content", "{http://purl.org/rss/1.0/modules/content/}encoded"), None)
    short = next(entry.iterchildren("{*}summary", "{*}description", "description"), None)
    if whole is None:
        return _html(short), ""
    return _html(whole), words_of(_words(short))


def _html(element: Element | None) -> str:
    if element is None:
        return ""
    if element.get("type") == "xhtml":
        from lxml import etree

        for each in element.iter(f"{HTML}*"):
            each.tag = str(each.tag).removeprefix(HTML)
        etree.cleanup_namespaces(element)
        return "".join(etree.tostring(child, encoding="unicode", method="html", with_tail=False) for child in element)
    words = element.text or ""
    return (
        "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line.strip())
        if element.get("type") in ("text", "text/plain")
        else words
    )


def _is_feed(head: bytes) -> bool:
    return (IS_ATOM.search(head) or IS_RSS.search(head)) is not None and not IS_WXR.search(head)


FEEDS = Kind(
    "Blogger, and feeds of any program",
    given=message(
        "Blogger's file of Settings → Back up content, or a feed with whole texts (Atom, RSS 2.0 and 1.0): `.xml`, `.atom`, `.rss`"
    ),
    taken=message(
        "posts and pages, drafts of Blogger; title, date with its zone, authors, labels, language; the address of each page; "
        "of a feed that has only summaries these"
    ),
    lost=message(
        "comments, settings and templates of Blogger; whatever a feed does not hold: most have only the newest texts, and WordPress' own "
        "state times of Greenwich, so that a night's text has the day before"
    ),
    is_it=lambda given: bool(export_name(given, ENDINGS, _is_feed)),
    open=FeedSite,
)
