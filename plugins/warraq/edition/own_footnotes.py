"""Python-Markdown gives its own footnotes, and no others, the classes of `footnote_class.py`."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .footnote_class import BLOCK, SIGN, WAY_BACK

BEFORE_FOOTNOTES, BEFORE_ATTRIBUTE_LISTS, AFTER_ANCHORS = 51, 9, 1
"""Priorities: python-markdown adds footnotes at 50, attribute lists at 8, the anchors of headings at 5."""


class OwnFootnotes(Extension):
    """Gives Markdown's own footnotes the classes of `footnote_key`."""

    key = ""
    """Of the text that is converted."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Add the three steps."""
        own: list[Element] = []
        md.treeprocessors.register(_Disowning(md), "others' footnotes", BEFORE_FOOTNOTES)
        md.treeprocessors.register(_Finding(md, own), "own footnotes", BEFORE_ATTRIBUTE_LISTS)
        md.treeprocessors.register(_Naming(md, own, self), "names of own footnotes", AFTER_ANCHORS)


class _Disowning(Treeprocessor):
    """Takes the classes from elements that an author wrote (`<div markdown=1 class=footnote>`)."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.get("class") in (BLOCK, SIGN, WAY_BACK):
                element.set("class", "author")


class _Finding(Treeprocessor):
    """Remembers what the footnotes' own steps made."""

    def __init__(self, md: Markdown, own: list[Element]) -> None:
        super().__init__(md)
        self.own = own

    def run(self, root: Element) -> None:
        self.own[:] = [element for element in root if element.tag == "div" and element.get("class") == BLOCK]
        self.own += [e for e in root.iter("a") if e.get("class") in (SIGN, WAY_BACK)]


class _Naming(Treeprocessor):
    """Gives the remembered elements their classes."""

    def __init__(self, md: Markdown, own: list[Element], extension: OwnFootnotes) -> None:
        super().__init__(md)
        self.own, self.extension = own, extension

    def run(self, root: Element) -> None:  # noqa: ARG002 - python-markdown's signature
        for element in self.own:
            kind = BLOCK if element.tag == "div" else WAY_BACK if WAY_BACK in element.get("class", "") else SIGN
            element.set("class", f"{kind}-{self.extension.key}")
        self.own.clear()
