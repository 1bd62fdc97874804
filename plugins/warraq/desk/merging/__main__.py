"""
`python3 tasks.py merge`, run in the project's folder: after a pull, settle what git left in conflict.

    merge                     the files of content/ that are in conflict now
    merge --always            from now on git does so by itself, in this clone
    --driver O A B PATH       as git calls it then
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from warraq.archive.rejections import FILE
from warraq.archive.shown_path import shown_path
from warraq.archive.typed_name import typed_name
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.archive_lock import archive_lock
from warraq.desk.command_line import CommandLine
from warraq.desk.git import GitError, git
from warraq.desk.site import language_in
from warraq.desk.versions.leaving import published_without
from warraq.desk.writing import ChangedMeanwhileError, rewrite, write
from warraq.language import Message, message
from warraq.language.called import IN_A_CLONE
from warraq.shipped import IS_INSTALLED

from .conflicts import Conflict, conflicts, is_mended, root
from .rejected_meanwhile import RejectedMeanwhile, article_paths, is_being_mended, leave_out, rejected_meanwhile
from .rejections_once import each_once
from .settling import Versions, settle
from .standing import merges_pulls, standing
from .two_of_one_name import put_beside, two_of_one_name

DRIVER = "python3 tasks.py merge --driver %O,%A,%B,%P"
"""Git runs it in a shell of its own, which Windows has too."""


def main() -> int:
    """Merge; 0 where nothing is left to people, 1 where something is."""
    parser = CommandLine(prog="python3 tasks.py merge")
    parser.add_argument("--always", action="store_true")
    parser.add_argument("--driver", default="")
    asked = parser.parse_args()
    project = Path.cwd()
    content = project / "content"
    language = language_in(content)
    try:
        if asked.driver:
            return _as_driver(content, asked.driver, language)
        if asked.always:
            return _always(project, language)
        return _settle_all(content, language)
    except GitError as error:
        print(message("Git refused: {reason}", reason=str(error)).text(language), file=sys.stderr)
        return 1


def _always(project: Path, language: str) -> int:
    program = "py" if sys.platform == "win32" else "python3"
    driver = DRIVER.replace("python3", program, 1)
    if IS_INSTALLED:  # git need not know where the program `warraq` is
        driver = DRIVER.replace(IN_A_CLONE, f"{shlex.quote(Path(sys.executable).as_posix())} -m warraq.program", 1)
    git(project, "config", "merge.warraq.name", "articles by their words, records by their keys")
    git(project, "config", "merge.warraq.driver", driver)
    print(message("From now on git merges articles and records of this clone by itself.").text(language))
    if merges_pulls(project):
        print(message("And git pull merges what both changed: pull.rebase is false in this clone.").text(language))
    return 0


def _as_driver(content: Path, given: str, language: str) -> int:
    """Merge as git asks: the merged file stands in place of ours; 1 says that marks are left in it, and git tells people."""
    *files, path = given.split(",", 3)
    if len(files) != 3:
        raise GitError(given)
    base, ours, theirs = (Path(file).read_bytes() for file in files)
    prefix = git(content.parent, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip()
    # Where both brought a file in, it takes both records to tell whether it is one text: that is for `merge`.
    done = settle(content, path.removeprefix(prefix), (base, ours, theirs)) if base else None
    if done is None:
        return _by_lines(content.parent, files)
    Path(files[1]).write_bytes(done.data)
    for told in done.told:
        print(_of(path, told, language), file=sys.stderr)
    return 0 if done.whole else 1


def _by_lines(project: Path, files: list[str]) -> int:
    """Merge as git does without us."""
    try:
        git(project, "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", files[1], files[0], files[2])
    except GitError:
        return 1
    return 0


def _settle_all(content: Path, language: str) -> int:
    project = content.parent
    top = root(project)
    left = 0
    # All of it is read while nobody else writes: another `merge` or `reject` may have ended while this one waited.
    with archive_lock(content, "merge"):
        once = _rejections_once(content, language)
        found = conflicts(project, content.name)
        records = {
            Path(c.path).stem: (c.base or b"", c.ours, c.theirs)
            for c in found
            if "/records/" in c.path and c.ours and c.theirs
        }
        for out in rejected_meanwhile(content, found):
            if is_being_mended(top, out):
                continue  # each is told below
            if stops := list(published_without(ArchiveFiles(content), article_paths(content, out))):
                print("\n".join(problem.text(language) for problem in stops), file=sys.stderr)
                continue
            leave_out(content, top, out)
            print(_of(out.conflicts[0].path, _stays_out(out), language))
        for two in two_of_one_name(project, content.name, found):
            if any(is_mended(top / each.path, each) for each in two.files.values()):
                continue  # each is told below
            new = put_beside(content, top, two)
            told = message(
                "Both brought in a text of this name: yours keeps it, theirs is now {new}.", new=shown_path(new)
            )
            print(_of(two.files["originals"].path, told, language))
        for conflict in conflicts(project, content.name):
            left += not _settled(content, top, conflict, records.get(Path(conflict.path).stem), language)
    if found or not once:
        print((_said(left) if found else standing(project)).text(language))
    return 1 if left else 0


def _stays_out(out: RejectedMeanwhile) -> Message:
    return message(
        "One threw it out ({date}), the other edited it: it stays out, and the edited article is kept aside. It comes back by: "
        "python3 tasks.py reject --undo --only {name}",
        date=str(out.rejection.date),
        name=typed_name(out.original),
    )


def _said(left: int) -> Message:
    """Say what is to be done now."""
    if left:
        return message("Left to you: {number}. Mend each file, then: git add content", number=left)
    return message(
        "All are merged. Look at them with git diff --cached, then: git commit --no-edit (after git pull --rebase: git rebase --continue)"
    )


def _rejections_once(content: Path, language: str) -> bool:
    """Leave one line of each text that both threw out; tell whether there was more. The archive's lock is held."""
    file = content / FILE
    data = file.read_bytes() if file.is_file() else b""
    if (once := each_once(data)) == data:
        return False
    rewrite(file, data, once)
    print(_of(f"{content.name}/{FILE}", message("Both threw out the same texts: the earlier day stays."), language))
    return True


