"""
The article at which a page failed.

Many pages are made of many articles, lists and search files of all. When one can't be made, the articles are halved until those
are found that fail by themselves, in the same way: a person can mend or leave out an article, but not "the list".
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Problem
from warraq.pages import Kind, addresses
from warraq.pages.article_facts import ArticleFacts
from warraq.pages.page import Library


def failed_kind(kind: Kind, library: Library, error: Exception, content: str) -> list[Problem]:
    """Give the problems of a kind of page that can't be made: of the articles that cause it, else of the archive in `content`."""
    causes = list(_causes(kind, library, library.all, our_mistake("", error)))
    return causes or [our_mistake(content, error)]


def failed_page(address: str, library: Library, error: Exception, output: str) -> Problem:
    """Give the problem of a page that can't be rendered: of its article, else of the address."""
    for made in library.all:
        if address.startswith(addresses.article(made.article.slug)):
            return our_mistake(made.article.path, error)
    return our_mistake(f"{output}/{address}", error)


def _causes(kind: Kind, library: Library, articles: tuple[ArticleFacts, ...], alike: Problem) -> Iterator[Problem]:
    try:
        deque(kind(replace(library, articles=articles)), maxlen=0)
    except Exception as error:  # noqa: BLE001 - it is looked for
        if our_mistake("", error) != alike:
            return
        if len(articles) == 1:
            yield our_mistake(articles[0].article.path, error)
            return
        half = len(articles) // 2
        for part in (articles[:half], articles[half:]):
            if part:
                yield from _causes(kind, library, part, alike)
