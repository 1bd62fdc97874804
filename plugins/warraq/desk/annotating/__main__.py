"""`python -m warraq desk.annotating --from FILE [--article NAME] [--near] [--preview]`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.command_line import CommandLine
from warraq.desk.correcting.articles import read_articles
from warraq.desk.correcting.reporting import Teller
from warraq.desk.correcting.step import Entry, How, Plan, finish_step
from warraq.desk.progress import shown_where_many
from warraq.edition.withholding import words_of_all
from warraq.language import message

from .finding import Pages
from .formats import NoExportError, read_export
from .taking import Taken, Taking

COMMAND = "annotations"
READING = message("Reading articles")


def main() -> int:
    """Take the annotations of an export into the articles; return the exit code."""
    asked = _arguments().parse_args()
    teller = Teller(Path.cwd() / "content")
    file = Path(asked.file)
    try:
        every = read_export(file)
    except NoExportError as error:
        teller.tell_problems([Problem(file.name, error.line, 0, "", error.what, error.todo)])
        return 1
    if not asked.preview:
        finish_interrupted(teller.content, COMMAND)
    articles = read_articles(teller.content, partial(shown_where_many, what=READING, language=teller.language))
    teller.withheld = words_of_all((this.article for this in articles.all), teller.language)
    teller.tell_unread(articles)
    pages = Pages(articles)
    only = pages.named(asked.article) if asked.article else []
    if asked.article and not only:
        what = message("No article is called “{name}”.", name=asked.article)
        todo = message("Name its file in content/articles/, its slug, or its id.")
        teller.tell_problems([Problem("--article", 0, 0, "", what, todo)])
        return 1
    taken = Taking(ArchiveFiles(teller.content), pages, teller.withheld, near=asked.near).take(every, only)
    what = message("Annotations were taken from {file}.", file=file.name)
    code = finish_step(teller, Plan(taken.made, ()), Entry(COMMAND, what), How(preview=asked.preview))
    _report(teller, file, taken)
    return code


def _report(teller: Teller, file: Path, taken: Taken) -> None:
    """Say what became notes, and of each of the others why it did not."""
    for foreign, place in taken.near:
        what = message("Stands at the nearest words, “{near}”.", near=place.quote)
        problem = Problem(file.name, foreign.line, 0, foreign.quote, what, message("Look whether they are meant."))
        teller.tell_each(problem)
    for foreign, what, todo in taken.left:
        teller.tell_each(Problem(file.name, foreign.line, 0, foreign.quote, what, todo))
    teller.tell(message("Annotations that become notes: {number}.", number=taken.notes))
    if taken.known:
        teller.tell(message("Annotations that the articles have already: {number}.", number=taken.known))
    if taken.left:
        teller.tell(message("Annotations that could not be taken, named above: {number}.", number=len(taken.left)))


def _arguments() -> CommandLine:
    parser = CommandLine(prog="python3 tasks.py annotations")
    parser.add_argument("--from", dest="file", required=True)
    parser.add_argument("--article", default="")
    parser.add_argument("--near", action="store_true")
    parser.add_argument("--preview", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
