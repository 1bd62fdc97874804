"""Rename a tag, merge it into another, or add one to the articles that have certain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warraq.arabic.folding import folded
from warraq.desk.front_matter import NotEditableError, append, replace_item

from .change import Change, Shelved


def replaced(articles: Iterable[Shelved], old: str, new: str) -> Iterator[Change]:
    """Put `new` in the place of `old`; an article that has both keeps one."""
    for this in articles:
        if old in this.article.tags:
            after = _edited(replace_item(this.text, "tags", old, new), this)
            added = () if new in this.article.tags else (new,)
            yield Change(this, after, added, (old,))


def added(articles: Iterable[Shelved], tag: str, words: str) -> Iterator[Change]:
    """Add a tag to the articles whose title or text has the words, in whatever spelling."""
    asked = folded(words)
    for this in articles:
        if tag not in this.article.tags and asked in folded(f"{this.article.title}\n{this.article.body}"):
            yield Change(this, append(this.text, "tags", tag), (tag,))


def _edited(text: str, this: Shelved) -> str:
    """A tag that is in the list and can't be found in the file's text is written in some way of its own."""
    if text == this.text:
        raise NotEditableError(f"{this.article.path}: tags")
    return text
