"""Throwing articles out: first everything that speaks against it is found, then all of it is done."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Problem
from warraq.archive.rejections import FILE, Rejection, rejections_in
from warraq.archive.typed_name import typed_name
from warraq.desk.archive_files import ArchiveFiles, machine_text
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.fingerprint import fingerprint
from warraq.desk.writing import write
from warraq.language import message

from .kept import Thrown, keep
from .leaning import leaning
from .reasons import add_reasons, problem_of_git
from .rejected_lines import NotSafeError, with_lines

COMMAND = "reject"
FEW = 20
"""Names that are looked for in the bytes of all articles before these are read."""


@dataclass(frozen=True, slots=True)
class Rejecting:
    """What was thrown out; or the problems for which nothing was."""

    thrown: tuple[Thrown, ...] = ()
    already: tuple[str, ...] = ()
    """Names of originals that had been thrown out before, and have no article."""
    problems: tuple[Problem, ...] = ()
    folder: Path | None = None
    """Where the articles, records and pictures are now."""


def reject(content: Path, names: Sequence[str], *, by: str, reason: str, today: date) -> Rejecting:
    """
    Throw out originals with their articles, so that neither import nor build brings them back.

    `names` are names of originals, or paths or slugs of their articles; the original itself stays. `by` and `reason` go into a file
    that git ignores. Nothing is done where one of the names has a problem.
    """
    finish_interrupted(content, COMMAND)
    with archive_lock(content, COMMAND):
        rejections, wrong = rejections_in(content)
        if problems := [*wrong, *filter(None, [problem_of_git(content.parent)])]:
            return Rejecting(problems=tuple(problems))
        found = _found(content, names)
        problems = [each for each in found.values() if isinstance(each, Problem)]
        thrown = {each.original: each for each in found.values() if isinstance(each, Thrown)}
        problems += leaning(ArchiveFiles(content), list(thrown.values()))
        if problems:
            return Rejecting(problems=tuple(problems))
        already = tuple(t.original for t in thrown.values() if t.sha256 in rejections.files and not t.files)
        new = [t for t in thrown.values() if t.original not in already]
        if not new:
            return Rejecting(already=already)
        day = PartialDate(today.year, today.month, today.day)
        rows = {t.sha256: Rejection(day, _text_hash(content, t)) for t in new}
        file = content / FILE
        try:
            lines = with_lines(content, file.read_bytes() if file.is_file() else b"", rows)
        except NotSafeError as error:
            return Rejecting(problems=(error.problem,))
        folder = keep(content, new)
        add_reasons(content.parent, (_reason(t, by, reason, day) for t in new))
        write(file, lines)
        for each in new:
            for inside in each.files:
                (content / inside).unlink(missing_ok=True)
            _remove_empty(content / "images" / stem_of(each.original))
    return Rejecting(tuple(new), already, folder=folder)


def _reason(thrown: Thrown, by: str, reason: str, day: PartialDate) -> Mapping[str, str]:
    return {"date": str(day), "sha256": thrown.sha256, "original": thrown.original, "by": by, "reason": reason}


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _text_hash(content: Path, thrown: Thrown) -> str:
    """Give the hash of a text's words, by which an import knows it in another file; empty where nothing has read it yet."""
    original, record = ArchiveFiles(content).original_and_record(thrown.original)
    if original is None or record is None:
        return ""
    try:
        return fingerprint(machine_text(original, record).partition("\n")[2]).text_sha256
    except ValueError:
        return ""


def _found(content: Path, names: Sequence[str]) -> dict[str, Thrown | Problem]:
    """Find what each name means; where a few are asked for, the articles that may be meant are read first, and most often they are."""
    likely = frozenset(each.rpartition("/")[2] for each in names) if len(names) <= FEW else frozenset[str]()
    for parts in (likely, frozenset[str]()) if likely else (likely,):
        articles = dict(_articles(content, parts))
        named = {a.path.removeprefix(f"{content.name}/articles/"): a for a in articles.values()}  # as a table has it
        named |= {a.path: a for a in articles.values()} | {a.slug: a for a in articles.values()}
        if all(name.removeprefix(f"{content.name}/originals/") in articles or name in named for name in names):
            break
    return {name: _what(content, name, articles, named) for name in dict.fromkeys(names)}


def _articles(content: Path, parts: Collection[str]) -> Iterator[tuple[str, Article]]:
    """Yield the articles in which one of some words stands by the names of their originals; by their paths where they have none."""
    files = ArchiveFiles(content)
    words = [part.encode() for part in parts]
    for file in files.articles():
        data = file.read_bytes()
        if words and file.name not in parts and not any(word in data for word in words):
            continue
        if article := files.read_article(file, data):
            yield article.original or article.path, article


def _what(content: Path, name: str, articles: Mapping[str, Article], named: Mapping[str, Article]) -> Thrown | Problem:
    original = name.removeprefix(f"{content.name}/originals/")
    article = articles.get(original) or named.get(name)
    if article is not None:
        if article.original is None:
            what = message("The article was made of no original, so that nothing would bring it back.")
            return Problem(
                article.path, 0, 0, "", what, message("Delete its file: git rm {path}", path=typed_name(article.path))
            )
        if article.withdrawn:
            what = message("A notice stands at the article's address, and would be lost.")
            return Problem(article.path, *article.place("withdrawn"), "withdrawn", what, message("Leave it there."))
        original = article.original
    file = content / "originals" / original
    if not file.is_file() or not file.resolve().is_relative_to(content.resolve()):
        what = message("There is no such original, and no article of that path or slug.")
        todo = message("Write the name of a file as it stands in {content}/originals/.", content=content.name)
        return Problem(f"{content.name}/originals/{original}", 0, 0, "", what, todo)
    digest = sha256(file.read_bytes()).hexdigest()
    return Thrown(digest, original, article.slug if article else "", tuple(_files(content, original, article)))


def _files(content: Path, original: str, article: Article | None) -> Iterator[str]:
    """Yield the files that go with an original, by their paths below content/; the article first."""
    stem = stem_of(original)
    if article:
        yield article.path.removeprefix(f"{content.name}/")
    if (content / "records" / f"{stem}.json").is_file():
        yield f"records/{stem}.json"
    pictures = content / "images" / stem
    if article and pictures.is_dir() and not pictures.is_symlink():
        yield from (
            file.relative_to(content).as_posix()
            for file in sorted(pictures.iterdir())
            if file.is_file() and not file.is_symlink()
        )
