"""Pages rendered as the press renders them, without a build: for the theme's own tests."""

from __future__ import annotations

from pathlib import Path

from warraq.archive.archive import Site
from warraq.pages.page import Page
from warraq.press.rendering import Templates, Theme

THEME = Path(__file__).parents[2] / "theme"


def templates(site: Site, site_url: str = "") -> Templates:
    """Give the theme's templates as the press has them."""
    return Templates(Theme.at(THEME), site, site_url)


def render(page: Page, site: Site, site_url: str = "") -> str:
    """Render one page."""
    return templates(site, site_url).render(page).decode()
