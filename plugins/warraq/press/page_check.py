"""
The published files of one article against its original and its record: what `verify` looks at, in whichever process.

The published original is the file that the record speaks of, the compare page holds every letter of it, and the words on the article's page
lead back through the editors' changes and the record to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from lxml import html as lxml_html
from lxml.etree import _Element as Element

from warraq.archive.archive import Archive
from warraq.archive.our_mistake import told
from warraq.archive.problem import Problem
from warraq.edition.edition import Edition
from warraq.language import Message, message
from warraq.pages import addresses
from warraq.pages.decisions import Decisions
from warraq.pages.provenance import original_address
from warraq.pages.rights import public_edition
from warraq.repair.changes import undo

NOT_IN_HTML = str.maketrans({"\0": "␀"})
"""HTML can't hold U+0000; the compare page shows its picture."""


@dataclass(frozen=True, slots=True)
class PageCheck:
    """Checks what was published of an edition; it pickles, so that any process can."""

    archive: Archive
    """Its site and its vocabulary; the articles need not come along."""
    decisions: Decisions
    output: Path

    def __call__(self, whole: Edition) -> tuple[Problem, ...]:
        """Give the problems of an article's published files."""
        made = public_edition(whole, self.decisions, self.archive)
        if made is None:
            return ()
        return tuple(told(made.article.path, lambda: article_problems(made, whole, self.output)))


def published_digest(output: Path, slug: str) -> bytes:
    """Hash all that is looked at of an article's folder, the names and bytes of its pages and of its original; b"" where it can't be read."""
    folder = output / addresses.article(slug)
    digest = sha256()
    try:
        for file in sorted([folder / "index.html", *folder.glob("original*"), *folder.glob("compare/*")]):
            data = file.read_bytes() if file.is_file() else b"none"
            digest.update(f"{file.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    except OSError:
        return b""
    return digest.digest()


def article_problems(made: Edition, whole: Edition, output: Path) -> Iterator[Problem]:
    """Check the published files of one article, `made` of what may be published of `whole`."""
    whole = whole.without_words or whole  # of what is withheld nothing was published
    original, record = whole.original, whole.record
    if original is None or record is None:
        return
    file = output / original_address(whole)
    folder = file.parent
    page = folder / "index.html"
    if not page.is_file():  # a draft, or under embargo
        return
    again = message("Build the site anew: python3 tasks.py build")

    def wrong(what: Message, path: Path) -> Problem:
        return Problem(path.as_posix(), 0, 0, "", what, again)

    if made.original is None:
        for kept in sorted([*folder.glob("original*"), *folder.glob("compare/*")]):
            yield wrong(message("It is published, though the original is not to be."), kept)
        if made.article.originals != "private":  # an excerpt does not lead back
            return
    elif not file.is_file() or file.read_bytes() != original.bytes_read:
        yield wrong(message("The published original is not the file that the record speaks of."), file)
    compare = folder / "compare" / "index.html"
    if made.original is not None and original_column(compare) != original.text.translate(NOT_IN_HTML):
        yield wrong(message("The column of the original is not the original."), compare)
    anchors = ["title", *(section.id for section in made.sections if section.start < section.end)]
    by_id = {str(each.get("id")): each for each in _found(_tree(page), "//*[@id]")}
    text = "\n".join(_text(by_id[anchor]) if anchor in by_id else "" for anchor in anchors)
    try:
        leads = undo(text, whole.changes) == original.text
    except ValueError:
        leads = False
    if not leads:
        yield wrong(message("The words on the page don't lead back to the original."), page)


def original_column(page: Path) -> str:
    """Give the text of the column of the original, with each piece of what stood around the article in its place."""
    if not page.is_file():
        return ""
    root = _tree(page)
    pieces = {str(each.get("id")): each for each in _found(root, "//ol[@class='pieces']/li")}
    for link in _found(root, '//a[@class="around"]'):
        piece = pieces.get(str(link.get("href"))[1:])
        link.text = "".join(map(_text, _found(piece, ".//*[@class='cell']"))) if piece is not None else ""
    # Of what differs the first paragraph is the original's, the one behind it the article's.
    of_article = "preceding-sibling::*[1][self::p[not(@class='same')]]"
    paragraphs = f"//*[@class='compare']/*[@id]/p[@class='same' or not({of_article})]"
    return "".join(map(_text, _found(root, paragraphs)))


def _tree(page: Path) -> Element:
    return lxml_html.fromstring(page.read_bytes().decode())


def _found(root: Element, path: str) -> list[Element]:
    return cast("list[Element]", root.xpath(path))


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))
