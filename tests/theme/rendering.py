"""Pages rendered as the press renders them, without a build: for the theme's own tests."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from warraq.archive.site import Site
from warraq.edition.links import resolve
from warraq.language import Message, catalogue
from warraq.pages.page import Page

THEME = Path(__file__).parents[2] / "theme"


def render(page: Page, site: Site, site_url: str = "") -> str:
    """Render one page."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(catalogue(site.language, THEME / "translations"), newstyle=True)  # type: ignore[attr-defined]
    folder = page.address if page.address.endswith("/") else posixpath.dirname(page.address)

    def link(address: str) -> str:
        return quote(posixpath.relpath(address or ".", folder or ".") + ("/" if not address or address.endswith("/") else ""))

    environment.filters["resolve"] = lambda html: Markup(resolve(html, link))
    environment.filters["say"] = lambda said: said.text(site.language) if isinstance(said, Message) else said
    environment.globals |= {
        "link": link,
        "asset": lambda path: link(f"theme/{path}"),
        "site": site,
        "site_url": site_url,
        "address": page.address,
    }
    return environment.get_template(page.template).render(page.values)
