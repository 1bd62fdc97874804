"""Markdown as Warraq understands it: Python-Markdown with its `extra` constructions, lists that keep their kind, and anchors of headings."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode

from .footnote_class import OwnFootnotes, footnote_key

OWN_FOOTNOTES = OwnFootnotes()
CONVERTER = Markdown(
    extensions=[
        OWN_FOOTNOTES,
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
    CONVERTER.reset()
    OWN_FOOTNOTES.key = footnote_key(markdown)
    try:
        return CONVERTER.convert(markdown)
    except RecursionError:
        CONVERTER.parser.state.clear()  # else the next text is read as if it stood in that list
        raise
