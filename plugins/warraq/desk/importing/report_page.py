"""The report of an import as a page that stands alone: what happened, what to do next, and every file with what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from html import escape

from warraq.archive.original import stem_of
from warraq.archive.problem import Problem
from warraq.language import Message, message
from warraq.pages.direction import direction

from .counts import Outcome, count
from .deciding import Fate
from .told import SAME, next_steps, summary

STYLE = """
:root{color-scheme:light dark}body{font:17px/1.7 system-ui,sans-serif;max-inline-size:60rem;margin:2rem auto;padding-inline:1rem}
td,th{text-align:start;vertical-align:top;padding:.3rem .6rem;border-block-end:1px solid #8886}
summary{cursor:pointer;font-weight:700;padding-block:.4rem}
"""


def page(place: str, outcomes: Sequence[Outcome], strays: Sequence[Problem], language: str) -> str:
    """The report as a page that stands alone."""
    counts = count(outcomes)

    def say(said: Message) -> str:
        return escape(said.text(language))

    title = message("Import of {place}", place=place)
    pieces = [
        f'<!doctype html><html lang="{escape(language)}" dir="{direction(language)}"><meta charset="utf-8">',
        f'<meta name="viewport" content="width=device-width"><title>{say(title)}</title><style>{STYLE}</style>',
        f"<h1>{say(title)}</h1><ul>",
        *(f"<li>{say(line)}</li>" for line in summary(counts)),
        f"</ul><h2>{say(message('What to do next'))}</h2><ol>",
        *(f"<li>{say(line)}</li>" for line in next_steps(counts)),
        "</ol>",
        *_section(
            say(message("Rows of the table that speak of no file")),
            ((f"{escape(s.path)}:{s.line}", f"{say(s.what)} {say(s.todo)}") for s in strays),
        ),
        *_sections(outcomes, say),
    ]
    return "".join(pieces) + "</html>\n"


def _sections(outcomes: Sequence[Outcome], say: Callable[[Message], str]) -> Iterator[str]:
    aside = [o for o in outcomes if o.decision.fate is Fate.SET_ASIDE]
    yield from _section(
        say(message("Set aside")), ((_name(o), say(o.looked.refused.message())) for o in aside if o.looked.refused)
    )
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if o.decision.fate in (Fate.DUPLICATE, Fate.HELD):
            groups[o.decision.of].append(o)
    yield from _section(
        say(message("Duplicates")),
        (
            (
                f'<bdi dir="ltr">{_shown(of)}</bdi>',
                "<br>".join(f"{_name(o)} ({say(SAME[o.decision.same])})" for o in group if o.decision.same),
            )
            for of, group in groups.items()
        ),
    )
    imported = [o for o in outcomes if o.decision.fate is Fate.IMPORTED]
    yield from _section(
        say(message("Nearly the same")),
        (
            (_name(o), f'<bdi dir="ltr">{_shown(o.decision.like)}</bdi> ({o.decision.likeness:.0%})')
            for o in imported
            if o.decision.like
        ),
    )
    yield from _section(
        say(message("Pictures left behind")),
        ((_name(o), f"{_title(o)} · {o.looked.pictures_left}") for o in imported if o.looked.pictures_left),
        opened=False,
    )
    yield from _section(
        say(message("Pictures set aside")),
        (
            (f'<bdi dir="ltr">{_shown(name)}</bdi>', say(why.message()))
            for o in imported
            for name, why in o.looked.pictures_refused
        ),
    )
    yield from _section(say(message("Without a date")), ((_name(o), _title(o)) for o in imported if not o.looked.dated))
    yield from _section(
        say(message("With open doubts")),
        ((f"{_name(o)}", f"{_title(o)} · {o.looked.doubts}") for o in imported if o.looked.doubts),
    )
    yield from _section(say(message("Imported")), ((_name(o), _title(o)) for o in imported), opened=False)


def _section(title: str, rows: Iterator[tuple[str, str]], opened: bool = True) -> Iterator[str]:
    listed = [f"<tr><td>{name}</td><td>{said}</td></tr>" for name, said in rows]
    if listed:
        state = " open" if opened and len(listed) <= 100 else ""
        yield f"<details{state}><summary>{title}: {len(listed)}</summary><table>"
        yield from listed
        yield "</table></details>"


def _shown(name: str) -> str:
    return escape(name.encode("utf-8", "replace").decode())


def _name(o: Outcome) -> str:
    return f'<bdi dir="ltr">{_shown(o.decision.name)}</bdi>'


def _title(o: Outcome) -> str:
    stem = stem_of(o.decision.original)
    return f'<a href="content/articles/{escape(stem)}.md"><bdi>{_shown(o.looked.title)}</bdi></a>'
