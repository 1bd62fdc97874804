"""
A new article: an empty one for an author, or one made of a damaged text.

Comments in the file, in the site's language, explain each key; the file is valid with them. A damaged text goes to
`content/originals/`, byte for byte, and is repaired at once, without questions.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.archive.permanent_id import free_id, id_for
from warraq.archive.slug import find_line, find_slug, free_slug, slug_key, slug_of
from warraq.archive.stated_line import stated_line
from warraq.archive.system_reason import system_reason
from warraq.desk import writing
from warraq.desk.archive_lock import archive_lock
from warraq.desk.command_line import CommandLine
from warraq.desk.site import language_in
from warraq.language import message
from warraq.repair.writers.front_matter import scalar

from .intake import take_in
from .terminal import print_message

FRONT_MATTER = """\
---
# yaml-language-server: $schema=../schema.json
title: {title}
slug: {slug}  # {slug_is}
date: {date}  # {date_is}
lang: {lang}
id: {id}  # {id_is}
# source: …  # {source_is}
# tags: []  # {tags_are}
# summary: …  # {summary_is}
# authors: []
# status: draft  # {draft_is}
---

"""


def front_matter(title: str, slug: str, permanent_id: str, day: date, language: str) -> str:
    """Write the front matter of an empty article; its comments are in `language`."""
    comments = {
        "slug_is": message("in the address; written once, so that a new title moves no page"),
        "id_is": message("by which it is cited; written once"),
        "date_is": message("of the text; 2023-11 or 2023 where no more is known"),
        "source_is": message("the agency or paper; or name:, url:, via: on lines of their own"),
        "tags_are": message("ids of content/vocabulary/, or free words"),
        "summary_is": message("one or two sentences, for lists and search engines"),
        "draft_is": message("take the # away, and it is not published yet"),
    }
    texts = {name: comment.text(language) for name, comment in comments.items()}
    return FRONT_MATTER.format(
        title=scalar(title), slug=scalar(slug), id=permanent_id, date=day, lang=language, **texts
    )


def taken_slugs(content: Path) -> Iterator[str]:
    """Give all slugs of the archive, as `slug_key` folds them, from the top of each file: the rest of a file may be broken."""
    for stem, text in _files(content):
        yield slug_key(slug_of(stem))
        if slug := find_slug(text):
            yield slug_key(slug)


def taken_ids(content: Path) -> Iterator[str]:
    """Give all permanent ids of the archive in the same way, and those that articles without one are given."""
    for stem, text in _files(content):
        original = find_line(text, "original")
        yield find_line(text, "id") or id_for(stem_of(original) if original else find_slug(text) or slug_of(stem))


def _files(content: Path) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each article's file, as far as it can be read."""
    for file in (content / "articles").rglob("*.md"):
        try:
            yield file.stem, file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        except OSError:  # `check` tells it
            yield file.stem, ""


def write_new(content: Path, title: str, day: date, language: str) -> Path:
    """Write the file of an empty article under a free slug; return its path."""
    tidy = stated_line(title)
    with archive_lock(content, "new"):
        taken = set(taken_slugs(content))
        while True:
            slug = free_slug(slug_of(tidy), taken)
            file = content / "articles" / f"{slug}.md"
            id_ = free_id(slug, set(taken_ids(content)))
            if writing.write_new(file, front_matter(tidy, slug, id_, day, language).encode()):
                return file
            taken.add(slug_key(slug))  # somebody put a file there at this moment


def editor_of(environment: dict[str, str]) -> list[str]:
    """Return the command of the editor; empty where there is no terminal."""
    wanted = environment.get("VISUAL") or environment.get("EDITOR") or ""
    if environment.get("CI") or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return []
    try:
        return shlex.split(wanted, posix=os.name == "posix")
    except ValueError:  # an unclosed quotation mark
        return [wanted]


def main(arguments: list[str]) -> int:
    """Make an article, then open it in the editor; return the exit code."""
    parser = CommandLine(prog="python3 tasks.py new", description=__doc__)
    parser.add_argument("title", help="the headline; with --from a file, or - for standard input")
    parser.add_argument("--from", dest="damaged", action="store_true", help="take a damaged text in and repair it")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the archive")
    given = parser.parse_args(arguments)
    language = language_in(given.content)
    if given.damaged:
        return take_in(given.content, given.title, language)
    if not stated_line(given.title):
        print_message(message('The title is empty. Write: python3 tasks.py new "…"'), language)
        return 2
    file = write_new(given.content, given.title, date.today(), language)  # noqa: DTZ011 - the author's own day
    print_message(message("The article is in {path}", path=file.as_posix()), language)
    if editor := editor_of(dict(os.environ)):
        try:
            return subprocess.call([*editor, str(file)])  # noqa: S603 - the program that the author chose
        except OSError as error:
            failure = message(
                "{editor} could not be begun: {reason}. Set EDITOR.", editor=editor[0], reason=system_reason(error)
            )
            print_message(failure, language)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
