"""
Which column of a table, or key of a line, is the text.

It is found by its name, else by its values: the one whose texts are by far the longest. What was found is shown before anything is made of
it, and an option says it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from warraq.archive.shown_path import shown_path
from warraq.language import Message, listed, message

from .errors import CorpusError

TEXTS = (
    "text",
    "content",
    "body",
    "article",
    "maintext",
    "article_text",
    "full_text",
    "raw_content",
    "النص",
    "المحتوى",
)
PAGES = ("html", "raw_html", "page", "content_html", "html_content", "response_body")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "العنوان"),
    "date": (
        "date",
        "published",
        "date_published",
        "published_at",
        "publish_date",
        "date_publish",
        "pubdate",
        "التاريخ",
    ),
    "source": ("source", "publisher", "site", "sitename", "agency", "المصدر"),
    "url": ("url", "link", "uri", "address", "source_url", "الرابط"),
    "language": ("language", "lang", "اللغة"),
}
SAMPLE = 100
"""Rows that are looked at."""
LONGEST_NAME = 2
"""Times that the longest column's texts are at least as long as the next one's."""


class NoTextColumnError(CorpusError):
    """It can't be told which column is the text."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(
            message(
                "{file}: it is not clear which column is the text. Say it: --text NAME, or --html NAME. The columns: {columns}",
                file=shown_path(name),
                columns=listed(known),
            )
        )


@dataclass(frozen=True)
class Columns:
    """Which column is what."""

    text: str
    facts: Mapping[str, str] = field(default_factory=dict)
    """Each of `FACTS` that a column states, with the name of that column."""
    problem: Message | None = None
    """Why no row can be read by them."""

    @property
    def all(self) -> list[str]:
        """Give the names of all columns that are read."""
        return [self.text, *self.facts.values()]


def find_columns(name: str, sample: Sequence[Mapping[str, object]], said: Mapping[str, str]) -> Columns:
    """
    Find the columns of a file by its first rows; `said`: by option, `text` or a fact → the name of its column, empty for none.

    A NoTextColumnError where nothing tells which is the text, or where there is no column of the name that was said.
    """
    known = list(dict.fromkeys(key for row in sample for key in row))
    by_fold = {key.strip().lower(): key for key in reversed(known)}
    text = said.get("text") or _named(by_fold, TEXTS) or _named(by_fold, PAGES) or _longest(sample, known)
    if not text or text not in known:
        raise NoTextColumnError(name, known)
    facts = {fact: said.get(fact, _named(by_fold, names)) for fact, names in NAMES.items()}
    if lost := [column for fact, column in facts.items() if fact in said and column and column not in known]:
        raise NoTextColumnError(f"{name} ({lost[0]})", known)
    return Columns(text, {fact: column for fact, column in facts.items() if column and column != text})


def demand_one_of_each(columns: Columns, names: Sequence[str]) -> Columns:
    """Give columns with their problem where a table, whose names these are, has two of the same name: which one is meant is not told."""
    for use, column in (("text", columns.text), *columns.facts.items()):
        if names.count(column) > 1:
            option = "--text NAME" if use == "text" else f"--column {use}=NAME"
            problem = message(
                "More than one column is called “{name}”. Give each a name of its own, or name another one: {option}",
                name=column,
                option=option,
            )
            return replace(columns, problem=problem)
    return columns


def _named(by_fold: Mapping[str, str], names: Iterable[str]) -> str:
    return next((by_fold[name] for name in names if name in by_fold), "")


def _longest(sample: Sequence[Mapping[str, object]], known: Sequence[str]) -> str:
    def length(key: str) -> int:
        return sum(len(value) for row in sample if isinstance(value := row.get(key), str | bytes))

    by_length = sorted(known, key=length, reverse=True)
    if not by_length or not length(by_length[0]):
        return ""
    second = length(by_length[1]) if len(by_length) > 1 else 0
    return by_length[0] if length(by_length[0]) >= LONGEST_NAME * second else ""
