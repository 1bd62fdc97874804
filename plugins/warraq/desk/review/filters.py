"""The filters of `review --list`: what fits them, and which value there is not, so that a slip of a letter does not look like the end of the work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from warraq.archive.did_you_mean import closest_word
from warraq.archive.problem import WrongValueError
from warraq.desk.archive_files import ArchiveFiles
from warraq.language import Message, listed, message

from .open_item import Certainty, OpenItem

MOST_NAMED = 10
"""Values that a message names where none is near."""
NONE: Mapping[str, Message] = {
    "rule": message("There is no kind of doubts with this code"),
    "source": message("No article has this source"),
    "article": message("No article has this file or slug"),
    "certainty": message("There is no such certainty"),
}


def fitting(items: Iterable[OpenItem], asked: Mapping[str, str], content: Path) -> list[OpenItem]:
    """Give the items that fit all filters; a WrongValueError where a filter names what neither an item nor the archive has."""
    every = list(items)
    for name, value in asked.items():
        if value and not any(value in _values(item, name) for item in every):
            _demand_known(name, value, _known(name, content))
    return [item for item in every if all(value in _values(item, name) for name, value in asked.items() if value)]


def _values(item: OpenItem, name: str) -> tuple[str, ...]:
    """Give what a filter may call an item; an article is named by its path, its file or its slug."""
    if name == "article":
        return (item.path, Path(item.path).name, Path(item.path).stem, item.slug)
    found = {"rule": item.rule, "source": item.source, "certainty": item.certainty.value}
    return (found[name],)


def _known(name: str, content: Path) -> list[str]:
    """Give the values of a filter that may be asked for, whether something of them is open or not."""
    if name == "certainty":
        return [each.value for each in Certainty]
    if name == "rule":
        from warraq.repair.rules import RULES

        from .kinds import KINDS

        return [*KINDS, *(rule.name for rule in RULES)]
    files = ArchiveFiles(content)
    articles = [a for file in files.articles() if (a := files.read_article(file, file.read_bytes()))]
    if name == "source":
        return list(dict.fromkeys(a.source.name for a in articles if a.source and a.source.name))
    below = [a.path.removeprefix("content/articles/") for a in articles]
    return [*(a.slug for a in articles), *below, *(a.path for a in articles), *(Path(each).stem for each in below)]


def _demand_known(name: str, value: str, known: Sequence[str]) -> None:
    if value in known:
        return
    what = message("--{name} {value}: {why}.", name=name, value=value, why=NONE[name])
    if guess := closest_word(value, known):
        raise WrongValueError(what, message("Did you mean {guess}?", guess=guess))
    if name in ("certainty", "source") and known:
        raise WrongValueError(what, message("There are: {names}.", names=listed(known, MOST_NAMED)))
    raise WrongValueError(what, message("What is open is listed by: python3 tasks.py review --list"))
