"""Warnings: the site can be built, but an editor should look at equal titles, undated articles, open doubts; and dates that are certainly wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from warraq.arabic.folding import fold
from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.families import page_key
from warraq.archive.other_calendars import other_calendar
from warraq.archive.our_mistake import told
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level, Problem
from warraq.archive.typed_name import typed_name
from warraq.archive.version_inheritance import more_closed
from warraq.language import Message, listed, message


def warnings(archive: Archive, doubts: Sequence[int], today: date) -> Iterator[Problem]:
    """Give all warnings, unsorted; `doubts`: the number of open doubts of each article."""
    yield from _equal_titles(archive.articles)
    yield from _versions(archive.articles, today)
    yield from _withdrawn_at_address(archive.articles)
    near = NearConcepts(archive.vocabulary)
    for article in archive.articles:
        yield from told(article.path, lambda: _of_article(article, archive, near, today))  # noqa: B023 - it is called at once
    for article, number in zip(archive.articles, doubts, strict=True):
        if number and not article.withdrawn:
            what = message("Doubts still open: {number}.", number=number)
            yield warning(article, "", what, message("Decide on them: python3 tasks.py review"))


def _of_article(article: Article, archive: Archive, near: NearConcepts, today: date) -> Iterator[Problem]:
    yield from _other_calendars(article, today)
    if article.withdrawn:
        return  # nothing of it is published
    if not article.body.strip():
        what = message("No text stands below the front matter: the page is empty.")
        yield warning(article, "", what, message("Write it; until then, write status: draft."))
    yield from _dates(article, today)
    yield from _tags(article, archive.vocabulary, near)


def _equal_titles(articles: Iterable[Article]) -> Iterator[Problem]:
    """Warn of a title that an earlier article has too, but for versions of one article."""
    first: dict[str, Article] = {}
    for article in articles:
        other = first.setdefault(" ".join(article.title.split()), article)
        if other is article or _family(other) & _family(article):
            continue
        what = message("{path} has the same title.", path=other.path)
        yield warning(article, "title", what, _one_of_two(article))


def _versions(articles: Iterable[Article], today: date) -> Iterator[Problem]:
    """Warn of a version that is held back where the article that is shown is not: whoever wrote that may have meant both."""
    shown = {article.slug: article for article in articles if not article.version_of}
    for article in articles:
        other = shown.get(article.version_of or "")
        keys = more_closed(article, other) if other else ()
        if article.embargo and article.embargo.first_day() <= today:
            keys = tuple(key for key in keys if key != "embargo")
        if other and keys:
            what = message(
                "Less of this version is published than of the article that is shown, {path}: {keys}.",
                path=other.path,
                keys=listed(keys),
            )
            todo = message("If that holds for both, write it into that file too.")
            yield warning(article, keys[0], what, todo)


def _withdrawn_at_address(articles: Iterable[Article]) -> Iterator[Problem]:
    """Warn of an article whose text was withdrawn in another file: of one address, and in none of both it is said to be a version."""
    withdrawn = {key: article for article in articles if article.withdrawn and (key := page_key(article))}
    for article in articles if withdrawn else ():
        other = withdrawn.get(page_key(article))
        if other and not article.withdrawn and not _family(other) & _family(article):
            what = message("What has the same address was withdrawn: {path}.", path=other.path)
            yield warning(article, "source", what, message("If that holds for both, write it into that file too."))


def _family(article: Article) -> set[str]:
    """Give the slugs of the article that it is a version of, perhaps, and its own."""
    return {slug for slug in (article.slug, article.version_of, article.perhaps_version_of) if slug}


def _one_of_two(article: Article) -> Message:
    """Say what to do with a text that is there twice: one that is only deleted would come back with its original."""
    if article.original is None:
        return message("Is it the same article? Then delete one of the two.")
    return message(
        "Is it the same article? Then throw one of the two out: python3 tasks.py reject --only {slug}",
        slug=typed_name(article.slug),
    )


def _dates(article: Article, today: date) -> Iterator[Problem]:
    if article.date is None:
        yield warning(
            article,
            "date",
            message("The article has no date, and stands under /undated/."),
            message("Write date: 2024-03-15, should you know it."),
        )
    elif article.date.first_day() > today:
        what = message("{date} is still to come.", date=str(article.date))
        todo = message("To publish it then, write embargo: {date}", date=str(article.date))
        yield warning(article, "date", what, todo)


def _other_calendars(article: Article, today: date) -> Iterator[Problem]:
    """
    Tell the dates that are of another calendar.

    An article may be of any age, so that its own date is only a warning. What editors do has a date of today: there it is a mistake.
    """
    for field, day in _written_dates(article):
        if day and (said := other_calendar(day, today)):
            level = Level.WARNING if field == "date" else Level.ERROR
            yield Problem(
                article.path, *article.place(field, field.partition("[")[0].partition(".")[0]), field, *said, level
            )


def _written_dates(article: Article) -> Iterator[tuple[str, PartialDate | None]]:
    yield "date", article.date
    yield "embargo", article.embargo
    if article.source:
        yield "source.retrieved", article.source.retrieved
    if article.reviewed:
        yield "reviewed.date", article.reviewed.date
    if article.withdrawn:
        yield "withdrawn.date", article.withdrawn.date
    for n, correction in enumerate(article.corrections):
        yield f"corrections[{n}].date", correction.date
    for n, note in enumerate(article.annotations):
        yield f"annotations[{n}].date", note.date


def _tags(article: Article, vocabulary: Vocabulary, near: NearConcepts) -> Iterator[Problem]:
    for tag in article.tags:
        if tag not in vocabulary.concepts and (concept := near.to(tag)):
            what = message("“{tag}” is a free word, and near the concept {concept}.", tag=tag, concept=concept)
            yield warning(article, "tags", what, message("Did you mean {guess}?", guess=concept))


class NearConcepts:
    """Finds the concept that an editor probably meant by a free tag; each tag is searched for once."""

    ALIKE = 90
    """Of 100: one letter in ten. Short words must be equal: روسيا and روسي are two things."""
    LONG = 6
    """Letters of a word from which on it may differ."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts: dict[str, str] = {}
        self._found: dict[str, str | None] = {}
        for concept in vocabulary.concepts.values():
            for name in (concept.id, *concept.labels):
                self._concepts.setdefault(fold(name), concept.id)

    def to(self, tag: str) -> str | None:
        """Return the id of the nearest concept, or None where none is near."""
        if tag not in self._found:
            self._found[tag] = self._search(fold(tag))
        return self._found[tag]

    def _search(self, word: str) -> str | None:
        if word in self._concepts or len(word) < self.LONG:
            return self._concepts.get(word)
        from rapidfuzz.process import extractOne  # most tags are concepts, or are near none

        best = extractOne(word, self._concepts.keys(), score_cutoff=self.ALIKE)
        return self._concepts[best[0]] if best else None


def warning(article: Article, field: str, what: Message, todo: Message) -> Problem:
    """Warn of a key of an article."""
    return Problem(article.path, *article.place(field), field, what, todo, Level.WARNING)
