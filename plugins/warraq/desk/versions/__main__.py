"""`python -m warraq desk.versions [--show NAME | --join NAME --to NAME | --part NAME]`; without any of them, the list."""

from __future__ import annotations

import sys
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.shown_path import shown_path
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.changed import changed_meanwhile
from warraq.desk.command_line import CommandLine
from warraq.desk.journal import finish_half_step, write_whole_step
from warraq.desk.site import language_in
from warraq.desk.writing import ChangedMeanwhileError
from warraq.language import Message, listed, message

from .choosing import Choice, join, part, show, versions_in
from .closing import kept_closed

COMMAND = "versions"


def main() -> int:
    """List versions, or write one choice as a step that `undo` takes back; give 1 where nothing was done because of a problem."""
    parser = CommandLine(prog="python3 tasks.py versions")
    parser.add_argument("--show", default="")
    parser.add_argument("--join", default="")
    parser.add_argument("--to", default="")
    parser.add_argument("--part", default="")
    asked = parser.parse_args()
    content = Path.cwd() / "content"
    language = language_in(content)
    if sum(map(bool, (asked.show, asked.join, asked.part))) > 1 or bool(asked.join) != bool(asked.to):
        print(message("Write one of: --show NAME, --join NAME --to NAME, --part NAME.").text(language), file=sys.stderr)
        return 1
    if not (asked.show or asked.join or asked.part):
        return _listed(content, language)
    finish_interrupted(content, COMMAND)
    finish_half_step(content, COMMAND)
    with archive_lock(content, COMMAND):
        if asked.show:
            choice, what = show(content, asked.show), message("{name} is shown now.", name=asked.show)
        elif asked.join:
            what = message("{name} is a version of {other} now.", name=asked.join, other=asked.to)
            choice = join(content, asked.join, asked.to)
        else:
            what = message("{name} is an article of its own now.", name=asked.part)
            choice = part(content, asked.part)
        return _written(content, choice, what, language)


def _written(content: Path, choice: Choice, what: Message, language: str) -> int:
    if choice.problem:
        print(choice.problem.text(language), file=sys.stderr)
        return 1
    try:
        write_whole_step(content, COMMAND, what, choice.changes)
    except ChangedMeanwhileError as error:
        print(changed_meanwhile(error, content).text(language), file=sys.stderr)
        return 1
    print(what.text(language))
    if choice.held_back:
        said = message("It is held back itself, and now the whole article is: {keys}.", keys=listed(choice.held_back))
        print(said.text(language))
    for path, keys in choice.kept.items():
        print(kept_closed(path, keys).text(language))
    print(message("All of it is undone by: python3 tasks.py undo").text(language))
    return 0


def _listed(content: Path, language: str) -> int:
    number = 0
    for shown, versions in versions_in(content):
        print(f"{shown.slug}: {shown_path(shown.title)}")
        for version in versions:
            print(f"  {_day(version):10}  {'*' if version is shown else ' '} {version.path}")
            number += 1
    print(message("Versions of articles: {number}.", number=number).text(language), file=sys.stderr)
    return 0


def _day(article: Article) -> str:
    retrieved = article.source.retrieved if article.source else None
    return str(retrieved or article.added or "")


if __name__ == "__main__":
    sys.exit(main())
