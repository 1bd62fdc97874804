"""`python3 tasks.py upgrade [SOURCE] [--to TAG]`, run in the project's folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from warraq.archive.shown_path import shown_path
from warraq.desk.archive_lock import archive_lock
from warraq.desk.command_line import CommandLine
from warraq.desk.git import GitError, git
from warraq.desk.site import language_in
from warraq.language import Message, listed, message

from .releases import Release, fetch, made_from, marked_source, newest
from .upgrade import OWN, Upgraded, commit, in_the_way, is_clean, upgrade

MOST = 20
"""Files of a kind that are named."""
DONE = (
    message("Committed. Look: python3 tasks.py check, python3 tasks.py build. To undo it all: git revert HEAD"),
    message(
        "Better rules of repair change no article by themselves: python3 tasks.py repair --again --all --preview says what they would."
    ),
)


class UnreadyError(Exception):
    """The repository is not one that can be upgraded now."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


def main() -> int:
    """Upgrade; 0 where it is done or nothing is to be done, 1 where it could not begin or something is left to people."""
    parser = CommandLine(prog="python3 tasks.py upgrade")
    parser.add_argument("source", nargs="?", default="")
    parser.add_argument("--to", default="")
    parser.add_argument("--from", dest="begun", default="")
    parser.add_argument("--preview", action="store_true")
    asked = parser.parse_args()
    project = Path.cwd()
    language = language_in(project / "content")
    DONE[0].text(language)  # the catalogue is read now: the upgrade replaces its file
    try:
        code, said = _upgraded(project, asked)
    except UnreadyError as error:
        code, said = 1, [error.why]
    except GitError as error:
        code, said = 1, [message("Git refused: {reason}", reason=str(error))]
    for sentence in said:
        print(sentence.text(language), file=sys.stderr if code else sys.stdout)
    return code


def _upgraded(project: Path, asked: argparse.Namespace) -> tuple[int, list[Message]]:
    source = asked.source or marked_source(project)
    _demand_ready(project, source)
    fetch(project, source)
    # A file of the template lies below content/ too, and no command that is writing there has its code exchanged.
    with nullcontext() if asked.preview else archive_lock(project / "content", "upgrade"):
        return _upgraded_alone(project, asked, source)


def _upgraded_alone(project: Path, asked: argparse.Namespace, source: str) -> tuple[int, list[Message]]:
    _demand_ready(project, source)
    after = newest(project, asked.to)
    before = newest(project, asked.begun) if asked.begun else made_from(project, after, OWN)
    if before is None:
        raise UnreadyError(
            message(
                "It can't be told which release this repository was made from. Say it: python3 tasks.py upgrade SOURCE --from TAG"
            )
        )
    if before.commit == after.commit:
        return 0, [message("{release} is the newest release, and is here already.", release=after.name)]
    if asked.preview:
        return 0, list(_what_changed(project, before, after))
    if files := in_the_way(project, after):
        raise UnreadyError(
            message(
                "The release has files that lie here and are not in git: {names}. Move them away, or commit them.",
                names=_named(files),
            )
        )
    done = upgrade(project, before, after, source)
    said = list(_told(before, after, done))
    if done.conflicts:
        return 1, said
    if why := commit(project, after):
        return 1, [*said, message("It is not committed: {reason} Commit it yourself: git commit", reason=why)]
    return 0, [*said, *DONE]


def _demand_ready(project: Path, source: str) -> None:
    """Pass a repository into which an upgrade can be put, and from which git can take it out again."""
    if not source:
        raise UnreadyError(message("Say where the template is: python3 tasks.py upgrade https://github.com/OWNER/NAME"))
    top = git(project, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
    if Path(top).resolve() != project.resolve():
        raise UnreadyError(message("This folder is not the root of its repository: an upgrade can't be put in here."))
    if not is_clean(project):
        raise UnreadyError(
            message(
                "Something is not committed yet. Commit it first, so that git can undo the upgrade alone: git add -A, then git commit."
            )
        )


def _what_changed(project: Path, before: Release, after: Release) -> Iterator[Message]:
    names = git(
        project, "diff", "--name-only", "-z", before.commit, after.commit, "--", ".", ":(exclude)content"
    ).split(b"\0")
    yield message(
        "From {before} to {after}: files that the release changed: {number}.",
        before=before.name,
        after=after.name,
        number=len(names) - 1,
    )
    yield message("Nothing was written.")


def _told(before: Release, after: Release, done: Upgraded) -> Iterator[Message]:
    number = len(done.replaced)
    yield message(
        "From {before} to {after}. Files replaced: {number}. content/ is as it was.",
        before=before.name,
        after=after.name,
        number=number,
    )
    if done.own:
        yield message("Your own changes stay, and the release's were put beside them: {names}.", names=_named(done.own))
    if done.deleted_here:
        yield message("Deleted here, so they stay deleted: {names}.", names=_named(done.deleted_here))
    if done.conflicts:
        yield message("You and the release changed the same lines: {names}.", names=_named(done.conflicts))
        yield message(
            "Mend each between the marks <<<<<<< and >>>>>>>, or take one whole: git checkout --ours FILE (yours), git checkout --theirs FILE (the "
            "release's). Then: git add -A, git commit. To undo it all: git reset --hard"
        )


def _named(paths: Sequence[str]) -> Message:
    return listed(map(shown_path, paths), MOST)


if __name__ == "__main__":
    sys.exit(main())
