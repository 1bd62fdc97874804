"""Putting what a newer release changed into a repository: the template's files alone, and never `content/`."""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.git import GitError, git
from warraq.desk.writing import write

from .releases import MARK, Release, files_of, mark

OWN = ("content/",)
"""What is the archive's own; of it a release has an example."""
SHIPPED = frozenset({"content/schema.json"})
"""Of it, what is the template's all the same."""
AUTHOR = ("-c", "user.name=upgrade", "-c", "user.email=upgrade@localhost")
"""Of commits that nobody sees: the two ends between which git reckons what changed."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did."""

    replaced: tuple[str, ...]
    """Files that are as the new release has them."""
    own: tuple[str, ...]
    """Files with changes of the repository's own, into which the release's were put."""
    deleted_here: tuple[str, ...]
    """Files that somebody deleted here, and that the release changed: they stay deleted."""
    conflicts: tuple[str, ...]
    """Files in which both changed the same lines."""


def upgrade(project: Path, before: Release, after: Release, source: str) -> Upgraded:
    """Put in what changed between two releases, in the index and the files; nothing is committed."""
    ours = files_of(project, "HEAD")
    old = _with_own(project, before.commit, ours)
    new = _with_own(project, after.commit, ours)
    base = git(project, *AUTHOR, "commit-tree", "-m", "before", old).decode().strip()
    change = git(project, *AUTHOR, "commit-tree", "-m", title_of(after), "-p", base, new).decode().strip()
    first, last = files_of(project, old), files_of(project, new)
    _pick(project, change)
    deleted = tuple(path for path in _unmerged(project) if path not in ours)
    for path in deleted:
        git(project, "rm", "--quiet", "--cached", "--", path)
        (project / path).unlink(missing_ok=True)
    conflicts = _unmerged(project)
    write(project / MARK, mark(after, source).encode())
    git(project, "add", "--force", "--", MARK)
    changed = [path for path in sorted({*first, *last}) if first.get(path) != last.get(path)]
    own = [
        path
        for path in changed
        if ours.get(path) not in (first.get(path), last.get(path)) and path not in (*conflicts, *deleted)
    ]
    replaced = [
        path for path in changed if path not in (*own, *conflicts, *deleted) and ours.get(path) != last.get(path)
    ]
    return Upgraded(tuple(replaced), tuple(own), deleted, conflicts)


def title_of(after: Release) -> str:
    """Give the message of the commit; where lines clash, git keeps it for the commit that people make."""
    return f"Upgrade to {after.name}"


def commit(project: Path, after: Release) -> str:
    """Commit the upgrade; give why git refused, else nothing."""
    try:
        git(project, "commit", "--quiet", "--message", title_of(after))
    except GitError as error:
        return str(error)
    return ""


def is_clean(project: Path) -> bool:
    """Tell whether everything is committed; what git does not know may lie there, as long as a release has no such file."""
    return not git(project, "status", "--porcelain", "--untracked-files=no").strip()


def in_the_way(project: Path, after: Release) -> list[str]:
    """Give the files that git does not know here and that the new release has."""
    known = files_of(project, "HEAD")
    return [
        path
        for path in files_of(project, after.commit)
        if path not in known and not _is_own(path) and os.path.lexists(project / path)
    ]


def _is_own(path: str) -> bool:
    return path.startswith(OWN) and path not in SHIPPED


def _with_own(project: Path, commit: str, ours: dict[str, str]) -> str:
    """Write the tree of a release with the repository's own files in place of its example; give its hash."""
    files = {path: facts for path, facts in files_of(project, commit).items() if not _is_own(path)}
    files |= {path: facts for path, facts in ours.items() if _is_own(path)}
    lines = b"".join(
        f"{facts.replace(' blob ', ' ').replace(' commit ', ' ')}\t".encode()
        + path.encode("utf-8", "surrogateescape")
        + b"\0"
        for path, facts in files.items()
    )
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        for words, given in ((["update-index", "-z", "--index-info"], lines), (["write-tree"], b"")):
            done = subprocess.run(  # noqa: S603 - no shell reads it
                ["git", *words],  # noqa: S607 - git is where this machine has it
                cwd=project,
                env=environment,
                input=given,
                capture_output=True,
                check=False,
            )
            if done.returncode:
                raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode().strip()


def _pick(project: Path, change: str) -> None:
    """Put in a commit without committing; where lines clash, git leaves both in the file and says so in its index."""
    try:
        git(project, *AUTHOR, "-c", "merge.conflictStyle=merge", "cherry-pick", "--no-commit", "--allow-empty", change)
    except GitError:
        if not _unmerged(project):
            raise


def _unmerged(project: Path) -> tuple[str, ...]:
    names = git(project, "diff", "--name-only", "--diff-filter=U", "-z").split(b"\0")
    return tuple(sorted({name.decode("utf-8", "surrogateescape") for name in names if name}))
