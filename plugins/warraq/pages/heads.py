"""What the head of an article's page tells of it to those who show a link to it: a description and a picture."""

from __future__ import annotations

from warraq.edition.edition import Edition

from .page import Library
from .public_links import pictures_of

MOST_LETTERS = 160
"""Of a description: lists of results show no more, and previews of links hardly."""


def described(edition: Edition) -> str:
    """Give the summary of an article, else how its text begins, else its title."""
    article = edition.article
    return article.summary or _beginning(edition.text.partition("\n")[2]) or article.title


def picture(edition: Edition, library: Library) -> str:
    """Give the URL of the first picture of an article; empty where there is none, or the site has no address yet."""
    return next((library.url(address) for address in pictures_of(edition)), "")


def _beginning(text: str) -> str:
    words = " ".join(text[: 2 * MOST_LETTERS].split())
    if len(words) <= MOST_LETTERS:
        return words
    return words[: MOST_LETTERS - 1].rpartition(" ")[0] + "…"
