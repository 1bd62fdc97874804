"""What somebody should look at, though the site can be built: equal titles, undated articles, open doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rapidfuzz.process import extractOne

from warraq.arabic.folding import folded
from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Level, Problem
from warraq.archive.record import Record
from warraq.edition.edition import Edition, MarkKind
from warraq.language import Message, message


def doubts_of(edition: Edition) -> int:
    """How many doubts are open."""
    return sum(mark.kind is MarkKind.DOUBT for mark in edition.marks)


def warnings(archive: Archive, doubts: Sequence[int], today: date) -> Iterator[Problem]:
    """All of them, in no order; `doubts`: how many are open in each article."""
    yield from _equal_titles(archive.articles)
    near = NearConcepts(archive.vocabulary)
    for article in archive.articles:
        if article.withdrawn:
            continue  # nothing of it is published
        if not article.body.strip():
            what = message("No text stands below the front matter: the page is empty.")
            yield _warning(article, "", what, message("Write it; until then, write status: draft."))
        yield from _dates(article, today)
        yield from _evidence(article, archive.records.get(article.original or ""))
        yield from _tags(article, archive.vocabulary, near)
    for article, number in zip(archive.articles, doubts, strict=True):
        if number and not article.withdrawn:
            what = message("Doubts still open: {number}.", number=number)
            yield _warning(article, "", what, message("Decide on them: python3 tasks.py review"))


def _equal_titles(articles: Iterable[Article]) -> Iterator[Problem]:
    first: dict[str, Article] = {}
    for article in articles:
        other = first.setdefault(" ".join(article.title.split()), article)
        if other is not article:
            what = message("{path} has the same title.", path=other.path)
            yield _warning(article, "title", what, message("Is it the same article? Then delete one of the two."))


def _dates(article: Article, today: date) -> Iterator[Problem]:
    if article.date is None:
        yield _warning(
            article,
            "date",
            message("The article has no date, and stands under /undated/."),
            message("Write date: 2024-03-15, should you know it."),
        )
    elif article.date.first_day() > today:
        what = message("{date} is still to come.", date=str(article.date))
        todo = message("To publish it then, write embargo: {date}", date=str(article.date))
        yield _warning(article, "date", what, todo)


def _evidence(article: Article, record: Record | None) -> Iterator[Problem]:
    """A date that is not the one whose evidence the record has; a reviewed article was looked at."""
    described = record.described.get("date") if record else None
    if described is None or described.value is None or article.date is None or article.reviewed:
        return
    if str(article.date) != described.value:
        what = message(
            "{date} is not the date that the original gave, {given}.", date=str(article.date), given=described.value
        )
        yield _warning(article, "date", what, message("Should it be right, add reviewed: and your name."))


def _tags(article: Article, vocabulary: Vocabulary, near: NearConcepts) -> Iterator[Problem]:
    for tag in article.tags:
        if tag not in vocabulary.concepts and (concept := near.to(tag)):
            what = message("“{tag}” is a free word, and near the concept {concept}.", tag=tag, concept=concept)
            yield _warning(article, "tags", what, message("Did you mean {guess}?", guess=concept))


class NearConcepts:
    """Finds the concept that a free tag was probably meant as; asks once for each word."""

    ALIKE = 90
    """Of 100: one letter in ten. Short words must be equal: روسيا and روسي are two things."""
    LONG = 6

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts: dict[str, str] = {}
        self._asked: dict[str, str | None] = {}
        for concept in vocabulary.concepts.values():
            for name in (concept.id, *concept.labels):
                self._concepts.setdefault(folded(name), concept.id)

    def to(self, tag: str) -> str | None:
        """The concept's id, or None where nothing is near."""
        if tag not in self._asked:
            self._asked[tag] = self._found(folded(tag))
        return self._asked[tag]

    def _found(self, word: str) -> str | None:
        if word in self._concepts or len(word) < self.LONG:
            return self._concepts.get(word)
        best = extractOne(word, self._concepts.keys(), score_cutoff=self.ALIKE)
        return self._concepts[best[0]] if best else None


def _warning(article: Article, field: str, what: Message, todo: Message) -> Problem:
    return Problem(article.path, *article.place(field), field, what, todo, Level.WARNING)
