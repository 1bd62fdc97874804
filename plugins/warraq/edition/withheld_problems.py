"""
What is wrong with the words that an article withholds.

A name that is written otherwise than in the text would be published because of a slip: words that stand nowhere are an error. So
is an address that holds them, for only an editor can choose another. Other forms of a name
are pointed at, for an editor to decide. No message holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape

from warraq.archive.article import Article
from warraq.archive.problem import Level, Problem
from warraq.language import Message, listed, message

from .edition import Edition
from .notes import problem
from .other_forms import lines_of_other_forms
from .withheld_words import WithheldWords

ADDRESS_FIELDS = frozenset({"slug", "aliases", "translation_of"})
SOURCE_OF_PICTURE = re.compile(r'<img [^<>]*src="([^"]*)"')
LABEL = re.compile(r"\[\^([^\[\]]+)\]")
HREF = re.compile(r' (?:href|cite)="([^"]*)"')
MOST_LINES = 8


def withheld_problems(whole: Edition, made: Edition, words: WithheldWords, leaking: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with the words; `made`: the edition without them, in whose fields `leaking` they still stand."""
    article = whole.article
    for n, quote in enumerate(words.quotes):
        if article.withheld[n].inherited:  # it may stand in the other version alone
            continue
        one = WithheldWords([quote], article.lang)
        if not any(map(one.are_in, texts_of(whole))):
            what = message("doesn't stand in this article, so that nothing is withheld.")
            todo = message("Copy the words from the text.")
            yield problem(article, f"withheld[{n}]", ("quote", what, todo))
    labels = list(_labels(article, words))
    yield from labels
    for field in leaking:
        if field in ADDRESS_FIELDS or not labels:
            yield _leaking(article, field)
    for address in dict.fromkeys(SOURCE_OF_PICTURE.findall("".join(section.html for section in whole.sections))):
        if words.are_in(address):
            what = message(
                "The name of the picture {name} holds words that are withheld.", name=address.rpartition(":")[2]
            )
            yield _of_article(
                article, what, message("Rename the picture, and its folder where that holds them."), Level.ERROR
            )
    if len(made.notes) < len(whole.notes):
        what = message(
            "Notes left out, because their quotes hold a part of the words that are withheld: {number}.",
            number=len(whole.notes) - len(made.notes),
        )
        yield _of_article(article, what, message("Quote the words whole, or other words."), Level.WARNING)
    if left_out := sum(map(words.are_in, _addresses(whole))):
        what = message(
            "Links left out, because their addresses hold words that are withheld: {number}.", number=left_out
        )
        yield _of_article(article, what, message("Write another address, where the link has to stay."), Level.WARNING)
    if whole.original and not made.original:
        what = message("The original can't be published without the words that are withheld.")
        todo = message("It is kept back, as with originals: private; the article is published.")
        yield _of_article(article, what, todo, Level.WARNING)
    if lines := lines_of_other_forms(whole, made, words):
        shown = listed(map(str, lines), MOST_LINES)
        what = message("Words that stay may be other forms of the name; lines: {lines}.", lines=shown)
        todo = message("Should one of them be withheld too, add it to withheld:, with all its words.")
        yield _of_article(article, what, todo, Level.WARNING)


def concealed(problem: Problem, hide: Callable[[str], str | Message]) -> Problem:
    """Take words out of a problem by `hide`: a report may be published where the article is not."""
    field = hide(problem.field)
    return replace(
        problem,
        field=field if isinstance(field, str) else field.text(),
        what=concealed_message(problem.what, hide),
        todo=concealed_message(problem.todo, hide),
    )


def concealed_message(said: Message, hide: Callable[[str], str | Message]) -> Message:
    """Take words out of the values of a message, and of the messages among them."""
    values = {
        name: concealed_message(value, hide)
        if isinstance(value, Message)
        else hide(value)
        if isinstance(value, str)
        else value
        for name, value in said.values.items()
    }
    return said if values == said.values else Message(said.msgid, values)


def _addresses(whole: Edition) -> Iterator[str]:
    """Yield the addresses that an article links to."""
    article = whole.article
    html = [section.html for section in whole.sections] + [note.html for note in whole.notes]
    yield from dict.fromkeys(unescape(address) for each in html for address in HREF.findall(each) if address[:1] != "#")
    for note in article.annotations:
        yield from note.links
    if article.source:
        yield from filter(None, (article.source.url, article.source.archived_url))


def texts_of(whole: Edition) -> Iterator[str]:
    """Yield all texts in which words may be withheld."""
    article = whole.article
    yield whole.text
    yield article.body
    yield from (article.summary or "", *article.tags, *article.authors)
    for note in article.annotations:
        yield from (note.note, note.author or "", *note.links)
    yield from (each.note for each in article.corrections)
    if article.source:
        yield from (
            article.source.name,
            *article.source.via,
            article.source.url or "",
            article.source.archived_url or "",
        )
    if article.reviewed:
        yield article.reviewed.by
    if article.withdrawn:
        yield article.withdrawn.reason
    if whole.original:
        yield whole.original.text
        yield whole.machine_text or ""


def _labels(article: Article, words: WithheldWords) -> Iterator[Problem]:
    """Yield a problem of each line where a footnote's label, which stands in addresses, holds the words."""
    for number, row in enumerate(article.body.split("\n"), article.body_line):
        if any(map(words.are_in, LABEL.findall(row))):
            what = message("The label of a footnote holds words that are withheld.")
            yield Problem(
                article.path, number, 0, "", what, message("Give the footnote another label, such as a number.")
            )


def _leaking(article: Article, field: str) -> Problem:
    if field in ADDRESS_FIELDS:
        what = message("The address holds words that are withheld.")
        todo = message("Write another slug:, and no alias: a redirect would hold them too.")
        return Problem(article.path, *article.place(field), field, what, todo)
    what = message("The words that are withheld could not be taken out of {field}.", field=field)
    return _of_article(
        article, what, message("Take them out of the article by hand, or set status: draft."), Level.ERROR
    )


def _of_article(article: Article, what: Message, todo: Message, level: Level) -> Problem:
    return Problem(article.path, *article.place("withheld"), "withheld", what, todo, level)
