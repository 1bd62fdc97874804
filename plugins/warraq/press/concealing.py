"""
Problems without the words that any article withholds.

What `check`, a build and a report say may be read by others, and problems of all kinds quote the files: front matter that can't be
read, links that lead nowhere, tags, addresses that vanished. All lists of problems pass here. Names of files stay, because the list of
files has them too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.archive import Archive
from warraq.archive.front_matter import key_name
from warraq.archive.problem import Problem

if TYPE_CHECKING:
    from warraq.edition.withheld_words import WithheldWords

KEY = re.compile(r"^(?P<indent>[ \t]*)[\"']?(?P<key>[\w-]+)[\"']?[ \t]*:", re.MULTILINE)
ITEM = re.compile(r"(?:(\w+)[\"']?[ \t]*:\s)?[\s\"'\[]*(.*)")
AROUND = " \r\t\"'[]{},-"
NOT_SAID = "…"
SHORTEST = 3
"""Signs; shorter words would be hidden in words that are none of a name."""


def without_withheld(problems: Iterable[Problem], archive: Archive, content: Path) -> list[Problem]:
    """Take the words that the articles of an archive withhold out of problems, also of articles that can't be read."""
    given = list(problems)
    stated = [each.quote for article in archive.articles for each in article.withheld if each.quote]
    known = {article.path for article in archive.articles}
    unread = dict.fromkeys(p.path for p in given if p.path.endswith(".md") and p.path not in known)
    quotes = dict.fromkeys([*stated, *(quote for path in unread for quote in _stated(content.parent / path))])
    if not quotes:
        return given
    from warraq.edition.withheld_problems import concealed  # most archives withhold nothing
    from warraq.edition.withheld_words import WithheldWords

    hide = _hiding(WithheldWords(quotes, archive.site.language))
    return [concealed(each, hide) for each in given]


def _hiding(words: WithheldWords) -> Callable[[str], str]:
    """Give a function that takes the words out of a text, or the whole text where they could not be taken out."""

    @cache
    def hide(text: str) -> str:
        hidden = words.hide(text)
        return NOT_SAID if words.are_in(hidden) else hidden

    return hide


def _stated(file: Path) -> Iterator[str]:
    """Yield what an article that can't be read seems to withhold; whatever is wrong with its front matter."""
    from warraq.desk.importing.sources import RejectedFileError, read_bounded

    try:
        text = read_bounded(file).decode("utf-8", "replace")
    except RejectedFileError:  # what is wrong with the file is told already
        return
    keys = list(KEY.finditer(text))
    for n, match in enumerate(keys):
        if key_name("", match["key"].lower()) != "withheld":
            continue
        indent = len(match["indent"])
        behind = (key.start() for key in keys[n + 1 :] if len(key["indent"]) <= indent)
        for line in re.split(r"[\n,]", text[match.end() : next(behind, len(text))].split("\n---")[0]):
            item = ITEM.fullmatch(line.strip(AROUND))
            if item and item[1] != "reason" and len(item[2]) >= SHORTEST:
                yield item[2]
