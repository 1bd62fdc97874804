"""
The changes of one command as one step: planned in memory, then shown, or written whole.

Where anything is wrong nothing is written: whoever corrects a table would not know which half of it the archive has. The others are written
where that is asked for (`--rest`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from warraq.archive.problem import Problem
from warraq.desk.archive_lock import archive_lock
from warraq.desk.changed import changed_meanwhile
from warraq.desk.journal import FileChange, write_whole_step
from warraq.desk.progress import shown_where_many
from warraq.desk.writing import ChangedMeanwhileError
from warraq.language import Message, message

from .articles import Articles
from .corrections import Correction, Slugs, corrected, with_moved_slugs
from .loosened import loosened
from .reporting import Teller
from .taken_cells import Cells, about_of

CHANGING, WRITING = message("Changing articles"), message("Writing articles")
Values = Mapping[str, Mapping[str, str]]
"""New values of fields, by the path of the article."""


@dataclass(frozen=True, slots=True)
class How:
    """How a command is carried out."""

    slug: bool = False
    """New titles take slugs along that were made of the former ones."""
    rest: bool = False
    """What is sound is written, though something is wrong."""
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal says of a step."""

    command: str
    what: Message
    cells: Cells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """The articles that change, without those of which anything is wrong."""

    made: Sequence[Correction]
    problems: Sequence[Problem]
    slugs: Slugs | None = None


def plan_step(teller: Teller, articles: Articles, values: Values, wrong: Collection[str], how: How) -> Plan:
    """Change all articles in memory; those of the `wrong` paths, and those that have problems, do not change."""
    plan = _changed(teller, articles, values, how)
    wrong = {*wrong, *(problem.path for problem in plan.problems)}
    if not wrong:
        return plan
    others = _changed(teller, articles, {path: each for path, each in values.items() if path not in wrong}, how)
    left = [each for each in others.problems if each not in plan.problems]
    return Plan(others.made, [*plan.problems, *left], others.slugs)


def _changed(teller: Teller, articles: Articles, values: Values, how: How) -> Plan:
    slugs = Slugs(articles) if how.slug else None
    made: list[Correction] = []
    problems: list[Problem] = []
    some = [this for this in articles.all if this.path in values]
    for this in shown_where_many(some, CHANGING, teller.language):
        result = corrected(this, values[this.path], slugs)
        if isinstance(result, Problem):
            problems.append(result)
        elif result.head.raw != this.head.raw:
            made.append(result)
    if slugs:
        problems += with_moved_slugs(articles.all, made, slugs.moved)
    return Plan(made, problems, slugs)


def finish_step(teller: Teller, plan: Plan, entry: Entry, how: How) -> int:
    """Show what would change, or write it; say what is wrong, and last what was written. Give 1 where anything is wrong."""
    stops = bool(plan.problems) and not how.rest
    if how.preview:
        teller.show(plan.made)
    if (how.preview or not stops) and plan.slugs:
        _tell_slugs(teller, plan.slugs)
    teller.tell_problems(plan.problems)
    if how.preview or not stops:
        teller.tell_loosened(list(loosened(teller.content, plan.made)))
    if how.preview:
        teller.tell(message("Articles that would change: {number}.", number=0 if stops else len(plan.made)))
    if plan.problems:
        teller.warn(message("Mistakes: {number}.", number=len(plan.problems)))
    if stops:
        teller.warn(message("Nothing was written, because something is wrong."))
        if plan.made:
            others = message("To write all else all the same ({number} articles): --rest", number=len(plan.made))
            teller.warn(others)
    elif how.preview:
        teller.tell(message("Nothing was written: this is a preview."))
    elif not _write(teller, plan.made, entry):
        return 1
    return 1 if plan.problems else 0


def _tell_slugs(teller: Teller, slugs: Slugs) -> None:
    if slugs.moved:
        teller.tell(message("Slugs that go along; the former ones are aliases: {number}.", number=len(slugs.moved)))
    if slugs.stayed:
        teller.tell(message("Slugs that were not made of the title, and stay: {number}.", number=slugs.stayed))


def _write(teller: Teller, made: Sequence[Correction], entry: Entry) -> bool:
    """Write all, or nothing where an article was saved meanwhile; tell whether it was written."""
    project = teller.content.parent
    changes = [
        FileChange(project / c.of.path, c.of.head.data(), c.head.data(), about_of(entry.cells.get(c.of.path, ())))
        for c in made
    ]
    show = partial(shown_where_many, what=WRITING, language=teller.language)
    try:
        if changes:
            with archive_lock(teller.content, entry.command):
                write_whole_step(teller.content, entry.command, entry.what, changes, show)
    except ChangedMeanwhileError as changed:
        teller.warn(changed_meanwhile(changed, teller.content))
        teller.warn(message("Nothing was changed."))
        return False
    teller.tell(message("Articles changed: {number}.", number=len(changes)))
    if changes:
        teller.tell(message("All of it is undone by: python3 tasks.py undo"))
    return True
