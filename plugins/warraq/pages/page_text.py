"""
The text of a rendered page as a browser has it (`document.body.textContent`), and where in it an element begins.

Programs that annotate any page count its letters so: the words of menus, notes and buttons too. What they count can't be known
before the page is rendered, and is taken from nothing but the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

COMMENT = re.compile("<!--.*?-->", re.DOTALL)
TAG = re.compile(r"""<[/a-zA-Z!](?:[^"'>]+|"[^"]*"|'[^']*')*>""", re.DOTALL)
"""A `<` that begins no tag is escaped in all HTML of ours."""
BEGINS = re.compile(r"""<[a-zA-Z](?:[^"'<>]|"[^"]*"|'[^']*')*?\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
"""A tag up to its id and with it."""
BODY = re.compile(r"<body[\s>]", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>|<(?:pre|textarea)\b[^>]*>\n", re.DOTALL | re.IGNORECASE)
"""What is read otherwise: a script, whose text has no entities; an element whose first line end is not its text."""


class PageText(NamedTuple):
    """A page as programs count it."""

    text: str
    places: dict[str, int]
    """Where in the text an element begins, by its id, in code points."""
    beyond: bool
    """It has signs that are two UTF-16 units each."""

    def in_units(self, at: int) -> int:
        """Give a place in UTF-16 units, as browsers count."""
        return len(self.text[:at].encode("utf-16-le", "surrogatepass")) // 2 if self.beyond else at


def page_text(html: str, ids: Iterable[str]) -> PageText:
    """Read a page, and find the elements with these ids; one without a body has no text."""
    text: list[str] = []
    places: dict[str, int] = {}
    length = 0
    html = COMMENT.sub("", html)
    body = BODY.search(html)
    begin = end = body.start() if body else len(html)
    for start, name in sorted((_start(html, name, begin), name) for name in ids):
        if start >= end:
            text.append(_text(html[end:start]))
            length += len(text[-1])
            places[name] = length
            end = start
    text.append(_text(html[end:]))
    whole = "".join(text)
    return PageText(whole, places, beyond=len(whole.encode("utf-16-le", "surrogatepass")) != 2 * len(whole))


def _start(html: str, name: str, begin: int) -> int:
    """Find the tag with an id; -1 where there is none."""
    for written in (f" id={name}", f' id="{name}"'):
        at = html.find(written, begin)
        while at >= 0:
            start = html.rfind("<", begin, at)
            tag = BEGINS.match(html, start) if start >= 0 else None
            if tag and tag.end() >= at + len(written) and name == (tag[1] or tag[2] or tag[3]):
                return start
            at = html.find(written, at + 1)
    return -1


def _text(html: str) -> str:
    """Give the text of a part of a page, which ends before a tag."""
    out: list[str] = []
    end = 0
    for other in OF_ITS_OWN.finditer(html):
        out.append(unescape(TAG.sub("", html[end : other.start()])))
        if other[1]:
            out.append(other[0].partition(">")[2].rpartition("</")[0])
        end = other.end()
    out.append(unescape(TAG.sub("", html[end:])))
    return "".join(out)
