"""
Notes on passages: `annotations:` in the front matter, and Markdown footnotes.

A note's id is made of its kind and its quote (`n5c1f02ab`): its permanent link stays when notes come and go before it, and when its own
words change. A footnote's id is its label (`f-1`), which its author chose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from warraq.archive.article import Annotation, Article
from warraq.archive.kinds import KINDS
from warraq.archive.kinds.kind import Complaint
from warraq.archive.problem import Level, Problem
from warraq.language import message

from . import links
from .edition import MarginEntry, Mark, MarkKind
from .mark_ids import UniqueIds, ascii_id, checksum
from .markdown_bounds import excess
from .markdown_html import markdown_html
from .quotes import Span, find_quote
from .sanitise import sanitise_inline
from .tokens import Part, Reference, Rendered, TextRun

REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_LETTER = r"(?:[^\W_]|[\u064b-\u0652\u0670])"
_SIGN = r"[،؛؟.,:;!?«»()/%…–\"'-]"
PLAIN = re.compile(rf"[^\W\d_](?:{_LETTER}|{_SIGN}|[ ](?=\S))*|[^\W_]+(?:[ ][^\W_]+)*")
"""A note whose signs mean nothing to Markdown or HTML: most are some words with stops and commas."""
USED_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
UNESCAPED_REFERENCE = re.compile(rf"(?<!\\)(?:\\\\)*{USED_REFERENCE.pattern}")
"""One that no backslash escapes: it takes twenty times as long to find, and most bodies have no backslash."""


def note_entries(
    article: Article, text: str, find_earlier: Callable[[str], Span | None], targets: links.LinkTargets
) -> tuple[list[MarginEntry], list[Problem]]:
    """Make the entries of `annotations:`, and the problems of all that are wrong; a note without its passage has no entry."""
    entries: list[MarginEntry] = []
    problems: list[Problem] = []
    taken = UniqueIds()
    for n, annotation in enumerate(article.annotations):
        kind = KINDS[annotation.kind]
        mark_id = taken.unique(f"n{checksum(f'{annotation.kind} {annotation.quote}')}")
        place = find_quote(annotation, text, find_earlier)
        complaints: list[Complaint] = list(kind.check(annotation))
        if too_much := excess(annotation.note):
            problems.append(problem(article, f"annotations[{n}]", ("note", *too_much[1:])))
            continue
        if len(place) == 3:
            complaints.append(place)
        problems += [problem(article, f"annotations[{n}]", complaint) for complaint in complaints]
        if len(place) == 2:
            entries.append(_entry(annotation, Mark(mark_id, kind.name, *place), targets))
    return entries, problems


def problem(article: Article, item: str, complaint: Complaint, level: Level = Level.ERROR) -> Problem:
    """Make a complaint a problem at the field of the front matter, or at its item where the field isn't there."""
    field, what, todo = complaint
    name = f"{item}.{field}"
    return Problem(article.path, *article.place(name, item, item.split("[", maxsplit=1)[0]), name, what, todo, level)


def _entry(annotation: Annotation, mark: Mark, targets: links.LinkTargets) -> MarginEntry:
    kind = KINDS[annotation.kind]
    return MarginEntry(
        id=f"n-{mark.id}",
        mark=mark,
        anchor=0,
        label=message(kind.label, number=0),
        html=targets.rewrite_links(note_html(annotation.note)),
        sources=annotation.links,
        author=annotation.author,
        date=str(annotation.date) if annotation.date else None,
        lang=annotation.lang,
        verdict=kind.verdict(annotation),
    )


def note_html(note: str) -> str:
    """Render a note's inline Markdown, sanitised."""
    if PLAIN.fullmatch(note):
        return note
    return sanitise_inline(markdown_html(note))


def footnote_entries(rendered: Rendered, offset: int) -> Iterator[tuple[MarginEntry, Reference]]:
    """Make an entry for every reference to a footnote, each with an id of its own; `offset` leads from the body to T."""
    taken = UniqueIds()
    for part in rendered.parts:
        for token in part.tokens:
            if isinstance(token, Reference) and token.label in rendered.footnotes:
                at = token.start + offset
                mark = Mark(taken.unique(f"f-{ascii_id(token.label)}"), MarkKind.FOOTNOTE, at, at)
                label = message("Note {number}", number=0)
                yield MarginEntry(f"n-{mark.id}", mark, 0, label, rendered.footnotes[token.label]), token


def undefined_footnotes(article: Article, rendered: Rendered) -> Iterator[Problem]:
    """Warn of each reference to a footnote that is not there: readers see its sign as it was typed. In code it is meant as it stands."""
    reference = UNESCAPED_REFERENCE if "\\" in article.body else USED_REFERENCE
    labels = dict.fromkeys(reference.findall(article.body))
    undefined = [label for label in labels if label not in rendered.footnotes]
    if not undefined:
        return
    seen = [*(run for part in rendered.parts for run in _prose(part)), *rendered.footnotes.values()]
    typed = {label for text in seen for label in REFERENCE.findall(text)}
    for label in undefined:
        if label in typed:
            what = message("No footnote {label} is defined, and readers see its sign.", label=f"[^{label}]")
            todo = message("Write the line {label}: … below the text, or take the sign out.", label=f"[^{label}]")
            yield Problem(article.path, *links.position_in_body(article, f"[^{label}]"), "", what, todo, Level.WARNING)


def _prose(part: Part) -> Iterator[str]:
    """Yield the texts of a part that are not in code."""
    verbatim = int(part.tag == "pre")
    for token in part.tokens:
        if isinstance(token, str):
            verbatim += token.startswith(("<pre", "<code"))
            verbatim -= token.startswith(("</pre", "</code"))
        elif isinstance(token, TextRun) and not verbatim:
            yield token.text


def unreferenced_footnotes(article: Article, rendered: Rendered) -> Iterator[Problem]:
    """Warn of each footnote that has no reference in the text."""
    used = {t.label for part in rendered.parts for t in part.tokens if isinstance(t, Reference)}
    for label in rendered.footnotes:
        if label not in used:
            what = message("Nothing in the text refers to the footnote {label}.", label=f"[^{label}]")
            todo = message("Write {label} where it belongs, or delete the footnote.", label=f"[^{label}]")
            yield Problem(article.path, *links.position_in_body(article, f"[^{label}]:"), "", what, todo, Level.WARNING)
