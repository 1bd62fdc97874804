"""
Make the edition of an article.

Render, read T, compare with the machine's text, compose, gather what every producer has to say about places of T, and
write it into the text. Everything after Markdown is linear in the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from warraq.archive.article import CONFIRMED_DATE, Article
from warraq.archive.change import Change
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.problem import Level, Problem
from warraq.archive.record import Record
from warraq.language import Message, message
from warraq.repair.changes import apply, compose

from . import doubts, links, mentions, notes, repairs
from .edition import Edition, MarginEntry, Mark
from .layout import lay_out
from .mark_html import APPARATUS
from .markdown_html import markdown_html
from .position_map import PositionMap
from .removed_markup import removed_markup
from .rendered_text import published_text, read_html
from .word_diff import word_diff

by_place = attrgetter("start", "end", "id")


def edition(
    article: Article,
    original: Original | None,
    record: Record | None,
    vocabulary: Vocabulary,
    addresses: Mapping[str, str] | None = None,
) -> Edition:
    """Make the edition; `addresses` says where the files that an author may link to stand in the site."""
    try:
        return _edition(article, original, record, vocabulary, addresses or {})
    except RecursionError:  # Markdown reads a list within a list by calling itself
        what = message("The text can't be read as Markdown: too many lists or quotations stand within one another.")
        problem = Problem(article.path, article.body_line, 0, "", what, message("Indent its lines less."))
        nothing = replace(article, body="", annotations=())
        return replace(_edition(nothing, original, record, vocabulary, {}), problems=(problem,))


def _edition(
    article: Article,
    original: Original | None,
    record: Record | None,
    vocabulary: Vocabulary,
    addresses: Mapping[str, str],
) -> Edition:
    targets = links.LinkTargets(article.path, addresses)
    html = markdown_html(article.body)
    rendered = read_html(html, targets)
    title = " ".join(article.title.splitlines())
    text = published_text(title, rendered)
    machine_text: str | None = None
    edits: tuple[Change, ...] = ()
    changes: tuple[Change, ...] = ()
    entries: list[MarginEntry] = []
    problems: list[Problem] = []
    if original and record:
        machine = record.changes
        machine_text = apply(original.text, machine)
        edits = word_diff(machine_text, text)
        changes = compose(machine, edits)
        entries += _apparatus(article, record, machine, edits, text, problems)
    earlier = [(original.text, changes), (machine_text, edits)] if original and machine_text else []
    said, wrong = notes.note_entries(article, text, lambda quote: _formerly(quote, earlier), targets)
    signs = list(notes.footnote_entries(rendered, len(title) + 1))
    entries += said
    entries += [entry for entry, _ in signs]
    problems += [*wrong, *notes.unreferenced_footnotes(article, rendered), *links.broken_links(article, targets)]
    problems += removed_markup(article, html)
    mentioned = mentions.mention_marks(text, vocabulary, article.lang)
    entries += mentions.gloss_entries(mentioned, vocabulary, article.lang)
    others = [m for m in mentioned if not m.first]
    page = lay_out(rendered, text, entries, others, {entry.id: token for entry, token in signs})
    marks = sorted([*(e.mark for e in page.entries), *others], key=by_place)
    return Edition(
        article=article,
        text=text,
        title_html=page.title_html,
        title_entries=page.title_entries,
        sections=page.sections,
        marks=tuple(marks),
        original=original,
        record=record,
        machine_text=machine_text,
        edits=edits,
        changes=changes,
        concepts=tuple(dict.fromkeys(m.concept for m in mentioned)),
        notes=tuple(e for e in page.entries if e.mark.kind not in APPARATUS),
        problems=tuple(problems),
    )


def _apparatus(
    article: Article,
    record: Record,
    machine: tuple[Change, ...],
    edits: tuple[Change, ...],
    text: str,
    problems: list[Problem],
) -> Iterator[MarginEntry]:
    """Repairs, editors' changes and doubts."""
    edits_map = PositionMap(edits)
    used: set[int] = set()
    for mark in repairs.repair_marks(record, edits_map, text):
        yield _entry(mark, message("Repair"))
    for mark in repairs.edit_marks(edits, text):
        yield _entry(mark, message("Editor's change"))
    for mark in doubts.doubt_marks(record, PositionMap(machine), edits_map, text, article.settled, used):
        yield _entry(mark, message("Doubtful passage, not changed"))
    for n, settled in enumerate(article.settled):
        if n not in used and settled.rule != CONFIRMED_DATE:
            what = message("No doubt of the rule {rule} stands at this passage.", rule=settled.rule)
            todo = message("Copy the words that are marked as doubtful, or take the decision out.")
            problems.append(notes.problem(article, f"settled[{n}]", ("quote", what, todo), Level.WARNING))


def _entry(mark: Mark, label: Message) -> MarginEntry:
    return MarginEntry(f"n-{mark.id}", mark, 0, label, "")


def _formerly(quote: str, earlier: list[tuple[str, tuple[Change, ...]]]) -> tuple[int, int] | None:
    """Follow words of the original or of the machine's text to T, where they stood once."""
    for text, changes in earlier:
        if text.count(quote) == 1:
            at = text.index(quote)
            return PositionMap(changes).range(at, at + len(quote))
    return None
