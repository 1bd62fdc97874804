"""
Whose the differences between D and T are.

An article that no editor touched may differ from the machine's text all the same: an import took its title from the file's name or from
a table, and front matter keeps no invisible marks in a title. To call that an editor's work would be false. So a title that
still is the described one, and a body whose hash is still the record's, are not the editors'.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from warraq.archive.article import Article
from warraq.archive.change import Change
from warraq.archive.record import Record
from warraq.archive.values import tidy
from warraq.language import message
from warraq.repair.naming import CHARSET_INFERRED
from warraq.repair.reasons import INFERRED

from .hiding import WITHHELD
from .word_diff import word_diff

GIVEN = "given-title"
"""The rule of changes to a title that came with the file."""
TIDIED = "tidied"
"""The rule of changes that writing the article made."""
MOVED = "moved-in"
"""The rule of changes that are how another program wrote the text."""
REASONS = {
    CHARSET_INFERRED: INFERRED,
    GIVEN: message("the title came with the file: in its name, or in a table"),
    WITHHELD: message("words that are withheld at somebody's request"),
    MOVED: message("how the program of the former site wrote the text: its markup, and the values at its head"),
    TIDIED: message("invisible marks and spaces that an article does not keep"),
}
"""For readers, of changes and doubts that no rule made; an editor's change needs none."""


def edits(article: Article, record: Record, machine_text: str, text: str) -> tuple[Change, ...]:
    """Give the changes D → T, those of editors by the rule EDITOR; together they lead from D to T exactly."""
    if machine_text == text:
        return ()
    if not _title_is_described(article, record):
        return word_diff(machine_text, text)
    # Compared apart, so that no change of an editor takes a part of the title with it.
    title, end, body = machine_text.partition("\n")
    title_now, end_now, body_now = text.partition("\n")
    first = tuple(_attributed(word_diff(title, title_now)))
    if bool(end) != bool(end_now):
        body, body_now = end + body, end_now + body_now
        end = ""
    below = word_diff(body, body_now)
    if _body_is_written_by_machine(article, record):
        below = tuple(_attributed(below))
    behind = len(title) + len(end)
    return first + tuple(replace(c, start=c.start + behind, end=c.end + behind) for c in below)


def _attributed(changes: tuple[Change, ...]) -> Iterator[Change]:
    for c in changes:
        yield replace(c, rule=TIDIED if tidy(c.before) == tidy(c.after) else GIVEN)


def _title_is_described(article: Article, record: Record) -> bool:
    """Whether the title is the one that the machine or the import wrote."""
    described = record.described.get("title")
    return described is not None and isinstance(described.value, str) and tidy(described.value) == tidy(article.title)


def _body_is_written_by_machine(article: Article, record: Record) -> bool:
    body = f"{article.body}\n" if article.body else ""
    return sha256(body.encode("utf-8", "replace")).hexdigest() == record.body_sha256
