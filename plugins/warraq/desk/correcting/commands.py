"""The commands: each looks at everything first, shows it or writes it as one step, and says what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from warraq.archive.did_you_mean import did_you_mean
from warraq.archive.problem import Problem, WrongValueError
from warraq.archive.shown_path import shown_path
from warraq.archive.typed_name import typed_name
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.progress import shown_where_many
from warraq.desk.writing import write_new
from warraq.edition.withholding import words_of_all
from warraq.language import listed, message

from .articles import Articles, CorrectableArticle, read_articles
from .condition_language import parse_condition
from .conditions import Condition
from .decoded import NoSheetError
from .exporting import table_rows
from .fields import FIELDS, field_named, understood
from .permanent_ids import with_ids
from .reporting import Teller
from .setting import chosen, notice_of_slip, set_values
from .sheet import demand_name, problem_of_sheet, read_sheet, sheet_data
from .step import Entry, How, finish_step, plan_step
from .taken_cells import taken_cells
from .updating import OnConflict, update_from

READING = message("Reading articles")


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A command that can't be carried out: nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = problems


def export(teller: Teller, table: Path, where: str, separator: str) -> int:
    """Write a table of all articles, or of those of which a condition holds."""
    try:
        demand_name(table)
    except NoSheetError as error:
        raise Refused([problem_of_sheet(table.name, error)]) from None
    articles = _articles(teller)
    some = _chosen(articles, _condition(where)) if where else list(articles.all)
    if where and not some:
        what = message("No article fits the condition.")
        raise Refused([Problem("--where", 0, 0, "", what, message("Nothing was written."))])
    try:
        sign = "\t" if separator == "tab" else separator
        data = sheet_data(table, table_rows(some, teller.language), sign, right_to_left=teller.is_right_to_left)
    except NoSheetError as error:
        raise Refused([problem_of_sheet(table.name, error)]) from None
    if not table.parent.is_dir():  # a slip of a letter would else make a folder
        what = message("There is no folder {folder}.", folder=shown_path(str(table.parent)))
        raise Refused([Problem(table.name, 0, 0, "", what, message("Make it, or name another one."))])
    if not write_new(table, data):
        what = message("There is a file of that name, which may have been edited.")
        raise Refused([Problem(table.name, 0, 0, "", what, message("Give another name, or delete it."))])
    teller.tell(message("Written: {file}, with {number} articles.", file=str(table), number=len(some)))
    teller.tell(
        message("When it is edited: python3 tasks.py update --table {file} --preview", file=typed_name(str(table)))
    )
    return 0


def update(teller: Teller, table: Path, on_conflict: OnConflict, how: How) -> int:
    """Take the changed cells of a table."""
    try:
        sheet = read_sheet(table)
    except NoSheetError as error:
        raise Refused([problem_of_sheet(table.name, error)]) from None
    _finish(teller, "update", how)
    articles = _articles(teller)
    asked = update_from(sheet, articles, partial(taken_cells, teller.content), on_conflict)
    problems = list(asked.problems)
    if on_conflict is OnConflict.STOP:
        problems += asked.conflicts
    else:
        teller.tell_problems(asked.conflicts)
    if asked.rewritten:
        teller.warn(
            message(
                "Cells that a spreadsheet program wrote otherwise, and nobody changed: {number}.",
                number=asked.rewritten,
            )
        )
    plan = plan_step(teller, articles, asked.values, asked.wrong, how)
    problems += [
        replace(problem, path=sheet.path, line=asked.lines[problem.path]) if problem.path in asked.lines else problem
        for problem in plan.problems
    ]
    problems.sort(key=lambda problem: problem.line)
    what = message("The table {file} was taken over.", file=table.name)
    return finish_step(teller, replace(plan, problems=problems), Entry("update", what, asked.taken), how)


def set_field(teller: Teller, change: tuple[str, str], where: str, how: How) -> int:
    """Give one field a value in every article of which a condition holds."""
    try:
        name, value = _asked_for(*change)
    except WrongValueError as error:
        raise Refused([Problem("set", 0, 0, "", error.what, error.todo)]) from None
    condition = _condition(where)
    _finish(teller, "set", how)
    articles = _articles(teller)
    some = _chosen(articles, condition)
    teller.tell(message("Articles of which the condition holds: {number}.", number=len(some)))
    if not some:
        teller.tell(message("No article fits the condition, so nothing was changed."))
        return 0
    if slip := notice_of_slip(articles, name, value):
        teller.warn(slip)
    values = {this.path: {name: value} for this in set_values(some, name, value)}
    plan = plan_step(teller, articles, values, (), how)
    what = message("{field} is “{value}” now, where: {where}.", field=name, value=value, where=where)
    return finish_step(teller, plan, Entry("set", what), how)


def write_ids(teller: Teller, how: How) -> int:
    """Write the permanent id into every article whose file has none."""
    _finish(teller, "ids", how)
    plan = with_ids(_articles(teller))
    return finish_step(teller, plan, Entry("ids", message("Permanent ids were written into articles.")), how)


def _finish(teller: Teller, command: str, how: How) -> None:
    if not how.preview:
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
        todo = did_you_mean(name, FIELDS, message("The fields are: {fields}.", fields=listed(FIELDS)))
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
