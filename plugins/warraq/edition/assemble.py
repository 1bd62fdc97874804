"""
Make the edition of an article.

Render it, compare T with the machine's text, collect the margin entries of each kind, and write their marks into the
HTML. Everything after Markdown is linear in the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from warraq.archive.article import Article
from warraq.archive.change import Change
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.problem import Problem
from warraq.archive.record import Record
from warraq.language import message
from warraq.repair.changes import apply, compose
from warraq.repair.naming import is_furniture

from . import attribution
from .apparatus import apparatus_entries
from .concealing import conceal, conceal_html
from .edition import Edition, MarginEntry, Section
from .footnote_class import footnote_key
from .kept_captions import is_kept, kept_captions
from .layout import lay_out
from .links import LinkTargets, broken_links
from .mark_html import APPARATUS
from .markdown_bounds import excess
from .markdown_html import markdown_html
from .mentions import gloss_entries, mention_marks
from .notes import footnote_entries, note_entries, undefined_footnotes, unreferenced_footnotes
from .position_map import PositionMap
from .quotes import Span
from .removed_markup import removed_markup
from .rendered_text import published_text, read_html
from .short_way import read_known
from .withheld_problems import ADDRESS_FIELDS, concealed, withheld_problems
from .withheld_words import WithheldWords
from .withholding import article_without, leaking_fields, original_without, vocabulary_without, words_of

by_place = attrgetter("start", "end", "id")


def edition(
    article: Article,
    original: Original | None,
    record: Record | None,
    vocabulary: Vocabulary,
    addresses: Mapping[str, str] | None = None,
) -> Edition:
    """Make the edition; `addresses` has the site's addresses of the files that an author may link to."""
    if too_much := excess(article.body):
        line, what, todo = too_much
        return _without_text(
            article, original, record, vocabulary, Problem(article.path, article.body_line + line, 0, "", what, todo)
        )
    try:
        whole = _edition(_Material(article, original, record, vocabulary), addresses or {})
        return (
            _withholding(whole, vocabulary, addresses or {}) if any(each.quote for each in article.withheld) else whole
        )
    except RecursionError:  # Markdown reads a list within a list by calling itself
        what = message("The text can't be read as Markdown: too many lists or quotations stand within one another.")
        todo = message("Indent its lines less.")
        return _without_text(
            article, original, record, vocabulary, Problem(article.path, article.body_line, 0, "", what, todo)
        )


def _without_text(
    article: Article, original: Original | None, record: Record | None, vocabulary: Vocabulary, problem: Problem
) -> Edition:
    """Make the edition of an article whose body can't be read; its problem stops the build."""
    bare = replace(article, body="", annotations=())
    return replace(_edition(_Material(bare, original, record, vocabulary), {}), problems=(problem,))


class _Material(NamedTuple):
    """What an edition is made of."""

    article: Article
    original: Original | None
    record: Record | None
    vocabulary: Vocabulary


def _edition(material: _Material, addresses: Mapping[str, str], words: WithheldWords | None = None) -> Edition:
    """Make an edition; of `material` from which words were taken, the body is still to be concealed."""
    article, original, record, vocabulary = material
    targets = LinkTargets(article.path, addresses)
    rendered, html = read_known(article.body), ""
    if rendered is None:
        html = markdown_html(article.body)
        rendered = read_html(html, footnote_key(article.body), targets)
    if words:
        rendered = conceal(rendered, words)
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
    if words:
        notes = [replace(note, html=conceal_html(note.html, words)) for note in notes]
    footnotes = list(footnote_entries(rendered, len(title) + 1))
    problems += [*wrong_notes, *unreferenced_footnotes(article, rendered)]
    problems += [*undefined_footnotes(article, rendered), *broken_links(article, targets)]
    problems += removed_markup(article, html)  # what the short way knows has no markup to remove
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
        furniture=_furniture(record, layout.sections) if original and record else 0,
        concepts=tuple(dict.fromkeys(mark.concept for mark in mentions)),
        notes=tuple(entry for entry in layout.entries if entry.mark.kind not in APPARATUS),
        file_links=tuple(targets.asked.items()),
        problems=tuple(problems),
    )


def _furniture(record: Record, sections: Iterable[Section]) -> int:
    captions = kept_captions(sections)
    return sum(is_furniture(change) and not is_kept(change, captions) for change in record.changes)


def _withholding(whole: Edition, vocabulary: Vocabulary, addresses: Mapping[str, str]) -> Edition:
    """Add the edition without the words that are withheld, and what is wrong with them."""
    words = words_of(whole.article)
    article, original, record = article_without(whole.article, words, vocabulary), None, None
    if whole.original and whole.record:
        original, record = original_without(whole.original, whole.record, whole.text, words, whole.article)
    vocabulary = vocabulary_without(vocabulary, words)
    made = _with_its_body(_edition(_Material(article, original, record, vocabulary), addresses, words))
    if made.original and not ADDRESS_FIELDS.issuperset(leaking_fields(made, words)):
        material = _Material(article, None, record, vocabulary)
        made = _with_its_body(_with_original_kept_back(material, addresses, words))
    leaking = leaking_fields(made, words)
    problems = [
        concealed(each, words.told) for each in (*whole.problems, *withheld_problems(whole, made, words, leaking))
    ]
    return replace(whole, without_words=None if leaking else made, problems=tuple(problems))


def _with_its_body(made: Edition) -> Edition:
    """Give an edition the body that its text makes, without the words."""
    lines = made.text.split("\n")[1:]
    from warraq.repair.writers.markdown import escape  # of what repair writes

    return replace(made, article=replace(made.article, body="\n\n".join(map(escape, lines))), problems=())


def _with_original_kept_back(material: _Material, addresses: Mapping[str, str], words: WithheldWords) -> Edition:
    """Make an edition that has nothing of the original, whose words could not all be hidden, as with `originals: private`."""
    article, record = replace(material.article, original=None, originals="private"), material.record
    made = _edition(material._replace(article=article, original=None, record=None), addresses, words)
    if record is None:
        return made
    file = record.original.model_copy(update={"name": "", "kept_bytes": (), "part": None})
    return replace(
        made, record=record.model_copy(update={"changes": (), "doubts": (), "described": {}, "original": file})
    )


def _find_earlier(quote: str, earlier: Sequence[tuple[str, Sequence[Change]]]) -> Span | None:
    """Find words in an earlier text, where they have one place, and give that place in T; each text has its changes to T."""
    for text, changes in earlier:
        if text.count(quote) == 1:
            start = text.index(quote)
            return PositionMap(changes).range(start, start + len(quote))
    return None
