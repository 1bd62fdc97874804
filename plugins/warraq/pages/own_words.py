"""
The words of a page that editors wrote: they are read, sanitised and checked as an article's are, and nothing is found or repaired in them.

No link of them leads to what is not published: its words stay, as in articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warraq.archive.concept import Vocabulary
from warraq.archive.own_pages.own_page import OwnPage
from warraq.edition.assemble import edition

from . import addresses
from .direction import direction

if TYPE_CHECKING:
    from warraq.archive.article import Article
    from warraq.edition.edition import Edition

FILE = re.compile(r"\{(?:filename|static|attach)\}([^)\s\"'<>#?]+)")
NOWHERE = re.compile(r'<a\b([^>]*) href="#"')
"""A link to a file that is not published: it keeps its words alone."""
PARAGRAPH_ID = re.compile(r'(<\w+) id="?p\d+"?')
"""Of a passage, which nobody cites here: a page has the words of several."""
ID = re.compile(r'(<\w+[^>]*?) id="[^"]*"')
PICTURES = "images/"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of an own page."""

    id: str
    mark: str
    """The id of its sign in the text."""
    html: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A heading and words, as a page shows them."""

    title: str
    html: str
    lang: str
    dir: str
    footnotes: tuple[Footnote, ...] = ()


def edition_of(page: OwnPage, linked: Mapping[str, str]) -> Edition:
    """Read the words of a page as an edition without an original and without names; `linked`: the addresses of files, by their paths."""
    return edition(page.text, None, None, Vocabulary(), linked)


def own_words(page: OwnPage | None, linked: Mapping[str, str]) -> OwnWords | None:
    """Give the words of a page as HTML."""
    if page is None:
        return None
    made = edition_of(page, linked)
    ids = ID if page.name == "footer" else PARAGRAPH_ID  # what stands on every page has no ids
    html = "\n".join(ids.sub(r"\1", NOWHERE.sub(r"<a\1", section.shown_html)) for section in made.sections)
    notes = tuple(
        Footnote(entry.id, entry.mark.id, entry.html)
        for section in made.sections
        for entry in section.entries
        if entry.html
    )
    return OwnWords(page.text.title, html, page.text.lang, direction(page.text.lang), notes)


def public_files(articles: Iterable[Article], pages: Iterable[OwnPage]) -> dict[str, str]:
    """
    Map the files that own pages may link to, by their paths below content/, to their addresses.

    They are `articles`, which are the published ones, the own pages themselves, and the pictures that these name.
    """
    files = {each.path.partition("/")[2]: addresses.article(each.slug) for each in articles}
    for page in pages:
        files[page.text.path.partition("/")[2]] = page.address
        files |= {name: name for name in pictures_named(page)}
    return files


def pictures_named(page: OwnPage) -> Iterator[str]:
    """Yield the addresses of the pictures that a page shows or links to."""
    for written in FILE.findall(page.text.body):
        name = written.lstrip("./")
        if name.startswith(PICTURES) and ".." not in name:
            yield name
