"""
The intake of damaged texts: each becomes an original that never changes, an article and a record.

`new --from` takes one file in; `intake`, on GitHub, all files that were dropped into `content/originals/`. An error elsewhere in the
archive does not stop it: only the new originals have to be in order.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from warraq.archive.archive import Archive
from warraq.archive.problem import Level, Problem
from warraq.archive.reading import read_archive
from warraq.archive.rejections import FILE as REJECTED
from warraq.archive.rejections import rejections_in
from warraq.archive.shown_path import shown_path
from warraq.archive.slug import slug_key, slug_of
from warraq.desk.archive_lock import archive_lock
from warraq.desk.command_line import CommandLine
from warraq.desk.importing.sources import LARGEST, RejectedFileError, hidden, is_hidden_text, read_bounded, too_large
from warraq.desk.site import language_in
from warraq.desk.writing import write_new
from warraq.language import message

from .checking import original_or_problem
from .day import build_day
from .github_text import CUT
from .intake_hand_over import NOTICE, hand_over, names_with_record, take_over
from .intake_report import report
from .intake_request import records_in_requests, request, request_title
from .new_articles import NewArticle, originals_without_article, plan_and_write
from .notice import Notice, read_notice
from .planning import plan_articles
from .quoting import Quoting
from .terminal import format_problems, print_message

ENDINGS = (".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The result of an intake."""

    new: tuple[NewArticle, ...]
    problems: tuple[Problem, ...]
    """Those that keep new originals from being repaired."""
    archive: Archive
    """As it was before."""

    @property
    def ready(self) -> Sequence[NewArticle]:
        """The new articles: a problem of one original does not stop the others."""
        return self.new

    @property
    def errors(self) -> Sequence[Problem]:
        """The problems."""
        return self.problems


def repair_new(content: Path, only: str = "", but: Collection[str] = (), command: str = "intake") -> TakenIn:
    """Plan and write articles and records of the originals that have none: of all, of `only` one, or of all `but` some."""
    today = build_day(os.environ)
    return plan_and_write(content, command, lambda: _plan_new(content, today, only, but))[0]


def _plan_new(content: Path, today: date, only: str, but: Collection[str]) -> TakenIn:
    reading = read_archive(content, original_or_problem)
    problems = [p for p in reading.problems if p.path.startswith(f"{content.name}/originals/")]
    told = {p.path for p in problems}
    unknown = [p for p in reading.problems if p.path == f"{content.name}/{REJECTED}"]
    waiting = (
        []
        if unknown
        else [
            name
            for name in originals_without_article(reading.archive, reading.problems, content.name)
            if name not in but and (not only or name == only) and f"{content.name}/originals/{name}" not in told
        ]
    )
    if not only:
        problems += _hidden_texts(content)
    else:
        problems = [p for p in problems if p.path == f"{content.name}/originals/{only}"]
    new, refused = plan_articles(content, reading.archive, waiting, today)
    problems += [*refused, *unknown]
    return TakenIn(tuple(new), tuple(problems), reading.archive)


def _hidden_texts(content: Path) -> Iterator[Problem]:
    """Yield a problem for each hidden file among the originals that may be a text: nothing reads it."""
    for file in sorted((content / "originals").rglob("*")):
        if is_hidden_text(file.name) and file.is_file():
            path = f"{content.name}/{file.relative_to(content).as_posix()}"
            yield Problem(shown_path(normalize("NFC", path)), 0, 0, "", hidden(), message("Rename it."), Level.WARNING)


def keep_original(content: Path, data: bytes, name: str) -> tuple[Path, bool]:
    """Write a text among the originals, byte for byte; return its file, and whether it is new: the same bytes are kept once."""
    folder = content / "originals"
    digest = sha256(data).digest()
    for other in sorted(folder.rglob("*")):
        with suppress(OSError):  # one that can't be read is told by `check`
            if other.is_file() and other.stat().st_size == len(data) and sha256(other.read_bytes()).digest() == digest:
                return other, False
    stem, ending = Path(name).stem, Path(name).suffix.lower()
    stem, ending = slug_of(stem), ending if ending in ENDINGS else ".txt"
    file, number = folder / f"{stem}{ending}", 1
    # `a.txt` would share an article with `a.html`, and on some systems with `A.txt`.
    taken = {slug_key(each.stem) for each in [*folder.glob("*"), *(content / "articles").glob("*.md")]}
    while slug_key(file.stem) in taken:
        number += 1
        file = folder / f"{stem}-{number}{ending}"
    while not write_new(file, data):  # somebody put a file there at this moment
        number += 1
        file = folder / f"{stem}-{number}{ending}"
    return file, True


