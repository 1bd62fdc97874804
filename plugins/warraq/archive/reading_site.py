"""What an archive says of itself: `content/site.yaml`, and the editors' own pages, of which some stand in the navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from warraq.language import message

from .archive import Site
from .files import Files
from .own_pages.navigation import USUAL_WAYS, menu_of
from .own_pages.own_page import OwnPage, words_for
from .own_pages.reading import in_languages, read_own_page
from .problem import Problem, WrongValueError
from .reading_vocabulary import place_in_site, read_site
from .theme.reading import with_files


def read_site_and_pages(content: Path, files: Files, problems: list[Problem]) -> tuple[Site, tuple[OwnPage, ...]]:
    """Read both; problems are added to `problems`."""
    site = _site(content, files, problems)
    pages = tuple(_pages(files, problems, site.language))
    site = replace(site, theme=with_files(site.theme, content, files, problems))
    return _with_ways(site, content, pages, problems), pages


def _site(content: Path, files: Files, problems: list[Problem]) -> Site:
    file = content / "site.yaml"
    path = f"{content.name}/site.yaml"
    if not files.has("site.yaml"):
        if not any(problem.path == path for problem in files.problems):
            todo = message("Write it, with at least one line: name: …")
            problems.append(Problem(path, 0, 0, "", message("The file is missing."), todo))
        return Site(content.name)
    read = files.read_anew(path, file, read_site)
    site, found = (None, (read,)) if isinstance(read, Problem) else read
    problems += found
    return site or Site(content.name)


def _pages(files: Files, problems: list[Problem], language: str) -> Iterator[OwnPage]:
    read: list[OwnPage] = []
    for path, file in files.below("pages", ".md"):
        found = files.read_anew(path, file, lambda path, data: read_own_page(path, data, language))
        if isinstance(found, OwnPage):
            read.append(found)
        else:
            problems += (found,) if isinstance(found, Problem) else found
    for page in in_languages(read, language):
        if isinstance(page, Problem):
            problems.append(page)
        else:
            yield page


def _with_ways(site: Site, content: Path, pages: tuple[OwnPage, ...], problems: list[Problem]) -> Site:
    """Add the navigation, and what stands at the foot of every page."""
    try:
        menu = menu_of(site.navigation, pages, site.language)
    except WrongValueError as error:
        path = f"{content.name}/site.yaml"
        problems.append(Problem(path, *place_in_site(content, "navigation"), "navigation", error.what, error.todo))
        menu = USUAL_WAYS
    return replace(site, menu=menu, footer=words_for(pages, "footer", site.language))
