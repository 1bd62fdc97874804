"""
The first half of a build: the archive is read, new articles are planned, everything is checked, and the files of articles are written.

Nothing is published yet, and where an error is found nothing stays. Pages about many articles come after it (`site_writing.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from warraq.archive.problem import Problem
from warraq.desk.site import language_in, language_of
from warraq.garbage import collect_seldom
from warraq.language import message

from . import exchange
from .cache import Cache
from .checking import check_archive, gather
from .ending import demand_no_errors
from .foreign_settings import print_all
from .kept_files import FormerSite
from .new_articles import plan_and_write
from .printed import PrintedArchive, print_archive
from .printing import Look, Printing
from .settings import look_of, settings_problems
from .shelf import Shelf, kept_shelf
from .terminal import print_message, progress


class ArticlePrinting:
    """Checks the archive of one build and writes the files of its articles."""

    look: Look
    """Of the site, with what the archive says of itself."""

    def __init__(  # noqa: PLR0913 - each is a fact of the build
        self,
        settings: Mapping[str, Any],
        content: Path,
        output: Path,
        today: date,
        *,
        repairing: bool,
        console: Console,
    ) -> None:
        """`repairing`: originals without an article get one. `console`: where progress is shown."""
        self._settings, self._content, self._output, self._today = settings, content, output, today
        self._repairing, self._console = repairing, console
        self._shelf: Shelf | None = None

    def print(self, told_of_settings: Sequence[Problem]) -> PrintedArchive:
        """Write the new articles and the files of all, and say what there is to say; or end with every problem and nothing written."""
        content, form = self._content, self._settings.get("PROBLEM_FORMAT", "")
        tracked = progress(message("Checking the articles …"), language_in(content), self._console)
        repaired = progress(message("Repairing the originals …"), language_in(content), self._console)
        good, read = (Cache(content.parent / ".warraq" / f"{name}.sqlite") for name in ("pictures", "read"))
        if wrong := list(settings_problems(self._settings)):  # without a theme nothing can be printed
            checked = check_archive(content, self._today, repairing=self._repairing, progress=tracked, pictures=good)
            demand_no_errors(checked, wrong, language_of(checked.archive.site), form)
        self.look = look_of(self._settings)

        def check() -> PrintedArchive:
            gathered = gather(
                content, self._today, repairing=self._repairing, pictures=good, read=read, repaired=repaired
            )
            if self._shelf:  # it was planned once already
                self._shelf.forget()
            self._shelf = Shelf(kept_shelf(self._output))
            exchange.discard(self._output)
            self.look = self.look.of_archive(gathered.archive, self._today)
            printing = Printing(self.look, exchange.new(self._output), gathered.archive.vocabulary, self._today)
            clean = self._settings.get("CLEAN") or not self.look.is_plain
            former = None if clean else FormerSite(self._output, exchange.spare(self._output))
            return print_archive(gathered, printing, tracked, self._shelf, former)

        printed, made = plan_and_write(content, "build", check)
        language = language_of(printed.archive.site)
        demand_no_errors(printed, [], language, form)
        for each in made:
            print_message(each, language)
        print_all(told_of_settings, printed.warnings, language, form)
        good.close()
        read.close()
        collect_seldom()  # the archive and its facts, which stay to the end
        return printed
