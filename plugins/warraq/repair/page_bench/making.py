"""Make the labelled pages of a seed: each layout in each language, with an article that fits it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import lru_cache

import yaml

from .articles import CORPUS, LANGUAGES, Article, read_articles
from .gold import Gold, LabelledPage
from .layouts import Layout, read_layouts, template_of
from .page_parts import PageParts, Phrases
from .words import normal
from .wrapping import wrapped

OF_OLD_PAGES = {"fa": str.maketrans({"ی": "ي"})}
"""Letters that windows-1256 lacks and its writers replaced."""
SOUND = frozenset({"short", "figures", "titles", "dates", "authors", "furniture", "pictures", "old pages"})
"""Kinds in whose pages no letter is damaged."""
BAD_BYTE = b"@@BAD@@"
"""What a template writes where a byte has to be damaged."""
SHORTEST_SNIPPET = 8
"""Letters of a piece of furniture that is looked for; shorter ones stand in articles too."""


def make_pages(seed: int, languages: Sequence[str] = LANGUAGES, layouts: Sequence[str] = ()) -> Iterator[LabelledPage]:
    """Make all pages of a seed, in the order of layouts and languages; the same bytes each time."""
    for layout in read_layouts():
        if layouts and layout.name not in layouts:
            continue
        for language in languages:
            if not layout.languages or language in layout.languages:
                yield make_page(layout, language, seed)


def make_sample(seed: int, of_each: int = 2) -> Iterator[LabelledPage]:
    """Make each layout in so many languages, going round."""
    for number, layout in enumerate(read_layouts()):
        languages = layout.languages or LANGUAGES
        for turn in range(min(of_each, len(languages))):
            yield make_page(layout, languages[(number * of_each + turn) % len(languages)], seed)


def make_page(layout: Layout, language: str, seed: int) -> LabelledPage:
    """Make one page."""
    chance = random.Random(f"{seed} {layout.name} {language}")  # noqa: S311 - the same pages in every run
    article = chance.choice(fitting(layout, language))
    if layout.charset == "legacy":
        article = article.spelled(OF_OLD_PAGES.get(language, {}))
    parts = PageParts(article, phrases_of(language), chance)
    text = template_of(layout.name).render(page=parts, article=article, **_shortcuts(parts))
    data = wrapped(layout.encode(text.lstrip() + "\n", language).replace(BAD_BYTE, b"\xff"), layout.wrapping)
    name = f"{layout.name}-{language}.{layout.ending}"
    if layout.file_day is not None:
        name = f"{parts.day(after=layout.file_day)}-{name}"
    return LabelledPage(layout.name, language, layout.kind, name, data, _gold(layout, parts))


@lru_cache
def _articles(language: str) -> list[Article]:
    return read_articles(language)


@lru_cache
def phrases_of(language: str) -> Phrases:
    """Read the furniture of a language."""
    phrases: Phrases = yaml.safe_load((CORPUS / "phrases" / f"{language}.yaml").read_text(encoding="utf-8"))
    return phrases


def fitting(layout: Layout, language: str) -> list[Article]:
    """Give the articles of a language that a layout takes."""
    if layout.article == "any":
        return [a for a in _articles(language) if "flash" not in a.traits]
    return [a for a in _articles(language) if layout.article in a.traits]


def _shortcuts(parts: PageParts) -> dict[str, object]:
    return {"title": parts.title, "lang": parts.lang, "dir": parts.dir, "off": parts.off, "say": parts.say}


def _gold(layout: Layout, parts: PageParts) -> Gold:
    article = parts.article
    lines = tuple(line for part in article.parts for line in part.lines())
    captions = tuple(text for part in article.parts if part.kind == "picture" for text in part.items)
    own = normal(" ".join((article.title, *lines, *captions, *article.authors)))
    written = dict.fromkeys(parts.written)
    day: str | None = article.day.isoformat() if "date" in layout.says else ""
    if "open-date" in layout.says:
        day = f"open:{article.day.year}"
    elif "any-date" in layout.says:
        day = None
    return Gold(
        lines=lines,
        paragraphs=tuple(p.text for p in article.parts if p.kind in {"p", "q"}),
        headings=tuple(p.text for p in article.parts if p.kind == "h"),
        rows=() if "no-rows" in layout.says else tuple(row for part in article.parts for row in part.rows),
        captions=captions,
        unwanted=tuple(w for w in written if len(w) >= SHORTEST_SNIPPET and normal(w) not in own),
        title=article.title,
        day=day,
        authors=None if "any-authors" in layout.says else article.authors if "authors" in layout.says else (),
        source=parts.first("site") if "source" in layout.says else None,
        sound=layout.kind in SOUND,
        aside=layout.aside,
    )
