"""
Pages through templates: strict, escaped, translated, every link relative to the page that it stands on.

Relative links let the same site stand at `/`, under `/REPO/` and on a disk; only `404.html`, which answers at any address, links from
the root of the host.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from urllib.parse import quote, urlsplit

import jinja2
import markupsafe
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from warraq.arabic.numerals import in_digits
from warraq.archive.archive import Site
from warraq.edition.links import resolve_links
from warraq.language import catalogue
from warraq.language.sizes import size_in_words
from warraq.pages import addresses
from warraq.pages.direction import direction, language_name, text_direction
from warraq.pages.invisibles import mark_invisibles
from warraq.pages.late import late_mark
from warraq.pages.numbers import LATN, InDigits, note_signs, number, numbers_in, said
from warraq.pages.page import Page

from .page_links import PageLinks
from .short_html import ShortTemplates, data_in_html, ours, short_marks, spoken
from .translating import Translating


def late_template(name: str) -> str:
    """Return the template of a late part."""
    return f"includes/late/{name}.html"


def is_template_mistake(error: Exception, theme: Theme) -> bool:
    """Tell whether an error came up in a template (`1 / 0`, a loop over a number) or in Jinja, not in code that a template calls."""
    if isinstance(error, TemplateError):
        return True
    innermost = Path(extract_tb(error.__traceback__)[-1].filename).resolve()
    folders = (*theme.templates, Path(jinja2.__file__).parent, Path(markupsafe.__file__).parent)
    return any(innermost.is_relative_to(folder.resolve()) for folder in folders)


def format_template_error(error: Exception, template: str, theme: Theme) -> str:
    """Format a mistake in a template, or in one that it includes, as one line, `theme/templates/NAME.html:7: …`, with Jinja's words."""
    folders = tuple(folder.resolve() for folder in theme.templates)
    # Jinja puts the template's own lines into the traceback; the innermost is that of the mistake.
    places = [(frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        places.append((error.filename or "", error.lineno))
    inside = [place for place in places if any(Path(place[0]).resolve().is_relative_to(each) for each in folders)]
    name, line = inside[-1] if inside else (str(theme.templates[-1] / template), 0)
    file = Path(name).resolve()
    here = Path.cwd()
    path = (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()
    words = f"there is no template {error.name}" if isinstance(error, TemplateNotFound) else str(error)
    if isinstance(error, TemplateSyntaxError):
        words = error.message or ""
    if not isinstance(error, TemplateError):
        words = f"{type(error).__name__}: {words}"
    return f"{path}:{line}: {words}" if line else f"{path}: {words}"


@dataclass(frozen=True, slots=True)
class Theme:
    """The folders of a theme."""

    templates: tuple[Path, ...]
    """The first that has a template wins."""
    static: Path
    translations: Path

    @classmethod
    def at(cls, folder: Path, overrides: Iterable[Path] = ()) -> Theme:
        """Find the parts of the theme in a folder; templates in `overrides` replace its own."""
        return cls((*overrides, folder / "templates"), folder / "static", folder / "translations")


class Templates:
    """The theme's templates; holds the address of the page being rendered, because macros need it as much as pages."""

    def __init__(
        self,
        theme: Theme,
        site: Site,
        site_url: str = "",
        *,
        from_disk: bool = False,
        feeds: tuple[str, ...] = (addresses.SITE_FEED, addresses.SITE_JSON_FEED),
    ) -> None:
        """Load the templates; `feeds`: the addresses of the feeds that all pages offer where the site has an address."""
        self.from_disk = from_disk
        self._links = PageLinks(theme.static, urlsplit(site_url).path.rstrip("/"), from_disk=from_disk)
        self._environment = Environment(
            loader=ShortTemplates([str(folder) for folder in theme.templates]),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=[Translating],
            auto_reload=False,  # a build reads each template once
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        said_by_theme = catalogue(site.language, theme.translations)
        self._environment.filters["number"] = lambda value: number(value, site.digits)
        self._environment.filters["digits"] = lambda text: in_digits(str(text), site.digits)
        self._environment.install_gettext_translations(  # type: ignore[attr-defined]  # the extension's own method
            InDigits(said_by_theme, site.digits) if site.digits != LATN else said_by_theme, newstyle=True
        )
        self._environment.globals.update(
            site=site,
            site_url=site_url,
            from_disk=from_disk,
            feeds=feeds if site_url and not from_disk else (),
            footer=None,
            language=site.language,
            direction=direction(site.language),
            link=self._links.link,
            asset=self._links.asset,
            late=lambda name: Markup(late_mark(name)),  # noqa: S704 - no value is in it
            spoken=spoken(site.language),
            ours=ours(site.language),
            address=lambda: self._links.address,
            canonical=lambda: f"{site_url}/{quote(self._links.address)}" if site_url else "",
        )
        # What is wrapped in Markup here is HTML already: an edition's sanitised text, or marks around escaped letters.
        self._environment.filters["resolve"] = lambda html: Markup(  # noqa: S704
            resolve_links(short_marks(note_signs(html, site.digits)), self._links.link)
        )
        self._environment.filters["data_in_html"] = data_in_html
        self._environment.filters["direction"] = direction
        self._environment.filters["language_name"] = language_name
        self._environment.filters["text_direction"] = lambda html: text_direction(
            Markup(html).striptags(),  # noqa: S704 - its tags are taken out
            direction(site.language),
        )
        self._environment.filters["visible_signs"] = lambda text: Markup(  # noqa: S704
            mark_invisibles(text)
        )
        self._environment.filters["size"] = lambda size: numbers_in(size_in_words(size, site.language), site.digits)
        self._environment.filters["translate"] = lambda message: said(message, site.language, site.digits)

    @property
    def environment(self) -> Environment:
        """Give Jinja's own environment, for filters and tests that a theme brings."""
        return self._environment

    def render(self, page: Page) -> bytes:
        """Render a page to HTML, UTF-8."""
        self._links.stand_on(page.address)
        return self._environment.get_template(page.template).render(page.values()).encode()

    def render_late(self, address: str, name: str, values: Mapping[str, object]) -> bytes:
        """Render a late part (`warraq.pages.late`) of the page at an address."""
        self._links.stand_on(address)
        return self._environment.get_template(late_template(name)).render(values).encode()
