"""
Warraq as Pelican sees it.

Pelican reads the settings, loads plugins and copies the theme's static files. Everything else is ours: content is read and
checked when Pelican is initialised (it hides failures: a broken article, exit code 0), one generator writes what `pages()` yields, and the site is
exchanged for the former one when all is written.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import Pelican, signals  # type: ignore[import-untyped]  # Pelican has no types
from pelican.generators import Generator  # type: ignore[import-untyped]
from pelican.log import console  # type: ignore[import-untyped]
from pelican.writers import Writer  # type: ignore[import-untyped]

from warraq.desk.lock import Lock
from warraq.desk.site import language_of
from warraq.language import CatalogueError, message
from warraq.pages import pages
from warraq.pages.page import File, Library, Page
from warraq.repair import plugin as cleaning

from . import exchange
from .build_lock import build_lock
from .cache import Cache
from .checking import CheckedArchive, check_archive
from .day import build_day
from .new_articles import plan_and_write
from .pictures import FOLDER, published_pictures
from .rendering import Templates, Theme, format_template_error, is_template_mistake
from .settings import settings_problems
from .terminal import format_problems, print_message, print_warnings, progress

FILES = 8
"""Pages and files of an article, roughly: for the progress bar."""


class Press(Pelican):  # type: ignore[misc]  # Pelican has no types
    """Pelican, except that a plugin that can't be loaded ends the build."""

    checked: CheckedArchive
    library: Library
    """The part of it that may be published: all that is written is made of it."""
    today: date
    build_lock: Lock
    """Held while the build runs."""

    def init_plugins(self) -> None:
        """Load the plugins; end the program where one is missing."""
        wanted = list(self.settings["PLUGINS"])
        super().init_plugins()
        if len(self.plugins) < len(wanted):
            raise SystemExit(f"pelicanconf.py: PLUGINS: of {wanted}, only {self.settings['PLUGINS']} could be loaded.")


@contextmanager
def ending_at_broken_catalogues() -> Iterator[None]:
    """End the build with the file and line of a catalogue that can't be read."""
    try:
        yield
    except CatalogueError as error:
        raise SystemExit(str(error)) from None


@ending_at_broken_catalogues()
def begin(press: Press) -> None:
    """Read, plan and check; then write the new articles, or end with every problem and nothing written."""
    output, content = Path(press.output_path), Path(press.path)
    press.build_lock = build_lock(output, content)
    press.build_lock.acquire()
    exchange.finish_interrupted(output)
    press.today = build_day(os.environ)
    # On a runner, new articles would be lost with the machine and made anew each time.
    repairing = cleaning in press.plugins and not os.environ.get("CI")
    # The archive's language is not known before it is read.
    tracked = progress(message("Checking the articles …"), os.environ.get("WARRAQ_LANGUAGE", "ar"), console)
    good = Cache(content.parent / ".warraq" / "pictures.sqlite")

    def check() -> CheckedArchive:
        return check_archive(content, press.today, repairing=repairing, progress=tracked, pictures=good)

    press.checked, made = plan_and_write(content, "build", check)
    checked = press.checked
    language = language_of(checked.archive.site)
    errors = [*settings_problems(press.settings), *checked.errors]
    if errors:
        number = message("Errors: {number}; nothing was written.", number=len(errors))
        raise SystemExit(f"{format_problems([*errors, *checked.warnings], language)}\n{number.text(language)}")
    for each in made:
        print_message(each, language)
    print_warnings(checked.warnings, language)
    good.close()
    press.library = checked.library(press.settings["SITEURL"].rstrip("/"), press.today)
    # Pictures are written by us, cleaned: Pelican would copy whatever lies there.
    press.settings["STATIC_PATHS"] = static_paths(press.settings["STATIC_PATHS"])
    press.settings["STATIC_EXCLUDES"] = [*press.settings["STATIC_EXCLUDES"], FOLDER]
    press.output_path = str(exchange.new(output))


def static_paths(configured: Iterable[str]) -> list[str]:
    """Give the files that Pelican copies: what the settings name, except pictures."""
    return [path for path in configured if path.strip("/") != FOLDER and not path.startswith(f"{FOLDER}/")]


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes all pages and files of the site."""

    press: Press

    @ending_at_broken_catalogues()
    def generate_output(self, writer: SiteWriter) -> None:
        """Write everything that `pages()` yields."""
        checked = self.press.checked
        site_url = self.settings["SITEURL"].rstrip("/")
        theme = Theme.at(Path(self.theme), map(Path, self.settings["THEME_TEMPLATES_OVERRIDES"]))
        from_disk = bool(self.settings.get("FROM_DISK"))
        templates = Templates(theme, checked.archive.site, site_url, from_disk=from_disk)
        templates.environment.filters.update(self.settings["JINJA_FILTERS"])
        templates.environment.globals.update(self.settings["JINJA_GLOBALS"])
        templates.environment.tests.update(self.settings["JINJA_TESTS"])
        library = self.press.library
        tracked = progress(message("Writing the pages …"), language_of(checked.archive.site), console)
        pictures = published_pictures(Path(self.path), library.pictures)
        for made in tracked(chain(pages(library), pictures), FILES * len(library.editions)):
            try:
                writer.write_page(made, templates)
            except Exception as error:
                if not isinstance(made, Page) or not is_template_mistake(error, theme):
                    raise
                raise SystemExit(format_template_error(error, made, theme)) from error


class SiteWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes each page to its address, never two to one."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self._addresses: dict[str, str] = {}

    def write_page(self, made: Page | File, templates: Templates) -> None:
        """Write a page or a file below the output folder."""
        address = made.address
        inside = f"{address}index.html" if not address or address.endswith("/") else address
        # Two addresses that are one file on some systems would overwrite each other there.
        same = unicodedata.normalize("NFC", inside).casefold()
        if other := self._addresses.get(same):
            raise ValueError(f"{address!r} and {other!r} are the same file.")
        self._addresses[same] = address
        if ".." in inside.split("/") or inside.startswith("/"):
            raise ValueError(f"{address!r} leaves the output folder.")
        file = Path(self.output_path, inside)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.data if isinstance(made, File) else templates.render(made))


def generators(press: Press) -> type[SiteGenerator]:
    """Return the only generator, bound to its press."""
    return type("Site", (SiteGenerator,), {"press": press})


def writer(_press: Press) -> type[SiteWriter]:
    """Return the only writer."""
    return SiteWriter


def finish(press: Press) -> None:
    """Replace the former site by the new one, and report."""
    output = Path(press.settings["OUTPUT_PATH"])
    exchange.exchange(output)
    press.build_lock.release()
    checked = press.checked
    print_message(
        message(
            "Articles published: {number}, in {output} (day: {day}).",
            number=len(press.library.editions),
            output=output.name,
            day=press.today.isoformat(),
        ),
        language_of(checked.archive.site),
    )
    # Pelican would close with «Processed 0 articles»: it has seen none of ours.
    console.quiet = True


def register() -> None:
    """Connect to Pelican; its signals hold functions of a module only."""
    signals.initialized.connect(begin)
    signals.get_generators.connect(generators)
    signals.get_writer.connect(writer)
    signals.finalized.connect(finish)
