"""Reading `content/pages/`: each file by itself, then which of them are one page in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from warraq.language import message

from ..article import Article
from ..conflict_marks import conflict_marks
from ..decoding import decode_file
from ..front_matter import KEY_ALIASES as ALIASES_OF_ARTICLES
from ..front_matter import key_name, split_front_matter
from ..problem import Problem
from ..slug import slug_key, slug_of
from ..validation import validate
from ..yaml_values import read_yaml
from .own_page import PLACES, TAKEN, OwnPage
from .schema import NO, YES, PageKeys

LANGUAGE = re.compile(r"(?P<name>.+)\.(?P<lang>[a-z]{2,3})")
YEAR = re.compile(r"\d{4}")
KEY_ALIASES = {
    **{name: key for name, key in ALIASES_OF_ARTICLES.items() if key in PageKeys.model_fields},
    "slug": "address",
    "description": "summary",
    "القائمة": "menu",
    "الترتيب": "order",
}
"""Other names that stand for a key."""
USUAL_PLACE = 100


def read_own_page(path: str, data: bytes, site_language: str) -> OwnPage | tuple[Problem, ...]:
    """Read a file's bytes; `NAME.LANG.md` is in that language, `NAME.md` in the site's."""
    text = decode_file(path, data)
    if isinstance(text, Problem):
        return (text,)
    stem = PurePosixPath(path).stem
    match = LANGUAGE.fullmatch(stem)
    name, lang = (match["name"], match["lang"]) if match else (stem, site_language)
    if name in PLACES and not text.lstrip("\ufeff \n").startswith("-"):
        text = f"---\n---\n{text}"  # words alone are enough where the page has its heading
        shift = 2
    else:
        shift = 0
    cut = conflict_marks(path, text) or split_front_matter(path, text)
    if isinstance(cut, Problem):
        return (cut,)
    values = read_yaml(path, cut.front_matter, cut.front_matter_line, partial(key_name, others=KEY_ALIASES))
    keys, problems = validate(path, values, PageKeys)
    if keys is None:
        return problems
    if keys.title is None and name not in PLACES:
        return (
            Problem(
                path, *values.place(""), "title", message("It is missing."), message("Write {key}: …", key="title")
            ),
        )
    slug = keys.address or slug_of(name)
    if name not in PLACES and (slug_key(slug) in TAKEN or YEAR.fullmatch(slug)):
        what = message("/{address}/ is an address of the site's own.", address=slug)
        return (Problem(path, *values.place("address"), "address", what, message("Write another one: address: …")),)
    article = Article(
        path,
        keys.title or "",
        slug,
        cut.body,
        cut.body_line - shift,
        lang,
        summary=keys.summary,
        explicit_slug=keys.address is not None,
    )
    return OwnPage(name, article, _menu(keys), int(keys.order or USUAL_PLACE))


def _menu(keys: PageKeys) -> str:
    said = keys.menu or ""
    return (keys.title or said) if said.lower() in YES else "" if said.lower() in NO else said


def in_languages(pages: Iterable[OwnPage], site_language: str) -> Iterator[OwnPage | Problem]:
    """Give each page the address of its language, and its other languages; or the problem of two at one address."""
    groups: dict[str, list[OwnPage]] = {}
    for page in pages:
        groups.setdefault(page.name, []).append(page)
    taken: dict[str, str] = {}
    for name, group in groups.items():
        if name in PLACES:
            yield from group
            continue
        group.sort(key=lambda page: (page.text.lang != site_language, page.text.lang))
        first, *rest = (page.text for page in group)
        texts = [first, *(_in_its_language(text, first) for text in rest)]
        for page, text in zip(group, texts, strict=True):
            if other := taken.get(slug_key(text.slug)):
                what = message("{path} stands at this address too.", path=other)
                yield Problem(text.path, 1, 0, "address", what, message("Write another one: address: …"))
                continue
            taken[slug_key(text.slug)] = text.path
            others = tuple((each.lang, f"{each.slug}/") for each in texts if each is not text)
            yield replace(page, text=text, others=others, menu=page.menu if text is first else "")


def _in_its_language(text: Article, first: Article) -> Article:
    if text.explicit_slug or text.lang == first.lang:
        return text
    return replace(text, slug=f"{first.slug}/{text.lang}")
