"""
What may be published: the one place that decides by rights and withdrawals.

Every page, feed, index and file is made of the library that `publishable` gives. An article that was withdrawn leaves only its
address and the notice. Where a source allows an excerpt, or the metadata only, the library holds nothing more that could be
published by mistake: no text, no original, no record, no note that quotes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from warraq.arabic.folding import fold
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.record import Record
from warraq.archive.rights import EXCERPT, METADATA
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.repair.writers.markdown import escape

from .page import Library


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a text may be published."""

    words: int | None = None
    """Of the text below the title; None: all of them."""

    @property
    def is_whole(self) -> bool:
        """All of the text may be published."""
        return self.words is None


ALL = Extent()


def extent(rights: str | None) -> Extent:
    """Parse `full`, `excerpt N` or `metadata`; other words (a licence's name) allow all of the text."""
    stated = (rights or "").strip()
    if match := EXCERPT.fullmatch(stated):
        return Extent(int(match[1]))
    return Extent(0) if METADATA.fullmatch(stated) else ALL


def rights_by_source(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Give the rights that the vocabulary states of sources, by each of their names, folded."""
    found: dict[str, str] = {}
    for concept in vocabulary.concepts.values():
        if concept.rights:
            for name in (concept.id, *concept.labels):
                found.setdefault(fold(name), concept.rights)
    return found


def rights_of(article: Article, by_source: Mapping[str, str]) -> str | None:
    """Give the rights that the article itself states, else those of its source in the vocabulary."""
    if article.source is None:
        return None
    return article.source.rights or by_source.get(fold(article.source.name))


def publishable(library: Library) -> Library:
    """Reduce a library to the part that may be published; give the same library where that is all of it."""
    archive = library.archive
    by_source = rights_by_source(archive.vocabulary)
    less = {
        e.article.slug: _reduced(e, rights, archive.vocabulary)
        for e in library.editions
        if not e.article.withdrawn and not extent(rights := rights_of(e.article, by_source)).is_whole
    }
    gone = {a.slug for a in archive.articles if a.withdrawn}
    if not less and not gone:
        return library
    hidden = {a.original for a in archive.articles if a.original and (a.slug in less or a.slug in gone)}
    articles = tuple(
        less[a.slug].article if a.slug in less else withdrawal_stub(a) if a.slug in gone else a
        for a in archive.articles
    )
    return replace(
        library,
        archive=replace(
            archive,
            articles=articles,
            originals={name: original for name, original in archive.originals.items() if name not in hidden},
            records={name: record for name, record in archive.records.items() if name not in hidden},
        ),
        editions=tuple(less.get(e.article.slug, e) for e in library.editions if e.article.slug not in gone),
    )


def hidden_pictures(library: Library) -> tuple[str, ...]:
    """Give the folders below content/ whose pictures belong to texts that are not published whole: drafts, embargoed ones too."""
    by_source = rights_by_source(library.archive.vocabulary)
    whole = {
        e.article.path
        for e in library.editions
        if not e.article.withdrawn and extent(rights_of(e.article, by_source)).is_whole
    }
    return tuple(f"images/{PurePosixPath(a.path).stem}" for a in library.archive.articles if a.path not in whole)


def withdrawal_stub(article: Article) -> Article:
    """Reduce a withdrawn article to its address and the reason of its withdrawal."""
    return Article(
        path=article.path,
        title="",
        slug=article.slug,
        body="",
        body_line=article.body_line,
        lang=article.lang,
        aliases=article.aliases,
        status=article.status,
        embargo=article.embargo,
        withdrawn=article.withdrawn,
    )


def _reduced(whole: Edition, rights: str | None, vocabulary: Vocabulary) -> Edition:
    """Make the edition of the part of a text that may be published; it still shows that the date was inferred."""
    words = extent(rights).words or 0
    source, summary = whole.article.source, whole.article.summary
    article = replace(
        whole.article,
        body=_excerpt(whole.text.split("\n")[1:], words),
        source=replace(source, rights=rights) if source else None,
        summary=summary if summary and len(summary.split()) <= words else None,
        original=None,
        annotations=(),
        settled=(),
    )
    return replace(edition(article, None, None, vocabulary), record=_without_words(whole.record))


def _without_words(record: Record | None) -> Record | None:
    """Remove everything of the text from a record."""
    if record is None:
        return None
    date = record.described.get("date")
    described = {"date": date.model_copy(update={"evidence": ()})} if date else {}
    return record.model_copy(update={"changes": (), "doubts": (), "described": described})


def _excerpt(lines: list[str], words: int) -> str:
    """Give the first words of a text, as Markdown, with an ellipsis at a cut inside a line."""
    kept: list[str] = []
    left = words
    for line in lines:
        if left <= 0:
            break
        of_line = line.split()
        cut = " ".join(of_line[:left])
        kept.append(escape(cut) + (" …" if len(of_line) > left else ""))
        left -= len(of_line)
    return "\n\n".join(kept)
