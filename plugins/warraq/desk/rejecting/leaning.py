"""Which other articles lean on one that is to be thrown out: they translate it, lead to it or to its pictures, or have words that it withholds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from warraq.archive.problem import Problem
from warraq.archive.typed_name import typed_name
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.versions.leaving import published_without
from warraq.language import message

from .kept import Thrown

LINK = re.compile(r"\{(?:filename|static|attach)\}([^)>\"\s#?]*)")

VERSION_KEYS = ("version_of", "perhaps_version_of")


def leaning(files: ArchiveFiles, thrown: Sequence[Thrown]) -> Iterator[Problem]:
    """Yield a problem for each article that would have an error without what is `thrown`."""
    going = {inside for each in thrown for inside in each.files}
    names = {inside.rpartition("/")[2] for inside in going}
    slugs = {each.slug for each in thrown if each.slug}
    yield from published_without(
        files, {f"{files.content.name}/{inside}" for inside in going if inside.endswith(".md")}
    )
    for file in files.articles() if going else ():
        inside = file.relative_to(files.content).as_posix()
        if inside in going:
            continue
        data = file.read_bytes()
        text = data.decode(errors="replace")
        names_another = "translation_of" in text.lower() or "version_of" in text.lower()
        leads = any(unquote(m[1]).rpartition("/")[2] in names for m in LINK.finditer(text))
        article = files.read_article(file, data) if names_another or leads else None
        if article is None:
            continue
        if article.translation_of in slugs:
            what = message("It is the translation of an article that would be thrown out.")
            todo = message("Take translation_of: out, or throw it out too.")
            yield Problem(article.path, *article.place("translation_of"), "translation_of", what, todo)
        elif key := next((k for k in VERSION_KEYS if getattr(article, k) in slugs), ""):
            what = message("It is another version of an article that would be thrown out.")
            todo = message(
                "Throw it out too, or let it stand alone: python3 tasks.py versions --part {name}",
                name=typed_name(article.slug),
            )
            yield Problem(article.path, *article.place(key), key, what, todo)
        elif leads:
            what = message("It leads to an article or a picture that would be thrown out.")
            yield Problem(article.path, 0, 0, "", what, message("Take the link out, or throw it out too."))
