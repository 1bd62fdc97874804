"""
The permanent id of each article, written into its file.

An article that was written by hand, or by an older release, has the id that its original's name or its slug gives. It holds as long as these do:
written down it holds whatever becomes of them, and in another archive too.
"""

from __future__ import annotations

from warraq.archive.agreement import same_ids
from warraq.archive.permanent_id import id_of, is_written
from warraq.archive.problem import Problem
from warraq.desk.accepted import problem_of
from warraq.desk.front_matter import set_value
from warraq.desk.front_matter_places import NotEditableError

from .articles import Articles, CorrectableArticle
from .corrections import Correction, not_editable
from .step import Plan


def with_ids(articles: Articles) -> Plan:
    """Plan to write the id into every article whose file has none; of two with one id only the first, and the other is a problem."""
    problems = list(same_ids([this.article for this in articles.all]))
    wrong = {problem.path for problem in problems}
    made: list[Correction] = []
    for this in articles.all:
        if is_written(this.article) or this.path in wrong:
            continue
        result = _with_id(this)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            made.append(result)
    return Plan(made, problems)


def _with_id(this: CorrectableArticle) -> Correction | Problem:
    try:
        head = this.head.with_text(set_value(this.head.text, "id", id_of(this.article)))
    except NotEditableError as error:
        return not_editable(this.path, "id", error)
    return problem_of(this.path, head.data()) or Correction(this, head)
