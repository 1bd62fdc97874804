"""
WordPress: the file that Tools → Export writes (WXR), alone or in a folder with `wp-content/uploads`.

An entry of the file is a post, a page, an attachment, an item of a menu, a revision …; posts and pages are texts. Comments are other people's
words, with their addresses: they are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from warraq.language import message

from .days import zoned
from .entry_site import EntrySite
from .exported import Export, export_name, opened_export
from .kind import Given, Kind
from .moved_text import Extra, Form, MovedText, Place
from .wordpress_html import shortcodes_in, with_common_blocks, wordpress_html, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

IS_WXR = re.compile(rb"<rss\b[^>]*xmlns:wp=[\"']https?://wordpress\.org/export/", re.DOTALL)
ENDINGS = (".xml",)
TEXTS = frozenset({"post", "page"})
LEFT = frozenset(
    {"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request"}
)
"""Kinds of entries that are no texts of a site; pictures come along with the texts that show them."""
OWN = "wp_"
"""Before the kinds of what the editor of whole sites writes: templates, blocks, styles, navigation."""
GONE = frozenset({"trash", "auto-draft", "inherit"})
SHOWN = frozenset({"publish"})
FORMER_SLUG = "_wp_old_slug"
"""The field of a post whose slug was changed; WordPress answers the former one too."""


class WordPressSite(EntrySite):
    """An export that was opened."""

    def __init__(self, given: Given) -> None:
        super().__init__(opened_export(given, ENDINGS, _is_wxr), "item")
        self.attachments: dict[str, str] = {}
        """The address of each picture, by the number of its entry."""
        self.blocks: dict[str, str] = {}
        """What each block that several texts show has in it, by the number of its entry."""
        head = self.entries.head
        self._authors = {} if head is None else dict(_authors(head))
        self._title = words_of(_of(head, "title"))
        self._base = _of(head, "base_blog_url") or _of(head, "base_site_url") or _of(head, "link")
        self._language = _of(head, "language")
        self.find()

    def picture(self, address: str, _text: MovedText) -> str:
        """Give the file of a picture below `wp-content/`, where it came along."""
        return uploaded(address, self.export)

    def name_of(self, entry: Element, number: int) -> str:
        """Give a post or a page the name of its slug."""
        kind, status, id_ = _of(entry, "post_type") or "post", _of(entry, "status"), _of(entry, "post_id")
        if kind == "attachment":
            self.attachments[id_] = _of(entry, "attachment_url")
        if kind == "wp_block" and status in SHOWN:
            self.blocks[id_] = _encoded(entry, "content")
        if (
            kind in LEFT
            or kind.startswith(OWN)
            or status in GONE
            or (kind not in TEXTS and not _of(entry, "encoded").strip())
        ):
            return self.leave(status if status in GONE - {"inherit"} else kind)
        slug = unquote(_of(entry, "post_name")).replace("/", "-") or f"{kind}-{id_ or number}"
        name = f"{int(id_) if id_.isdecimal() and len(id_) < 12 else number:08}/{slug}.html"
        return f"{number:08}/{id_ or 0}-{slug}.html" if name in self.found else name

    def text_of(self, name: str, entry: Element, _number: int, /) -> MovedText:
        """Give a post or a page."""
        content, slug = _encoded(entry, "content"), unquote(_of(entry, "post_name"))
        id_, kind, status = _of(entry, "post_id"), _of(entry, "post_type"), _of(entry, "status")
        link = _of(entry, "link")
        date = zoned(_of(entry, "post_date"), _of(entry, "post_date_gmt")) or _of(entry, "pubDate")
        is_open = (status in ("", *SHOWN) or (status == "future" and date)) and not _of(entry, "post_password")
        creator = _of(entry, "creator")
        meta = _meta(entry)
        featured = self.attachments.get(meta.get("_thumbnail_id", ("",))[0], "")
        terms = _terms(entry)
        extra: dict[str, Extra] = {
            domain: tuple(words)
            for domain, words in terms.items()
            if domain not in ("category", "post_tag", "language")
        }
        extra |= {key: each if len(each) > 1 else each[0] for key, each in meta.items() if not key.startswith("_")}
        extra |= {"post_type": kind} if kind not in ("", "post") else {}
        extra |= {"status": status} if status not in ("", "publish", "draft") else {}
        html = wordpress_html(with_common_blocks(content, self.blocks), self.attachments, featured)
        return MovedText(
            name,
            (content if content.strip() else html).encode(),  # a post may have a picture at its head and no text
            Form.HTML,
            html,
            Place(self.export.name, self.export.sha256, f"post_id {id_}" if id_ else name),
            title=words_of(_of(entry, "title")),
            date=date,
            authors=(self._authors.get(creator, creator),) if creator else (),
            tags=tuple(dict.fromkeys((*terms.get("category", ()), *terms.get("post_tag", ())))),
            summary=words_of(_encoded(entry, "excerpt")),
            language=_languages(entry) or self._language,
            source=self._title,
            url=link if urlsplit(link).path.strip("/") else "",
            slug=slug,
            is_draft=not is_open,
            waits=date if status == "future" else "",
            addresses=(*self._addresses(link, id_, kind), *_older(link, slug, meta.get(FORMER_SLUG, ()))),
            extra=extra,
            base=self._base,
            left_as_text=shortcodes_in(content),
        )

    def _addresses(self, link: str, id_: str, kind: str) -> Iterator[str]:
        if link:
            yield link
        if id_:
            root = urlsplit(self._base).path.rstrip("/")
            yield f"{root}/?p={id_}"
            if kind == "page":
                yield f"{root}/?page_id={id_}"


def uploaded(address: str, export: Export) -> str:
    """Give the file of a picture of `wp-content/`, whether that folder came along or its `uploads` alone."""
    found = re.search(r"wp-content/([^?#]*)", address)
    return (export.picture(found[0]) or export.picture(found[1])) if found else ""


def _older(link: str, slug: str, former: Iterable[str]) -> Iterator[str]:
    """Yield the addresses of a post before its slug was changed, where its address ends with the slug."""
    before, _, last = link.rstrip("/").rpartition("/")
    if unquote(last) == slug:
        yield from (f"{before}/{each}{link[len(link.rstrip('/')) :]}" for each in former if each)


def _of(element: Element | None, name: str) -> str:
    """Give the words of the first element of that name below an element; in any version of the format."""
    found = None if element is None else next(element.iter(f"{{*}}{name}"), None)
    return (found.text or "").strip() if found is not None else ""


def _authors(head: Element) -> Iterator[tuple[str, str]]:
    """Yield the authors' names by what they log in with; not their addresses."""
    for author in head.iter("{*}author"):
        if login := _of(author, "author_login"):
            yield login, words_of(_of(author, "author_display_name")) or login


