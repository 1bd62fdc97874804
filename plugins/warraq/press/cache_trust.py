"""
Whether the cache in `.warraq/` is this machine's own.

A cache decides what `check` looks at. One that came with a contribution (git keeps it, or a link leads to it) or that another user
wrote is not used; the work goes on without it, because a cache is only speed. It may hold words of drafts, so git must ignore it.
"""

from __future__ import annotations

from pathlib import Path

from warraq.archive.problem import Level, Problem
from warraq.archive.typed_name import typed_name
from warraq.desk.own_files import git_knows, is_another_users, is_link
from warraq.language import Message, message


def cache_problems(file: Path) -> tuple[list[Problem], list[Problem]]:
    """Give the reasons not to use the cache in a file, and the warnings about one that is used."""
    folder = file.parent
    named = f"{folder.name}/{file.name}"
    for place in (folder, file):
        if why := _not_ours(place):
            return [_warning(named, why, message("Delete it."))], []
    kept, ignored = git_knows(folder.absolute())
    if kept:
        what = message(
            "Git keeps files of {folder}/, which only this machine may write: the cache is not used.",
            folder=folder.name,
        )
        return [
            _warning(named, what, message("Take them out: git rm -r --cached {folder}", folder=typed_name(folder.name)))
        ], []
    if not ignored:
        what = message("Git does not ignore {folder}/, which may hold words of drafts.", folder=typed_name(folder.name))
        return [], [
            _warning(".gitignore", what, message("Write the line {folder}/ into it.", folder=typed_name(folder.name)))
        ]
    return [], []


def _not_ours(place: Path) -> Message | None:
    if is_link(place):
        return message("The cache lies behind a link, and is not used.")
    if is_another_users(place):
        return message("The cache belongs to another user, and is not used.")
    return None


def _warning(path: str, what: Message, todo: Message) -> Problem:
    return Problem(path, 0, 0, "", what, todo, Level.WARNING)
