"""The site's parts: pages, each a template with its values, and files, each at its address."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import ClassVar

from warraq.archive.archive import Archive

from . import addresses
from .article_facts import ArticleFacts
from .texts import Texts


@dataclass(frozen=True, slots=True)
class Page:
    """
    One HTML page.

    Each kind of page is a subclass, which names its template and has a field for every value that the template reads. The template
    sees these fields and the site's own globals, nothing else. Pages are frozen and pickle.
    """

    template: ClassVar[str]
    in_sitemap: ClassVar[bool] = True
    """Whether search engines should list pages of this kind."""
    late: ClassVar[tuple[str, ...]] = ()
    """The parts of pages of this kind that may still be to come, in their order (`late.py`)."""

    address: str
    """Below the site's root, decoded, with no leading `/`: `articles/وشدد-بوتين/` or `404.html`; the home is ``."""

    def values(self) -> dict[str, object]:
        """Give the template's values by name: all fields but the address."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "address"}


@dataclass(frozen=True, slots=True)
class File:
    """One file that is not a page: a feed, a citation, an original, an index."""

    template: ClassVar[str] = ""
    """None makes it."""

    address: str
    data: bytes
    late: tuple[str, ...] = ()
    """The parts that are still to come, in their order (`late.py`): what stands in their places depends on other articles."""


@dataclass(frozen=True, slots=True)
class FileOfPage(File):
    """A file that says where something stands on the rendered page of its article."""

    on_page: Callable[[bytes, bytes], bytes] = lambda data, _page: data
    """Give its data, or data that it gave before, as they are beside a page; both may lack their late parts."""


class LargeFile(File):
    """A file that is made only where the former one, of the same articles, can't stay."""

    __slots__ = ("_make", "made_of")

    made_of: str
    """A hash of all that it is made of, except the code."""
    _make: Callable[[], bytes]

    def __init__(self, address: str, made_of: str, make: Callable[[], bytes]) -> None:
        for name, value in {"address": address, "late": (), "made_of": made_of, "_make": make}.items():
            object.__setattr__(self, name, value)  # it is frozen

    @property
    def data(self) -> bytes:
        """Make it."""
        return self._make()


@dataclass(frozen=True, slots=True)
class PageOnDemand:
    """A page that is made only where the former one can't stay."""

    address: str
    template: str
    made_of: str
    """All that it is made of, except the code and what the archive says of itself."""
    make: Callable[[], Page]
    in_sitemap: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is said of a file of the site elsewhere."""

    size: int
    """In bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class OfFiles:
    """A page or a file that says how large other files of the site are, and what their hashes are; they come before it."""

    address: str
    template: str
    """None makes a file: the empty text."""
    files: tuple[str, ...]
    """Their addresses; of one that could not be made nothing is said."""
    make: Callable[[Mapping[str, FileFacts]], Page | File]
    in_sitemap: bool = True


@dataclass(frozen=True, slots=True)
class Library(ABC):
    """
    Everything that pages are made of, and nothing that must not leave this machine.

    `rights.publishable` alone makes one: the class is abstract, so that pages can't be given anything else.
    """

    archive: Archive
    """Of its articles, only the published ones and the notices of withdrawn ones, without their texts; of the vocabulary what
    they speak of."""
    articles: tuple[ArticleFacts, ...]
    """Published ones that are shown in lists; newest first (undated ones last), then by slug."""
    texts: Texts
    """Of each article, by its slug; they may be read from a disk one by one."""
    site_url: str
    """Absolute, without a final `/`; empty when not published: feeds and canonical links need it, pages link relatively."""
    pictures: frozenset[str]
    """The addresses of the pictures that may be published: those that the editions show or link to."""

    versions: tuple[ArticleFacts, ...] = ()
    """Other versions of articles, which have pages of their own and stand in no list; in the same order."""

    @property
    def all(self) -> tuple[ArticleFacts, ...]:
        """Give whatever has a page of its own: the articles, then their other versions."""
        return self.articles + self.versions

    @property
    @abstractmethod
    def cleared(self) -> bool:
        """Tell that `publishable` has decided about everything in it."""

    def url(self, address: str) -> str:
        """Give the absolute URL of an address; empty where the site has none yet."""
        return addresses.absolute(self.site_url, address) if self.site_url else ""
