"""A text at the address of another article: it may be another version of that one, or an article of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from warraq.archive.problem import WrongValueError, with_remedy
from warraq.archive.slug import LONGEST
from warraq.archive.typed_name import typed_name
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.front_matter import set_value, without_key
from warraq.desk.review.open_item import Kind, OpenItem, Proposal, Seen
from warraq.desk.review.refusal import RefusedError
from warraq.desk.versions.closing import Closing
from warraq.desk.versions.finding import article_with_slug, has_versions, in_groups, why_not_joined
from warraq.desk.writing import text_of
from warraq.language import message

from .value import Value, item_of_value

KEY = "perhaps_version_of"


def find(seen: Seen) -> Iterator[OpenItem]:
    """Ask whether an article is another version of the one that it names, until an editor decided."""
    other = seen.article.perhaps_version_of
    if other:
        why = message(
            "Another text stands at the same address of its source: is it another version of {slug}?", slug=other
        )
        item = item_of_value(seen, Value(KIND.name, KEY, other), None, why)
        # Each is asked alone: texts at one address are not alike.
        yield replace(item, group=f"{KIND.name}\n{seen.article.path}", proposals=(Proposal("1", other),))


def kept(text: str, _item: OpenItem, _others: int) -> str:
    """Let it be an article of its own."""
    return without_key(text, KEY)


def fixed(text: str, _item: OpenItem, typed: str, _expected: str) -> str:
    """Let it be a version of the article with the slug that was taken or typed."""
    return set_value(without_key(text, KEY), "version_of", typed)


def resolved(files: ArchiveFiles, item: OpenItem, typed: str) -> str:
    """Give the slug of the article that is shown, of which this one becomes a version; a RefusedError where it can't be one."""
    slug = typed.strip()[:LONGEST]
    other = article_with_slug(files, slug)
    if other is None:
        raise RefusedError(message("No article has the slug {value}.", value=slug))
    shown = other.version_of or other.slug
    problem = why_not_joined(item.path, item.slug, shown, has_versions=has_versions(files, item.slug))
    if problem:
        raise RefusedError(with_remedy(problem))
    return shown


def closed(files: ArchiveFiles, path: str, text: str) -> str:
    """Give the text with what the article had of the other one, where that is withdrawn, withheld or held back: no key here speaks of it."""
    try:
        kept = Closing(files).kept(in_groups(files), {path: text}, partial(_text, files))
    except WrongValueError as error:
        raise RefusedError(with_remedy(error)) from None
    if set(kept.said) - {path}:  # a decision writes one file
        todo = message("Do it by: python3 tasks.py versions --part {name}", name=typed_name(path))
        raise RefusedError(
            message(
                "{what} {todo}", what=message("Its own versions have to be written too, to stay held back."), todo=todo
            )
        )
    return kept.texts[path]


def _text(files: ArchiveFiles, path: str) -> str:
    return text_of((files.content.parent / path).read_bytes())[0]


KIND = Kind(
    name="perhaps-a-version",
    label=message("Perhaps another version of an article"),
    keep=message("They are two articles"),
    take=message("It is a version of that article"),
    ask=message("The slug of the article of which it is another version"),
    find=find,
    kept=kept,
    fixed=fixed,
    resolved=resolved,
    closed=closed,
    has_other=True,
)
