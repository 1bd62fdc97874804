"""Where the values of an article's front matter stand in its text. YAML is composed for its places only."""

from __future__ import annotations

import yaml

from warraq.archive.front_matter import ArticleParts, key_name, split_front_matter
from warraq.archive.yaml_values import item_of


class NotEditableError(Exception):
    """A front matter that can't be changed without touching more than the one value."""


def split_body(article: str) -> tuple[str, str]:
    """Split an article's file into all that stands above its body, and the body to the end of the file."""
    cut = split_front_matter("", article)
    if not isinstance(cut, ArticleParts):
        raise NotEditableError(str(cut.what))
    at = _line_start(article, cut.body_line)
    return article[:at], article[at:]


def cut_article(article: str) -> tuple[ArticleParts, int]:
    """Cut an article's file, and give the place where its front matter begins."""
    cut = split_front_matter("", article)
    if not isinstance(cut, ArticleParts):
        raise NotEditableError(str(cut.what))
    begin = _line_start(article, cut.front_matter_line)
    if not article.startswith(cut.front_matter, begin):
        raise NotEditableError("The front matter has line ends of another system.")
    return cut, begin


def _line_start(article: str, line: int) -> int:
    """Give the place of a line's first letter; `line` from 1."""
    return sum(len(before) + 1 for before in article.split("\n")[: line - 1])


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise NotEditableError(str(error)) from None


def find_value(article: str, key: str) -> tuple[str, yaml.Node, int] | None:
    """Give the key as it is written, the node of its value, and the place where the front matter begins."""
    found = find_key(article, key)
    return (found[0].value, found[1], found[2]) if found else None


def find_key(article: str, key: str) -> tuple[yaml.Node, yaml.Node, int] | None:
    """Give the nodes of a key and of its value, and the place where the front matter begins."""
    cut, begin = cut_article(article)
    root = _compose(cut.front_matter)
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise NotEditableError("The front matter is not a list of keys.")
    for key_node, node in root.value:
        if key_name("", key_node.value) == key:
            return key_node, node, begin
    return None


def values_of(article: str) -> dict[str, object]:
    """Give the values of all keys, as they are written: str, list or dict."""
    cut, _ = cut_article(article)
    # With its last line end: a text of several lines at the end of the front matter has it once a key stands below.
    root = _compose(f"{cut.front_matter}\n")
    data = _data_of(root) if root else {}
    return data if isinstance(data, dict) else {}


def _data_of(node: yaml.Node) -> object:
    """Give the value of a node, with every scalar as it is written: `date: 2024-01-01` gives a string."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [item_of(node, item, _data_of(item)) for item in node.value]
    return {key.value: _data_of(item) for key, item in node.value}


def end_of_value(node: yaml.Node, text: str) -> int:
    """Give the place where a value ends: a block's end mark stands at the next key, its last line ends before that."""
    if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
        return node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and node.value:
        last = node.value[-1]
        return end_of_value(last[1] if isinstance(last, tuple) else last, text)
    return len(text[: node.end_mark.index].rstrip())
