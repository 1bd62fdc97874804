"""WordPress's REST API: the answers of `/wp-json/wp/v2/posts`, as a file or a folder of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit
from zlib import crc32

from warraq.desk.importing.sources import RejectedFileError, SourceFile
from warraq.language import message

from .days import zoned
from .exported import Export, head_of, names_of_exports
from .json_exports import json_of, no_rows_in, rows_in, text_in
from .kind import Given, Kind, Site
from .moved_text import Extra, Form, MovedText, Place
from .wordpress import uploaded
from .wordpress_html import check_open, wordpress_html, words_of

WORDS_OR_NUMBER = rb'(?:"(?:[^"\\]|\\.)*"|[-+.\w]+)'
IS_ANSWER = re.compile(rb"^\s*\[(?:\s*" + WORDS_OR_NUMBER + rb'\s*,)*\s*\{\s*"id"\s*:')
"""What is no object may stand before the first post."""
MOST_FILES = 5_000
HEAD = 200_000
"""Bytes of an answer in which a post has said both its text and its address."""


class WpJsonSite(Site):
    """Answers that were opened."""

    def __init__(self, given: Given) -> None:
        self._rejected: list[SourceFile] = []
        self._posts: dict[str, tuple[dict[str, Any], str]] = {}
        self._exports: dict[str, Export] = {}
        self._named: dict[tuple[str, str], str] = {}
        """The names of categories, tags and users, by their tables and numbers."""
        for name in _answers_in(given):
            export = self._exports[name] = Export(given.path, name, given.files)
            try:
                answer = json_of(export.path)
            except RejectedFileError as error:
                self._rejected.append(SourceFile(name, "", error.why))
                continue
            self._rejected += no_rows_in(name, answer)
            for row in rows_in(answer):
                self._take(name, row)

    def _take(self, name: str, row: dict[str, Any]) -> None:
        id_ = text_in(row.get("id"))
        if "content" in row:
            slug = unquote(text_in(row.get("slug"))).replace("/", "-") or id_
            path = f"{int(id_) if id_.isdecimal() and len(id_) < 12 else 0:08}/{slug}.html"
            self._posts.setdefault(path, (row, name))
        elif "taxonomy" in row or "name" in row:
            self._named[text_in(row.get("taxonomy")) or "user", id_] = unescape(text_in(row.get("name")))

    def names(self) -> Iterator[SourceFile]:
        """Yield the posts and pages, and the answers that can't be read."""
        yield from self._rejected
        for name, (post, _) in self._posts.items():
            yield SourceFile(name, f"{crc32(json.dumps(post, sort_keys=True).encode()):08x}")

    def text(self, name: str) -> MovedText:
        """Give a post or a page."""
        post, answer = self._posts[name]
        content, link, id_ = _rendered(post, "content"), text_in(post.get("link")), text_in(post.get("id"))
        stated = post.get("content")
        check_open(
            content, is_closed=isinstance(stated, dict) and stated.get("protected") is True and not content.strip()
        )
        inside = post.get("_embedded") if isinstance(post.get("_embedded"), dict) else {}
        media = rows_in(inside, "wp:featuredmedia")
        featured = text_in(media[0].get("source_url")) if media else ""
        extra: dict[str, Extra] = {
            key: said for key in ("type", "format") if (said := text_in(post.get(key))) not in ("", "post", "standard")
        }
        extra |= {key: tuple(map(str, meta)) for key, meta in _meta(post).items() if meta}
        base = f"{urlsplit(link).scheme}://{urlsplit(link).netloc}" if link.startswith("http") else ""
        export = self._exports[answer]
        html = wordpress_html(f"<!-- wp: -->{content}", {}, featured)
        return MovedText(
            name,
            (content if content.strip() or not featured else html).encode(),
            Form.HTML,
            html,
            Place(answer, export.sha256, f"id {id_}"),
            title=words_of(_rendered(post, "title")),
            date=zoned(text_in(post.get("date")), text_in(post.get("date_gmt"))) or text_in(post.get("date")),
            authors=tuple(self._authors(post, inside)),
            tags=tuple(dict.fromkeys(self._terms(post, inside))),
            summary=words_of(_rendered(post, "excerpt")),
            language=text_in(post.get("lang")),
            source=urlsplit(link).netloc.removeprefix("www."),
            url=link,
            slug=unquote(text_in(post.get("slug"))),
            is_draft=text_in(post.get("status")) not in ("", "publish"),
            addresses=tuple(filter(None, (link, f"/?p={id_}" if id_ else ""))),
            extra=extra,
            base=base,
        )

    def picture(self, address: str, _text: MovedText, /) -> str:
        """Give the file of a picture below `wp-content/`, where it came along."""
        return uploaded(address, next(iter(self._exports.values())))

    def read(self, path: str) -> bytes:
        """Read a file that came along."""
        return next(iter(self._exports.values())).read(path)

    def _authors(self, post: Mapping[str, Any], inside: Any) -> Iterator[str]:
        if found := [text_in(each.get("name")) for each in rows_in(inside, "author")]:
            yield from filter(None, found)
        elif name := self._named.get(("user", text_in(post.get("author")))):
            yield name

    def _terms(self, post: Mapping[str, Any], inside: Any) -> Iterator[str]:
        embedded = inside.get("wp:term") if isinstance(inside, dict) else None
        groups = [each for each in embedded if isinstance(each, list)] if isinstance(embedded, list) else []
        for term in (each for group in groups for each in group if isinstance(each, dict)):
            if text_in(term.get("slug")) != "uncategorized":
                yield unescape(text_in(term.get("name")))
        for key, table in (("categories", "category"), ("tags", "post_tag")):
            numbers = post.get(key)
            for number in numbers if isinstance(numbers, list) and not groups else ():
                yield self._named.get((table, text_in(number)), "")


def _meta(post: Mapping[str, Any]) -> Mapping[str, list[Any]]:
    """Give what an article has no place for of a post whose categories have no names."""
    embedded = post.get("_embedded")
    has_names = isinstance(embedded, dict) and "wp:term" in embedded
    return (
        {}
        if has_names
        else {f"{key}_ids": value for key in ("categories", "tags") if isinstance(value := post.get(key), list)}
    )


def _rendered(post: Mapping[str, Any], key: str) -> str:
    value = post.get(key)
    return text_in(value.get("rendered")) if isinstance(value, dict) else text_in(value)


def _answers_in(given: Given) -> list[str]:
    """Give the names of the files that are answers; none where no file has posts."""
    names = names_of_exports(given, (".json",))[:MOST_FILES]
    answers = [name for name in names if IS_ANSWER.match(head_of(given, name, HEAD))]
    return answers if any(_has_posts(head_of(given, name, HEAD)) for name in answers) else []


def _has_posts(head: bytes) -> bool:
    return b'"rendered"' in head and b'"link"' in head


WP_JSON = Kind(
    "WordPress, by its REST API",
    given=message(
        "the answers of `/wp-json/wp/v2/posts?per_page=100&page=1&_embed` and of its further pages, of `pages` too, as files (`.json`) in a folder"
    ),
    taken=message(
        "posts and pages that are public; title, date with its zone, authors, categories and tags (with `_embed`, or with the answers of "
        "`categories`, `tags`, `users` beside), excerpt; the permalink and `?p=123`"
    ),
    lost=message("comments, drafts, custom fields, the name of the site; pictures that did not come along are listed"),
    is_it=lambda given: bool(_answers_in(given)),
    open=WpJsonSite,
)
