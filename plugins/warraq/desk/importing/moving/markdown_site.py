"""
A folder of Markdown files, as generators of static sites read it: what their kinds have in common.

A kind says which files are texts, at which addresses they stood, and how its own marks for links become links; the keys of the front
matter mean the same in all of them.
"""

from __future__ import annotations

import posixpath
import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from urllib.parse import unquote, urljoin

from warraq.desk.importing.files_beside import PICTURES, FilesBeside
from warraq.desk.importing.sources import FileSource, RejectedFileError, SourceFile
from warraq.language import Message, message

from .front_matters import split_keys, text_of
from .kind import Given, Site
from .moved_text import Extra, Form, MovedText, Place
from .site_page import Page

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
TITLE, DATE = ("title",), ("date", "publishdate", "pubdate", "published_at", "created")
AUTHORS, TAGS = ("authors", "author"), ("categories", "category", "tags", "tag", "keywords")
SUMMARY, LANGUAGE = ("summary", "description", "excerpt"), ("lang", "language", "locale")
MEANT = frozenset(
    (
        *TITLE,
        *DATE,
        *AUTHORS,
        *TAGS,
        *SUMMARY,
        *LANGUAGE,
        "draft",
        "slug",
        "aliases",
        "alias",
        "redirect_from",
        "url",
        "permalink",
    )
)
NO, YES = ("false", "no", "off", "0"), ("true", "yes", "on", "1")


