"""
What a runner carries from one run to the next, so that one more article is not the cost of all.

On GitHub each run has a new machine. The folder `carried/` and the site itself are kept between runs (`publish.yml`), and who proposes a
change may read what is kept: so it holds nothing that is not published. Of the shelf that are the rows of articles that are published
whole with their originals; of the index of the search, which is published itself, all. No file has words that were deleted in it.

What comes back is used if its digest is right, and only where no site stands; each file of the site is looked at as in any build.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from warraq.archive.archive import Archive
from warraq.pages.decisions import Decisions, Leaves, original_is_private

from .printed import NAMES
from .search_index import kept_index, mark_index
from .shelf import Shelf, kept_shelf
from .shelf_database import OF_ARTICLES
from .site_manifest import kept_list

SETTING = "CARRIED"
"""The setting that names the folder."""
DIGEST = "digest"
"""The name of the file with the hash of the others."""


def _files(output: Path) -> dict[str, Path]:
    """Give what is carried besides the site: by its name in the folder, where it stands."""
    return {"shelf.sqlite": kept_shelf(output), "search.sqlite": kept_index(output), "files.json": kept_list(output)}


def take(settings: Mapping[str, Any], output: Path) -> bool:
    """Put what was carried in the folder that the settings name where a build looks for it; return whether it could be used."""
    if not settings.get(SETTING):
        return False
    folder, files = Path(settings[SETTING]), _files(output)
    with suppress(OSError):
        if not output.is_dir() or any(file.exists() for file in files.values()):
            return False  # nothing that it could speak of, or what this machine knows itself
        if (folder / DIGEST).read_text(encoding="utf-8").strip() != _digest(folder, files):
            return False
        for name, file in files.items():
            file.parent.mkdir(exist_ok=True)
            shutil.copyfile(folder / name, file)
        shelf = Shelf(kept_shelf(output))
        mark_index(shelf, output)
        shelf.keep()
        return True
    return False


def give(settings: Mapping[str, Any], output: Path, archive: Archive, concepts: Collection[str], today: date) -> None:
    """Write anew what is carried of a site that stands, in the folder that the settings name; `concepts`: those that readers know."""
    if not settings.get(SETTING):
        return
    folder = Path(settings[SETTING])
    shutil.rmtree(folder, ignore_errors=True)
    # It is only speed: where nothing is kept, or the disk is full, the site stands all the same, and the next run has no digest.
    with suppress(OSError, sqlite3.Error):
        _write(folder, output, _published_whole(archive, Decisions(archive.vocabulary, today)), concepts)


def _write(folder: Path, output: Path, published: Collection[str], concepts: Collection[str]) -> None:
    folder.mkdir(parents=True)
    files = _files(output)
    for name, file in files.items():
        if file.suffix != ".sqlite":
            shutil.copyfile(file, folder / name)
            continue
        # A plain copy would have the pages of what was deleted. It goes there once it holds nothing else: a build may be killed.
        copy = file.with_name(f"{file.name}.carried")
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            db.execute("VACUUM INTO ?", [str(copy)])
        if file == kept_shelf(output):
            _keep_names(copy, concepts)
            _keep_rows(copy, published)
        shutil.move(copy, folder / name)
    (folder / DIGEST).write_text(f"{_digest(folder, files)}\n", encoding="utf-8")


def _published_whole(archive: Archive, decisions: Decisions) -> list[str]:
    """Give the paths of the articles of which all is published, their originals too."""
    return [
        article.path
        for article in archive.articles
        if decisions.leaves(article) is Leaves.WHOLE
        and not article.withheld
        and not original_is_private(article, archive.site)
    ]


def _keep_names(file: Path, concepts: Collection[str]) -> None:
    """Keep how those concepts are named that readers know; the next run takes the others for new ones."""
    shelf = Shelf(file)
    names = json.loads(shelf.mark(NAMES) or "{}")
    shelf.put_mark(NAMES, json.dumps({id_: its for id_, its in names.items() if id_ in concepts}))
    shelf.keep()


def _keep_rows(file: Path, paths: Collection[str]) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        kept = set(paths)
        for table in OF_ARTICLES:
            gone = [row for row in db.execute(f"SELECT path FROM {table}") if row[0] not in kept]  # noqa: S608 - a name of ours
            db.executemany(f"DELETE FROM {table} WHERE path = ?", gone)  # noqa: S608 - likewise
        db.execute("VACUUM")


def _digest(folder: Path, names: Iterable[str]) -> str:
    digest = sha256()
    for name in sorted(names):
        digest.update(sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()
