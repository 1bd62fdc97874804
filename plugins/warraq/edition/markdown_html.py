"""Markdown as Warraq understands it: Python-Markdown with its `extra` constructions, lists that keep their kind, and anchors of headings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .footnote_class import footnote_key

if TYPE_CHECKING:
    from markdown import Markdown

    from .own_footnotes import OwnFootnotes


@cache
def _own_footnotes() -> OwnFootnotes:
    from .own_footnotes import OwnFootnotes

    return OwnFootnotes()


@cache
def converter() -> Markdown:
    """Give the one that converts every text; it is loaded and made for the first that goes the long way."""
    from markdown import Markdown
    from markdown.extensions.toc import TocExtension, slugify_unicode

    return Markdown(
        extensions=[
            _own_footnotes(),
            "extra",
            "sane_lists",
            # For the anchors alone: a table of contents (`marker`) is not the article's text.
            TocExtension(slugify=slugify_unicode, marker=""),
        ],
        extension_configs={"extra": {"tables": {"use_align_attribute": True}}},
        output_format="html",
    )


def markdown_html(markdown: str) -> str:
    """Convert Markdown to HTML, not sanitised; a RecursionError where too many lists or quotations stand within one another."""
    made = converter()
    made.reset()
    _own_footnotes().key = footnote_key(markdown)
    try:
        return made.convert(markdown)
    except RecursionError:
        made.parser.state.clear()  # else the next text is read as if it stood in that list
        raise
