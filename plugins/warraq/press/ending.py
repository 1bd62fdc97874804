"""How a build ends that can't go on: in a sentence, and with nothing of a site that is not whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.on_demand import ChangedMeanwhileError
from warraq.archive.problem import Level, Problem
from warraq.archive.shown_path import shown_path
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import asked_language, language_of
from warraq.language import CatalogueError, listed, message

from . import exchange
from .checking import CheckedArchive
from .concealing import without_withheld
from .editions import RefusedError, StopsAllError
from .problem_formats import FORMATS
from .site_manifest import MOST_NAMED
from .terminal import format_apart, print_message


@contextmanager
def ending_in_a_sentence() -> Iterator[None]:
    """End the build with the line of a catalogue that can't be read, or with what the system refused, such as a full disk."""
    try:
        yield
    except RefusedError as refused:
        raise SystemExit(refusal(refused.error, Path("content"))) from None
    except ChangedMeanwhileError as error:
        what = message("{path} was changed while the site was built. Build it again.", path=error.path)
        raise SystemExit(what.text(asked_language() or "ar")) from None
    except (CatalogueError, StopsAllError) as error:
        raise SystemExit(str(error)) from None
    except OSError as error:
        if not is_refusal(error):
            raise
        raise SystemExit(refusal(error, Path("content"))) from None


@contextmanager
def leaving_the_former_site(output: Path) -> Iterator[None]:
    """Delete the new site of a build that ends before it is whole; only who holds the build's lock may."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            exchange.finish_interrupted(output)
        raise


def demand_no_errors(checked: CheckedArchive, settings: Sequence[Problem], language: str, form: str = "") -> None:
    """
    End the build where the settings or the archive have an error: with the kinds of warnings, and last with every error.

    `form`: of all problems, as `check` has it; empty: for people.
    """
    if errors := [*settings, *checked.errors]:
        raise SystemExit(f"{format_all(checked.warnings, errors, language, form)}\n{number_of(errors, language)}")


def number_of(errors: Sequence[Problem], language: str) -> str:
    """Say how many errors ended a build."""
    return message("Errors: {number}; nothing was written.", number=len(errors)).text(language)


def demand_former_pages(archive: Archive, sitemap: str, files: Iterable[str], content: Path, form: str = "") -> None:
    """
    End the build where addresses of the last published sitemap would vanish; print the warnings of those that may.

    `files`: the paths of the new site's.
    """
    from .former_sitemap import UnreadSitemapError, published_addresses
    from .former_slugs import former_slugs
    from .gone_on_purpose import lost_addresses

    now = {path.removesuffix("index.html") for path in files if path == "index.html" or path.endswith("/index.html")}
    try:
        lost = list(
            lost_addresses(archive, published_addresses(sitemap), now, partial(former_slugs, content.resolve().parent))
        )
    except UnreadSitemapError as error:
        lost = [error.problem]
    told, language = without_withheld(lost, archive, content), language_of(archive.site)
    errors = [problem for problem in told if problem.level is Level.ERROR]
    warnings = [problem for problem in told if problem.level is not Level.ERROR]
    if errors:
        number = message("Errors: {number}; the former site stays.", number=len(errors))
        raise SystemExit(f"{format_all(warnings, errors, language, form)}\n{number.text(language)}")
    if warnings:
        print(format_all(warnings, [], language, form), file=sys.stderr)


def format_all(warnings: Sequence[Problem], errors: Sequence[Problem], language: str, form: str) -> str:
    """Format warnings and errors in a form of `check`, or, where it is empty, for people: what has to be mended is read last."""
    return FORMATS[form]([*warnings, *errors], language) if form else format_apart(warnings, errors, language)


def demand_all_files(lacking: Sequence[str], language: str) -> None:
    """End the build where files of the new site could not be written; the former one stays."""
    if lacking:
        what = message(
            "Files that could not be written: {number}, such as {names}. The former site stays.",
            number=len(lacking),
            names=listed(map(shown_path, lacking[:MOST_NAMED])),
        )
        raise SystemExit(what.text(language))


def print_published(number: int, output: Path, day: date, language: str) -> None:
    """Say how many articles the site has that was built on a day."""
    sentence = message(
        "Articles published: {number}, in {output} (day: {day}).",
        number=number,
        output=_place(output),
        day=day.isoformat(),
    )
    print_message(sentence, language)


def loses_its_address(output: Path, site_url: str) -> bool:
    """Tell whether a site that knows its own address is about to be replaced by one that does not: only the former has a sitemap."""
    return not site_url and (output / "sitemap.xml").is_file()


def print_lost_address(output: Path, language: str) -> None:
    """Say what a site lacks that took the place of one to be published."""
    sentence = message(
        "{output} held a site to be published. This one does not know its address: it has no feeds and no sitemap, and its citations no "
        "addresses. Before you publish it: {command}",
        output=_place(output),
        command="python3 tasks.py build --published",
    )
    print_message(sentence, language)


def _place(output: Path) -> str:
    """Name the folder of a site: by its path in the project, else by its name."""
    place, project = output.absolute(), Path.cwd()
    return shown_path(place.relative_to(project).as_posix() if place.is_relative_to(project) else output.name)
