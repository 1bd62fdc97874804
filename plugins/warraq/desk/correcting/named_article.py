"""
Of which article a row of a table speaks: its file and its slug have to say the same, its address counts where it has neither.

A row that names two articles is somebody's slip, and a name that was edited is no wish that this command could fulfil: neither is guessed.
"""

from __future__ import annotations

from typing import NoReturn

from warraq.archive.problem import WrongValueError
from warraq.language import message

from .articles import ArticleIndex, Articles, CorrectableArticle
from .spreadsheet import guarded, is_garbled, is_rewritten
from .table_columns import TableRow


def article_named(row: TableRow, index: ArticleIndex, articles: Articles) -> CorrectableArticle:
    """Give the article that a row names; a WrongValueError where it names none, several, or two different ones."""
    names = {key: name for key in ("file", "slug") if (name := row.keys.get(key))} or dict(row.keys)
    if not names:
        raise WrongValueError(
            message("The row does not say which article it speaks of."),
            message("Name its file in content/articles/, its slug, or the address of its page."),
        )
    hits = {key: _found(key, name, index) for key, name in names.items()}
    if left := articles.left_alone(names):
        raise left
    sure = next((these[0] for these in hits.values() if len(these) == 1), None)
    for key, these in hits.items():
        if sure and sure not in these and _is_as_exported(key, names[key], sure):
            continue
        if not these:
            _unknown(key, names[key], sure)
        if sure and sure not in these:
            raise WrongValueError(
                message(
                    "The row names two articles: its file is that of {path}, its slug that of {other}.",
                    path=sure.path,
                    other=these[0].path,
                ),
                message("Correct one of the two, or leave its cell empty."),
            )
    if sure is None:
        raise WrongValueError(
            message("Several articles have the address {url}.", url=next(iter(names.values()))),
            message("Name the file of the one that is meant."),
        )
    return sure


def _found(key: str, name: str, index: ArticleIndex) -> list[CorrectableArticle]:
    return index.find(key, name) or index.find(key, guarded(name))


def _is_as_exported(key: str, cell: str, this: CorrectableArticle) -> bool:
    """Tell whether a name is the article's as a program writes it: `2023-11` as `Nov-23`, `007` as `7`, or without its letters."""
    name = this.article.slug if key == "slug" else this.path.removeprefix("content/articles/")
    return is_rewritten(key, cell, name, lambda _: True) or is_garbled(cell, name)


def _unknown(key: str, name: str, sure: CorrectableArticle | None) -> NoReturn:
    """Say that nothing has a name; beside another one it was probably edited."""
    if sure and key == "slug":
        raise WrongValueError(
            message(
                "No article has the slug “{name}”; that of {path} is “{slug}”.",
                name=name,
                path=sure.path,
                slug=sure.article.slug,
            ),
            message(
                "Addresses are not changed here: put the former one back. With --slug a slug goes along with its title; "
                "otherwise write it into the article, and the former one under aliases."
            ),
        )
    if sure:
        raise WrongValueError(
            message("No article is called “{name}”; the slug is that of {path}.", name=name, path=sure.path),
            message("Files are not renamed here: put the name back, or leave the cell empty."),
        )
    raise WrongValueError(
        message("No article is called “{name}”.", name=name),
        message("Name its file in content/articles/, its slug, or the address of its page."),
    )
