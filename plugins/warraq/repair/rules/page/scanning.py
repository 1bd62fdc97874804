"""
A page of HTML as it lies there: its runs of text between block tags, each with its place and what it stands in.

No tree is built. Containers that are never closed end with the one around them; how far each can be believed is
`choosing`'s question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .names import ASIDE_NAMES, ASIDE_TAGS, BLOCK, BODY_NAMES, CLASS, IMPLIED, UNSEEN, VOID
from .tags import tags_of

LONGEST_NAMES = 1_000
"""Code points of a tag in which its classes are read."""
LETTERS = re.compile(r"[^\W\d_]+")
ENTITY = re.compile(r"&#?\w{1,10};")


@dataclass(slots=True)
class Element:
    """A container; `end` is where it closes, or the page's end."""

    name: str
    start: int
    """Of its opening tag."""
    parent: Element | None
    aside: bool
    """By its name or its class it holds navigation, advertising, comments, other articles …"""
    body: bool
    """By its class it holds the article's text."""
    depth: int
    end: int = -1
    closed: bool = False


@dataclass(slots=True)
class Run:
    """Text between two block tags."""

    start: int
    end: int
    inside: Element
    tag: str
    """The block it stands in: `p`, `h2`, `li`, `div` …"""
    letters: int = 0
    linked: int = 0
    """Letters of these that stand in links."""


@dataclass(slots=True)
class Page:
    """What the scan found."""

    runs: list[Run] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    flaws: int = 0
    """Cut tags, ends without a beginning, beginnings without an end: none in a sound page."""


def scan(text: str) -> Page:
    """Scan a page. Linear in its length."""
    page = Page()
    root = Element("", 0, None, False, False, 0)
    page.elements.append(root)
    stack = [root]
    open_names: dict[str, int] = {}
    at = run_start = 0
    pieces: list[tuple[int, int, bool]] = []
    in_link = 0
    unseen = 0

    last_end = {name: max(text.rfind(f"</{name}"), text.rfind(f"</{name.upper()}")) for name in UNSEEN}

    def close_run(end: int) -> None:
        nonlocal run_start
        if pieces and not unseen:
            counts = [(_letters(text, a, b), link) for a, b, link in pieces]
            letters = sum(n for n, _ in counts)
            if letters or text[run_start:end].strip():
                inside = stack[-1]
                tag = inside.name
                page.runs.append(Run(run_start, end, inside, tag, letters, sum(n for n, link in counts if link)))
        pieces.clear()

    for start, end, name, closing, rest, flawed in tags_of(text):
        page.flaws += flawed
        if start > at and not unseen:
            pieces.append((at, start, in_link > 0))
        at = end
        if not name:
            continue
        if name == "a":
            in_link = max(0, in_link + (-1 if closing else 1))
            continue
        if name not in BLOCK and name not in UNSEEN:
            continue
        close_run(start)
        in_link = 0
        if closing:
            if name in VOID:
                continue
            depth = len(stack) - 1 if open_names.get(name) else 0
            while depth and stack[depth].name != name:
                depth -= 1
            if name in ("body", "html") or not depth:
                page.flaws += name not in ("p", "br") and not depth
                page.flaws += (
                    name in ("body", "html") and bool(text[end:].strip()) and "</html" not in text[end:].lower()
                )
                run_start = end
                continue
            for element in stack[depth:]:
                open_names[element.name] -= 1
            for element in stack[depth + 1 :]:
                element.end = start
                page.flaws += element.name not in IMPLIED
                unseen -= element.name in UNSEEN
            stack[depth].end, stack[depth].closed = end, True
            unseen -= stack[depth].name in UNSEEN
            del stack[depth:]
        elif name in UNSEEN and last_end[name] < end:
            page.flaws += 1  # never closed: what follows is seen
        elif name not in VOID:
            if stack[-1].name == "head":
                stack[-1].end = start
                unseen -= 1
                open_names[stack.pop().name] -= 1
            while stack[-1].name in ("p", "li", "option") and _implied_end(stack[-1].name, name):
                stack[-1].end, stack[-1].closed = start, True
                open_names[stack.pop().name] -= 1
            names = (
                " ".join(m[1] or m[2] or m[3] or "" for m in CLASS.finditer(rest, 0, LONGEST_NAMES))
                if "=" in rest
                else ""
            )
            element = Element(
                name,
                start,
                stack[-1],
                name in ASIDE_TAGS or bool(names and ASIDE_NAMES.search(names) and not BODY_NAMES.search(names)),
                bool(names and (BODY_NAMES.search(names) or "articleBody" in names)),
                len(stack),
            )
            stack.append(element)
            open_names[name] = open_names.get(name, 0) + 1
            page.elements.append(element)
            unseen += name in UNSEEN
        run_start = end
    if at < len(text) and not unseen:
        pieces.append((at, len(text), in_link > 0))
    close_run(len(text))
    for element in stack:
        element.end = len(text)
        page.flaws += element.name not in IMPLIED and element is not root
    return page


def _letters(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    if "&" in piece:
        piece = ENTITY.sub("", piece)
    return sum(map(len, LETTERS.findall(piece)))


def _implied_end(inside: str, beginning: str) -> bool:
    """A block ends a paragraph, an item ends the item before it."""
    return inside == "p" or inside == beginning
