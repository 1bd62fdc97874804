"""Checks of the editors' own pages: what can't be read of them, and links and pictures that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from warraq.archive.archive import Archive
from warraq.archive.our_mistake import told
from warraq.archive.own_pages.own_page import PLACES, OwnPage
from warraq.archive.problem import Level, Problem
from warraq.language import message

from .inner_links import Targets, links_of, problems_of_places, site_addresses, unpublished_addresses


def own_page_problems(archive: Archive, linked: Mapping[str, str], today: date) -> Iterator[Problem]:
    """Give the problems of all own pages; `linked` are the addresses of the files that may be linked to, by their paths below content/."""
    if not archive.pages:
        return
    known = frozenset(site_addresses(archive, linked.values()))
    unpublished, _ = unpublished_addresses(archive, today)
    targets = Targets({}, lambda: known, unpublished)
    for page in archive.pages:
        yield from told(page.text.path, partial(_of_page, page, linked, targets))
        yield from _without_effect(page)


def _without_effect(page: OwnPage) -> Iterator[Problem]:
    """Warn of keys that ask for a place, in words for a page that has its own."""
    if page.name not in PLACES:
        return
    for key, written in (("menu", page.menu), ("address", page.text.explicit_slug)):
        if written:
            what = message("It has no effect: these words stand on a page that the site has.")
            todo = message("Take the key out. Which pages the navigation has, says navigation: in content/site.yaml.")
            yield Problem(page.text.path, 1, 0, key, what, todo, Level.WARNING)


def _of_page(page: OwnPage, linked: Mapping[str, str], targets: Targets) -> Iterator[Problem]:
    from warraq.pages.own_words import edition_of  # most archives have no page of their own

    made = edition_of(page, linked)
    yield from made.problems
    yield from problems_of_places(page.text, page.address, links_of(made), targets)
