"""Builds of one small archive in this process: with what is kept, and from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from project import ROOT, Project
from warraq.archive.archive import Site
from warraq.press import exchange
from warraq.press.cache import Cache
from warraq.press.checking import gather
from warraq.press.kept_files import FormerSite
from warraq.press.new_articles import plan_and_write
from warraq.press.new_site import NewSite
from warraq.press.printed import PrintedArchive, print_archive
from warraq.press.printing import Look, Printing
from warraq.press.rendering import Theme
from warraq.press.shelf import Shelf, kept_shelf
from warraq.press.site_writing import SiteWriting
from warraq.press.warm.site import WarmSite

DAY = date(2027, 1, 15)


@dataclass
class Builds:
    """An archive in a folder, and its site."""

    root: Path
    compiled: Path
    theme: Path = ROOT / "theme"
    site_url: str = "https://archive.example/w"
    today: date = DAY
    filters: dict[str, Callable[..., Any]] = field(default_factory=dict)
    """What the settings add to Jinja."""
    printed: list[str] = field(default_factory=list)
    """The paths of the articles that the last build printed."""
    made: list[PrintedArchive] = field(default_factory=list)
    """What the last build made."""

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, path: str, data: str | bytes) -> None:
        """Write a file below content/."""
        Project(self.root).write(path, data)

    def build(self, *, clean: bool = False, killed: bool = False) -> dict[str, bytes]:
        """
        Build the site as `press/plugin.py` does; give its files.

        `clean`: nothing is kept of the former one. `killed`: the build ends before its site is exchanged.
        """
        output = self.output
        exchange.finish_interrupted(output)
        new = exchange.new(output)
        look = Look(Theme.at(self.theme), Site(""), self.site_url, filters=self.filters, compiled=self.compiled)
        shelves: list[Shelf] = []

        def check() -> PrintedArchive:
            for each in shelves:
                each.forget()
            shelves[:] = [Shelf(kept_shelf(output))]
            read = None if clean else Cache(self.root / ".warraq" / "read.sqlite")
            gathered = gather(self.content, self.today, repairing=True, read=read)
            if read:
                read.close()
            exchange.discard(output)
            printing = Printing(replace(look, site=gathered.archive.site), new, gathered.archive.vocabulary, self.today)
            former = None if clean or not look.is_plain else FormerSite(output, exchange.spare(output))
            return print_archive(gathered, printing, shelf=shelves[0], former=former)

        made, _ = plan_and_write(self.content, "build", check)
        assert not made.errors, [str(each) for each in made.errors]
        assert made.library is not None
        self.made = [made]
        self.printed = [path for path in made.results if path not in made.kept]
        writing = SiteWriting(made.library, replace(look, site=made.library.archive.site), site := NewSite(new), output)
        writing.write(made, self.content)
        assert not writing.failed
        if killed:
            shelves[0].forget()
            writing.index.forget()
            return {}
        files = exchange.complete(output, site.manifest.own, made.former)
        assert not site.manifest.lacking(files, new)
        site.manifest.write(output)
        exchange.exchange(output)
        writing.index.keep()
        shelves[0].keep()
        return self.files(output)

    def warm(self) -> WarmSite:
        """Remember the site that was built, as the process behind `serve` does."""
        site = self.made[0].archive.site
        look = Look(Theme.at(self.theme), site, self.site_url, filters=self.filters, compiled=self.compiled)
        return WarmSite.of(self.content, self.made[0], look, self.today)

    def state(self) -> dict[str, bytes]:
        """Give what is kept of the site, and the site; caches of what was read come and go."""
        kept = self.files(self.root / ".warraq")
        return {name: data for name, data in kept.items() if name.startswith("output")} | self.files(self.output)

    def from_nothing(self) -> dict[str, bytes]:
        """Build a copy of the archive in a folder that has no site; give its files."""
        with_nothing = self.root.with_name(f"{self.root.name}.clean")
        shutil.rmtree(with_nothing, ignore_errors=True)
        shutil.copytree(self.content, with_nothing / "content")
        return replace(self, root=with_nothing).build()

    @staticmethod
    def files(folder: Path) -> dict[str, bytes]:
        """Read all files below a folder."""
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
