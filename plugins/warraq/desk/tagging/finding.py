"""Which concepts articles are about that the vocabulary did not know when they were described."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.archive.record import Record
from warraq.desk.front_matter import append
from warraq.edition import published_text, render
from warraq.repair.describe.passages import Passage
from warraq.repair.describe.tags import subjects

from .change import Change, Shelved


def found(
    articles: Iterable[tuple[Shelved, Record | None]], vocabulary: Vocabulary, only: Collection[str] = ()
) -> Iterator[Change]:
    """Add what an article is about (of `only`, if given); a tag that an editor took out is not put back."""
    for this, record in articles:
        described = record.described.get("tags") if record else None
        offered = set(described.value) if described and isinstance(described.value, tuple) else set()
        about = [id for id in _about(this, vocabulary) if id not in this.article.tags and id not in offered]
        new = tuple(id for id in about if not only or id in only)
        after = this.text
        for id in new:
            after = append(after, "tags", id)
        if new:
            yield Change(this, after, new)


def _about(this: Shelved, vocabulary: Vocabulary) -> list[str]:
    article = this.article
    text = published_text(article.title, render(article.body))
    lines: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        lines.append(Passage(line, at, line))
        at += len(line) + 1
    names = "\n".join([article.source.name, *article.source.via]) if article.source else ""
    sources = {m.concept_id for m in find_mentions(names, vocabulary, article.lang)}
    return [m.concept_id for m in subjects(find_mentions(text, vocabulary, article.lang), lines, sources)]
