"""`python -m warraq desk.naming [--kind KIND] [--number N]`: the names that the texts have and the vocabulary has not, with three passages each."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

from warraq.archive.concept import Scheme
from warraq.archive.declined import declined_in
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.desk.command_line import CommandLine
from warraq.desk.progress import shown_where_many
from warraq.desk.site import language_in
from warraq.language import Message, listed, message

from .labels import SORTS
from .proposals import Passage, Proposal, Proposals
from .reading import NamesOf

NUMBER = 50


def main() -> int:
    """Print the proposals, the most frequent first; the exit code is 1 where the command is not understood."""
    parser = CommandLine(prog="python3 tasks.py names")
    parser.add_argument("--kind", default="")
    parser.add_argument("--number", default=str(NUMBER))
    asked = parser.parse_args()
    content = Path.cwd() / "content"
    language = language_in(content)
    if why := _refusal(asked.kind, asked.number):
        print(why.text(language), file=sys.stderr)
        return 1
    names = NamesOf.of(content)
    names.look(lambda files: shown_where_many(files, message("Articles read for names"), language))
    vocabulary = content / "vocabulary"
    proposals = Proposals(names, vocabulary_in(vocabulary), declined_in(vocabulary))
    groups = [group for group in proposals.groups() if asked.kind in ("", group.counts.scheme.value)]
    for number, proposal in enumerate(islice(proposals.of(groups), int(asked.number)), 1):
        _print(number, proposal, language)
    print(
        message("{number} names are proposed. Decide on them in: python3 tasks.py review", number=len(groups)).text(
            language
        ),
        file=sys.stderr,
    )
    if silent := names.kept.silent():
        unread = message(
            "Articles in which no Arabic was found: {number}. Names are looked for in Arabic texts alone; write others into content/vocabulary/.",
            number=silent,
        )
        print(unread.text(language), file=sys.stderr)
    return 0


def _refusal(kind: str, number: str) -> Message | None:
    if kind and kind not in list(Scheme):
        return message("There is no kind “{kind}”: {kinds}.", kind=kind, kinds=listed(Scheme))
    if not number.isdecimal():
        return message("“{value}” is not a number.", value=number)
    return None


def _print(number: int, proposal: Proposal, language: str) -> None:
    first, *others = proposal.forms
    print(f"{number}. {first} ({SORTS[proposal.scheme].text(language)})")
    print(
        "    "
        + message("articles: {articles}, times: {times}", articles=proposal.articles, times=proposal.times).text(
            language
        )
    )
    if others:
        print("    " + message("also: {names}", names=" | ".join(others)).text(language))
    if proposal.concepts:
        print("    " + message("perhaps another name of: {ids}", ids=listed(proposal.concepts)).text(language))
    for passage in proposal.passages:
        print(f"    {passage.path}: {_words(passage)}")


def _words(passage: Passage) -> str:
    return " ".join(f"{passage.before}[{passage.name}]{passage.after}".split())


if __name__ == "__main__":
    sys.exit(main())
