"""The archive's own settings in content/site.yaml, and the language in which commands answer."""

from __future__ import annotations

from pathlib import Path

from warraq.archive.archive import Site
from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.archive.reading_vocabulary import read_site
from warraq.language import CatalogueError
from warraq.language.called import LANGUAGE_VARIABLE, asked_by_variable

VARIABLE = LANGUAGE_VARIABLE


def site_of(content: Path) -> Site:
    """Read `content/site.yaml`; where it is missing or wrong, `check` reports it, and the tools speak Arabic."""
    file = content / "site.yaml"
    site = read_site("content/site.yaml", file.read_bytes())[0] if file.is_file() else None
    return site or Site(content.name)


def asked_language() -> str:
    """
    Return the language that `--lang` or WARRAQ_LANGUAGE asks for, for every command alike; empty where neither does.

    A CatalogueError where there is no such language: a message in it would be none that the editor asked for.
    """
    asked = asked_by_variable()
    if asked and asked not in SITE_LANGUAGES:
        raise CatalogueError(
            f"--lang or {VARIABLE}: invalid choice: {asked!r} (choose from {', '.join(SITE_LANGUAGES)})"
        )
    return asked


def language_of(site: Site) -> str:
    """Return the language of messages: the one that was asked for, else the site's."""
    return asked_language() or site.language


def language_in(content: Path) -> str:
    """Return the language of messages for the archive in a folder."""
    return language_of(site_of(content))
