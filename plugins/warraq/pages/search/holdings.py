"""The articles as the search knows them: titles, texts and notes of published editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.archive.archive import Site
from warraq.archive.versions import version_day
from warraq.pages import addresses
from warraq.pages.article_facts import ArticleFacts, ArticleTexts
from warraq.pages.dates import display_date
from warraq.pages.page import Library


@dataclass(frozen=True, slots=True)
class Holding:
    """The part of an article that is searched, and the part that a result shows."""

    url: str
    """Below the site's root, without a leading `/`."""
    title: str
    text: str
    """Without the title."""
    date: str = ""
    """EDTF: `2023-11-08`, `2023-11`, `2023`; empty where undated."""
    source: str = ""
    tags: tuple[str, ...] = ()
    """Ids of concepts and free words."""
    notes: str = ""
    """Summary and editors' notes: searched with the text, behind it."""
    concepts: tuple[str, ...] = ()
    """Ids of the concepts that it names, beside those of `tags`; a concept whose label is in the text is found without this."""
    date_text: str = ""
    """The date in words, as on the site's other pages."""
    inferred: bool = False
    """The date is the machine's, and no editor confirmed it."""
    language: str = "ar"
    """Of the text (BCP 47)."""
    version_of: str = ""
    """Of another version of an article: the address of the one that is shown."""
    version_day: str = ""
    """Of such a version: its day in words, where it is known."""

    @property
    def day(self) -> int:
        """The date as a number to sort and compare by: 20231108, 20231100, 20230000; 0 where undated."""
        year, month, day = [*(int(part) for part in self.date.split("-") if part), 0, 0, 0][:3]
        return year * 10000 + month * 100 + day


def holdings(library: Library) -> Iterator[Holding]:
    """Yield every published article, and its other versions."""
    for facts in library.all:
        yield holding(facts, library.texts[facts.article.slug], library.archive.site)


def holding(facts: ArticleFacts, texts: ArticleTexts, site: Site) -> Holding:
    """Make one."""
    article = facts.article
    day = version_day(article) if article.version_of else None
    return Holding(
        url=addresses.article(article.slug),
        title=article.title,
        text=texts.text,
        date=str(article.date) if article.date else "",
        date_text=display_date(article.date, site, own=facts.own_days).text if article.date else "",
        inferred=facts.inferred,
        source=article.source.name if article.source else "",
        tags=article.tags,
        notes="\n".join(filter(None, (article.summary, texts.notes))),
        concepts=facts.concepts,
        language=article.lang,
        version_of=addresses.article(article.version_of) if article.version_of else "",
        version_day=display_date(day, site).text if day else "",
    )
