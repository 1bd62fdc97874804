"""Checks of Pelican's settings, of those whose mistakes readers would notice first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from warraq.archive.problem import Problem
from warraq.language import message


def settings_problems(settings: Mapping[str, object]) -> Iterator[Problem]:
    """Give the problems of pelicanconf.py or publishconf.py."""
    site_url = str(settings["SITEURL"])
    if site_url:
        parts = urlsplit(site_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            what = message("“{value}” is not the address of a site.", value=site_url)
            todo = message("Write it as https://example.org/archive")
            yield Problem("settings", 0, 0, "SITEURL", what, todo)
    theme = Path(str(settings["THEME"]))
    if not (theme / "templates" / "base.html").is_file():
        what = message("The theme {theme} has no templates/base.html.", theme=theme.name)
        yield Problem("settings", 0, 0, "THEME", what, message("Write the path of a theme for Warraq, such as theme."))
