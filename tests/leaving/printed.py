"""The files of a site, printed as a build does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from project import ROOT
from warraq.pages import whole_site
from warraq.pages.page import File
from warraq.pages.rights import WholeLibrary
from warraq.press.checking import gather
from warraq.press.new_site import NewSite
from warraq.press.pictures import published_pictures
from warraq.press.printed import print_archive
from warraq.press.printing import Look, Printing
from warraq.press.rendering import Templates, Theme
from warraq.press.site_writing import SiteWriting

from .archives import Planted
from .states import SITE_URL, TODAY

SAME = ("404.html", "about.html", "method.html", "search.html")
"""Templates of pages without a text."""


def printed_files(made: Planted, compiled: Path) -> Iterator[tuple[str, bytes]]:
    """Print the site as a build does and yield its files but the theme's own; a mistake in the archive is a mistake of this module."""
    gathered = gather(made.content, TODAY, repairing=False)
    look = Look(Theme.at(ROOT / "theme"), gathered.archive.site, SITE_URL, compiled=compiled)
    folder = made.content.parent / "printed"
    printed = print_archive(gathered, Printing(look, folder, gathered.archive.vocabulary, TODAY))
    assert not printed.errors, [f"{p.path}:{p.line}: {p.what} {p.todo}" for p in printed.errors]
    assert printed.library
    writing = SiteWriting(printed.library, look, NewSite(folder), folder)
    writing.write(printed, made.content)
    assert not writing.failed
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def files_of(library: WholeLibrary, content: Path, compiled: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site but the theme's own; `compiled`: a folder for compiled templates."""
    templates = Templates(Theme.at(ROOT / "theme"), library.archive.site, library.site_url)
    templates.environment.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    for made in whole_site(library):
        if isinstance(made, File):
            yield made.address, made.data
        else:
            # Those that are the same in every archive take the longest to render.
            same = made.template in SAME
            yield made.address, repr(made.values()).encode() if same else templates.render(made)
    for picture in published_pictures(content, library.pictures):
        yield picture.address, picture.data
