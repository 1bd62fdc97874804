"""The labelled articles: each part of a text is known as what it is, before any layout makes a page of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parents[4] / "tests/corpus/labelled/pages"
LANGUAGES = ("ar", "fa", "ur", "he", "en")
FACT = re.compile(r"(\w+): (.*)")
MONTHS = 12
CELL = re.compile(r"\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading, quotation, list, table or picture."""

    kind: str
    """`p`, `h`, `q`, `list`, `table` or `picture`."""
    text: str = ""
    items: tuple[str, ...] = ()
    """Of a list: its items; of a picture: caption and credit."""
    rows: tuple[tuple[str, ...], ...] = ()

    def lines(self) -> list[str]:
        """Give its text as lines; a picture has none."""
        if self.kind == "table":
            return [" ".join(row) for row in self.rows]
        return [] if self.kind == "picture" else list(self.items) or [self.text]


@dataclass(frozen=True, slots=True)
class Article:
    """One labelled article."""

    language: str
    name: str
    title: str
    day: dt.date
    authors: tuple[str, ...]
    traits: frozenset[str]
    """What layouts ask for: `flash`, `short`, `plain`, `headed`, `long`, `table`, `list`, `picture`, `question`,
    `colon`, `quoted`, `two-readings` (a day that may be a month)."""
    parts: tuple[Part, ...]

    def spelled(self, letters: dict[int, str]) -> Article:
        """Give the article in other letters: an old code page lacks some."""
        parts = tuple(
            Part(
                p.kind,
                p.text.translate(letters),
                tuple(i.translate(letters) for i in p.items),
                tuple(tuple(c.translate(letters) for c in row) for row in p.rows),
            )
            for p in self.parts
        )
        authors = tuple(a.translate(letters) for a in self.authors)
        return Article(self.language, self.name, self.title.translate(letters), self.day, authors, self.traits, parts)


def read_articles(language: str, corpus: Path = CORPUS) -> list[Article]:
    """Read the articles of a language: Markdown, each begins with `# ` and its facts."""
    text = (corpus / "articles" / f"{language}.md").read_text(encoding="utf-8")
    return [_article(language, piece) for piece in re.split(r"(?m)^# ", text)[1:]]


def _article(language: str, piece: str) -> Article:
    head, _, body = piece.partition("\n\n")
    title, *facts = head.split("\n")
    known = {m[1]: m[2] for m in map(FACT.fullmatch, facts) if m}
    parts = tuple(_parts(body.strip()))
    kinds = {p.kind for p in parts} & {"list", "table", "picture"}
    day = dt.date.fromisoformat(known["day"])
    if day.day <= MONTHS and day.day != day.month:
        kinds.add("two-readings")
    return Article(
        language=language,
        name=known["name"],
        title=title,
        day=day,
        authors=tuple(a for a in known.get("authors", "").split("; ") if a),
        traits=frozenset(known["traits"].split()) | kinds,
        parts=parts,
    )


def _parts(body: str) -> Iterator[Part]:
    for block in body.split("\n\n"):
        lines = block.split("\n")
        if block.startswith("## "):
            yield Part("h", block[3:])
        elif block.startswith("> "):
            yield Part("q", block[2:])
        elif block.startswith("- "):
            yield Part("list", items=tuple(line[2:] for line in lines))
        elif block.startswith("|"):
            yield Part("table", rows=tuple(tuple(CELL.split(line.strip("| "))) for line in lines))
        elif picture := re.fullmatch(r"!\[(.*)\]\((.*)\)", block):
            yield Part("picture", items=(picture[1], picture[2]))
        else:
            yield Part("p", block)
