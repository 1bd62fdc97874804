"""
Make the edition of an article.

Render it, compare T with the machine's text, collect the margin entries of each kind, and write their marks into the
HTML. Everything after Markdown is linear in the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from warraq.archive.article import Article
from warraq.archive.change import Change
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.problem import Problem
from warraq.archive.record import Record
from warraq.language import message
from warraq.repair.changes import apply, compose

from . import attribution
from .apparatus import apparatus_entries
from .edition import Edition, MarginEntry
from .footnote_class import footnote_key
from .layout import lay_out
from .links import LinkTargets, broken_links
from .mark_html import APPARATUS
from .markdown_html import markdown_html
from .mentions import gloss_entries, mention_marks
from .notes import footnote_entries, note_entries, undefined_footnotes, unreferenced_footnotes
from .position_map import PositionMap
from .quotes import Span
from .removed_markup import removed_markup
from .rendered_text import published_text, read_html

by_place = attrgetter("start", "end", "id")


def edition(
    article: Article,
    original: Original | None,
    record: Record | None,
    vocabulary: Vocabulary,
    addresses: Mapping[str, str] | None = None,
) -> Edition:
    """Make the edition; `addresses` has the site's addresses of the files that an author may link to."""
    try:
        return _edition(article, original, record, vocabulary, addresses or {})
    except RecursionError:  # Markdown reads a list within a list by calling itself
        what = message("The text can't be read as Markdown: too many lists or quotations stand within one another.")
        problem = Problem(article.path, article.body_line, 0, "", what, message("Indent its lines less."))
        without_text = replace(article, body="", annotations=())
        return replace(_edition(without_text, original, record, vocabulary, {}), problems=(problem,))


def _edition(
    article: Article,
    original: Original | None,
    record: Record | None,
    vocabulary: Vocabulary,
    addresses: Mapping[str, str],
) -> Edition:
    targets = LinkTargets(article.path, addresses)
    html = markdown_html(article.body)
    rendered = read_html(html, footnote_key(article.body), targets)
    title = " ".join(article.title.splitlines())
    text = published_text(title, rendered)
    machine_text: str | None = None
    edits: tuple[Change, ...] = ()
    changes: tuple[Change, ...] = ()
    entries: list[MarginEntry] = []
    problems: list[Problem] = []
    earlier: list[tuple[str, tuple[Change, ...]]] = []
    if original and record:
        machine_text = apply(original.text, record.changes)
        edits = attribution.edits(article, record, machine_text, text)
        changes = compose(record.changes, edits)
        entries, problems = apparatus_entries(article, record, edits, text)
        earlier = [(original.text, changes), (machine_text, edits)]
    notes, wrong_notes = note_entries(article, text, lambda quote: _find_earlier(quote, earlier), targets)
    footnotes = list(footnote_entries(rendered, len(title) + 1))
    problems += [*wrong_notes, *unreferenced_footnotes(article, rendered)]
    problems += [*undefined_footnotes(article, rendered), *broken_links(article, targets)]
    problems += removed_markup(article, html)
    mentions = mention_marks(text, vocabulary, article.lang)
    later_mentions = [mark for mark in mentions if not mark.first]
    entries += [*notes, *(entry for entry, _ in footnotes), *gloss_entries(mentions, vocabulary, article.lang)]
    layout = lay_out(rendered, text, entries, later_mentions, {entry.id: token for entry, token in footnotes})
    return Edition(
        article=article,
        text=text,
        title_html=layout.title_html,
        title_entries=layout.title_entries,
        sections=layout.sections,
        marks=tuple(sorted([*(entry.mark for entry in layout.entries), *later_mentions], key=by_place)),
        original=original,
        record=record,
        machine_text=machine_text,
        edits=edits,
        changes=changes,
        concepts=tuple(dict.fromkeys(mark.concept for mark in mentions)),
        notes=tuple(entry for entry in layout.entries if entry.mark.kind not in APPARATUS),
        problems=tuple(problems),
    )


def _find_earlier(quote: str, earlier: Sequence[tuple[str, Sequence[Change]]]) -> Span | None:
    """Find words in an earlier text, where they have one place, and give that place in T; each text has its changes to T."""
    for text, changes in earlier:
        if text.count(quote) == 1:
            start = text.index(quote)
            return PositionMap(changes).range(start, start + len(quote))
    return None
