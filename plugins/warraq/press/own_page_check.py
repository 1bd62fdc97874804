"""Checks of the editors' own pages: what can't be read of them, and links and pictures that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from urllib.parse import unquote

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.our_mistake import told
from warraq.archive.own_pages.own_page import OwnPage
from warraq.archive.problem import Level, Problem
from warraq.archive.site_scheme import SCHEME
from warraq.language import message

from .inner_links import below, links_of, picture_problems_of, problem_at, site_addresses, unpublished_addresses


def own_page_problems(archive: Archive, linked: Mapping[str, str], today: date) -> Iterator[Problem]:
    """Give the problems of all own pages; `linked` are the addresses of the files that may be linked to, by their paths below content/."""
    if not archive.pages:
        return
    known = frozenset(site_addresses(archive, linked.values()))
    unpublished, _ = unpublished_addresses(archive, today)
    for page in archive.pages:
        yield from told(page.text.path, partial(_of_page, page, linked, known, unpublished))


def _of_page(
    page: OwnPage, linked: Mapping[str, str], known: frozenset[str], unpublished: frozenset[str]
) -> Iterator[Problem]:
    from warraq.pages.own_words import edition_of  # most archives have no page of their own

    made = edition_of(page, linked)
    yield from made.problems
    found = links_of(made)
    for link in found.links:
        yield from _of_link(page.text, page.address, link, known, unpublished)
    for source, description in found.pictures:
        yield from picture_problems_of(page.text, source, description)


def _of_link(
    text: Article, here: str, link: str, known: frozenset[str], unpublished: frozenset[str]
) -> Iterator[Problem]:
    write = message("Write {filename}NAME.md, with the name of the article's file.")
    if link.startswith("/"):
        what = message("{link} is right only where the site stands at the root of its host.", link=link)
        yield problem_at(text, link, what, write)
        return
    path = link.removeprefix(SCHEME).partition("#")[0]
    address = unquote(path) if link.startswith(SCHEME) else below(here, path)
    if address not in known:
        yield problem_at(text, link, message("{link} leads nowhere.", link=link), write)
    elif address in unpublished:
        what = message("{link} leads to what is not published: readers see its words, and no link.", link=link)
        yield problem_at(
            text, link, what, message("Nothing need be done: the link comes with its page."), Level.WARNING
        )
