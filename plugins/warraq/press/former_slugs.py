"""
Which slugs an article had before, as git knows it.

An article that was taken down, or withholds words, may have moved away from an address that no message may name. Git's history tells which
addresses these are, so that all others can be named. Where it does not reach far enough nothing is known.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from warraq.archive.article import Article
from warraq.archive.slug import slug_of
from warraq.desk.git import GitError, git

SLUG = re.compile(r"^[-+]slug:[ \t]*([^\n#]*)", re.MULTILINE)
NAME = re.compile(r"^(?:rename from |--- a/|\+\+\+ b/)(.+)$", re.MULTILINE)
RESTRICTED = re.compile(r"^\+(?:withdrawn|withheld|المحجوب|محجوب)[ \t]*:", re.MULTILINE)
COMMIT = "\0commit\n"
"""Stands before what each commit changed."""


def former_slugs(project: Path, article: Article) -> frozenset[str] | None:
    """Give the slugs that an article had in any commit; None where git does not know it from its beginning."""
    try:
        if git(project, "rev-parse", "--is-shallow-repository").strip() != b"false":
            return None
        told = git(
            project,
            *(
                "--literal-pathspecs",
                "-c",
                "core.quotePath=false",
                "log",
                "--follow",
                "-p",
                "-U0",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
            ),
            *("--format=%x00commit", "--", article.path),
        ).decode("utf-8", "replace")
    except GitError:
        return None
    commits = told.split(COMMIT)[1:]
    # A file that began so may be another one's text under a new name.
    if not commits or RESTRICTED.search(commits[-1]):
        return None
    if any("\\" in found for found in SLUG.findall(told)):  # written with escapes
        return None
    written = {found.strip().strip("\"'") for found in SLUG.findall(told)}
    implied = {slug_of(PurePosixPath(name.strip()).stem) for name in NAME.findall(told)}
    return frozenset((written | implied) - {article.slug, ""})
