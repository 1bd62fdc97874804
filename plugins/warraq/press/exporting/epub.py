"""`export epub`: the chapters, pictures and faces packed as one book, always in the same order and with the same times."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from warraq.edition.edition import Edition
from warraq.pages import addresses
from warraq.pages.article_facts import ArticleFacts, last_changed
from warraq.pages.exports.epub.chapter import Chapter, chapter, file_of
from warraq.pages.exports.epub.package import (
    CONTAINER,
    MIMETYPE,
    Item,
    Listed,
    contents,
    identifier,
    package,
    style,
)
from warraq.pages.exports.epub.xhtml import media_type, picture_file
from warraq.pages.page import Library
from warraq.press.bundle import EARLIEST
from warraq.press.pictures import published_pictures

from .public_archive import Make

NEVER = "1980-01-01"
"""The day on which a book without any date changed: the first that a zip knows."""
FACE = re.compile(r"@font-face\{font-family:Naskh;src:url\(\.\./fonts/(naskh-[\w-]+\.woff2)\)[^}]*\}")
LICENCE = "OFL-noto-naskh-arabic.txt"


def make(articles: Iterable[ArticleFacts]) -> Make:
    """Give the function that makes a chapter of an edition; these are the articles of the book."""
    files = {addresses.article(facts.article.slug): file_of(facts.article) for facts in articles}
    return partial(_chapter, files=files)


def _chapter(edition: Edition, library: Library, files: Mapping[str, str]) -> Chapter:
    return chapter(edition, library, files)


def write(  # noqa: PLR0913, PLR0917 - what a book is made of
    file: Path, content: Path, theme: Path, library: Library, made: Iterable[tuple[ArticleFacts, Chapter]], what: str
) -> None:
    """Write the book; `what` names the choice of articles."""
    listed: list[Listed] = []
    pictures: dict[str, None] = {}
    newest = NEVER
    with zipfile.ZipFile(file, "w") as book:
        _add(book, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", CONTAINER)
        for facts, its in made:
            _add(book, f"EPUB/{its.file}", its.data)
            article = facts.article
            listed.append(Listed(its.file, its.title, its.lang, article.date.year if article.date else None))
            pictures |= dict.fromkeys(its.pictures)
            newest = max(newest, str(last_changed(article) or NEVER))
        items: list[Item] = []
        for picture in published_pictures(content, pictures):
            items.append(Item(picture_file(picture.address), media_type(picture.address)))
            _add(book, f"EPUB/{picture_file(picture.address)}", picture.data, zipfile.ZIP_STORED)
        rules = []
        for rule, name, data in _faces(theme):
            rules.append(rule)
            items.append(Item(f"fonts/{name}", "font/woff2" if name.endswith("woff2") else "text/plain"))
            _add(book, f"EPUB/fonts/{name}", data, zipfile.ZIP_STORED)
        site = library.archive.site
        _add(book, "EPUB/style.css", style(filter(None, rules)))
        _add(book, "EPUB/nav.xhtml", contents(site, listed))
        name = identifier(site, library.site_url, what)
        _add(book, "EPUB/package.opf", package(site, name, newest, listed, items))


def _faces(theme: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield the face of the site: the rule, the name of the file and its bytes; last its licence, which has no rule."""
    css, fonts = theme / "static/css/style.css", theme / "static/fonts"
    if not css.is_file() or not (fonts / LICENCE).is_file():
        return  # another theme, whose faces are not known to be free
    for match in FACE.finditer(css.read_text(encoding="utf-8")):
        if (fonts / match[1]).is_file():
            yield match[0].replace("../fonts/", "fonts/"), match[1], (fonts / match[1]).read_bytes()
    yield "", LICENCE, (fonts / LICENCE).read_bytes()


def _add(book: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.compress_type = how
    entry.external_attr = 0o644 << 16
    book.writestr(entry, data)
