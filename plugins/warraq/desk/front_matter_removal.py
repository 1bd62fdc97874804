"""Taking a key, or an item of a list, out of an article's front matter and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from warraq.archive.front_matter import key_name

from .front_matter_places import NotEditableError, cut_article, end_of_value, find_key, find_value, values_of


def without_key(article: str, key: str) -> str:
    """Give the text without a key and its value; the same text where it has none."""
    found = find_key(article, key)
    if found is None:
        return article
    name = str(found[0].value)
    return checked(article, cut_out_key(article, name), lambda d: {k: v for k, v in d.items() if k != name})


def without_item(article: str, key: str, item: object) -> str:
    """Give the text with one item, which may be a mapping, taken out of the list `key`; its only one leaves an empty list."""
    found = find_value(article, key)
    listed = values_of(article).get(found[0]) if found else None
    if found is None or not isinstance(listed, list) or item not in listed:
        return article
    name, node, begin = found
    if not isinstance(node, yaml.SequenceNode):
        return article
    number = listed.index(item)
    made = cut_out_item(article, begin, node, number)
    return checked(article, made, lambda d: {**d, name: [*listed[:number], *listed[number + 1 :]]})


def cut_out_key(article: str, name: str) -> str:
    """Take out a key, as it is written, and its value."""
    found = find_key(article, key_name("", name))
    if found is None:
        return article
    key, node, begin = found
    end = article.find("\n", begin + max(end_of_value(node, article[begin:]), key.end_mark.index))
    return article[: begin + key.start_mark.index] + article[end + 1 :]


def cut_out_item(article: str, begin: int, node: yaml.SequenceNode, number: int) -> str:
    """Take the item of a number out of a list whose front matter begins at `begin`; its only one leaves an empty list."""
    items = node.value
    if len(items) == 1:
        start, end = begin + node.start_mark.index, begin + end_of_value(node, article[begin:])
        return article[:start] + spaced(article, start, "[]") + article[end:]
    if node.flow_style:
        if number:
            return article[: begin + items[number - 1].end_mark.index] + article[begin + items[number].end_mark.index :]
        return article[: begin + items[0].start_mark.index] + article[begin + items[1].start_mark.index :]
    start = article.rfind("\n", 0, begin + items[number].start_mark.index) + 1
    end = article.find("\n", begin + end_of_value(items[number], article[begin:])) + 1
    return article[:start] + article[end:]


def checked(before: str, after: str, meant: Callable[[dict[str, object]], dict[str, object]]) -> str:
    """Give `after` if its values are those meant and its body is untouched."""
    if values_of(after) != meant(values_of(before)) or cut_article(after)[0].body != cut_article(before)[0].body:
        raise NotEditableError("The front matter is written in a way that can't be changed safely.")
    return after


def spaced(article: str, start: int, value: str) -> str:
    """Put a space before a value that would stand right after `key:`."""
    return value if article[start - 1] in " \n" else f" {value}"
