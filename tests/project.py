"""An archive in a folder of its own, built by the real Pelican with the project's own settings, theme and plugins."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import programs

ROOT = Path(__file__).parents[1]
SITE = Path(__file__).parent / "site"
SETTINGS = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
THEME = {theme!r}
"""
ARTICLE = "---\ntitle: {title}\ndate: {date}\n---\n{body}\n"
FROM_NOTHING = ("--extra-settings", "CLEAN=true")
"""Arguments of a build that keeps nothing of the former site."""
DAY = "1800000000"
"""2027-01-15: no test depends on the day it runs on."""


@dataclass(frozen=True)
class Project:
    """A folder with content/ and settings."""

    root: Path

    @classmethod
    def empty(cls, root: Path) -> Project:
        """Make an archive with nothing but a site.yaml."""
        (root / "content" / "articles").mkdir(parents=True)
        project = cls(root)
        project.write("site.yaml", "name: أرشيف التجربة\n")
        project.settle()
        return project

    @classmethod
    def of_site(cls, root: Path) -> Project:
        """Copy the archive of tests/site/, or the project's own content where there is none."""
        shutil.copytree(SITE if SITE.is_dir() else ROOT / "content", root / "content", dirs_exist_ok=True)
        project = cls(root)
        project.settle()
        return project

    def settle(self) -> None:
        settings = SETTINGS.format(root=str(ROOT), theme=str(ROOT / "theme"))
        (self.root / "settings.py").write_text(settings, encoding="utf-8")

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def set(self, **settings: object) -> None:
        """Add to the settings."""
        with (self.root / "settings.py").open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = {value!r}\n" for name, value in settings.items())

    def write(self, path: str, data: str | bytes) -> Path:
        """Write a file below content/."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return file

    def article(self, name: str, body: str = "نص الخبر.", title: str = "عنوان", date: str = "2024-03-15") -> Path:
        """Write a small article."""
        return self.write(f"articles/{name}.md", ARTICLE.format(title=title, date=date, body=body))

    def command(self) -> list[str]:
        """Return the build's command, as `tasks.py` runs it."""
        return [sys.executable, "-m", "pelican", "content", "--settings", "settings.py", "--fatal", "errors"]

    def environment(self, **changed: str) -> dict[str, str]:
        """Return the build's variables, without a runner's: with CI set nothing is repaired."""
        clean = {name: value for name, value in os.environ.items() if name not in ("CI", "SITEURL")}
        return clean | {"PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": DAY} | changed

    def build(self, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Build; stdout has both streams. `more`: arguments of Pelican."""
        _, _, module, *arguments = (*self.command(), *more)
        return programs.run(module, *arguments, cwd=self.root, env=self.environment(**environment), merged=True)

    def start(self) -> programs.Running:
        """Start a build from nothing and don't wait for it; nobody reads what it says."""
        _, _, module, *arguments = self.command()
        return programs.start(module, *arguments, *FROM_NOTHING, cwd=self.root, env=self.environment())

    def build_anew(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Build by a new process, with an order of sets of its own, and keep nothing of the former site: for comparing two builds."""
        return self.build(*FROM_NOTHING, PYTHONHASHSEED="random", **environment)

    def hashes(self, folder: str) -> dict[str, str]:
        """SHA-256 of every file below a folder, by path."""
        return hashes(self.root / folder)


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
