"""The commands: each looks at everything first, shows it or writes it as one step, and says what it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from warraq.archive.did_you_mean import did_you_mean
from warraq.archive.problem import Problem, WrongValueError
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.changed import changed_meanwhile
from warraq.desk.journal import FileChange, write_whole_step
from warraq.desk.progress import shown_where_many
from warraq.desk.writing import ChangedMeanwhileError, write_new
from warraq.edition.withholding import words_of_all
from warraq.language import Message, message

from .articles import Articles, CorrectableArticle, read_articles
from .conditions import Condition, parse_condition
from .corrections import Correction, Slugs, corrected, with_moved_slugs
from .exporting import table_rows
from .fields import FIELDS, field_named, understood
from .reporting import Teller
from .setting import chosen, notice_of_slip, set_values
from .sheet import NoSheetError, problem_of_sheet, read_sheet, sheet_data
from .taken_cells import Cells, about_of, taken_cells
from .updating import OnConflict, update_from

READING, CHANGING, WRITING = message("Reading articles"), message("Changing articles"), message("Writing articles")


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A command that can't be carried out: nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = problems


def export(teller: Teller, table: Path, where: str, separator: str) -> int:
    """Write a table of all articles, or of those of which a condition holds."""
    articles = _articles(teller)
    some = _chosen(articles, _condition(where)) if where else list(articles.all)
    try:
        sign = "\t" if separator == "tab" else separator
        data = sheet_data(table, table_rows(some, teller.language), sign, right_to_left=teller.is_right_to_left)
    except NoSheetError as error:
        raise Refused([problem_of_sheet(table.name, error)]) from None
    if not write_new(table, data):
        what = message("There is a file of that name, which may have been edited.")
        raise Refused([Problem(table.name, 0, 0, "", what, message("Give another name, or delete it."))])
    teller.tell(message("Written: {file}, with {number} articles.", file=str(table), number=len(some)))
    teller.tell(message("When it is edited: python3 tasks.py update --table {file} --preview", file=str(table)))
    return 0


def update(teller: Teller, table: Path, on_conflict: OnConflict, *, slug: bool, preview: bool) -> int:
    """Take the changed cells of a table."""
    try:
        sheet = read_sheet(table)
    except NoSheetError as error:
        raise Refused([problem_of_sheet(table.name, error)]) from None
    _finish(teller, "update", preview=preview)
    articles = _articles(teller)
    asked = update_from(sheet, articles, partial(taken_cells, teller.content), on_conflict)
    made, problems = _corrected(teller, articles, asked.values, slug=slug)
    problems = [replace(problem, path=sheet.path, line=asked.lines[problem.path]) for problem in problems]
    if asked.rewritten:
        teller.warn(
            message(
                "Cells that a spreadsheet program wrote otherwise, and nobody changed: {number}.",
                number=asked.rewritten,
            )
        )
    if asked.problems:
        raise Refused([*asked.problems, *problems])
    if asked.conflicts and on_conflict is OnConflict.STOP and not preview:
        raise Refused(asked.conflicts)
    teller.tell_problems([*asked.conflicts, *problems])
    what = message("The table {file} was taken over.", file=table.name)
    code = _done(teller, _Asked("update", what, made, asked.taken), preview=preview)
    return 1 if problems or (asked.conflicts and on_conflict is not OnConflict.TAKE) else code


def set_field(teller: Teller, change: tuple[str, str], where: str, *, slug: bool, preview: bool) -> int:
    """Give one field a value in every article of which a condition holds."""
    try:
        name, value = _asked_for(*change)
    except WrongValueError as error:
        raise Refused([Problem("set", 0, 0, "", error.what, error.todo)]) from None
    condition = _condition(where)
    _finish(teller, "set", preview=preview)
    articles = _articles(teller)
    some = _chosen(articles, condition)
    if slip := notice_of_slip(articles, name, value):
        teller.warn(slip)
    values = {this.path: {name: value} for this in set_values(some, name, value)}
    made, problems = _corrected(teller, articles, values, slug=slug)
    teller.tell_problems(problems)
    teller.tell(message("Articles of which the condition holds: {number}.", number=len(some)))
    what = message("{field} is “{value}” now, where: {where}.", field=name, value=value, where=where)
    return _done(teller, _Asked("set", what, made), preview=preview) or (1 if problems else 0)


def _finish(teller: Teller, command: str, *, preview: bool) -> None:
    if not preview:
        finish_interrupted(teller.content, command)


def _articles(teller: Teller) -> Articles:
    articles = read_articles(teller.content, partial(shown_where_many, what=READING, language=teller.language))
    teller.withheld = words_of_all((this.article for this in articles.all), teller.language)
    teller.tell_unread(articles)
    return articles


def _asked_for(name: str, given: str) -> tuple[str, str]:
    """Give the field and the value that were typed."""
    known = field_named(name)
    if known is None:
        todo = did_you_mean(name, FIELDS, message("The fields are: {fields}.", fields=", ".join(FIELDS)))
        raise WrongValueError(message("No field is called “{name}”.", name=name), todo)
    return known, understood(known, given)


def _condition(where: str) -> Condition:
    try:
        return parse_condition(where)
    except WrongValueError as error:
        raise Refused([Problem("--where", 0, 0, "", error.what, error.todo)]) from None


def _chosen(articles: Articles, condition: Condition) -> list[CorrectableArticle]:
    try:
        return chosen(articles, condition)
    except WrongValueError as error:
        raise Refused([Problem("--where", 0, 0, "", error.what, error.todo)]) from None


def _corrected(
    teller: Teller, articles: Articles, values: Mapping[str, Mapping[str, str]], *, slug: bool
) -> tuple[list[Correction], list[Problem]]:
    """Change all articles in memory; all problems."""
    slugs = Slugs(articles) if slug else None
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
        with_moved_slugs(articles.all, made, slugs.moved)
        if slugs.moved:
            teller.tell(message("Slugs that go along; the former ones are aliases: {number}.", number=len(slugs.moved)))
        if slugs.stayed:
            teller.tell(message("Slugs that were not made of the title, and stay: {number}.", number=slugs.stayed))
    return made, problems


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be written."""

    command: str
    what: Message
    """For the journal."""
    made: Sequence[Correction]
    cells: Cells = field(default_factory=dict)


def _done(teller: Teller, asked: _Asked, *, preview: bool) -> int:
    """Show what would change, or write it whole, or nothing where an article was saved meanwhile."""
    made, cells = asked.made, asked.cells
    if preview:
        teller.show(made)
        teller.tell(message("Articles that would change: {number}.", number=len(made)))
        teller.tell(message("Nothing was written: this is a preview."))
        return 0
    project = teller.content.parent
    changes = [
        FileChange(project / c.of.path, c.of.head.data(), c.head.data(), about_of(cells.get(c.of.path, ())))
        for c in made
    ]
    show = partial(shown_where_many, what=WRITING, language=teller.language)
    try:
        if changes:
            with archive_lock(teller.content, asked.command):
                write_whole_step(teller.content, asked.command, asked.what, changes, show)
    except ChangedMeanwhileError as changed:
        teller.warn(changed_meanwhile(changed, teller.content))
        teller.warn(message("Nothing was changed."))
        return 1
    teller.tell(message("Articles changed: {number}.", number=len(changes)))
    if changes:
        teller.tell(message("All of it is undone by: python3 tasks.py undo"))
    return 0
