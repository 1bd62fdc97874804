"""What a choice writes: single keys of the two articles, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.archive.problem import Problem, WrongValueError
from warraq.archive.slug import numbered_version, slug_key, version_slug
from warraq.archive.version_inheritance import more_closed
from warraq.archive.versions import by_article, in_order
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.draft import with_article_hash
from warraq.desk.front_matter import NotEditableError, set_value, without_key
from warraq.desk.journal import FileChange
from warraq.desk.writing import data_of, sha256_of, text_of
from warraq.language import listed, message

from .closing import Closing
from .finding import why_not_joined


@dataclass(frozen=True, slots=True)
class Choice:
    """The files that a choice changes; or why nothing is to be done."""

    changes: tuple[FileChange, ...] = ()
    problem: Problem | None = None
    kept: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Keys that hold something back and were written into an article, so that it stays so, by path."""
    held_back: Sequence[str] = ()
    """Keys by which the chosen version is held back where the former one was not: so is the whole article then."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The articles of an archive."""

    files: ArchiveFiles
    articles: Sequence[Article]

    def named(self, name: str) -> Article | None:
        """Find an article by its slug, its path or the name of its original, else by a former slug."""
        found = (a for a in self.articles if name in (a.slug, a.path, a.original))
        return next(found, None) or next((a for a in self.articles if name in a.aliases), None)

    def not_a_version(self, article: Article, name: str) -> Choice:
        """Say that an article is no version of another one: it is the one that is shown, or it has no versions."""
        what, todo = message("It is no version of another article."), message("See all: python3 tasks.py versions")
        if article.version_of:
            what = message(
                "No article that can be read has the slug {slug}, of which it is a version.", slug=article.version_of
            )
            todo = message("python3 tasks.py check says why.")
        if versions := by_article(self.articles).get(article.slug):
            what = message("It is the version that is shown already, at the address {slug}.", slug=article.slug)
            if name in article.aliases:
                what = message("{name} leads to {slug}, which is shown already.", name=name, slug=article.slug)
            todo = message("Name one of its other versions: {names}", names=listed(v.slug for v in versions))
        return Choice(problem=Problem(article.path, 0, 0, "", what, todo))


def versions_in(content: Path) -> Iterator[tuple[Article, Sequence[Article]]]:
    """Yield each article that has other versions, with all of them, the oldest first."""
    articles = _found(content).articles
    others = by_article(articles)
    for article in articles:
        if not article.version_of and article.slug in others:
            yield article, in_order([article, *others[article.slug]])


def show(content: Path, name: str) -> Choice:
    """Let a version be the one that is shown: it takes the article's address, and the former one gets an address of its own."""
    found = _found(content)
    chosen = found.named(name)
    if chosen is None:
        return _no_article(name)
    shown = found.named(chosen.version_of) if chosen.version_of else None
    if shown is None or shown.version_of:
        return found.not_a_version(chosen, name)
    taken = {slug_key(slug) for a in found.articles for slug in (a.slug, *a.aliases)}
    # The version that had the article's own address gets `-v1`, or the next that is free.
    of_version = next((a for a in shown.aliases if _is_of_version(a, shown.slug)), "")
    former = of_version or version_slug(shown.slug, taken, first=1)
    moved = [alias for alias in shown.aliases if alias != former]

    def to_version(text: str) -> str:
        made = set_value(set_value(text, "slug", former), "version_of", shown.slug)
        return without_key(made, "aliases")

    def to_shown(text: str) -> str:
        made = set_value(without_key(text, "version_of"), "slug", shown.slug)
        return set_value(made, "aliases", list(dict.fromkeys([*chosen.aliases, chosen.slug, *moved])))

    translations = [(a, partial(_translating, shown.slug)) for a in found.articles if a.translation_of == chosen.slug]
    choice = _changed(found, [(shown, to_version), (chosen, to_shown), *translations])
    return replace(choice, held_back=more_closed(chosen, shown))


def _translating(slug: str, text: str) -> str:
    return set_value(text, "translation_of", slug)


def join(content: Path, name: str, to: str) -> Choice:
    """Let an article be another version of the article `to`; its address stays."""
    found = _found(content)
    version, shown = found.named(name), found.named(to)
    if version is None or shown is None:
        return _no_article(name if version is None else to)
    slug = shown.version_of or shown.slug
    with_versions = version.slug in by_article(found.articles)
    if problem := why_not_joined(version.path, version.slug, slug, has_versions=with_versions):
        return Choice(problem=problem)
    return _changed(
        found, [(version, lambda text: set_value(without_key(text, "perhaps_version_of"), "version_of", slug))]
    )


def part(content: Path, name: str) -> Choice:
    """Let a version be an article of its own, which stands in lists; its address stays."""
    found = _found(content)
    version = found.named(name)
    if version is None:
        return _no_article(name)
    if not (version.version_of or version.perhaps_version_of):
        return found.not_a_version(version, name)
    keys = ("version_of", "perhaps_version_of")
    return _changed(found, [(version, lambda text: without_key(without_key(text, keys[0]), keys[1]))])


def _is_of_version(alias: str, slug: str) -> bool:
    """Tell whether an address was made of an article's own for one of its versions."""
    number = re.search(r"-v(\d{1,9})\Z", alias)
    return number is not None and alias == numbered_version(slug, int(number[1]))


def _found(content: Path) -> _Found:
    files = ArchiveFiles(content)
    read = (files.read_article(file, file.read_bytes()) for file in files.articles())
    return _Found(files, [article for article in read if article])


def _no_article(name: str) -> Choice:
    what = message("There is no article of that slug, path or original.")
    return Choice(problem=Problem(name, 0, 0, "", what, message("See all: python3 tasks.py versions")))


def _changed(found: _Found, changing: Sequence[tuple[Article, Callable[[str], str]]]) -> Choice:
    """Give the changes of articles, and of the records of those that nobody edited: they stay unedited."""
    files, texts = found.files, dict[str, str]()
    path = ""
    try:
        for article, change in changing:
            path = article.path
            texts[path] = change(_read(files, path)[1])
        kept = Closing(files).kept(found.articles, texts, lambda path: _read(files, path)[1])
    except NotEditableError as error:
        what = message("The file can't be changed safely: {reason}", reason=str(error))
        return Choice(problem=Problem(path, 0, 0, "", what, message("Change the keys by hand.")))
    except WrongValueError as error:
        return Choice(problem=Problem(path, 0, 0, "", error.what, error.todo))
    originals = {article.path: article.original for article in found.articles}
    changes: list[FileChange] = []
    for path, made in kept.texts.items():
        data, text, line_end = _read(files, path)
        changes.append(FileChange(files.content.parent / path, data, data_of(made, line_end)))
        _, record = files.original_and_record(originals[path])
        if record and record.article_sha256 == sha256_of(text):
            place = files.content / "records" / f"{stem_of(record.original.name)}.json"
            changes.append(FileChange(place, place.read_bytes(), with_article_hash(record, made).to_bytes()))
    return Choice(tuple(changes), kept=kept.said)


def _read(files: ArchiveFiles, path: str) -> tuple[bytes, str, str]:
    """Read an article's file: its bytes, its text, and how its lines end."""
    data = (files.content.parent / path).read_bytes()
    return data, *text_of(data)