class MarkdownSite(Site):
    """A site's folder that was opened."""

    lines = False
    """Its files may begin with Pelican's lines."""
    meant: frozenset[str] = MEANT
    """Keys that an article has a place for; the others are kept."""
    roots: tuple[str, ...] = ("",)
    """Folders that addresses of pictures begin at."""

    def __init__(self, given: Given) -> None:
        if given.files is None:
            raise ValueError(given.path)
        self.files: FileSource = given.files
        self._found = {each.name: each for each in given.files.files()}
        self.folder = given.path.name

    @property
    def paths(self) -> Iterator[str]:
        """Yield the paths of all files of the folder."""
        return iter(self._found)

    def names(self) -> Iterator[SourceFile]:
        """Yield the texts; with their reasons files of Markdown that are none, and what the folder can't read."""
        yield from (file for name, file in self._found.items() if name in self._texts)
        for name, file in self._found.items():
            if name not in self._texts and (why := self.why_not(name)):
                yield SourceFile(name, file.stamp, why)
        yield from self.files.rejected()

    def text(self, name: str) -> MovedText:
        """Give a text; a RejectedFileError where its front matter can't be read."""
        data = self.files.read(name)
        keys, body = split_keys(name, text_of(name, data), lines=self.lines)
        page = Page(name, {**self.defaults_of(name), **keys}, body)
        if not body.strip() and not page.word(*TITLE):  # a template may show something at its address
            raise RejectedFileError(message("It has neither a title nor a text."))
        body, left = self.prepared(page)
        status = page.word("status").lower()
        addresses, time = tuple(self.addresses(page)), self.time_of(page)
        is_html = name.lower().endswith((".html", ".htm"))
        return MovedText(
            name,
            data,
            Form.HTML if is_html else Form.MARKDOWN,
            body,
            Place(name, sha256(data).hexdigest()),
            title=page.word(*TITLE) or self.title_of(page),
            date=time,
            authors=self.authors_of(page),
            tags=self.tags_of(page),
            summary=page.word(*SUMMARY),
            language=self.language_of(page),
            url=urljoin(self.base, addresses[0]) if addresses else "",
            slug=page.word("slug") or self.slug_of(addresses),
            is_draft=page.word("draft").lower() in YES
            or status in ("draft", "hidden", "private")
            or self.is_draft(page),
            waits=self.waits_for(page, time),
            addresses=addresses,
            names=(f"file:{name}".casefold(), *self.link_names(page)),
            extra={key: value for key, value in keys.items() if key not in self.meant and value},
            base=self.base,
            folder=posixpath.dirname(name),
            left_as_text=left,
        )

    def picture(self, address: str, text: MovedText) -> str:
        """Give the picture below the text's folder, or one of those that addresses begin at."""
        address = self.own(address)
        for folder in (text.folder, *self.roots):
            if found := self._beside.named(address, folder):
                return found
        return ""

    def read(self, path: str) -> bytes:
        """Read a file of the folder."""
        return self.files.read(path)

    def read_text(self, path: str) -> str:
        """Read a file of settings; empty where there is none that can be read."""
        try:
            return text_of(path, self.files.read(path)) if path in self._found else ""
        except RejectedFileError:
            return ""

    def own(self, address: str) -> str:
        """Give an address of the site without its host and the path at which it begins."""
        base = self.base.rstrip("/")
        if base and address.startswith(base):
            return address[len(base) :]
        root = "/" + base.partition("://")[2].partition("/")[2]
        return address[len(root) :] if len(root) > 1 and address.startswith(f"{root}/") else address

    @cached_property
    def _texts(self) -> frozenset[str]:
        """Some kinds read the beginning of a file to know whether it is a text."""
        return frozenset(filter(self.is_text, self._found))

    @cached_property
    def _beside(self) -> FilesBeside:
        return FilesBeside([name for name in self._found if name.lower().endswith(PICTURES)], self.files.holds)

    @property
    @abstractmethod
    def base(self) -> str:
        """Give the address of the site; empty where no setting says it."""

    @abstractmethod
    def is_text(self, name: str) -> bool:
        """Tell whether a file is one of the site's texts."""

    @abstractmethod
    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the addresses of a page at the site, the first that of the page itself."""

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Give the text with the program's own marks for links as links, and the names of what only the program could fill in."""
        return page.body, ()

    def why_not(self, name: str) -> Message | None:
        """Say why a file is no text, where somebody may miss it."""
        return (
            message("It is no text of the site: its folder is not published.")
            if name.lower().endswith(MARKDOWN)
            else None
        )

    def title_of(self, page: Page) -> str:
        """Give the title of a page that states none."""
        return re.sub(r"[-_]+", " ", posixpath.basename(page.path).rpartition(".")[0]).strip()

    def slug_of(self, addresses: tuple[str, ...]) -> str:
        """Give the slug of a page that states none; empty where its title is to be one."""
        return _last(addresses)

    def date_of(self, _page: Page, /) -> str:
        """Give the date of a page that states none."""
        return ""

    def time_of(self, page: Page) -> str:
        """Give the day of a page, or its time."""
        return page.word(*DATE) or self.date_of(page)

    def waits_for(self, _page: Page, _time: str, /) -> str:
        """Give the day on which a page is to be published; empty of one that is."""
        return ""

    def defaults_of(self, _name: str, /) -> Mapping[str, Extra]:
        """Give the keys that a file has without stating them."""
        return {}

    def language_of(self, page: Page) -> str:
        """Give the language of a page."""
        return page.word(*LANGUAGE)

    def authors_of(self, page: Page) -> tuple[str, ...]:
        """Give the authors of a page."""
        return page.words(*AUTHORS)

    def tags_of(self, page: Page) -> tuple[str, ...]:
        """Give the categories and tags of a page."""
        return page.words(*TAGS)

    def is_draft(self, _page: Page, /) -> bool:
        """Tell whether a page that does not say so is a draft."""
        return False

    def link_names(self, _page: Page, /) -> tuple[str, ...]:
        """Give further names by which other pages link to a page."""
        return ()


def _last(addresses: tuple[str, ...]) -> str:
    """Give the last part of the first address, without its ending; empty where it has no letter."""
    part = unquote(addresses[0]).rstrip("/").rpartition("/")[2] if addresses else ""
    return (part.rpartition(".")[0] or part) if re.search(r"[^\W\d_]", part) else ""
