"""What Pelican's settings say to the press; checks of those whose mistakes readers would notice first."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warraq.archive.archive import Site
from warraq.archive.problem import Problem
from warraq.desk.site import asked_language
from warraq.language import message

from .build_state import hash_inputs
from .own_templates import own_templates
from .pictures import FOLDER
from .printing import Look
from .rendering import Theme


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


def inputs_of(settings: Mapping[str, Any], today: date) -> str | None:
    """Hash all that a build reads."""
    folders = [Path(settings["PATH"]), Path(settings["THEME"]), *_overrides(settings)]
    return hash_inputs(folders, settings, today, {"CI": os.environ.get("CI")}, asked_language())


def _overrides(settings: Mapping[str, Any]) -> list[Path]:
    """Give the folders of templates that replace the theme's: those that the settings name, and the archive's own."""
    named = [Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]]
    known = {folder.resolve() for folder in named}
    return [*named, *(own for own in own_templates(Path(settings["PATH"])) if own.resolve() not in known)]


def asks_for_work(settings: Mapping[str, Any]) -> bool:
    """Tell whether a build has something to do though nothing has changed: to make all anew, to compare, or to write what is carried."""
    return any(settings.get(name) for name in ("CLEAN", "FORMER_SITEMAP", "CARRIED"))


def static_settings(settings: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give the files that Pelican copies: what the settings name, except pictures, which are written by us, cleaned."""
    paths = [
        path for path in settings["STATIC_PATHS"] if path.strip("/") != FOLDER and not path.startswith(f"{FOLDER}/")
    ]
    return {"STATIC_PATHS": paths, "STATIC_EXCLUDES": [*settings["STATIC_EXCLUDES"], FOLDER]}


def look_of(settings: Mapping[str, Any]) -> Look:
    """Give what the settings say of the pages' look; the archive's description of itself is not read yet."""
    return Look(
        Theme.at(Path(settings["THEME"]), _overrides(settings)),
        Site(""),
        settings["SITEURL"].rstrip("/"),
        bool(settings.get("FROM_DISK")),
        settings["JINJA_FILTERS"],
        settings["JINJA_GLOBALS"],
        settings["JINJA_TESTS"],
    )
