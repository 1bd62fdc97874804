"""One text of another program's site, as that program states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Extra = str | tuple["Extra", ...] | Mapping[str, "Extra"]
"""A value of a key that an article has no place for."""


class Form(StrEnum):
    """What a text is written in."""

    HTML = "html"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stood: in a file of many, or as a file of its own."""

    container: str
    """The name of the file, or its path below the site's folder."""
    sha256: str
    at: str = ""
    """In a file of many: which of them."""


@dataclass(frozen=True, slots=True)
class MovedText:
    """A text with what is stated beside it; empty where nothing is."""

    name: str
    """A path that no other text of the site has; it ends as the original's name will."""
    data: bytes
    """The original: the text as the program wrote it, and nothing of those who commented on it."""
    form: Form
    body: str
    """The text without its front matter, in its form."""
    place: Place
    title: str = ""
    date: str = ""
    """As it is stated, with time and zone."""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    source: str = ""
    """The name of the site."""
    url: str = ""
    """Of the text's page at the former site."""
    slug: str = ""
    is_draft: bool = False
    waits: str = ""
    """The day on which it is to be published, where that was to come."""
    addresses: tuple[str, ...] = ()
    """Former ones; the first is the address of the text's page."""
    names: tuple[str, ...] = ()
    """Further names by which other texts of the site link to it: `file:content/posts/x.md`, `note:name`."""
    extra: Mapping[str, Extra] = field(default_factory=dict)
    base: str = ""
    """The address of the former site, from which addresses that begin with a slash go on."""
    folder: str = ""
    """In the site's folder, below which relative addresses of pictures lie."""
    left_as_text: tuple[str, ...] = ()
    """The names of what only the other program could fill in, such as shortcodes; it stands in the text as it was written."""
