"""Pages as trees, with types: lxml's stubs give an XPath the union of all results that XPath has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.etree import _Element as Element


def elements(tree: Element, path: str, **variables: str) -> list[Element]:
    """Find elements by an XPath."""
    return [found for found in _found(tree, path, variables) if isinstance(found, Element)]


def strings(tree: Element, path: str, **variables: str) -> list[str]:
    """Find attributes or texts by an XPath."""
    return [str(found) for found in _found(tree, path, variables)]


def _found(tree: Element, path: str, variables: dict[str, str]) -> list[object]:
    page: Any = tree  # the stubs know no variables of an XPath
    found: object = page.xpath(path, **variables)
    assert isinstance(found, list), path
    return found


def parsed(data: bytes | str) -> Element:
    """Parse a page."""
    return html.fromstring(data)


def content(tree: Element) -> str:
    """Give all text of a tree, without comments."""
    return str(tree.xpath("string()"))


def emptied(tree: Element, path: str) -> Element:
    """Take out what stands inside the elements that an XPath finds; the text behind them stays."""
    for found in elements(tree, path):
        tail = found.tail
        found.clear()
        found.tail = tail
    return tree


def links(tree: Element) -> Iterator[tuple[Element, str | None, str]]:
    """Yield every link with the element and the attribute that has it."""
    page: Any = tree  # the stubs leave HTML's own methods out
    for element, attribute, link, _ in page.iterlinks():
        yield element, attribute, link
