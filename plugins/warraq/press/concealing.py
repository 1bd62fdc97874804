"""
Problems without the words that any article withholds.

What `check`, a build and a report say may be read by others, and problems of all kinds quote the files: front matter that can't be
read, links that lead nowhere, tags, addresses that vanished. All lists of problems pass here. Names of files stay, because the list of
files has them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.archive import Archive
from warraq.archive.front_matter import key_name
from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.archive.typed_name import typed_name
from warraq.language import Message

if TYPE_CHECKING:
    from warraq.edition.withheld_words import WithheldWords

KEY = re.compile(r"^(?P<indent>[ \t]*)[\"']?(?P<key>[\w-]+)[\"']?[ \t]*:", re.MULTILINE)
ITEM = re.compile(r"(?:(\w+)[\"']?[ \t]*:\s)?[\s\"'\[]*(.*)")
AROUND = " \r\t\"'[]{},-"
NOT_SAID = "…"
COMMAND = re.compile(r"python3 tasks\.py|\bgit [a-z]|: versions --")
VALUE = re.compile(r"\{(\w+)\}")
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
    from warraq.edition.withheld_words import WithheldWords  # most archives withhold nothing

    unsaid = _Unsaid(WithheldWords(quotes, archive.site.language), archive, content.name, {p.path for p in given})
    return [unsaid.concealed(each) for each in given]


class _Unsaid:
    """What problems do not say: words, and whom they name."""

    def __init__(self, words: WithheldWords, archive: Archive, content: str, paths: Iterable[str]) -> None:
        self._words, self._archive, self._content, self._paths = words, archive, content, frozenset(paths)
        self._withholding = {article.path for article in archive.articles if article.withheld}
        self._known = {article.path for article in archive.articles}
        self._said: dict[str, str | Message] = {}

    def concealed(self, problem: Problem) -> Problem:
        """Take the words out of a problem; commands in it stay such as can be run."""
        from warraq.edition.withheld_problems import concealed

        made = concealed(problem, self._without_words)
        made = replace(made, what=self._runnable(made.what, problem.what), todo=self._runnable(made.todo, problem.todo))
        is_unread = problem.path.endswith(".md") and problem.path not in self._known
        if made != problem or problem.path in self._withholding or is_unread:
            made = replace(made, what=self._without_concept(made.what), todo=self._without_concept(made.todo))
        return made

    def _without_words(self, value: str) -> str | Message:
        """Give a value without the words, or nothing of it where they could not be taken out; the path of a file stays."""
        if (said := self._said.get(value)) is None:
            said = self._words.told(value)
            if isinstance(said, Message) and value in self._files:
                said = value
            elif self._words.are_in(str(said)):
                said = NOT_SAID
            self._said[value] = said
        return said

    def _without_concept(self, said: Message) -> Message:
        """Hide all values of a message that names a concept which bears one of the names: the vocabulary says what it is called."""
        from warraq.edition.withheld_problems import concealed_message
        from warraq.edition.withheld_words import PLACEHOLDER

        named: list[str] = []

        def look(value: str) -> str:
            concept = self._archive.vocabulary.concepts.get(value)
            if concept and any(map(self._words.are_in, concept.labels)):
                named.append(value)
            return value

        concealed_message(said, look)
        return concealed_message(said, lambda _value: PLACEHOLDER) if named else said

    def _runnable(self, made: Message, said: Message) -> Message:
        """Let a command name a file as it is called: `said` is the message with the words."""
        command = COMMAND.search(said.msgid) if made is not said else None
        names = VALUE.findall(said.msgid[command.start() :]) if command else ()
        typed = {name: self._typed[value] for name in names if (value := str(said.values.get(name, ""))) in self._typed}
        return Message(made.msgid, {**made.values, **typed}) if typed else made

    @cached_property
    def _files(self) -> frozenset[str]:
        """The paths of files that are there, which any list of files says too."""
        paths = {*self._paths, *self._known}
        paths |= {f"{self._content}/originals/{name}" for name in self._archive.originals}
        return frozenset(map(shown_path, paths)) | paths

    @cached_property
    def _typed(self) -> Mapping[str, str]:
        """How a file is typed, by all that commands call it: its path, the name of an original, the slug of an article."""
        typed = {typed_name(a.slug): typed_name(a.path) for a in self._archive.articles}
        names = (*self._files, *self._archive.originals)
        return typed | {typed_name(name): typed_name(name) for name in names}


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
