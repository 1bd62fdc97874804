"""
What sanitising takes out of an author's HTML, told with its line: nobody should wonder where a frame or a style went.

Read from the HTML that Markdown made, so that code and escaped tags are no tags; the line is that of the author's file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from warraq.archive.article import Article
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message

from .sanitise import ATTRIBUTES, BLOCKS, CLASSES, DROPPED, INLINE, SCHEMES, is_refused_picture

SUSPECT = re.compile(
    r"<[A-Za-z]|\{:|(?:\]\(|\]:|<)\s*<?(?!https:|mailto:)[A-Za-z][A-Za-z0-9+.-]*:|!\[[^\]]*\]\(\s*<?(?:http:|//)"
)
"""Most bodies have none of it, and cost nothing."""
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
ADDRESSES = frozenset({"href", "src", "cite"})
SEE = message("Take it out; docs/markdown.md has the list of what may stand in a text.")

Taken = tuple[str, Message, Message]
"""A pattern of where the author wrote it; what is wrong; what to do."""


def removed_markup(article: Article, html: str) -> Iterator[Problem]:
    """Warn of each kind of tag, attribute and address that is taken out of what Markdown made of the body, once, where it first stands."""
    if not SUSPECT.search(article.body):
        return
    reader = _RemovedMarkupParser()
    reader.feed(html)
    reader.close()
    body = CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), article.body)
    for pattern, what, todo in reader.taken.values():
        if place := re.search(pattern, body, re.IGNORECASE):  # else Markdown made it, not the author
            line = article.body_line + body.count("\n", 0, place.start())
            column = place.start() - body.rfind("\n", 0, place.start())
            yield Problem(article.path, line, column, "", what, todo, Level.WARNING)


class _RemovedMarkupParser(HTMLParser):
    """Meets every tag in order."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: dict[tuple[str, ...], Taken] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE | BLOCKS:
            what = (
                message("<{tag}> is not published, nor is what stands in it.", tag=tag)
                if tag in DROPPED
                else message("<{tag}> is taken out; the words in it stay.", tag=tag)
            )
            self.taken.setdefault((tag,), (rf"<{re.escape(tag)}\b", what, SEE))
            return
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "class" and set(value.split()) <= CLASSES.get(tag, set()):
            return
        if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()):
            what = message("The attribute {attribute} is taken out of <{tag}>.", attribute=name, tag=tag)
            sign = {"class": r"\{[^}\n]*\.", "id": r"\{[^}\n]*\#"}.get(name, rf"\{{[^}}\n]*\b{re.escape(name)}\s*=")
            written = rf"<{tag}\b[^<>]*?\s{re.escape(name)}(?=[\s=>/])|{sign}"
            self.taken.setdefault((tag, name), (written, what, SEE))
        elif name in ADDRESSES:
            scheme = SCHEME.match(value)
            picture = tag == "img"
            if (scheme and scheme[1].lower() not in SCHEMES) or (picture and is_refused_picture(value)):
                what = message("The address {address} is taken out.", address=value[:60])
                todo = (
                    message("Name a picture of the site, or one whose address begins with https://")
                    if picture
                    else message("Write one that begins with https://, http:// or mailto:, or one inside the site.")
                )
                self.taken.setdefault((tag, name, scheme[1] if scheme else ""), (re.escape(value[:60]), what, todo))
