"""
Publishing without the new articles and the files beside them that have errors, when an editor asks for it.

One mistake in one new article must not keep the rest of the day's work from readers. An article that was published before is never
left out this way: its address is cited, so its error has to be mended.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from warraq.archive.problem import Level, Problem
from warraq.archive.slug import find_slug, slug_key, slug_of
from warraq.desk.archive_lock import archive_lock
from warraq.desk.command_line import CommandLine
from warraq.desk.site import language_in
from warraq.desk.versions.finding import OF_ANOTHER
from warraq.language import message

from .checking import CheckedArchive, check_archive
from .day import build_day
from .former_sitemap import UnreadSitemapError, article_slug, published_addresses
from .terminal import format_problems, print_message

ASIDE = Path(".warraq/set-aside")
"""Moved, never deleted."""
FOLDERS = ("articles", "originals", "images")
HOLDS_BACK = re.compile(r"^(?:withdrawn|withheld|embargo|originals|status|المحجوب|محجوب|الحالة)[ \t]*:", re.MULTILINE)


def set_aside(content: Path, published: Collection[str]) -> Iterator[tuple[Path, Problem]]:
    """Move broken articles and originals that were never published out of the archive, until no more can be moved; give each."""
    cited = {slug_key(slug) for address in published if (slug := article_slug(address))}
    lock = archive_lock(content, "set-aside")
    while True:
        before = stamps(content)
        checked = check_archive(content, build_day(os.environ), repairing=False)
        moved = False
        for problem in filter(partial(is_wrong, checked, content), checked.problems):
            file = content.parent / problem.path
            inside = problem.path.removeprefix(f"{content.name}/").split("/")[0]
            if inside not in FOLDERS or not file.is_file():
                continue
            if is_shown(file, content, cited) if inside == "images" else slugs_of(file) & cited:
                continue
            if inside == "articles" and holds_others_back(file, content):
                continue
            moved = True
            with lock:
                if stamp(file) != before.get(file):  # saved since: it may be mended, and is looked at once more
                    continue
                move(file, content.parent / ASIDE / problem.path)
            yield file, problem
        if not moved:
            return


def is_wrong(checked: CheckedArchive, content: Path, problem: Problem) -> bool:
    """Whether a problem is an error, or of an original that cannot be read: the site is built without it, but it says so each day."""
    folder = f"{content.name}/originals/"
    is_original = problem.path.startswith(folder)
    return problem.level is Level.ERROR or (
        is_original and problem.path.removeprefix(folder) not in checked.archive.originals
    )


def holds_others_back(file: Path, content: Path) -> bool:
    """Whether versions of an article that may be unreadable may be held back by its keys: without it they would be published."""
    text = file.read_text(encoding="utf-8", errors="replace")
    if not HOLDS_BACK.search(text):
        return False
    slugs = slugs_of(file)
    others = (other for other in (content / "articles").rglob("*.md") if other.is_file() and other != file)
    named = (
        slug_key(name) for other in others for name in OF_ANOTHER.findall(other.read_text("utf-8", errors="replace"))
    )
    return bool(OF_ANOTHER.search(text)) or not slugs.isdisjoint(named)


def stamps(content: Path) -> dict[Path, tuple[int, ...]]:
    """Give by what each article, original and picture is known to be unchanged."""
    folders = (content / name for name in FOLDERS)
    return {file: stamp(file) for folder in folders for file in folder.rglob("*") if file.is_file()}


def stamp(file: Path) -> tuple[int, ...]:
    """Give what is another number once a file was saved."""
    found = file.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def move(file: Path, target: Path) -> None:
    """Move a file, under another name where one of that name was set aside before."""
    target.parent.mkdir(parents=True, exist_ok=True)
    free, number = target, 1
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
    file.replace(free)


def is_shown(picture: Path, content: Path, cited: Collection[str]) -> bool:
    """Whether an article that was published names a picture: without it the article would have another error."""
    name = picture.relative_to(content).as_posix()
    articles = (file for file in (content / "articles").rglob("*.md") if file.is_file())
    return any(
        not slugs_of(file).isdisjoint(cited) and name in unquote(file.read_text(encoding="utf-8", errors="replace"))
        for file in articles
    )


def slugs_of(file: Path) -> set[str]:
    """Read the possible slugs of an article that may be unreadable otherwise: the written one, and the file's name."""
    written = find_slug(file.read_text(encoding="utf-8", errors="replace"))
    return {slug_key(slug) for slug in (slug_of(file.stem), file.stem, written) if slug}


def main(arguments: list[str]) -> int:
    """Set broken new articles aside and print each; return the exit code."""
    parser = CommandLine(prog="python3 tasks.py set-aside", description=__doc__)
    parser.add_argument("--published", required=True, help="the last published sitemap: its address or file")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the archive")
    given = parser.parse_args(arguments)
    language = language_in(given.content)
    try:
        published = published_addresses(given.published)
    except UnreadSitemapError as error:
        print_message(error.why, language)
        return 1
    for file, problem in set_aside(given.content, published):
        print_message(message("Left out: {path}", path=file.as_posix()), language)
        print(format_problems([problem], language))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
