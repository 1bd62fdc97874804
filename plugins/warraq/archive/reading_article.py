"""One file of `content/articles/` as an `Article`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from sys import intern
from typing import TYPE_CHECKING, Any

from warraq.language import listed, message

from . import formats
from .article import Annotation, Article, Correction, Reviewed, Settled, Source, Withdrawn, Withheld
from .conflict_marks import conflict_marks
from .decoding import decode_file
from .formats import KEY
from .front_matter import key_name, split_front_matter
from .permanent_id import id_of
from .problem import Level, Problem, WrongValueError
from .rights import not_understood
from .slug import slug_of
from .validation import validate
from .yaml_values import REORDERING, YamlValues, read_yaml

if TYPE_CHECKING:
    from .schema import ArticleKeys, SourceKeys


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The result of reading one file: the article, or None and the problems."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def read_article(path: str, data: bytes) -> ReadArticle:
    """Read a file's bytes; `path` is relative to the project. Depends on nothing else, so that it can be cached by content."""
    text = decode_file(path, data)
    if isinstance(text, Problem):
        return ReadArticle(None, (text,))
    cut = conflict_marks(path, text) or split_front_matter(path, text)
    if isinstance(cut, Problem):
        return ReadArticle(None, (cut,))
    values = read_yaml(path, cut.front_matter, cut.front_matter_line, key_name)
    try:
        values = _upgrade(values)
    except WrongValueError as error:
        return ReadArticle(None, (Problem(path, *values.place(KEY), KEY, error.what, error.todo),))
    from .schema import ArticleKeys  # an archive of which nothing has changed reads no front matter

    keys, problems = validate(path, values, ArticleKeys)
    if keys is None:
        return ReadArticle(None, problems)
    if keys.date is None and keys.original is None and _said_nothing("date", values.value):
        what = message("It is missing.")
        todo = message("Write date: 2024-03-15, or date: unknown where nobody knows it.")
        return ReadArticle(None, (Problem(path, *values.place(""), "date", what, todo),))
    article = _article(path, keys, cut.body, cut.body_line, values.places)
    return ReadArticle(article, tuple(_warnings(article, values)))


def _upgrade(values: YamlValues) -> YamlValues:
    """Bring the keys to the newest format; keys that a migration renames have no place of their own any more."""
    if not isinstance(values.value, dict):
        return values
    return replace(values, value=formats.FRONT_MATTER.upgrade(values.value))


def article_from_values(
    path: str, values: Mapping[str, object], body: str, body_line: int, places: Mapping[str, tuple[int, int]]
) -> Article:
    """
    Build the article that `read_article` would read from a file with this front matter and body, without the file.

    `values` are as YAML would give them: str, list or dict. A pydantic ValidationError is a mistake of the program that made them.
    """
    from .schema import ArticleKeys

    return _article(
        path, ArticleKeys.model_validate(formats.FRONT_MATTER.upgrade(values)), body.strip("\n"), body_line, places
    )


def _warnings(article: Article, values: YamlValues) -> Iterator[Problem]:
    """Yield a warning for each value that may have been meant otherwise."""
    if article.source and (said := not_understood(article.source.rights)):
        name = "source.rights"
        yield Problem(article.path, *values.place(name), name, *said, Level.WARNING)
    title = values.value.get("title") if isinstance(values.value, dict) else None
    if isinstance(title, str) and (marks := list(dict.fromkeys(REORDERING.findall(title)))):
        what = message(
            "The title has invisible marks that reorder letters: {marks}. They are left out.",
            marks=listed(f"U+{ord(mark):04X}" for mark in marks),
        )
        todo = message("Write the title anew without them; the page sets its direction by itself.")
        yield Problem(article.path, *values.place("title"), "title", what, todo, Level.WARNING)


def _said_nothing(key: str, front_matter: object) -> bool:
    return isinstance(front_matter, dict) and front_matter.get(key) is None


def _article(path: str, keys: ArticleKeys, body: str, body_line: int, places: Mapping[str, tuple[int, int]]) -> Article:
    article = Article(
        path=path,
        title=keys.title,
        slug=keys.slug or slug_of(PurePosixPath(path).stem),
        explicit_slug=keys.slug is not None,
        body=body,
        body_line=body_line,
        lang=keys.lang,
        date=keys.date,
        source=_source(keys.source),
        tags=keys.tags,
        summary=keys.summary,
        original=keys.original,
        id=keys.id or "",
        doi=keys.doi,
        ark=keys.ark,
        originals=keys.originals,
        annotations=tuple(Annotation(**_given(a)) for a in keys.annotations),
        settled=tuple(Settled(**_given(s)) for s in keys.settled),
        corrections=tuple(Correction(**_given(c)) for c in keys.corrections),
        authors=keys.authors,
        aliases=keys.aliases,
        former_addresses=keys.former_addresses,
        status="draft" if keys.draft == "true" else keys.status,
        embargo=keys.embargo,
        translation_of=keys.translation_of,
        version_of=keys.version_of,
        perhaps_version_of=keys.perhaps_version_of,
        added=keys.added,
        reviewed=Reviewed(**_given(keys.reviewed)) if keys.reviewed else None,
        withdrawn=Withdrawn(**_given(keys.withdrawn)) if keys.withdrawn else None,
        withheld=tuple(Withheld(**_given(w)) for w in keys.withheld),
        places=_places(places.items()),
    )
    return replace(article, id=id_of(article))  # what leaves of it may not have the name of its original


def _source(keys: SourceKeys | None) -> Source | None:
    return Source(**_given(keys)) if keys else None


def _given(model: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Give a model's fields as they are; the dataclass has the same names."""
    return dict(model)


def _places(places: Iterable[tuple[str, tuple[int, int]]]) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (intern(name), line, column) for name, (line, column) in places
    )  # ten thousand articles have the same keys
