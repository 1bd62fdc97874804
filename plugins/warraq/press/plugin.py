"""
Warraq as Pelican sees it.

Pelican reads the settings, loads plugins and copies the theme's static files. Everything else is ours: content is read and
checked when Pelican is initialised (it hides failures: a broken article, exit code 0), one generator writes what `pages()` yields, and the site is
exchanged for the former one when all is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from pelican import Pelican, signals  # type: ignore[import-untyped]  # Pelican has no types
from pelican.generators import Generator  # type: ignore[import-untyped]
from pelican.log import console  # type: ignore[import-untyped]
from pelican.settings import DEFAULT_CONFIG  # type: ignore[import-untyped]
from pelican.writers import Writer  # type: ignore[import-untyped]

from warraq.__main__ import print_whatever_comes
from warraq.archive.problem import Problem
from warraq.desk.lock import Lock
from warraq.desk.site import language_of
from warraq.language import message
from warraq.pages.page import Library
from warraq.repair import plugin as cleaning

from . import carrying, exchange
from .article_printing import ArticlePrinting
from .build_lock import build_lock, freeing
from .build_state import Built, forget_state, keep_state, standing
from .day import build_day
from .ending import (
    demand_all_files,
    demand_former_pages,
    ending_in_a_sentence,
    leaving_the_former_site,
    loses_its_address,
    print_lost_address,
    print_published,
)
from .foreign_settings import demand_plugins, print_all, understood
from .new_site import NewSite
from .printed import PrintedArchive
from .printing import Look
from .search_index import SearchIndex
from .second_tree import hash_listing
from .settings import asks_for_work, inputs_of, look_of, static_settings
from .site_manifest import SiteManifest, copied_files
from .site_writing import SiteWriting, failed_site
from .terminal import print_message, progress
from .warm.standing import read_standing


class Press(Pelican):  # type: ignore[misc]  # Pelican has no types
    """Pelican, except that settings which change nothing are told, and a plugin that can't be loaded ends the build."""

    told_of_settings: tuple[Problem, ...] = ()
    """Warnings of settings that change nothing."""
    printed: PrintedArchive
    """The archive, checked; the files of its articles are written already."""
    library: Library
    """The part of it that may be published: all that is written is made of it."""
    look: Look
    inputs: str | None
    """The hash of all that the build reads; None where it can't be told."""
    told: ClassVar[Callable[[Press], None] | None] = None
    """Told of each site that was built, or stands, in a process that lives on (`warm/`)."""
    standing: Built | None = None
    """The last build, where nothing has changed since."""
    today: date
    index: SearchIndex
    manifest: SiteManifest
    build_lock: Lock
    """Held while the build runs."""

    def init_plugins(self) -> None:
        """Load the plugins; end the program where one is missing."""
        self.told_of_settings, instead = understood(self.settings, DEFAULT_CONFIG)
        self.settings |= instead
        self.theme = self.settings["THEME"]
        super().init_plugins()
        demand_plugins(instead["PLUGINS"], self.settings["PLUGINS"])

    def run(self) -> None:
        """Write the site; nothing is left of one that could not be written whole."""
        if self.standing:
            console.quiet = True
            return
        output = Path(self.settings["OUTPUT_PATH"])
        with freeing(self.build_lock), leaving_the_former_site(output), ending_in_a_sentence():
            super().run()


@ending_in_a_sentence()
def begin(press: Press) -> None:
    """Read, plan and check; then write the new articles, or end with every problem and nothing written."""
    print_whatever_comes()
    output, content = Path(press.output_path), Path(press.path)
    exchange.demand_places(output)
    press.build_lock = build_lock(output, content)
    press.build_lock.acquire()
    with freeing(press.build_lock):
        _begin(press, output, content)


