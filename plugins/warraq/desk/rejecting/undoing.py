"""Taking back what was thrown out: the line of its hash goes, and its article, record and pictures are what they were."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.archive.rejections import FILE, rejections_in
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.writing import write
from warraq.language import message

from .kept import Thrown, forget, put_back, times
from .reasons import add_reasons, problem_of_git
from .rejected_lines import NotSafeError, without_lines
from .rejecting import COMMAND


@dataclass(frozen=True, slots=True)
class Undoing:
    """What was taken back; or the problems for which nothing was."""

    back: tuple[Thrown, ...] = ()
    """With their articles, where they had any."""
    hashes: tuple[str, ...] = ()
    """Of files whose articles this machine does not have: only their lines went."""
    taken: tuple[str, ...] = ()
    """Files below content/ whose places are taken by others; what was kept of them stays set aside."""
    problems: tuple[Problem, ...] = ()


def undo(content: Path, names: Sequence[str] = (), *, by: str, today: date) -> Undoing:
    """
    Take back what was thrown out: what `names` mean, or without them all of the last time on this machine.

    `names` are names of originals, slugs or paths of their articles, hashes, or paths of files of that content.
    """
    finish_interrupted(content, COMMAND)
    with archive_lock(content, COMMAND):
        rejections, wrong = rejections_in(content)
        if problems := [*wrong, *filter(None, [problem_of_git(content.parent)])]:
            return Undoing(problems=tuple(problems))
        known = [(folder, thrown) for folder, thrown in times(content)]
        if names:
            wanted = {name: _hash(content, name, known, rejections.files) for name in names}
            if lost := [_unknown(name) for name, found in wanted.items() if not found]:
                return Undoing(problems=tuple(lost))
            hashes = {found for found in wanted.values() if found}
        else:
            last = next((t for _, t in known if any(each.sha256 in rejections.files for each in t)), ())
            hashes = {each.sha256 for each in last}
        file = content / FILE
        try:
            lines = without_lines(content, file.read_bytes() if file.is_file() else b"", hashes)
        except NotSafeError as error:
            return Undoing(problems=(error.problem,))
        back: list[Thrown] = []
        taken: list[str] = []
        for folder, thrown in known:
            here = [t for t in thrown if t.sha256 in hashes and t.sha256 not in {b.sha256 for b in back}]
            left = {each.sha256: put_back(content, folder, each) for each in here}
            back += here
            taken += [inside for each in left.values() for inside in each]
            if done := [each for each in here if not left[each.sha256]]:
                forget(folder, done, [each for each in thrown if each not in done])
        if hashes:
            write(file, lines)
            add_reasons(content.parent, ({"undone": str(today), "sha256": key, "by": by} for key in sorted(hashes)))
    return Undoing(tuple(back), tuple(sorted(hashes - {each.sha256 for each in back})), tuple(taken))


def _hash(
    content: Path, name: str, known: Sequence[tuple[Path, Sequence[Thrown]]], files: Collection[str]
) -> str | None:
    """Find which hash a name means, of what was thrown out."""
    ways: tuple[Callable[[], str | None], ...] = (
        lambda: next((key for key in files if name.removeprefix("sha256:") == key), None),
        lambda: _hash_of(content / "originals" / name.removeprefix(f"{content.name}/originals/")),
        lambda: next((each.sha256 for _, thrown in known for each in thrown if name in _names(content, each)), None),
        lambda: _hash_of(Path(name)),
    )
    return next((found for way in ways if (found := way()) in files), None)


def _names(content: Path, thrown: Thrown) -> Collection[str]:
    return {thrown.original, thrown.slug, *(f"{content.name}/{inside}" for inside in thrown.files)} - {""}


def _hash_of(file: Path) -> str | None:
    try:
        return sha256(file.read_bytes()).hexdigest() if file.is_file() else None
    except OSError:
        return None


def _unknown(name: str) -> Problem:
    what = message("Nothing of that name was thrown out.")
    return Problem(name, 0, 0, "", what, message("See what was: python3 tasks.py reject --list"))