def _given(source: str) -> tuple[bytes, str]:
    """Read a damaged text and its name; a RejectedFileError where it can't be read."""
    if source == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise too_large()
        # Not the day: a date in a file's name is taken for evidence of the text's own.
        return data, f"text-{sha256(data).hexdigest()[:12]}.txt"
    return read_bounded(Path(source)), Path(source).name


def _has_article(content: Path, original: str) -> bool:
    """Say whether an original has an article: another command may have repaired it before the one that brought it could."""
    reading = read_archive(content, original_or_problem)
    waiting = originals_without_article(reading.archive, reading.problems, content.name)
    return original in reading.archive.originals and original not in waiting


def take_in(content: Path, source: str, language: str) -> int:
    """Keep a damaged text (`-`: standard input) and repair it; return the exit code."""
    rejections, problems = rejections_in(content)
    if problems:
        print(format_problems(problems, language), file=sys.stderr)
        return 1
    try:
        data, name = _given(source)
    except RejectedFileError as error:
        print_message(message("{path} can't be taken in: {why}", path=shown_path(source), why=error.why), language)
        return 1
    if rejection := rejections.of_bytes(data):
        sentence = message(
            "{path} can't be taken in: {why}",
            path=shown_path(source),
            why=message(
                "Thrown out on {date}. To take it back: {command}",
                date=rejection.date,
                command=f"python3 tasks.py reject --undo --only sha256:{sha256(data).hexdigest()}",
            ),
        )
        print_message(sentence, language)
        return 1
    lock = archive_lock(content, "new")
    with lock:
        original, is_new = keep_original(content, data, name)
    original_name = original.relative_to(content / "originals").as_posix()
    if not is_new:
        print_message(message("This text is there already: {path}", path=original.as_posix()), language)
    taken = None
    try:
        taken = repair_new(content, only=original_name, command="new")
    finally:
        # An original whose article is not there would be repaired by the next build, unasked.
        if is_new and (taken is None or not taken.new):
            with lock:
                if _has_article(content, original_name):
                    print_message(message("This text is there already: {path}", path=original.as_posix()), language)
                else:
                    original.unlink()
    if taken.problems:
        print(format_problems(taken.problems, language), file=sys.stderr)
        return 1
    for made in taken.new:
        print_message(
            message("Repaired {original}: {article}", original=original_name, article=made.article.as_posix()), language
        )
        if at := made.at_address():
            print_message(at, language)
    return 0


def main(arguments: list[str]) -> int:
    """Repair all new originals and print the report; in a workflow, one step of the way to a pull request. Return the exit code."""
    parser = CommandLine(prog="python3 tasks.py intake", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the archive")
    parser.add_argument(
        "--requested", type=Path, help="in a workflow: only list the records in open requests in this file"
    )
    parser.add_argument("--but", type=Path, help="leave out the originals whose records this file lists")
    parser.add_argument(
        "--hand-over", type=Path, help="in a workflow: leave what was made in this folder, for another job"
    )
    parser.add_argument(
        "--request", type=Path, help="in a workflow: open a request with what another job left in this folder"
    )
    given = parser.parse_args(arguments)
    if given.requested:
        given.requested.write_text("\n".join(records_in_requests()), encoding="utf-8")
        return 0
    if given.request:
        return open_request(given.request, given.content)
    language = language_in(given.content)
    requested = given.but.read_text(encoding="utf-8").split("\n") if given.but else ()
    taken = repair_new(given.content, but=tuple(names_with_record(given.content, requested)))
    quoting = Quoting(taken.archive, build_day(os.environ), given.content.name, for_others=bool(given.hand_over))
    text = report(taken.new, taken.problems, language, quoting)
    print(text)
    if given.hand_over and taken.new:
        names = [made.planned.record.original.name for made in taken.new]
        hand_over(taken.new, Notice(request_title(names, language), text), given.content, given.hand_over)
    # Of many texts some are always none; where nothing came in, somebody has to look.
    return 1 if taken.problems and not taken.new else 0


def open_request(folder: Path, content: Path) -> int:
    """Open the pull request with what another job left in a folder; nothing happens where it left nothing."""
    notice = read_notice(folder / NOTICE, CUT)
    if notice:
        request(take_over(folder, content), notice)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
