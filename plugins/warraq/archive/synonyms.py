"""
`content/vocabulary/synonyms.yaml`: words that a search takes for one another.

    موبايل: [جوال, هاتف محمول]

Each line is a group. A group that shares a word with one that comes with the program stands in its place; one without other words takes that away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ConfigDict, RootModel

from warraq.arabic.folding import fold
from warraq.language import message

from .problem import Problem
from .values import Lines
from .yaml_values import YamlValues

FILE = "synonyms.yaml"
"""Its name, in the folder of the vocabulary."""

Groups = tuple[tuple[str, ...], ...]
"""Words that mean the same, or names of several words."""


class SynonymKeys(RootModel[dict[str, Lines]]):
    """A word, and those that mean the same."""

    model_config = ConfigDict(defer_build=True)


def groups(keys: SynonymKeys) -> Groups:
    """Give the groups of a file."""
    return tuple((word, *others) for word, others in keys.root.items())


def mistakes(path: str, values: YamlValues, found: Sequence[Sequence[str]]) -> Iterator[Problem]:
    """Name what is no word, and each word that stands twice: a search could not tell which is meant."""
    where: dict[str, str] = {}
    for head, *others in found:
        for word in (head, *others):
            same = fold(word).strip()
            place = values.place(head)
            if not any(map(str.isalnum, same)):
                what = message("“{value}” is no word.", value=word)
                yield Problem(path, *place, head, what, message("Write words of letters or digits."))
            elif same in where:
                what = message("“{value}” stands in two groups, or twice: {first}.", value=word, first=where[same])
                yield Problem(path, *place, head, what, message("Keep it in one group."))
            else:
                where[same] = head


def beside(own: Groups, shipped: Iterable[Sequence[str]]) -> Groups:
    """Give the groups that count: an archive's own, and those of the program that share no word with them."""
    taken = {fold(word) for group in own for word in group}
    others = (tuple(group) for group in shipped if not taken & set(map(fold, group)))
    return (*(group for group in own if len(group) > 1), *others)
