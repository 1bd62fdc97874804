"""`python -m warraq desk.tagging rename OLD NEW | merge OLD NEW | add TAG WORDS | retag [--only ID]…`, each with `--preview`."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Problem
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.archive.values import SEPARATORS
from warraq.desk.accepted import problem_of
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted
from warraq.desk.changed import changed_meanwhile
from warraq.desk.command_line import CommandLine
from warraq.desk.front_matter import NotEditableError
from warraq.desk.journal import FileChange, write_whole_step
from warraq.desk.site import language_in
from warraq.desk.writing import ChangedMeanwhileError, data_of
from warraq.edition.withheld_words import WithheldWords
from warraq.edition.withholding import words_of_all
from warraq.language import Message, message

from .tag_changes import ArticleFile, TagChange, add_tag, article_files, find_tags, replace_tag

MOST_PATHS = 10
"""Articles that are named for each tag; the rest are counted."""


def main() -> int:
    """Report the changes, then write them unless only a preview was asked for."""
    asked = _arguments().parse_args()
    project = Path.cwd()
    language = language_in(project / "content")
    if not asked.preview:
        finish_interrupted(project / "content", command_of(asked))
    vocabulary = vocabulary_in(project / "content" / "vocabulary")
    articles = list(article_files(project))
    why = _refusal(asked, vocabulary, articles)
    if why:
        print(why.text(language), file=sys.stderr)
        return 1
    try:
        changes = _changes(asked, project, vocabulary, articles)
    except NotEditableError as error:
        refused = message(
            "Nothing was changed: the tags are written in a way that can't be changed safely: {reason}", reason=error
        )
        print(refused.text(language), file=sys.stderr)
        return 1
    if problem := _problem_of_first(changes):
        print(problem.text(language), file=sys.stderr)
        return 1
    _report(changes, words_of_all((this.article for this in articles), language), language)
    if asked.preview:
        print(message("Nothing was written: this is a preview.").text(language))
        return 0
    return _write(project, changes, asked, language)


def _write(project: Path, changes: Sequence[TagChange], asked: argparse.Namespace, language: str) -> int:
    """Write all changes as one step, or none where an article was saved since it was read; return the exit code."""
    content, command = project / "content", command_of(asked)
    files = [FileChange(c.of.file, c.of.data, data_of(c.after, c.of.line_end)) for c in changes]
    words = (str(word) for word in (getattr(asked, "first", ""), getattr(asked, "second", "")) if word)
    what = message("Tags were changed: {words}.", words=" ".join([asked.command, *words]))
    try:
        with archive_lock(content, command):
            if files:
                write_whole_step(content, command, what, files)
    except ChangedMeanwhileError as error:
        print(changed_meanwhile(error, content).text(language), file=sys.stderr)
        print(message("Articles changed: {number}.", number=0).text(language))
        return 1
    print(message("Articles changed: {number}.", number=len(files)).text(language))
    return 0


def command_of(asked: argparse.Namespace) -> str:
    """Give the command as people know it."""
    return "retag" if asked.command == "retag" else "tags"


def _arguments() -> CommandLine:
    parser = CommandLine(prog="python3 tasks.py tags")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, first, second in (("rename", "old", "new"), ("merge", "old", "new"), ("add", "tag", "words")):
        command = commands.add_parser(name)
        command.add_argument("first", metavar=first.upper())
        command.add_argument("second", metavar=second.upper())
        command.add_argument("--preview", action="store_true")
    retag = commands.add_parser("retag")
    retag.add_argument("--only", action="append", default=[])
    retag.add_argument("--preview", action="store_true")
    return parser


def _refusal(  # noqa: PLR0911 - one return for each reason
    asked: argparse.Namespace, vocabulary: Vocabulary, articles: Sequence[ArticleFile]
) -> Message | None:
    """Say why a command can't be carried out, if it can't; nothing is changed then."""
    if asked.command == "retag":
        lost = next((concept for concept in asked.only if concept not in vocabulary.concepts), None)
        return message("The vocabulary has no concept {id}.", id=lost) if lost else None
    tag = asked.first if asked.command == "add" else asked.second
    if not tag.strip() or SEPARATORS.search(tag):
        return message("“{tag}” can't be one tag: it is empty, or has a comma in it.", tag=tag)
    if asked.command == "add":
        return None if asked.second.strip() else message("Say which words the articles have to contain.")
    used = {name for this in articles for name in this.article.tags}
    if asked.first not in used:
        return message("No article has the tag {tag}.", tag=asked.first)
    if asked.command == "rename" and asked.first in vocabulary.concepts:
        return message(
            "{tag} is a concept: its id stands in addresses. Change its labels in content/vocabulary/, or merge it.",
            tag=asked.first,
        )
    if asked.command == "rename" and asked.second in used:
        return message("The tag {tag} is there already. To make one of the two, write merge.", tag=asked.second)
    if asked.command == "merge" and asked.second not in used and asked.second not in vocabulary.concepts:
        return message("There is no tag {tag} to merge into. To give a new name, write rename.", tag=asked.second)
    return None


def _problem_of_first(changes: Sequence[TagChange]) -> Problem | None:
    """Give the problem of the first article that `check` would refuse with its new tags."""
    found = (problem_of(c.of.article.path, data_of(c.after, c.of.line_end)) for c in changes)
    return next(filter(None, found), None)


def _changes(
    asked: argparse.Namespace, project: Path, vocabulary: Vocabulary, articles: Sequence[ArticleFile]
) -> list[TagChange]:
    if asked.command == "retag":
        files = ArchiveFiles(project / "content")
        with_records = ((this, files.original_and_record(this.article.original)[1]) for this in articles)
        return list(find_tags(with_records, vocabulary, set(asked.only)))
    if asked.command == "add":
        return list(add_tag(articles, asked.first, asked.second))
    return list(replace_tag(articles, asked.first, asked.second))


def _report(changes: Sequence[TagChange], withheld: WithheldWords, language: str) -> None:
    by_tag: dict[str, list[str]] = defaultdict(list)
    for change in changes:
        for tag in change.removed:
            by_tag[f"- {tag}"].append(change.of.article.path)
        for tag in change.added:
            by_tag[f"+ {tag}"].append(change.of.article.path)
    for tag, paths in sorted(by_tag.items()):
        print(f"{withheld.hide(tag)}: {len(paths)}")
        for path in paths[:MOST_PATHS]:
            print(f"    {path}")
        if len(paths) > MOST_PATHS:
            print("    " + message("and {number} more", number=len(paths) - MOST_PATHS).text(language))


if __name__ == "__main__":
    sys.exit(main())
