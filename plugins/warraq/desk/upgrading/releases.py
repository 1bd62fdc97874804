"""Which release a repository was made from, and which it is to become."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.git import GitError, git

MARK = ".warraq-release"
"""The file that names the release of the last upgrade and where it came from."""
HEADS, TAGS = "refs/warraq/heads", "refs/warraq/tags"
VERSION = re.compile(r"v?(\d+)\.(\d+)(?:\.(\d+))?")
MOST = 2000
"""Commits of the template that are looked through."""
MOST_READ = 200
"""Of them, whose files are looked at."""
ALIKE = 0.5
"""Share of a release's files that a repository must have had unchanged, where no commit of the template is its beginning."""


@dataclass(frozen=True, slots=True)
class Release:
    """A commit of the template."""

    commit: str
    name: str
    """Its tag, or the beginning of its hash."""


def fetch(project: Path, source: str) -> None:
    """Get the template's branches and tags, under names that touch nothing of the repository's own."""
    git(
        project,
        "fetch",
        "--quiet",
        "--no-tags",
        "--",
        source,
        "+HEAD:refs/warraq/head",
        f"+refs/heads/*:{HEADS}/*",
        f"+refs/tags/*:{TAGS}/*",
    )


def newest(project: Path, wanted: str) -> Release:
    """Give the release that is asked for, by its tag, branch or hash; the newest version where none is; a GitError where there is none."""
    if wanted:
        for name in (f"{TAGS}/{wanted}", f"{HEADS}/{wanted}", wanted):
            if commit := _commit(project, name):
                return Release(commit, wanted)
        raise GitError(f"{wanted}?")
    lines = git(project, "for-each-ref", "--format=%(refname)", TAGS).decode().split()
    tags = [
        (tuple(int(n or 0) for n in found.groups()), tag)
        for tag in lines
        if (found := VERSION.fullmatch(tag.rsplit("/", 1)[1]))
    ]
    if tags:
        tag = max(tags)[1]
        return Release(_commit(project, tag), tag.removeprefix(f"{TAGS}/"))
    commit = _commit(project, "refs/warraq/head")
    return Release(commit, commit[:10])


def made_from(project: Path, after: Release, kept: tuple[str, ...]) -> Release | None:
    """Give the release that the repository was made from or upgraded to last; None where it can't be told."""
    if marked := marked_release(project):
        return marked
    if shared := _shared(project, after):  # a fork has the template's history
        return Release(shared, _named(project, shared))
    trees = {git(project, "rev-parse", f"{first}^{{tree}}").decode().strip() for first in _beginnings(project)}
    known = list(_commits(project))
    for commit, tree in known:
        if tree in trees:
            return Release(commit, _named(project, commit))
    tags = git(project, "for-each-ref", "--format=%(refname)", TAGS).decode().split()
    first = [_commit(project, tag) for tag in tags]
    return _most_alike(project, [*first, *(commit for commit, _ in known[:MOST_READ])], kept)


def marked_release(project: Path) -> Release | None:
    """Give the release of the last upgrade, where its commit is there."""
    file = project / MARK
    facts = file.read_text("utf-8", errors="replace").split("\n") if file.is_file() else []
    commit = next((line.partition(": ")[2] for line in facts if line.startswith("commit: ")), "")
    return (
        Release(commit, _named(project, commit))
        if re.fullmatch("[0-9a-f]{40,64}", commit) and _commit(project, commit)
        else None
    )


def marked_source(project: Path) -> str:
    """Give the place that the last upgrade came from; empty without one."""
    file = project / MARK
    facts = file.read_text("utf-8", errors="replace").split("\n") if file.is_file() else []
    return next((line.partition(": ")[2] for line in facts if line.startswith("source: ")), "")


def mark(release: Release, source: str) -> str:
    """Write what is to be known for the next upgrade."""
    return f"# The release of the last upgrade: python3 tasks.py upgrade\nrelease: {release.name}\ncommit: {release.commit}\nsource: {source}\n"


def files_of(project: Path, tree: str) -> dict[str, str]:
    """Give the files of a tree: what git knows of each, by path."""
    lines = git(project, "ls-tree", "-r", "-z", tree).split(b"\0")
    parted = (line.partition(b"\t") for line in lines if line)
    return {path.decode("utf-8", "surrogateescape"): facts.decode() for facts, _, path in parted}


def _most_alike(project: Path, commits: list[str], kept: tuple[str, ...]) -> Release | None:
    """Give the release whose files the repository's beginning has most of: somebody may have begun with a ZIP file and other articles."""
    best: tuple[float, str] = (0.0, "")
    begun = [files_of(project, first) for first in _beginnings(project)]
    for commit in commits:
        files = {path: facts for path, facts in files_of(project, commit).items() if not path.startswith(kept)}
        for first in begun:
            share = sum(first.get(path) == facts for path, facts in files.items()) / max(len(files), 1)
            best = max(best, (share, commit), key=lambda each: each[0])
    return Release(best[1], _named(project, best[1])) if best[0] >= ALIKE else None


def _shared(project: Path, after: Release) -> str:
    try:
        return git(project, "merge-base", "HEAD", after.commit).decode().strip()
    except GitError:
        return ""


def _beginnings(project: Path) -> list[str]:
    return git(project, "rev-list", "--max-parents=0", "HEAD").decode().split()


def _commits(project: Path) -> Iterator[tuple[str, str]]:
    """Yield the template's commits with their trees, the newest first."""
    refs = git(project, "for-each-ref", "--format=%(refname)", "refs/warraq").decode().split()
    for line in git(project, "log", f"--max-count={MOST}", "--format=%H %T", *refs).decode().splitlines():
        commit, _, tree = line.partition(" ")
        yield commit, tree


def _commit(project: Path, name: str) -> str:
    try:
        return (
            git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
        )
    except GitError:
        return ""


def _named(project: Path, commit: str) -> str:
    tags = git(project, "for-each-ref", f"--points-at={commit}", "--format=%(refname)", TAGS).decode().split()
    return tags[0].removeprefix(f"{TAGS}/") if tags else commit[:10]
