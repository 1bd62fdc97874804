"""
Editions of what may be published of an article: an excerpt, an article without its original, one without the names of editors.

`rights.py` decides which is made. What is not in the edition that is made here can't be published by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from warraq.archive.article import CONFIRMED_DATE, Annotation, Article
from warraq.archive.concept import Vocabulary
from warraq.archive.former_addresses import is_wordless
from warraq.archive.permanent_id import id_of
from warraq.archive.record import Record
from warraq.edition import edition
from warraq.edition.edition import Edition, MarginEntry, Mark, MarkKind
from warraq.repair.naming import rules_of
from warraq.repair.writers.markdown import escape

STAGES_OF_THE_FILE = ("saved", "page", "flow", "ends", "entities", "markup", "codes", "remnants", "layout")
"""Their rules take out how a file is written, and what stands around an article on its page."""
MARKUP = re.compile(r"[<>]|&#?\w+;")


def withdrawal_stub(article: Article) -> Article:
    """Reduce a withdrawn article to its address, those of its former ones that are numbers alone, and the reason of its withdrawal."""
    return Article(
        path=article.path,
        title="",
        slug=article.slug,
        id=id_of(article),
        body="",
        body_line=article.body_line,
        lang=article.lang,
        aliases=article.aliases,
        former_addresses=tuple(filter(is_wordless, article.former_addresses)),
        withdrawn=article.withdrawn,
    )


def excerpt(whole: Edition, rights: str | None, words: int, vocabulary: Vocabulary) -> Edition:
    """Make the edition of the first words of a text; it still shows that the date was inferred."""
    source, summary = whole.article.source, whole.article.summary
    article = replace(
        whole.article,
        body=_first_words(whole.text.split("\n")[1:], words),
        source=replace(source, rights=rights) if source else None,
        summary=summary if summary and len(summary.split()) <= words else None,
        original=None,
        originals=None,
        annotations=(),
        settled=(),
    )
    return replace(edition(article, None, None, vocabulary), record=_of_the_date(whole.record))


def without_original(whole: Edition) -> Edition:
    """
    Take out the original, its name, and all that would give it back; the marks of repairs stay, with the words they replaced.

    How the file was written is not among these words: its tags, entities, line ends, and what stood around the article on its page.

    Of the record stay the hash, by which whoever has the file knows it again, and what the date rests on.
    """
    kept = whole.record or whole.original
    shown = with_entries(whole, lambda entry: replace(entry, mark=_without_file(entry.mark)))
    return replace(
        shown,
        marks=tuple(map(_without_file, whole.marks)),
        article=replace(whole.article, original=None, originals="private" if kept else None),
        original=None,
        machine_text=None,
        edits=(),
        changes=(),
        record=_of_the_date(whole.record, evidence=True),
    )


def _without_file(mark: Mark) -> Mark:
    """Take out of a repair's mark the letters that are how its file was written, and no words."""
    if mark.kind != MarkKind.REPAIR or not mark.before:
        return mark
    of_the_file = mark.rule in rules_of(*STAGES_OF_THE_FILE) or MARKUP.search(mark.before)
    return replace(mark, before="" if of_the_file else " ".join(mark.before.split()))


def without_editors(made: Edition) -> Edition:
    """Take out the names of who reviewed an article and of who wrote its notes."""
    article = made.article
    unsigned = replace(
        article,
        annotations=tuple(replace(note, author=None) for note in article.annotations),
        reviewed=replace(article.reviewed, by="") if article.reviewed else None,
    )
    if unsigned == article:
        return made
    return with_entries(replace(made, article=unsigned), lambda entry: replace(entry, author=None))


def without_source(made: Edition) -> Edition:
    """
    Take out of an edition what it was made of and pages are not: the Markdown of the text and of its notes, its links, decisions, problems.

    They name the files that an author links to, drafts too. Of the notes the dates stay, by which pages say when an article changed.
    """
    article, date = made.article, str(made.article.date)
    bare = replace(
        article,
        body="",
        annotations=tuple(Annotation("", "", date=note.date) for note in article.annotations if note.date),
        settled=tuple(s for s in article.settled if s.rule == CONFIRMED_DATE and s.quote == date),
        places=(),
    )
    return replace(made, article=bare, file_links=(), problems=())


def with_entries(made: Edition, change: Callable[[MarginEntry], MarginEntry]) -> Edition:
    """Change every margin entry, wherever an edition holds it."""
    return replace(
        made,
        title_entries=tuple(map(change, made.title_entries)),
        sections=tuple(replace(section, entries=tuple(map(change, section.entries))) for section in made.sections),
        notes=tuple(map(change, made.notes)),
    )


def _of_the_date(record: Record | None, *, evidence: bool = False) -> Record | None:
    """Keep of a record what identifies its file, but not the file's name, and how the date was found; its evidence quotes the text."""
    if record is None:
        return None
    date = record.described.get("date")
    if date and not evidence:
        date = date.model_copy(update={"evidence": ()})
    original = record.original.model_copy(update={"name": "", "kept_bytes": (), "part": None, "moved": None})
    described = {"date": date} if date else {}
    return record.model_copy(update={"changes": (), "doubts": (), "described": described, "original": original})


def _first_words(lines: list[str], words: int) -> str:
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
