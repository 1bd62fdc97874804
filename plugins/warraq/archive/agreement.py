"""How the files of an archive agree: no slug is used twice, and articles, originals and records find each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from warraq.language import message

from .archive import Archive
from .article import Article
from .did_you_mean import did_you_mean
from .former_addresses import page_address
from .on_demand import original_sha256, recorded_sha256
from .original import stem_of
from .permanent_id import free_id, id_of
from .problem import Level, Problem
from .slug import slug_key
from .typed_name import typed_name
from .versions import version_problems


def disagreements(archive: Archive, content: str, unread: Collection[str]) -> Iterator[Problem]:
    """
    Yield a problem for everything that does not fit together.

    `content` is the folder's name, for messages. The files in `unread` could not be read, and have their problems already.
    """
    yield from _slugs(archive.articles)
    yield from _former_addresses(archive)
    yield from same_ids(archive.articles)
    yield from _originals_of_articles(archive, content, unread)
    yield from _records(archive, content, unread)
    yield from _stems(archive.originals, content)
    # An article that can't be read may be the one that others translate.
    if not any(path.startswith(f"{content}/articles/") for path in unread):
        yield from _translations(archive.articles)
        yield from version_problems(archive.articles)


def _slugs(articles: Iterable[Article]) -> Iterator[Problem]:
    """Hold that an address, a former one too, belongs to one article."""
    owners: dict[str, Article] = {}
    for article in articles:
        other = owners.setdefault(slug_key(article.slug), article)
        if other is not article:
            what = message("{path} has the same slug, {slug}.", path=other.path, slug=article.slug)
            todo = message("Give one of the two another slug.")
            yield Problem(article.path, *article.place("slug"), "slug", what, todo)
    for article in articles:
        for number, alias in enumerate(article.aliases):
            other = owners.setdefault(slug_key(alias), article)
            if other is article and slug_key(alias) != slug_key(article.slug):
                continue
            what = message("{path} stands at that address, {slug}.", path=other.path, slug=alias)
            yield Problem(
                article.path, *article.place("aliases"), f"aliases[{number}]", what, message("Take the alias out.")
            )


def _former_addresses(archive: Archive) -> Iterator[Problem]:
    """Tell of a former address that two articles state, for it can lead to one of them only, and of one at which editors have a page."""
    owners: dict[str, Article] = {}
    pages = {slug_key(page.address): page.text.path for page in archive.pages}
    for article in archive.articles:
        for number, address in enumerate(article.former_addresses):
            name = f"former_addresses[{number}]"
            if path := pages.get(slug_key(page_address(address))):
                what = message("{path} stands at that address, and it is shown there.", path=path)
                todo = message("Give that page another address, or take this one out.")
                yield Problem(article.path, *article.place(name), name, what, todo, Level.WARNING)
            elif (other := owners.setdefault(address, article)) is not article:
                what = message("{path} states that former address too, and it leads there.", path=other.path)
                todo = message("Keep it in one of the two articles.")
                yield Problem(article.path, *article.place(name), name, what, todo, Level.WARNING)


def same_ids(articles: Sequence[Article]) -> Iterator[Problem]:
    """Hold that what is cited by an id is one article: yield a problem for each that has the id of one before it."""
    owners: dict[str, Article] = {}
    for article in articles:
        id_ = id_of(article)
        other = owners.setdefault(id_, article)
        if other is not article and not _is_told_already(article, other):
            what = message(
                "{path} has the same id, {id}: an address would lead to two articles.", path=other.path, id=id_
            )
            free = free_id(article.slug, {id_of(each) for each in articles})
            todo = message("Give the one that was cited less another one: {id}", id=f"id: {free}")
            yield Problem(article.path, *article.place("id"), "id", what, todo)


def _is_told_already(article: Article, other: Article) -> bool:
    """Tell whether two articles have one id because they have one slug or one original, which is told by itself."""
    same_original = article.original is not None and article.original == other.original
    return same_original or slug_key(article.slug) == slug_key(other.slug)


def _originals_of_articles(archive: Archive, content: str, unread: Collection[str]) -> Iterator[Problem]:
    owners: dict[str, Article] = {}
    for article in archive.articles:
        if article.original is None or f"{content}/originals/{article.original}" in unread:
            continue
        place = (article.path, *article.place("original"), "original")
        if article.original not in archive.originals:
            if article.withdrawn:
                continue  # its text was taken out of the archive too
            what = message("{content}/originals/{name} does not exist.", content=content, name=article.original)
            otherwise = message("Put the file back, or take the key out.")
            yield Problem(*place, what, did_you_mean(article.original, archive.originals, otherwise))
            continue
        other = owners.setdefault(article.original, article)
        if other is not article:
            what = message("{path} is made of the same original.", path=other.path)
            yield Problem(*place, what, message("Keep one of the two articles."))
        if rejection := archive.rejections.of_sha256(original_sha256(archive.originals, article.original)):
            what = message("Its original was thrown out on {date}, and the article is still here.", date=rejection.date)
            todo = message(
                "Throw the article out: python3 tasks.py reject --only {name}. Or keep both: python3 tasks.py reject --undo --only {name}",
                name=typed_name(article.original),
            )
            yield Problem(*place, what, todo, Level.WARNING)
        if article.original not in archive.records and _record(article.original, content) not in unread:
            what = message("The record of {name} is missing.", name=article.original)
            todo = message(
                "Put it back, or make it anew: python3 tasks.py repair --only {name} --again",
                name=typed_name(article.original),
            )
            yield Problem(*place, what, todo)


def _record(name: str, content: str) -> str:
    return f"{content}/records/{stem_of(name)}.json"


def _records(archive: Archive, content: str, unread: Collection[str]) -> Iterator[Problem]:
    withdrawn = {article.original for article in archive.articles if article.withdrawn}
    for name in archive.records:
        path = _record(name, content)
        if f"{content}/originals/{name}" in unread:
            continue
        if name not in archive.originals and name in withdrawn:
            what = message("The original is gone; its record still holds words of it.")
            todo = message("Delete the record too.")
            yield Problem(path, 0, 0, "original.name", what, todo, Level.WARNING)
        elif name not in archive.originals:
            what = message("{content}/originals/{name} does not exist.", content=content, name=name)
            todo = message("Put the original back: without it nobody can check the article.")
            yield Problem(path, 0, 0, "original.name", what, todo)
        elif original_sha256(archive.originals, name) != recorded_sha256(archive.records, name):
            what = message("The file is not the one that was repaired: its SHA-256 differs from the record's.")
            todo = message(
                "Put it back as it was: git checkout -- {path}", path=typed_name(f"{content}/originals/{name}")
            )
            yield Problem(f"{content}/originals/{name}", 0, 0, "", what, todo)


def _stems(names: Iterable[str], content: str) -> Iterator[Problem]:
    """`a.txt` and `a.html` would share a record and an article."""
    owners: dict[str, str] = {}
    for name in names:
        other = owners.setdefault(slug_key(stem_of(name)), name)
        if other != name:
            what = message("{other} differs from it only in its ending or in letter case.", other=other)
            yield Problem(f"{content}/originals/{name}", 0, 0, "", what, message("Rename one of the two files."))


def _translations(articles: Iterable[Article]) -> Iterator[Problem]:
    slugs = {article.slug for article in articles}
    for article in articles:
        if article.translation_of is not None and article.translation_of not in slugs:
            what = message("No article has the slug {value}.", value=article.translation_of)
            todo = did_you_mean(article.translation_of, slugs, message("Write another slug."))
            yield Problem(article.path, *article.place("translation_of"), "translation_of", what, todo)
