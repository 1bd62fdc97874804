"""
Tags of given elements, and their attributes.

All patterns for a tag are put together from the pieces of this module. A tag never reaches beyond the next `<`, so that what is
broken costs nothing behind it, and finding tags takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from ..late import late
from .elements import alternatives

WHOLE_NAME = r"(?=[\s>/])"
"""Behind a name: `<p-x>` and `<p:x>` are other elements."""
UNQUOTED = r"[^<>\"']++"
QUOTED = r"\"[^\"<]*+\"|'[^'<]*+'"
LONGEST_VALUE = 4_000
"""Code points of a quoted value where a quotation mark may also stand alone."""
DOUBTFUL = rf"\"[^\"<]{{0,{LONGEST_VALUE}}}+\"|'[^'<]{{0,{LONGEST_VALUE}}}+'|[\"']"
ATTRIBUTE = late(
    r"""(?<![\w:.-]) (?P<name>[\w:.-]++) \s*=\s* (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s"'>]+) )""",
    re.VERBOSE,
)
ANY_TAG = late(r"<[^<>]*>")


class Extent(Enum):
    """How far a tag reaches behind its name."""

    NAME = ""
    """Not at all: its end may be cut off."""
    BARE = r"(?P<attributes>[^<>]*+)>"
    """To the next `>`, whatever the quotation marks say."""
    PAIRED = rf"(?P<attributes>(?:{UNQUOTED}|{QUOTED})*+)>"
    """To the `>` outside quoted values; a tag with a lone quotation mark is none, for it may have swallowed text."""
    QUOTED = rf"(?P<attributes>(?:{UNQUOTED}|{DOUBTFUL})*+)>"
    """To the `>` outside quoted values; a quotation mark without its other half is a character."""


NAME_ALONE = Extent.NAME  # asked of every tag


class Tag(NamedTuple):
    """One tag; all places are positions in the text that was read."""

    name: str
    """In lower case; empty of a comment, a declaration, or a script that was taken with what it holds."""
    closing: bool
    start: int
    end: int
    attributes_start: int
    attributes_end: int
    """Between name and `>`; both are `end` where the tag has no attributes."""
    is_flawed: bool = False
    """Its end is cut off, or what it begins never ends."""


made = tuple.__new__
"""Make a tag of all its fields in their order: in half the time, and a page has thousands."""


class Attribute(NamedTuple):
    """The place of an attribute's value, without its quotation marks."""

    start: int
    end: int


@cache
def _pattern(names: frozenset[str], extent: Extent, whole_name: bool) -> re.Pattern[str]:  # noqa: FBT001 - of the cache
    behind = WHOLE_NAME if whole_name else r"\b"
    return re.compile(rf"<(?P<closing>/?)(?P<name>{alternatives(names)}){behind}{extent.value}", re.IGNORECASE)


def find_tag(  # noqa: PLR0913 - where and how to search are told apart by name
    text: str,
    names: frozenset[str],
    extent: Extent,
    start: int = 0,
    end: int | None = None,
    *,
    whole_name: bool = False,
) -> Tag | None:
    """Give the first tag of these elements that stands whole between two places; see `find_tags`."""
    return next(find_tags(text, names, extent, start, end, whole_name=whole_name), None)


def find_tags(  # noqa: PLR0913 - see find_tag
    text: str,
    names: frozenset[str],
    extent: Extent,
    start: int = 0,
    end: int | None = None,
    *,
    whole_name: bool = False,
) -> Iterator[Tag]:
    """
    Yield the tags of these elements in order, those that begin and those that end them.

    Without `whole_name` a name ends where a word ends (`<p"`, `<p-x>`), which is as much as a cut tag shows.
    """
    for match in _pattern(names, extent, whole_name).finditer(text, start, len(text) if end is None else end):
        yield _tag(match, extent)


def names_of_tags(text: str, names: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the name of each tag of these elements, and whether it ends one: what `find_tags` gives, where its places tell nothing."""
    for closing, name in _pattern(names, NAME_ALONE, False).findall(text):  # noqa: FBT003 - of the cache
        yield name.lower(), bool(closing)


def _tag(match: re.Match[str], extent: Extent) -> Tag:
    start, end = match.span()
    inside = (end, end) if extent is NAME_ALONE else match.span("attributes")
    return made(Tag, (match["name"].lower(), bool(match["closing"]), start, end, *inside, False))


def attributes(text: str, tag: Tag) -> dict[str, Attribute]:
    """Give the places of a tag's values by their names in lower case; of two with one name, the last."""
    found: dict[str, Attribute] = {}
    for match in ATTRIBUTE.finditer(text, tag.attributes_start, tag.attributes_end):
        found[match["name"].lower()] = Attribute(*match.span(match.lastgroup or "name"))
    return found


def strip_tags(text: str) -> str:
    """Take out everything between `<` and the next `>`."""
    return ANY_TAG.sub("", text)


def blank_tags(text: str) -> str:
    """Put spaces in place of tags, so that every position stays."""
    return ANY_TAG.sub(lambda tag: " " * len(tag[0]), text)
