"""
The sample archive: forty made-up texts, so that names, facets, timeline, search and review are seen before one has a file of one's own.

`sample/` has them as an archive gets them: damaged files with a table (`found/`, `found.csv`), articles, vocabulary and settings as
editors write them (`content/`), and what editors wrote into the articles that an import makes of the files (`editors/`). All else is made by
the commands that everybody uses. What somebody writes there is theirs: a sample is made anew only where nobody wrote.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from warraq.desk.new_archive import new_archive
from warraq.shipped import IS_INSTALLED, SAMPLE, TASKS

FOUND, TABLE = SAMPLE / "found", SAMPLE / "found.csv"
MARK = ".sample.json"
"""In the folder of a sample: the hash of every file that it began with. It is written last, so a folder without one is no whole sample."""
MADE = frozenset(
    {
        *("output", "output.new", "output.old", "output.spare", ".warraq", "__pycache__"),
        *("import-report.html", "import-report.csv", "import-reports"),
    }
)
"""What commands make again at any time; nobody writes there."""
COMMANDS = '''\
"""The commands of Warraq, for the sample archive in this folder."""

import os
import runpy
from pathlib import Path

os.environ["WARRAQ_ARCHIVE"] = str(Path(__file__).resolve().parent)
runpy.run_path({tasks!r}, run_name="__main__")
'''


def begin(folder: Path) -> None:
    """Make the archive without its damaged texts; errors as of `new_archive`."""
    new_archive(folder)
    shutil.rmtree(folder / "content" / "vocabulary")
    shutil.copytree(SAMPLE / "content", folder / "content", dirs_exist_ok=True)
    if not IS_INSTALLED:
        (folder / "tasks.py").write_text(COMMANDS.format(tasks=str(TASKS)), encoding="utf-8")


def add_editors_work(folder: Path) -> None:
    """Write into the imported articles what editors found: keys of the front matter, behind those that the import wrote."""
    for file in sorted((SAMPLE / "editors").glob("*.yaml")):
        article = folder / "content" / "articles" / f"{file.stem}.md"
        head, end, body = article.read_text("utf-8").partition("\n---\n")
        article.write_text(f"{head}\n{file.read_text('utf-8').rstrip()}{end}{body}", encoding="utf-8", newline="\n")


def remember(folder: Path) -> None:
    """Write down what the archive began with."""
    (folder / MARK).write_text(json.dumps(_hashes(folder), indent=1), encoding="utf-8")


def written_since(folder: Path) -> tuple[str, ...] | None:
    """Name the files that somebody changed, added or deleted since the sample was made; None where the folder is no whole sample."""
    try:
        before = json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    now = _hashes(folder)
    return tuple(sorted(name for name in {*before, *now} if before.get(name) != now.get(name)))


def _hashes(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name not in MADE and path.name != MARK:
            yield from (each for each in sorted(path.rglob("*")) if each.is_file()) if path.is_dir() else (path,)
