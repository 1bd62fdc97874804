"""The figures of many pages, as a table's lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .reading import Reading
from .scoring import GOOD, Score


@dataclass(slots=True)
class Figures:
    """All that was scored of a group of pages."""

    scores: list[Score] = field(default_factory=list)
    undone: list[bool] = field(default_factory=list)
    settled: list[bool] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, reading: Reading, scored: Score) -> None:
        """Count a page."""
        self.scores.append(scored)
        self.seconds += reading.seconds
        if reading.undone is not None:
            self.undone.append(reading.undone)
        if reading.settled is not None:
            self.settled.append(reading.settled)

    def values(self) -> dict[str, float]:
        """Give the shares and means by name; one that nothing was asked of is missing."""
        s = self.scores
        lists: dict[str, Sequence[float]] = {
            "P": [x.precision for x in s if x.precision is not None],
            "R": [x.recall for x in s if x.recall is not None],
            "F": [x.f for x in s if x.f is not None],
            "good": [x.f >= GOOD for x in s if x.f is not None],
            "wanted": _all(x.wanted for x in s),
            "left": _all(x.left for x in s),
            "title": [x.title for x in s if x.title is not None],
            "title_marks": [x.title_marks for x in s if x.title_marks is not None],
            "date_right": [x.day == "right" for x in s if x.day],
            "date_wrong": [x.day == "wrong" for x in s if x.day],
            "authors_right": [x.authors == "right" for x in s if x.authors],
            "authors_wrong": [x.authors == "wrong" for x in s if x.authors],
            "source": [x.source for x in s if x.source is not None],
            "paragraphs_lost": _all(x.lost for x in s),
            "numbers_lost": _all(x.numbers_lost for x in s),
            "headings": _all(x.headings for x in s),
            "rows": _all(x.rows for x in s),
            "aside": [x.aside for x in s if x.aside is not None],
            "refused": [x.refused for x in s if x.aside is None],
            "told": _all(x.told for x in s),
            "undone": self.undone,
            "settled": self.settled,
        }
        values = {name: sum(found) / len(found) for name, found in lists.items() if found}
        if doubts := [x.doubts for x in s if x.doubts is not None]:
            values["doubts"] = sum(doubts) / len(doubts)
        articles = [x for x in s if x.aside is None]
        if articles:
            values["foreign_headings"] = sum(x.foreign_headings for x in articles) / len(articles)
        return values

    def counted(self, name: str) -> Counter[str]:
        """Count `day` or `authors` by outcome."""
        return Counter(getattr(x, name) for x in self.scores)


def _all(lists: Iterable[Sequence[bool]]) -> list[bool]:
    return [value for one in lists for value in one]


def line(label: str, figures: Figures) -> str:
    """Write the figures as one line, as the ruler of real pages does."""
    v = figures.values()

    def show(name: str, digits: int = 3) -> str:
        return f"{v[name]:.{digits}f}" if name in v else "-"

    day, authors = figures.counted("day"), figures.counted("authors")
    outcomes = ("right", "part", "none", "wrong")
    return (
        f"{label:26} n={len(figures.scores):3} P={show('P')} R={show('R')} F={show('F')} ≥.9 {show('good', 2)}"
        f" | wanted {show('wanted', 2)} left {show('left')} | title {show('title', 2)} marks {show('title_marks', 2)}"
        f" | date {' '.join(f'{o} {day[o]}' for o in outcomes)} | authors {' '.join(f'{o} {authors[o]}' for o in outcomes)}"
        f" | source {show('source', 2)} | ¶ lost {show('paragraphs_lost')} numbers lost {show('numbers_lost')}"
        f" | headings {show('headings', 2)} foreign {show('foreign_headings', 2)} rows {show('rows', 2)}"
        f" | aside {show('aside', 2)} refused {show('refused', 2)}"
        f" | told {show('told', 2)} | doubts {show('doubts', 1)} undo {show('undone', 2)} settled {show('settled', 2)}"
    )


def beside(peer: Figures) -> str:
    """Write what the peer reaches on the same pages, in short."""
    v = peer.values()
    shown = {"F": "F", "title": "title", "date_right": "date", "authors_right": "authors", "left": "left"}
    return " | trafilatura " + " ".join(f"{label} {v[key]:.2f}" for key, label in shown.items() if key in v)
