"""Everything that content/ holds, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .article import Article
from .concept import Vocabulary
from .original import Original
from .own_pages.navigation import USUAL_WAYS, Way
from .own_pages.own_page import OwnPage
from .rejections import Rejections
from .theme.site_theme import SiteTheme

if TYPE_CHECKING:
    from .record import Record


@dataclass(frozen=True, slots=True)
class Site:
    """The archive's description of itself, from `content/site.yaml`."""

    name: str
    language: str = "ar"
    """Of the pages and the messages; articles have their own."""
    months: str = "ar"
    """Whose month names: `ar` (نوفمبر), `ar_SY` (تشرين الثاني), `ar_MA` (نونبر)."""
    calendars: tuple[str, ...] = ("gregory",)
    """In which pages say a date, the leading one first: `gregory`, `umalqura`, `persian`."""
    digits: str = "latn"
    """In which pages write their own numbers: `latn` (2023), `arab` (٢٠٢٣), `arabext` (۲۰۲۳)."""
    contact: str | None = None
    editors: str = "unnamed"
    """or `named`: whether pages say who reviewed an article and who wrote its notes."""
    originals: str = "public"
    """or `private`: whether the files that articles were made of are published; an article may state its own."""
    description: Mapping[str, str] = field(default_factory=dict)
    """One sentence, by language."""
    keeps_pictures: bool = False
    """Pictures in `content/images/` stay as they came; what is published is cleaned all the same."""
    exports: tuple[str, ...] = ()
    """What the site offers scholars besides: `tei`, `skos`."""
    repository: str | None = None
    """Its address on GitHub, with the branch where that is not main."""
    license: str | None = None
    """Of the archive's own work, never of the texts: an SPDX name or an address (`site_license.py`)."""
    navigation: tuple[tuple[str, str], ...] | None = None
    """As it is written: names of pages, or addresses, and their words."""
    menu: tuple[Way, ...] = USUAL_WAYS
    """The navigation, with the own pages that stand in it."""
    footer: OwnPage | None = None
    """The editors' own words for the foot of every page."""
    corrections: str = ""
    """Where readers report mistakes: `mailto:` or `https:`."""
    links: tuple[tuple[str, str], ...] = ()
    """Accounts elsewhere: the name of the place, and the address."""
    theme: SiteTheme = field(default_factory=SiteTheme)
    """Its looks."""
    removed: tuple[str, ...] = ()
    """Published addresses that are gone on purpose, or their hashes (`removed.py`); never published."""
    starter_lists: tuple[str, ...] = ()
    """Lists of concepts of the program that the vocabulary begins with (`starter/`)."""


@dataclass(frozen=True, slots=True)
class Archive:
    """All data that the rest of Warraq works on."""

    site: Site
    articles: tuple[Article, ...] = ()
    """In the order of their paths."""
    originals: Mapping[str, Original] = field(default_factory=dict)
    """By name."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """By the name of the original."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    pages: tuple[OwnPage, ...] = ()
    """What the editors wrote besides articles, in the order of their paths."""
    rejections: Rejections = field(default_factory=Rejections)
    """What was thrown out, and stays out."""
