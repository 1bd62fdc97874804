"""Pages that somebody looks at while an article is saved: lists are made again for them at once, in the order of their kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from warraq.archive.article import Article
from warraq.pages import addresses
from warraq.pages.page import Library, Page

from ..site_folder import write_file
from .site import WarmLook


def article_paths(looked_at: Collection[str], articles: Mapping[str, Article]) -> Iterator[str]:
    """Give the paths of the articles whose pages are looked at, by the paths of requests; `articles` are given by their paths."""
    wanted = {address_of_page(each) for each in looked_at}
    if any(each.startswith("articles/") for each in wanted):
        yield from (path for path, article in articles.items() if addresses.article(article.slug) in wanted)


def make_lists(looked_at: Collection[str], library: Library, look: WarmLook, folder: Path) -> Iterator[str]:
    """Write those of the pages that are lists of articles into a folder; yield their paths below it."""
    wanted = {address_of_page(each) for each in looked_at}
    for kind, its_own in kinds_of_lists():
        left = {each for each in wanted if its_own.match(each)}
        for page in kind(library) if left else ():
            if page.address in left:
                left.discard(page.address)
                yield write_file(folder, page, look.templates()).inside
            if not left:
                break


def kinds_of_lists() -> Iterator[tuple[Callable[[Library], Iterable[Page]], re.Pattern[str]]]:
    """Yield the kinds of lists, and how their addresses begin: all that stand before a page are gone through to find it."""
    from warraq.pages.concepts import concepts
    from warraq.pages.corrections import corrections
    from warraq.pages.home import home
    from warraq.pages.lists import name_lists, period_lists

    yield home, re.compile(r"$|page/")
    yield concepts, re.compile("concepts/")
    yield period_lists, re.compile(r"[0-9]{4}/|undated/")
    yield name_lists, re.compile("(sources|authors|tags)/")
    yield corrections, re.compile("corrections/")


def address_of_page(path: str) -> str:
    """Give the address of a page below the site's root, by the path of a request."""
    return path.lstrip("/").removesuffix("index.html")