def _settled(content: Path, top: Path, conflict: Conflict, records: Versions | None, language: str) -> bool:
    """Merge one file in its place; tell what is left."""
    file = top / conflict.path
    shown = (content.parent.resolve() / "x").parent
    path = file.resolve().relative_to(shown).as_posix()
    if conflict.ours is None or conflict.theirs is None:
        said = message(
            "One changed it, the other deleted it. Keep it: git add {path}; or not: git rm {path}",
            path=typed_name(path),
        )
        print(_of(path, said, language))
        return False
    versions = (conflict.base or b"", conflict.ours, conflict.theirs)
    done = settle(content, path, versions, records)
    if done is None:
        print(_of(path, _by_hand(path, conflict), language))
        return False
    driven = done if records is None else settle(content, path, versions)
    lying = file.read_bytes() if file.is_file() else b""
    if lying not in (done.data, driven and driven.data) and is_mended(file, conflict):
        print(_of(path, _mended(path), language))
        return False
    try:
        if lying:
            rewrite(file, lying, done.data)
        else:
            write(file, done.data)
    except ChangedMeanwhileError:
        print(_of(path, _mended(path), language))
        return False
    for told in done.told:
        print(_of(path, told, language))
    if not done.whole:
        print(
            _of(path, message("Both changed the same words. Mend it between the marks <<<<<<< and >>>>>>>."), language)
        )
        return False
    git(top, "add", "--", conflict.path)
    return True


def _mended(path: str) -> Message:
    return message(
        "It was edited since git left it in conflict, and stays as it is. Where it is mended: git add {path}; to have it "
        "merged after all: git checkout --merge {path}, then merge again.",
        path=typed_name(path),
    )


def _by_hand(path: str, conflict: Conflict) -> Message:
    if b"\0" in (conflict.ours or b"")[:8000] or "/originals/" in path or "/images/" in path:
        return message(
            "Both have another file of this name. Take one: git checkout --ours {path}, or --theirs; then git add {path}",
            path=typed_name(path),
        )
    return message("Both changed it. Mend it between the marks <<<<<<< and >>>>>>>.")


def _of(path: str, told: Message, language: str) -> str:
    return f"{shown_path(path)}: {told.text(language)}"


if __name__ == "__main__":
    sys.exit(main())
