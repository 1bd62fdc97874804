"""
The front matter of two editors merged by its keys, as each of them wrote it.

A key that one of them changed is taken from that one, with its comments and its layout. Of a list that both added to (decisions, notes, tags)
all items stay. A value that both changed and not alike is a clash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml

from warraq.archive.front_matter import key_name
from warraq.desk.front_matter import append, without_item, without_key
from warraq.desk.front_matter_places import NotEditableError, cut_article, values_of

from .body_merge import BETWEEN, OURS, THEIRS

REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class MergedKeys:
    """A merged front matter."""

    article: str
    """The file of one of them, with the merged front matter."""
    clashes: tuple[str, ...]
    """Keys whose lines stand twice, between marks."""
    asked_again: tuple[str, ...]
    """Keys of which the value from before stays."""


def merge_keys(base: str, ours: str, theirs: str, is_open: Callable[[str], bool]) -> MergedKeys:
    """Merge what stands above the bodies of two articles into ours; `is_open` tells whether a key can be asked about again."""
    o, a, b = _blocks(base), _blocks(ours), _blocks(theirs)
    blocks: list[str] = [_head(ours)]
    clashes: list[str] = []
    again: list[str] = []
    lists: list[str] = []
    for key in [*a, *(key for key in b if key not in a)]:
        mine, other, before = a.get(key, ""), b.get(key, ""), o.get(key, "")
        if other in (mine, before):
            blocks.append(mine)
        elif mine == before:
            blocks.append(other)
        elif key == REVIEWED:
            blocks.append(_latest(mine, other))
        elif _is_list(ours, theirs, key):
            lists.append(key)
            blocks.append(mine)
        elif is_open(key):
            again.append(key)
            blocks.append(before)
        else:
            clashes.append(key)
            blocks.append(f"{OURS}\n{mine}{BETWEEN}\n{other}{THEIRS}\n")
    article = _with_front_matter(
        ours, "".join(block if block.endswith("\n") or not block else f"{block}\n" for block in blocks)
    )
    if lists and clashes:  # with the marks of a clash it is YAML no more
        return _whole(ours, theirs, tuple(clashes), tuple(again))
    for key in lists:
        article = _with_items(article, key, base, theirs)
    return MergedKeys(article, tuple(clashes), tuple(again))


def common_ground(ours: str, theirs: str, body: str) -> str:
    """Give an article that both may have begun with, where git knows none: the keys that both have alike, above a body."""
    a, b = _blocks(ours), _blocks(theirs)
    return "---\n" + "".join(block for key, block in a.items() if b.get(key) == block) + f"---\n\n{body}"


def _with_items(article: str, key: str, base: str, theirs: str) -> str:
    """Take over what theirs put into a list, and what it took out."""
    name = {key_name("", each): each for each in (*values_of(base), *values_of(theirs))}[key]
    before, now = (_items(values_of(text), name) for text in (base, theirs))
    here = _items(values_of(article), name)
    for item in before:
        if item not in now and item in here:
            article = without_item(article, key, item)
    known = [_identity(item) for item in here]
    for item in now:
        if item not in before and _identity(item) not in known:
            article = append(article, key, _writable(item))
    return article


def _identity(item: object) -> object:
    """Give what makes two items one: of a decision its doubt, whoever decided on it with how many others."""
    return (item["rule"], item["quote"]) if isinstance(item, dict) and {"rule", "quote"} <= item.keys() else item


def _items(values: Mapping[str, object], key: str) -> list[object]:
    found = values.get(key)
    return found if isinstance(found, list) else [] if found in (None, "") else [found]


def _writable(item: object) -> str | dict[str, str]:
    if isinstance(item, str):
        return item
    if isinstance(item, dict) and all(isinstance(each, str) for each in item.values()):
        return item
    raise NotEditableError("An item of a list can't be written on one line.")


def _is_list(ours: str, theirs: str, key: str) -> bool:
    return any(
        isinstance(value, list)
        for text in (ours, theirs)
        for name, value in values_of(text).items()
        if key_name("", name) == key
    )


def _latest(mine: str, other: str) -> str:
    """Give the later of two reviews, which stand on one line each as the review writes them; of equal days ours."""
    return other if _day(other) > _day(mine) else mine


def _day(block: str) -> str:
    try:
        data = yaml.load(block, yaml.BaseLoader)  # noqa: S506 - it makes text of everything, and nothing else
    except yaml.YAMLError:
        return ""
    value = next(iter(data.values()), None) if isinstance(data, dict) else None
    return str(value.get("date", "")) if isinstance(value, dict) else ""


def _whole(ours: str, theirs: str, clashes: tuple[str, ...], again: tuple[str, ...]) -> MergedKeys:
    """Leave both front matters to people."""
    mine, other = cut_article(ours)[0].front_matter, cut_article(theirs)[0].front_matter
    both = f"{OURS}\n{mine.rstrip()}\n{BETWEEN}\n{other.rstrip()}\n{THEIRS}\n"
    return MergedKeys(_with_front_matter(ours, both), clashes, again)


def _head(article: str) -> str:
    """Give the comments above the first key."""
    front = cut_article(article)[0].front_matter
    places = _key_places(front)
    return front[: places[0][1]] if places else front


def _blocks(article: str) -> dict[str, str]:
    """Give each key's lines, with the comments below it, by the key's English name, in their order."""
    front = cut_article(article)[0].front_matter
    places = _key_places(front)
    ends = [*(start for _, start in places[1:]), len(front)]
    return {key: front[start:end] for (key, start), end in zip(places, ends, strict=True)}


def _key_places(front: str) -> list[tuple[str, int]]:
    try:
        root = yaml.compose(front, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise NotEditableError(str(error)) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise NotEditableError("The front matter is not a list of keys.")
    return [(key_name("", key.value), key.start_mark.index) for key, _ in root.value]


def _with_front_matter(article: str, front: str) -> str:
    cut, begin = cut_article(article)
    end = begin + len(cut.front_matter)
    tail = article[end:]
    return article[:begin] + (front.rstrip("\n") if tail.startswith("\n") else front) + tail


def without_reviewed(article: str) -> str:
    """Take the review's mark out: something is open again."""
    return without_key(article, REVIEWED)
