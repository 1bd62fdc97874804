"""The archive's own settings in content/site.yaml, and the language in which commands answer."""

from __future__ import annotations

import os
from pathlib import Path

from warraq.archive.archive import Site
from warraq.archive.reading_vocabulary import read_site


def site_of(content: Path) -> Site:
    """Read `content/site.yaml`; where it is missing or wrong, `check` reports it, and the tools speak Arabic."""
    file = content / "site.yaml"
    site = read_site("content/site.yaml", file.read_bytes())[0] if file.is_file() else None
    return site or Site(content.name)


def language_of(site: Site) -> str:
    """Return the language of messages: the site's, or that of WARRAQ_LANGUAGE (for developers, and for runners that others read)."""
    return os.environ.get("WARRAQ_LANGUAGE") or site.language


def language_in(content: Path) -> str:
    """Return the language of messages for the archive in a folder."""
    return language_of(site_of(content))
