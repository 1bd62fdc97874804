"""The archive's own settings in content/site.yaml; the desk needs its language."""

from __future__ import annotations

from pathlib import Path

from warraq.archive.archive import Site
from warraq.archive.reading_vocabulary import read_site


def site_of(content: Path) -> Site:
    """Read `content/site.yaml`; where it is missing or wrong, `check` reports it, and the tools speak Arabic."""
    file = content / "site.yaml"
    site = read_site("content/site.yaml", file.read_bytes())[0] if file.is_file() else None
    return site or Site(content.name)