def _begin(press: Press, output: Path, content: Path) -> None:
    exchange.finish_interrupted(output)
    if not press.settings.get("CLEAN"):
        carrying.take(press.settings, output)
    press.today = build_day(os.environ)
    press.inputs = inputs_of(press.settings, press.today)
    if not asks_for_work(press.settings) and (built := standing(output, press.inputs)):
        press.standing = built
        if Press.told:
            press.printed, press.look = read_standing(content, output, look_of(press.settings), press.today)
            Press.told(press)
        press.build_lock.release()
        print_all(press.told_of_settings, built.warnings, built.language, press.settings.get("PROBLEM_FORMAT", ""))
        print_message(message("Nothing has changed since the last build."), built.language)
        print_published(built.articles, output, press.today, built.language)
        return
    forget_state(output)
    with leaving_the_former_site(output):
        _print(press, output, content)
    press.settings |= static_settings(press.settings)
    press.output_path = str(exchange.new(output))


def _print(press: Press, output: Path, content: Path) -> None:
    """Check the archive and write the files of its articles."""
    # On a runner, new articles would be lost with the machine and made anew each time.
    repairing = cleaning in press.plugins and not os.environ.get("CI")
    printing = ArticlePrinting(press.settings, content, output, press.today, repairing=repairing, console=console)
    press.printed = printing.print(press.told_of_settings)
    press.look = printing.look
    if press.printed.library is None:
        raise failed_site(press.printed.failed, press.printed.archive, content)
    press.library = press.printed.library


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes all pages and files of the site."""

    press: Press

    def generate_output(self, writer: SiteWriter) -> None:
        """Write everything that `pages()` yields."""
        press, content = self.press, Path(self.path)
        self._plan_copies(writer.site.manifest, content)
        writing = SiteWriting(press.library, press.look, writer.site, Path(self.settings["OUTPUT_PATH"]))
        tracked = progress(message("Writing the pages …"), language_of(press.library.archive.site), console)
        writing.write(press.printed, content, tracked)
        press.index = writing.index
        if writing.failed:
            raise failed_site(writing.failed, press.printed.archive, content)
        self.press.manifest = writer.site.manifest

    def _plan_copies(self, manifest: SiteManifest, content: Path) -> None:
        """Plan what Pelican copies: the theme's static files, and those that the settings name."""
        for path in self.settings["THEME_STATIC_PATHS"]:
            for inside, file in copied_files(Path(self.theme, path), self.settings["IGNORE_FILES"]):
                manifest.add_copy(f"{self.settings['THEME_STATIC_DIR']}/{inside}", file)
        for static in self.context.get("staticfiles", ()):
            manifest.add_copy(static.save_as, content / static.source_path)


class SiteWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes each page to its address."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self.site = NewSite(Path(output_path))


def generators(press: Press) -> type[SiteGenerator]:
    """Return the only generator, bound to its press."""
    return type("Site", (SiteGenerator,), {"press": press})


def writer(_press: Press) -> type[SiteWriter]:
    """Return the only writer."""
    return SiteWriter


def finish(press: Press) -> None:
    """Replace the former site by the new one if it is whole, and report."""
    output = Path(press.settings["OUTPUT_PATH"])
    language = language_of(press.library.archive.site)
    files = exchange.complete(output, press.manifest.own, press.printed.former)
    demand_all_files(press.manifest.lacking(files, exchange.new(output)), language)
    if sitemap := press.settings.get("FORMER_SITEMAP"):
        form = press.settings.get("PROBLEM_FORMAT", "")
        demand_former_pages(press.printed.archive, sitemap, files, Path(press.path), form)
    press.manifest.write(output)
    loses = loses_its_address(output, press.look.site_url)
    exchange.exchange(output)
    press.index.keep()
    press.printed.shelf.keep()
    concepts = press.library.archive.vocabulary.concepts
    carrying.give(press.settings, output, press.printed.archive, concepts, press.today)
    number = len(press.library.articles)
    if press.inputs:
        keep_state(output, Built(press.inputs, hash_listing(files), number, language, press.printed.warnings))
    press.build_lock.release()
    print_published(number, output, press.today, language)
    if loses:
        print_lost_address(output, language)
    if Press.told:
        Press.told(press)
    console.quiet = True  # else Pelican closes with «Processed 0 articles»: it has seen none of ours


def register() -> None:
    """Connect to Pelican; its signals hold functions of a module only."""
    signals.initialized.connect(begin)
    signals.get_generators.connect(generators)
    signals.get_writer.connect(writer)
    signals.finalized.connect(finish)
