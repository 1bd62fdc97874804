"""
Files in content/ that nobody reads.

An editor who writes `content/page/about.md` or `vocabulary/people.yml` sees no page and no name, and no mistake either. So each
such file is told, and each folder that is not one of the archive's. Files that Pelican's settings copy (`STATIC_PATHS`) are read.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from warraq.archive.files import is_litter, is_of_program
from warraq.archive.problem import Level, Problem
from warraq.archive.reading import UNREAD_ENDINGS
from warraq.archive.shown_path import shown_path
from warraq.language import Message, listed, message

FOLDERS = {
    "articles": ".md",
    "originals": "",
    "records": ".json",
    "vocabulary": ".yaml",
    "images": "",
    "pages": ".md",
    "theme": "",
}
"""The archive's folders, and the ending that files in them have; none: any. What may be a picture is decided elsewhere."""
READ = frozenset({"site.yaml", "schema.json", "rejected.yaml"})
FOLDER_ICON = "Icon\r"
"""What macOS leaves in folders."""
ALIKE = 80
"""Minimum similarity, of 100: `pages` is not `images`."""
SETTINGS = ("pelicanconf.py", "publishconf.py")
SEE = message("It has site.yaml and the folders {folders}.", folders=listed(FOLDERS))


def unread_files(content: Path) -> Iterator[Problem]:
    """Yield a warning for each file or folder below `content` that nothing reads."""
    copied = copied_paths(content.parent)
    for entry in sorted(content.iterdir() if content.is_dir() else (), key=lambda each: each.name):
        if _is_hidden(entry.name) or entry.name in copied:
            continue
        path = f"{content.name}/{entry.name}"
        if entry.name in FOLDERS and entry.is_dir():
            yield from _in_folder(entry, path, FOLDERS[entry.name], copied)
        elif entry.is_dir():
            yield from _stray_folder(entry, path, copied)
        elif entry.name not in READ:
            yield _warning(path, message("Nobody reads this file of content/."), _advice(entry.name, (*FOLDERS, *READ)))


def _in_folder(folder: Path, path: str, ending: str, copied: frozenset[str]) -> Iterator[Problem]:
    if not ending:
        return
    for inside in _files(folder):
        if inside.endswith(ending):
            continue
        file = PurePosixPath(inside)
        told = folder.name == "articles" and file.suffix[1:].lower() in UNREAD_ENDINGS  # by `reading`, in its own words
        if file.suffix == ending or told or _is_copied(f"{folder.name}/{inside}", copied):
            continue
        what = message("The file is not read: here files end in {ending}.", ending=ending)
        if file.suffix.lower() in (ending, ".yml"):
            todo = message("Rename it: {name}", name=shown_path(f"{file.stem}{ending}"))
        elif folder.name == "articles":
            todo = message(
                "A picture belongs into {folder}/images/, a damaged text into {folder}/originals/.",
                folder=folder.parent.name,
            )
        else:
            todo = message("Take it out of this folder.")
        yield _warning(f"{path}/{inside}", what, todo)


def _stray_folder(folder: Path, path: str, copied: frozenset[str]) -> Iterator[Problem]:
    left = [inside for inside in _files(folder) if not _is_copied(f"{folder.name}/{inside}", copied)]
    if left:
        first = left[0]
        what = message(
            "Nobody reads this folder of content/. Files in it: {number}, such as {name}.",
            number=len(left),
            name=shown_path(first),
        )
        yield _warning(path, what, _advice(folder.name, FOLDERS, first))


def _advice(name: str, known: Iterable[str], inside: str = "") -> Message:
    from rapidfuzz.process import extractOne

    if guess := extractOne(name.lower(), list(known), score_cutoff=ALIKE):
        return message("Did you mean {guess}?", guess=f"content/{guess[0]}")
    if (inside or name).endswith((".md", ".txt", ".html")):
        return message(
            "An article belongs into content/articles/, a page of your own into content/pages/; what only you need, beside content/."
        )
    return SEE


def _files(folder: Path) -> Iterator[str]:
    """Yield the paths of the files below a folder, in their order, without hidden ones."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        above = Path(parent).relative_to(folder).as_posix()
        inside = "" if above == "." else f"{above}/"
        yield from (inside + name for name in sorted(files) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return is_of_program(name) or is_litter(name) or name == FOLDER_ICON


def copied_paths(project: Path) -> frozenset[str]:
    """Give the paths below content/ that the settings name in STATIC_PATHS, as far as they are written there word for word."""
    found: list[str] = []
    for name in SETTINGS:
        file = project / name
        try:
            tree = ast.parse(file.read_bytes()) if file.is_file() else ast.Module([], [])
        except (SyntaxError, ValueError):  # Pelican tells it
            continue
        for node in ast.walk(tree):
            names = (
                [node.target]
                if isinstance(node, ast.AnnAssign | ast.AugAssign)
                else node.targets
                if isinstance(node, ast.Assign)
                else []
            )
            if any(isinstance(each, ast.Name) and each.id == "STATIC_PATHS" for each in names):
                found += [c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
    return frozenset(path.strip("/") for path in found)


def _is_copied(path: str, copied: frozenset[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in copied)


def _warning(path: str, what: Message, todo: Message) -> Problem:
    return Problem(shown_path(path), 0, 0, "", what, todo, Level.WARNING)
