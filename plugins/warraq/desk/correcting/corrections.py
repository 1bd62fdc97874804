"""
An article with other values: what its file would be, and whether our own `check` accepts it.

A new title may take the slug along, where the slug was made of the former title. The former slug stays as an alias, so that no link breaks;
a slug that somebody chose stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warraq.archive.article import Article
from warraq.archive.problem import Problem, WrongValueError
from warraq.archive.slug import free_slug, numbered_slug, slug_key, slug_of
from warraq.desk.accepted import problem_of
from warraq.desk.article_head import ArticleHead
from warraq.desk.front_matter import set_value
from warraq.desk.front_matter_fields import with_scalar, with_words
from warraq.desk.front_matter_places import NotEditableError
from warraq.desk.renewing.patch import patch
from warraq.language import message

from .articles import Articles, CorrectableArticle
from .fields import with_fields

NUMBER = re.compile(r"[2-9]|[1-9]\d{1,5}")
CONTEXT = 4
"""Lines of the text below that a diff may show."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An article as it would be."""

    of: CorrectableArticle
    head: ArticleHead

    def diff(self) -> str:
        """Give the difference as `git diff` shows it."""
        return diff_of(self.of.path, self.of.head, self.head)


def diff_of(path: str, before: ArticleHead, after: ArticleHead) -> str:
    """Give the difference of two front matters, with a few lines of the text below."""
    below = "".join(line + "\n" for line in before.below.split("\n", CONTEXT)[:CONTEXT])
    below = below if before.below.startswith(below) else before.below
    return patch(path, before.raw + below, after.raw + below)


class Slugs:
    """The slugs that are taken, and the new ones that titles give."""

    def __init__(self, articles: Articles) -> None:
        self._taken: set[str] = set()
        for this in articles.all:
            self._taken.update(map(slug_key, (this.article.slug, *this.article.aliases)))
        self.moved: dict[str, str] = {}
        """New slugs by former ones."""
        self.stayed = 0
        """How many slugs were not made of the former title."""

    def with_title(self, head: str, article: Article, title: str) -> str:
        """Give the front matter with the slug of another title, and the former one among the aliases."""
        old, wanted = article.slug, slug_of(title)
        if not _is_made_of(old, article.title):
            self.stayed += 1
            return head
        if _is_made_of(old, title):
            return head
        own = {slug_key(alias) for alias in article.aliases}
        new = wanted if slug_key(wanted) in own else free_slug(wanted, self._taken)
        self._taken.add(slug_key(new))
        self.moved[old] = new
        aliases = [alias for alias in article.aliases if slug_key(alias) != slug_key(new)]
        return with_words(with_scalar(head, "slug", new), "aliases", [*aliases, old])


def _is_made_of(slug: str, title: str) -> bool:
    """Tell whether a slug is the title's, with a number behind it where another article had it."""
    made, (_, _, number) = slug_of(title), slug.rpartition("-")
    numbered = numbered_slug(made, int(number)) if NUMBER.fullmatch(number) else made
    return slug_key(slug) in (slug_key(made), slug_key(numbered))


def corrected(of: CorrectableArticle, values: Mapping[str, str], slugs: Slugs | None = None) -> Correction | Problem:
    """Give an article with other values, or the problem that keeps it from having them; `slugs`: a new title takes the slug along."""
    path = of.path
    try:
        head = with_fields(of.head.text, values)
        if slugs and "title" in values:
            head = slugs.with_title(head, of.article, values["title"])
        made = of.head.with_text(head)
    except WrongValueError as error:
        return Problem(path, 0, 0, ", ".join(values), error.what, error.todo)
    except NotEditableError as error:
        return not_editable(path, ", ".join(values), error)
    return problem_of(path, made.data()) or Correction(of, made)


NAMING_SLUGS = ("translation_of", "version_of", "perhaps_version_of")
"""Keys that name another article by its slug."""


def with_moved_slugs(
    articles: Iterable[CorrectableArticle], made: list[Correction], moved: Mapping[str, str]
) -> list[Problem]:
    """Add the translations and the other versions of articles whose slugs move: they name the new one. Give those that can't."""
    at = {correction.of.path: number for number, correction in enumerate(made)}
    problems: list[Problem] = []
    for this in articles:
        named = {key: moved[slug] for key in NAMING_SLUGS if (slug := getattr(this.article, key)) in moved}
        if not named:
            continue
        number = at.get(this.path)
        head = made[number].head if number is not None else this.head
        try:
            for key, new in named.items():
                head = head.with_text(set_value(head.text, key, new))
        except NotEditableError as error:
            problems.append(not_editable(this.path, ", ".join(named), error))
            continue
        correction = Correction(this, head)
        if number is None:
            made.append(correction)
        else:
            made[number] = correction
    return problems


def not_editable(path: str, fields: str, error: NotEditableError) -> Problem:
    """Give the problem of a file whose fields can't be changed safely."""
    what = message("The file can't be changed safely: {reason}", reason=str(error))
    return Problem(path, 0, 0, fields, what, message("Change it by hand."))
