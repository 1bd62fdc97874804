"""
What the machine says anew about an article, written as the article's file has it.

Lists in brackets or on lines of their own, quotation marks, the order of the keys: commands that changed one value left all else as
it was, and so does a renewal. A file in which every value is what it was is not written at all.
"""

from __future__ import annotations

from warraq.archive.article import Article
from warraq.archive.reading_article import read_article
from warraq.desk.front_matter import value_of
from warraq.desk.front_matter_places import NotEditableError, cut_article, end_of_value, find_key, split_body, values_of
from warraq.desk.front_matter_removal import without_key

DESCRIBED = frozenset({"date", "source", "tags", "summary", "authors"})
"""Keys that are gone where the machine finds no such value any more; others, such as `version_of`, are of another command."""


def in_the_same_style(text: str, made: str) -> str:
    """
    Give `text` with the values and the body of `made`; `made` itself where that can't be done safely.

    A NotEditableError where keys of other commands would be lost then.
    """
    now, then = _read(text), _read(made)
    try:
        if now and then:
            return _changed(text, made, now, then)
    except NotEditableError:
        if not values_of(text).keys() <= values_of(made).keys():
            raise
    return made


def _changed(text: str, made: str, now: Article, then: Article) -> str:
    keys, former = values_of(made), values_of(text)
    (head, body), (_, new_body) = split_body(text), split_body(made)
    changed = text if body == new_body else head + new_body
    for key in former:
        if key in DESCRIBED and value_of(made, key) is None and value_of(text, key) is not None:
            changed = without_key(changed, key)
    for key in keys:
        if value_of(text, key) is None or _of(now, key) != _of(then, key):
            changed = _with_key_of(made, changed, key)
    again = _read(changed)
    if again is None or any(_of(again, key) != _of(then, key) for key in keys) or again.body != then.body:
        raise NotEditableError("It does not say the same.")
    return changed


def _read(text: str) -> Article | None:
    return read_article("content/articles/x.md", text.encode()).article


def _of(article: Article, key: str) -> object:
    return getattr(article, key, None)


def _with_key_of(made: str, text: str, key: str) -> str:
    """Give `text` with a key and its value as `made` has them: in the place of its own, or below the last key."""
    written = made[slice(*_span(made, key) or (0, 0))]
    if span := _span(text, key):
        return text[: span[0]] + written + text[span[1] :]
    cut, begin = cut_article(text)
    end = begin + len(cut.front_matter.rstrip("\n"))
    return f"{text[:end]}\n{written}{text[end:]}"


def _span(text: str, key: str) -> tuple[int, int] | None:
    """Give where a key and its value stand."""
    found = find_key(text, key)
    if found is None:
        return None
    name, node, begin = found
    return begin + name.start_mark.index, begin + max(end_of_value(node, text[begin:]), name.end_mark.index + 1)
