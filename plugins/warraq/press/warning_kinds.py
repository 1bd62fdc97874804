"""
Kinds of warnings: one cause is one line in a build, with its number and the command that lists each.

Three hundred equal titles would hide the two lines that matter. A kind is known by the sentence of its warnings, before the values are put in,
so that whoever warns need not know of it. A sentence that is not named here makes a kind of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from warraq.archive.problem import Level, Problem
from warraq.language import Message, listed, message, on_one_line


@dataclass(frozen=True, slots=True)
class WarningKind:
    """One cause of warnings."""

    name: str
    """What an editor types: `check --kind same-title`."""
    what: Message
    """What is the matter with all of them, without a point at its end."""


UNREAD = WarningKind("unread-file", message("Files in content/ that nobody reads"))
NAMES = WarningKind("name-elsewhere", message("Names that another system can't hold"))
REMOVED = WarningKind("removed-markup", message("Tags and addresses that are not published"))
RIGHTS = WarningKind("rights", message("Rights that are not understood"))
UNREADABLE = WarningKind("unreadable-original", message("Originals that can't be read"))
KINDS = {
    "{path} has the same title.": WarningKind("same-title", message("Articles with the title of another")),
    "Less of this version is published than of the article that is shown, {path}: {keys}.": WarningKind(
        "version-held-back", message("Versions of which less is published than of the article that is shown")
    ),
    "The article has no date, and stands under /undated/.": WarningKind("undated", message("Articles without a date")),
    "{date} is still to come.": WarningKind("future-date", message("Articles with a date that is still to come")),
    "In {date} there were no newspapers: it is of another calendar.": WarningKind(
        "other-calendar", message("Dates of another calendar")
    ),
    "No text stands below the front matter: the page is empty.": WarningKind(
        "no-text", message("Articles without a text")
    ),
    "{date} is not the date that the original gave, {given}.": WarningKind(
        "other-date", message("Articles with another date than their original gave")
    ),
    "The original also says: {others}.": WarningKind(
        "other-values", message("Titles and authors of which the original says others too")
    ),
    "“{tag}” is a free word, and near the concept {concept}.": WarningKind(
        "near-tag", message("Free words near a concept")
    ),
    "Doubts still open: {number}.": WarningKind("open-doubts", message("Articles with open doubts")),
    "No doubt of the rule {rule} stands at this passage.": WarningKind(
        "no-such-doubt", message("Decisions on passages that are not doubtful")
    ),
    "The original has no article yet, and is left out.": WarningKind(
        "no-article", message("Originals without an article")
    ),
    "The file carries more than the picture, perhaps where and when it was taken.": WarningKind(
        "picture-data", message("Pictures that carry more than they show")
    ),
    "The picture {name} has no description.": WarningKind("no-description", message("Pictures without a description")),
    "{link} leads to what is not published: readers see its words, and no link.": WarningKind(
        "unpublished-link", message("Links to what is not published")
    ),
    "No footnote {label} is defined, and readers see its sign.": WarningKind(
        "no-footnote", message("Signs of footnotes that are not there")
    ),
    "Nothing in the text refers to the footnote {label}.": WarningKind(
        "unused-footnote", message("Footnotes that nothing refers to")
    ),
    "“{value}” does not say how much of the text may be published.": RIGHTS,
    "“{value}” says nothing about rights.": RIGHTS,
    "Windows can't hold a name with {sign} in it.": NAMES,
    "Windows can't hold a name that ends with a stop or a space.": NAMES,
    "On Windows {name} is the name of a device.": NAMES,
    "The path is too long for Windows.": NAMES,
    "On Windows and macOS it is the same file as {path}.": NAMES,
    "Nobody reads this file of content/.": UNREAD,
    "The file is not read: here files end in {ending}.": UNREAD,
    "The file is not read: articles end in .md.": UNREAD,
    "<{tag}> is not published, nor is what stands in it.": REMOVED,
    "<{tag}> is taken out; the words in it stay.": REMOVED,
    "The attribute {attribute} is taken out of <{tag}>.": REMOVED,
    "The address {address} is taken out.": REMOVED,
}
"""By the sentence of a warning."""
PLACEHOLDER = re.compile(r"\{.*?\}")
WORDS_OF_NAME = 4
"""Of a kind that has no name here: the first words of its sentence."""


def kind_of(problem: Problem) -> str:
    """Give the name of a warning's kind; an error has none."""
    if problem.level is Level.ERROR:
        return ""
    if named := _named(problem):
        return named.name
    words = re.findall("[a-z]+", PLACEHOLDER.sub(" ", problem.what.msgid).lower())
    return "-".join(words[:WORDS_OF_NAME]) or "other"


def _named(problem: Problem) -> WarningKind | None:
    if found := KINDS.get(problem.what.msgid):
        return found
    return UNREADABLE if "/originals/" in problem.path else None


def warning_lines(warnings: Sequence[Problem], language: str) -> Iterator[str]:
    """Yield a line for each kind, the most frequent first: of one warning the whole of it, of more their number and how to list them."""
    by_kind = sorted(warnings, key=kind_of)
    groups = [list(group) for _, group in groupby(by_kind, key=kind_of)]
    for group in sorted(groups, key=len, reverse=True):
        yield group[0].text(language) if len(group) == 1 else _together(group, language)


def _together(group: Sequence[Problem], language: str) -> str:
    first, named = group[0], _named(group[0])
    what = named.what if named else first.what
    place = f"{first.path}:{first.line}" if first.line else first.path
    line = message(
        "{number} × {what}, such as {path}. All of them: python3 tasks.py check --kind {kind}",
        number=len(group),
        what=what.text(language).rstrip("."),
        path=place,
        kind=kind_of(first),
    )
    return on_one_line(line.text(language))


def only_kind(problems: Iterable[Problem], kind: str) -> tuple[Problem, ...]:
    """Give the warnings of one kind."""
    return tuple(problem for problem in problems if kind_of(problem) == kind)


def no_such_kind(problems: Iterable[Problem], kind: str) -> Message:
    """Say that no warning is of this kind, and of which kinds there are."""
    names = sorted({kind_of(problem) for problem in problems} - {""})
    if not names:
        return message("There is no warning of the kind {kind}, and no other either.", kind=kind)
    return message("There is no warning of the kind {kind}; there are: {names}.", kind=kind, names=listed(names))