def _terms(entry: Element) -> Mapping[str, list[str]]:
    terms: dict[str, list[str]] = {}
    for category in entry.findall("category"):
        domain, words = category.get("domain") or "category", words_of(category.text or "")
        if words and category.get("nicename") != "uncategorized":
            terms.setdefault(domain, []).append(words)
    return terms


def _languages(entry: Element) -> str:
    """Give the language that a plug-in for several of them states."""
    return next((c.get("nicename") or "" for c in entry.findall("category") if c.get("domain") == "language"), "")


def _meta(entry: Element) -> Mapping[str, tuple[str, ...]]:
    """Give the values of each field; a field may stand several times."""
    found: dict[str, tuple[str, ...]] = {}
    for meta in entry.iter("{*}postmeta"):
        if key := _of(meta, "meta_key"):
            found[key] = (*found.get(key, ()), _of(meta, "meta_value"))
    return found


def _encoded(entry: Element, space: str) -> str:
    """Give the text (`content`) or the summary (`excerpt`) of an entry."""
    return next((e.text or "" for e in entry.iter("{*}encoded") if space in str(e.tag)), "")


def _is_wxr(head: bytes) -> bool:
    return IS_WXR.search(head) is not None


WORDPRESS = Kind(
    "WordPress",
    given=message(
        "the file of Tools → Export → All content (`.xml`); or a folder with that file and the site's `wp-content/uploads`"
    ),
    taken=message(
        "posts and pages, drafts and private ones as drafts; title, date with its zone, author, categories and tags, excerpt, language; "
        "the permalink, those of former slugs, and `?p=123`; captions, galleries, synced patterns, and the custom fields that are no plug-in's own"
    ),
    lost=message(
        "comments, menus, widgets, templates, revisions and what a plug-in keeps for itself; blocks that only WordPress fills in, such as "
        "the latest posts; other shortcodes stay as text, and are named; pictures that did not come along are listed"
    ),
    is_it=lambda given: bool(export_name(given, ENDINGS, _is_wxr)),
    open=WordPressSite,
)
