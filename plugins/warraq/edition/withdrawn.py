"""
What is left of a withdrawn article: its address, its title, when and why it was withdrawn, and what was corrected.

Its text is published no more: not on its page, not in lists, feeds, search or data, and not as an original either. Taking it out
of the edition takes it out of everything that is made of editions.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

from .edition import Edition


def without_text(edition: Edition) -> Edition:
    """Give an edition that has a title and no text."""
    article = replace(edition.article, body="", summary=None, annotations=(), settled=(), original=None)
    return Edition(
        article=article,
        text=article.title,
        title_html=escape(article.title),
        title_entries=(),
        sections=(),
        marks=(),
        problems=edition.problems,
    )
