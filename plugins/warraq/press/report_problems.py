"""All reasons against publishing: the problems of content/, and published addresses that would vanish."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.problem import Problem
from warraq.desk.site import language_of

from .cache import Cache
from .cached_check import cached_problems
from .checking import CheckedEditions, check_archive, problem_order
from .concealing import without_withheld
from .day import build_day


def publishing_problems(
    content: Path, published: str = "", *, for_others: bool = False
) -> tuple[tuple[Problem, ...], str]:
    """
    Check the archive, also against a published sitemap where one is named; return the problems and the language of messages.

    `for_others`: in the words that an issue may have (`quoting.py`).
    """
    archive, problems = archive_and_problems(content, published)
    return _told(problems, archive, content, for_others=for_others), language_of(archive.site)


def archive_and_problems(content: Path, published: str = "") -> tuple[Archive, tuple[Problem, ...]]:
    """Give the archive as it was read, and the same problems."""
    today = build_day(os.environ)
    if not published:
        return cached_problems(content, today, Cache(content.parent / ".warraq" / "cache.sqlite"))
    checked = check_archive(content, today, repairing=False)
    vanished = without_withheld(vanished_pages(checked, published, content), checked.archive, content)
    return checked.archive, tuple(sorted([*checked.problems, *vanished], key=problem_order))


def _told(problems: Iterable[Problem], archive: Archive, content: Path, *, for_others: bool) -> tuple[Problem, ...]:
    if not for_others:
        return tuple(problems)
    from .quoting import Quoting

    return tuple(Quoting(archive, build_day(os.environ), content.name).told(problems))


def vanished_pages(checked: CheckedEditions, published: str, content: Path) -> list[Problem]:
    """Give the problems of published addresses that would vanish."""
    from warraq.pages import own_addresses, pages  # all kinds of pages: who only checks needs none
    from warraq.pages.page import Page

    from .former_sitemap import UnreadSitemapError, published_addresses
    from .former_slugs import former_slugs
    from .gone_on_purpose import lost_addresses
    from .page_problems import failed_kind

    try:
        before = published_addresses(published)
    except UnreadSitemapError as error:
        return [error.problem]
    broken = {p.path for p in checked.errors}
    library = checked.library("", build_day(os.environ))
    failed: list[Problem] = []
    made = pages(library, lambda kind, error: failed.extend(failed_kind(kind, library, error, "content")))
    now = {each.address for each in made if isinstance(each, Page)}
    now.update(address for facts in library.all for address in own_addresses(facts))
    if failed:
        return failed
    # An unreadable article has its problem already; that its page is missing too is nothing new.
    if any(path.startswith("content/articles/") for path in broken):
        return []
    return list(lost_addresses(checked.archive, before, now, partial(former_slugs, content.resolve().parent)))
