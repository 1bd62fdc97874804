"""Everything that keeps the site from being published: what is wrong in content/, and addresses that would vanish."""

from __future__ import annotations

import os
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.pages import pages
from warraq.pages.page import Page

from .cache import Cache
from .checked import checked
from .day import build_day
from .former_sitemap import UnreadSitemapError, published_addresses, vanished
from .prepared import Prepared, by_place, prepare


def problems_of(content: Path, published: str = "") -> tuple[tuple[Problem, ...], str]:
    """Check the archive, against a published sitemap too if one is named; the problems, and the site's language."""
    today = build_day(os.environ)
    if not published:
        archive, problems = checked(content, today, Cache(content.parent / ".warraq" / "cache.sqlite"))
        return problems, archive.site.language
    prepared = prepare(content, today, repairing=False)
    found = sorted([*prepared.problems, *gone(prepared, published)], key=by_place)
    return tuple(found), prepared.archive.site.language


def gone(prepared: Prepared, published: str) -> list[Problem]:
    """Say what was published and would vanish."""
    try:
        before = published_addresses(published)
    except UnreadSitemapError as error:
        return [Problem("sitemap.xml", 0, 0, "", error.why, error.todo)]
    broken = {p.path for p in prepared.errors}
    library = prepared.library("", build_day(os.environ))
    now = {made.address for made in pages(library) if isinstance(made, Page)}
    # A file that can't be read was told of already; that its page is missing too says nothing new.
    return [] if any(path.startswith("content/articles/") for path in broken) else list(vanished(before, now))
