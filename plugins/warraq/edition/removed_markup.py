"""
The author's HTML that sanitising removes, each kind with its line: an author should know where a frame or a style went.

Tags are read from the HTML that Markdown made, where code and escaped tags are text; the line is that of the author's file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from warraq.archive.article import Article
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message

from .footnote_class import FOOTNOTE_CLASS
from .sanitise import ATTRIBUTES, BLOCKS, DROPPED, INLINE, SCHEMES, is_refused_picture, is_refused_value

_SCHEME = r"\s*+ <?+ (?!https:|mailto:) [A-Za-z][A-Za-z0-9+.-]*+ :"
# Each branch begins with a sign of its own, so that letters are passed over quickly.
SUSPECT = re.compile(
    rf"""
    < [A-Za-z]                                              # a tag
    | \{{:                                                  # an attribute list
    | < {_SCHEME} | \] [(:] {_SCHEME}                         # a link with another scheme
    | !\[ [^\]]*+ \]\( \s*+ <?+ (?:http:|//)                  # a picture over http
    """,
    re.VERBOSE,
)
"""Most bodies have none of it, and are not parsed."""
CODE = re.compile(
    r"""
    (?P<fence>`+) (?!`)     # so many backticks and no more
    .*?
    (?<!`) (?P=fence) (?!`)
    """,
    re.VERBOSE | re.DOTALL,
)
SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
ADDRESSES = frozenset({"href", "src", "cite"})
LONGEST_ADDRESS = 60
"""How many letters of an address a problem shows."""
SEE_LIST = message("Take it out; docs/markdown.md has the list of what may stand in a text.")


class Removal(NamedTuple):
    """One kind of tag, attribute or address that is removed."""

    source: str
    """A regular expression for it in the author's Markdown."""
    what: Message
    todo: Message


def removed_markup(article: Article, html: str) -> Iterator[Problem]:
    """Warn of each kind of removed tag, attribute and address once, at its first place; `html` is the body's, not sanitised."""
    if not SUSPECT.search(article.body):
        return
    parser = _RemovalParser()
    parser.feed(html)
    parser.close()
    body = CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), article.body)
    for source, what, todo in parser.removals.values():
        if place := re.search(source, body, re.IGNORECASE):  # else Markdown made it, not the author
            line = article.body_line + body.count("\n", 0, place.start())
            column = place.start() - body.rfind("\n", 0, place.start())
            yield Problem(article.path, line, column, "", what, todo, Level.WARNING)


class _RemovalParser(HTMLParser):
    """Collects removals, in the order of their first places."""

    def __init__(self) -> None:
        super().__init__()
        self.removals: dict[tuple[str, ...], Removal] = {}
        """By tag, attribute and scheme."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check a tag and its attributes."""
        if tag not in INLINE | BLOCKS:
            what = (
                message("<{tag}> is not published, nor is what stands in it.", tag=tag)
                if tag in DROPPED
                else message("<{tag}> is taken out; the words in it stay.", tag=tag)
            )
            self.removals.setdefault((tag,), Removal(rf"<{re.escape(tag)}\b", what, SEE_LIST))
            return
        for name, value in attrs:
            allowed = name in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
            if not allowed or (name == "align" and is_refused_value(tag, name, value or "")):
                self._check_name(tag, name, value or "")
            elif name in ADDRESSES:
                self._check_address(tag, name, value or "")

    def _check_name(self, tag: str, name: str, value: str) -> None:
        if (name == "class" and FOOTNOTE_CLASS.fullmatch(value)) or (tag == "li" and value.startswith("fn:")):
            return  # Markdown's own
        in_html = rf"<{tag}\b[^<>]*?\s{re.escape(name)}(?=[\s=>/])"
        shorthand = {"class": r"\.|", "id": r"\#|"}.get(name, "")
        in_attribute_list = rf"\{{[^}}\n]*(?:{shorthand}\b{re.escape(name)}\s*=)"
        what = message("The attribute {attribute} is taken out of <{tag}>.", attribute=name, tag=tag)
        self.removals.setdefault((tag, name), Removal(f"{in_html}|{in_attribute_list}", what, SEE_LIST))

    def _check_address(self, tag: str, name: str, value: str) -> None:
        scheme = SCHEME.match(value)
        picture = tag == "img"
        if (not scheme or scheme[1].lower() in SCHEMES) and not (picture and is_refused_picture(value)):
            return
        shown = value[:LONGEST_ADDRESS]
        what = message("The address {address} is taken out.", address=shown)
        todo = (
            message("Name a picture of the site, or one whose address begins with https://")
            if picture
            else message("Write one that begins with https://, http:// or mailto:, or one inside the site.")
        )
        key = (tag, name, scheme[1] if scheme else "")
        self.removals.setdefault(key, Removal(re.escape(shown), what, todo))
