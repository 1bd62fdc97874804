"""
The slugs of planned articles, given out in the order of their originals.

An article that stands at the address of another text is another version of it, or perhaps one: an import's functions decide that too
(`desk/importing/same_texts.py`). A version has a slug of the article that is shown, and names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.archive import Archive
from warraq.archive.original import Original
from warraq.archive.permanent_id import former_ids, free_id, id_of
from warraq.archive.problem import Problem
from warraq.archive.slug import free_slug, slug_key, version_slug

from .new_articles import NewArticle

if TYPE_CHECKING:
    from warraq.desk.importing.originals_in_place import AtAddress

Made = NewArticle | Problem
WithKeys = Callable[[NewArticle, Original, Mapping[str, str]], Made]


def with_own_slugs(
    planned: Mapping[str, tuple[Original, Made]], with_keys: WithKeys, archive: Archive, content: Path, today: date
) -> Mapping[str, Made]:
    """
    Give each planned article a slug that no other has, and a version the keys that say so; by the names of their originals.

    `with_keys` writes other keys into a planned article; a version came in on the day `today`.
    """
    given = {name: made for name, (_, made) in planned.items()}
    taken = {slug_key(slug) for article in archive.articles for slug in (article.slug, *article.aliases)}
    other_ids = _other_ids(planned, archive)
    last: dict[str, int] = {}

    def give(name: str, keys: Mapping[str, str]) -> None:
        original, made = planned[name]
        if isinstance(made, NewArticle):
            keys = {**keys, **other_ids.get(name, {})}
            same = keys == {"slug": made.planned.slug}
            made = given[name] = made if same else with_keys(made, original, keys)
        if isinstance(made, NewArticle):
            taken.add(slug_key(made.planned.slug))

    at = _at_addresses(planned, archive, content)
    versions: dict[str, int] = {}
    for name, (_, made) in planned.items():
        if isinstance(made, NewArticle) and not (name in at and at[name].is_certain):
            give(name, {"slug": free_slug(made.planned.slug, taken, last)})
    for name in [name for name in planned if name in at]:
        its, shown = given[name], at[name].slug or _slug(given.get(at[name].original))
        if not isinstance(its, NewArticle):
            continue
        slug, keys = its.planned.slug, _keys(shown, today, is_certain=at[name].is_certain)
        if at[name].is_certain:
            slug = version_slug(shown, taken, versions) if keys else free_slug(slug, taken, last)
        give(name, {"slug": slug, **keys})
    # None of them stood there before the other, as far as the archive knows.
    for name in dict.fromkeys(each.original for each in at.values() if each.is_certain and each.original not in at):
        if slug := _slug(given.get(name)):
            give(name, {"slug": slug, "added": today.isoformat()})
    return given


def _other_ids(planned: Mapping[str, tuple[Original, Made]], archive: Archive) -> dict[str, dict[str, str]]:
    """Give the key of those planned articles whose id another one has, by the names of their originals."""
    ids = {id_ for article in archive.articles for id_ in (id_of(article), *former_ids(article))}
    found: dict[str, dict[str, str]] = {}
    for name, (original, made) in planned.items():
        if isinstance(made, NewArticle):
            ids.add(free := free_id(original.stem, ids))
            if made.planned.front_matter.get("id") != free:
                found[name] = {"id": free}
    return found


def _keys(shown: str, today: date, *, is_certain: bool) -> dict[str, str]:
    from warraq.desk.importing.same_texts import version_keys  # likewise

    return version_keys(shown, today.isoformat(), is_certain=is_certain)


def _slug(made: Made | None) -> str:
    return made.planned.slug if isinstance(made, NewArticle) else ""


def _at_addresses(
    planned: Mapping[str, tuple[Original, Made]], archive: Archive, content: Path
) -> Mapping[str, AtAddress]:
    if not any("url" in made.planned.record.described for _, made in planned.values() if isinstance(made, NewArticle)):
        return {}
    from warraq.desk.importing.originals_in_place import (
        InPlace,
        at_addresses,
    )  # all of an import: most builds need none

    new = [
        InPlace(original, made.planned.record, len(made.pictures))
        for original, made in planned.values()
        if isinstance(made, NewArticle)
    ]
    return at_addresses(new, archive.articles, content)
