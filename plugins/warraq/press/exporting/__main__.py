"""The command line: `python -m warraq press.exporting tei|skos|epub|bagit`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from warraq.archive.problem import Problem, WrongValueError
from warraq.desk.command_line import CommandLine
from warraq.desk.correcting.condition_language import parse_condition
from warraq.desk.correcting.conditions import Condition
from warraq.desk.progress import MANY, with_progress
from warraq.desk.site import language_of, site_of
from warraq.language import message
from warraq.pages.article_facts import ArticleFacts
from warraq.press.concealing import without_withheld
from warraq.press.day import build_day
from warraq.press.terminal import format_problems, print_message

from . import bagit, epub, skos, tei
from .places import default_place, demand_free, export_lock, writing
from .public_archive import Make, PublicArchive, RefusedError, public_archive

READING, WRITING = message("Reading articles"), message("Writing articles")
THEME = Path("theme")


def main(given: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    asked = _arguments().parse_args(given)
    content: Path = asked.content
    site = site_of(content)
    language = language_of(site)
    is_whole = getattr(asked, "whole", False)
    what = f"{asked.format}-whole" if is_whole else asked.format  # never in the place of one that may be given on
    place = asked.to or default_place(what, ".epub" if asked.format == "epub" else "")
    try:
        condition = _condition(asked.where)
        demand_free(place, content)
        found = public_archive(content, asked.url.rstrip("/"), build_day(os.environ), _shown(READING, language))
        chosen = _chosen(found, condition, asked.format)
        failed = _Failed(list(found.left_out))
        with export_lock(content), writing(place) as beside:
            _write(asked.format, beside, found, chosen, failed.without(found, chosen, language), asked)
            if asked.format != "skos":
                failed.demand_some(len(chosen))
    except RefusedError as refused:
        print(format_problems(refused.problems, language), file=sys.stderr)
        return 1
    problems = without_withheld(failed.problems, found.gathered.archive, content)
    number = len(chosen) - failed.here
    if asked.format == "skos":
        concepts = len(found.library.archive.vocabulary.concepts)
        print_message(message("Written: {file}, with {number} concepts.", file=str(place), number=concepts), language)
    else:
        print_message(message("Written: {file}, with {number} articles.", file=str(place), number=number), language)
    if is_whole:
        print_message(
            message("It holds what is not published too: deposit it closed, and give it to nobody else."), language
        )
    if problems:
        print(format_problems(problems, language), file=sys.stderr)
        print_message(message("Articles left out: {number}.", number=len({p.path for p in problems})), language)
    return 1 if problems else 0


class _Failed:
    """The articles that could not be made; the others are written."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.here = 0
        """Those of the chosen ones."""

    def demand_some(self, number: int) -> None:
        """Refuse an export of nothing, where none of so many articles could be made."""
        if self.here == number:
            what = message("None of the articles could be written.")
            nothing = Problem("export", 0, 0, "", what, message("Nothing was written."))
            raise RefusedError([*self.problems, nothing])

    def without(
        self, found: PublicArchive, chosen: Sequence[ArticleFacts], language: str
    ) -> Callable[[Make], Iterator[tuple[ArticleFacts, Any]]]:
        """Give what yields the chosen articles as they are made, and shows how far it is."""

        def made(make: Make) -> Iterator[tuple[ArticleFacts, Any]]:
            for facts, its in _shown(WRITING, language)(found.each(chosen, make), len(chosen)):
                if isinstance(its, Problem) or its is None:
                    self.problems += [its] if its else []
                    self.here += 1
                else:
                    yield facts, its

        return made


def _write(  # noqa: PLR0913, PLR0917 - what the formats are made of
    name: str,
    place: Path,
    found: PublicArchive,
    chosen: Sequence[ArticleFacts],
    made: Callable[[Make], Iterator[tuple[ArticleFacts, Any]]],
    asked: Any,
) -> None:
    library = found.library
    match name:
        case "tei":
            tei.write(place, library, made(tei.make))
        case "skos":
            skos.write(place, library)
        case "epub":
            epub.write(place, asked.content, THEME, library, made(epub.make(chosen)), asked.where)
        case _:
            bagit.write(place, library, made(bagit.make), asked.content if asked.whole else None)


def _shown(what: Any, language: str) -> Any:
    def progress(made: Any, total: int) -> Any:
        return with_progress(made, what, total, 0, language) if total >= MANY else made

    return progress


def _condition(where: str) -> Condition | None:
    if not where:
        return None
    try:
        return parse_condition(where)
    except WrongValueError as error:
        raise RefusedError([Problem("--where", 0, 0, "", error.what, error.todo)]) from None


def _chosen(found: PublicArchive, condition: Condition | None, name: str) -> Sequence[ArticleFacts]:
    """Choose the articles; a book has none of their other versions, which would say the same again."""
    every = found.library.articles if name == "epub" else found.library.all
    some = [facts for facts in every if condition is None or condition.holds(facts.article)]
    if not some and name != "skos":
        what = message("No published article fits the condition.") if condition else message("No article is published.")
        raise RefusedError([Problem("--where", 0, 0, "", what, message("Nothing was written."))])
    return some


def _arguments() -> CommandLine:
    parser = CommandLine(prog="python3 tasks.py export")
    parser.add_argument("--content", type=Path, default=Path("content"))
    formats = parser.add_subparsers(dest="format", required=True)
    for name in ("tei", "skos", "epub", "bagit"):
        one = formats.add_parser(name)
        one.add_argument("--to", type=Path)
        one.add_argument("--where", default="")
        one.add_argument("--url", default=os.environ.get("SITEURL", ""))
        if name == "bagit":
            one.add_argument("--whole", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
