"""
What leaves this machine: the one place that makes it, as `decisions.py` decides.

`Publication` and `publishable` alone make a `Library`, and pages, lists, feeds, files, search and pictures are made of nothing else. Of each
article it keeps all, a part, a notice, or nothing (`Leaves`), and of the vocabulary what published articles speak of; what it
leaves out is in no part of a library, so that no page can publish it by mistake.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from warraq.archive.archive import Archive, Site
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.edition.edition import Edition
from warraq.edition.withholding import article_without, vocabulary_without, words_of

from .article_facts import ArticleFacts, Standing
from .decisions import Decisions, Leaves, extent, original_is_private
from .facts import facts_of, standing_of, texts_of
from .hidden_names import public_vocabulary
from .page import Library
from .paragraph_ids import with_paragraph_ids
from .public_edition import excerpt, withdrawal_stub, without_editors, without_original, without_source
from .public_links import Hidden, public_translations, replace_translation, without_hidden_links
from .texts import MadeTexts, Texts


def publishable(archive: Archive, editions: Iterable[Edition], site_url: str, today: date) -> WholeLibrary:
    """Keep what may leave this machine of an archive and its editions, in their order; nothing else makes a whole library."""
    decisions = Decisions(archive.vocabulary, today)
    whole = tuple(editions)
    kept = [made for each in whole if (made := public_edition(each, decisions, archive)) is not None]
    of_all = Publication(archive, site_url, today)
    every = tuple(map(standing_of, whole))
    hidden, translated = (
        of_all.hidden(every, kept_facts := [facts_of(e, site_url) for e in kept]),
        of_all.translated(kept_facts),
    )
    kept = [without_hidden_links(replace_translation(e, translated), hidden, site_url) for e in kept]
    texts = MadeTexts({e.article.slug: texts_of(e) for e in kept})
    library = of_all.library(every, [facts_of(e, site_url) for e in kept], hidden, texts)
    by_slug = {each.article.slug: each for each in kept}
    in_order = tuple(by_slug[each.article.slug] for each in library.all)
    return WholeLibrary(
        library.archive, library.articles, texts, site_url, library.pictures, library.versions, editions=in_order
    )


def frame_of(site: Site, vocabulary: Vocabulary, site_url: str) -> Library:
    """
    Give a library without articles: what the pages of a single article read of the archive.

    They look up the concepts that the article itself has, which are public with it.
    """
    return _Cleared(Archive(replace(site, removed=()), vocabulary=vocabulary), (), MadeTexts({}), site_url, frozenset())


class Publication:
    """What of an archive is published on one day, once the facts of its articles are known."""

    def __init__(self, archive: Archive, site_url: str, today: date) -> None:
        self._archive, self._site_url = archive, site_url
        decisions = Decisions(archive.vocabulary, today)
        self._notices = {
            a.path: withdrawal_stub(article_without(a, words_of(a), archive.vocabulary))
            for a in archive.articles
            if decisions.leaves(a) is Leaves.NOTICE
        }

    def hidden(self, every: Iterable[Standing], public: Collection[Standing]) -> Hidden:
        """Find what published articles must not lead to."""
        return Hidden.of(every, public, tuple(self._notices.values()))

    def translated(self, public: Iterable[Standing]) -> Mapping[str, str | None]:
        """Give a new `translation_of` to those published articles whose own names one that is not published."""
        return public_translations(self._archive.articles, {each.article.slug for each in public})

    def library(
        self,
        every: Iterable[Standing],
        public: Sequence[ArticleFacts],
        hidden: Hidden,
        texts: Texts,
    ) -> Library:
        """Put together what pages are made of; `public` are the facts of what was made without what is hidden."""
        shown = {each.article.path: each.article for each in public} | self._notices
        vocabulary = public_vocabulary(
            self._archive.vocabulary,
            every,
            public,
            lambda cited: hidden.is_led_to(cited, "concepts/x/", self._site_url),
        )
        slugs = {each.article.slug for each in public}
        articles = tuple(shown[a.path] for a in self._archive.articles if a.path in shown)
        return _Cleared(
            Archive(replace(self._archive.site, removed=()), articles, {}, {}, vocabulary, self._archive.pages),
            tuple(each for each in public if not _is_version(each.article, slugs)),
            texts,
            self._site_url,
            frozenset(picture for each in public for picture in each.pictures),
            tuple(each for each in public if _is_version(each.article, slugs)),
        )


def published(archive: Archive, today: date) -> Iterator[Article]:
    """Yield the articles of an archive of which a page has words on a day, other versions too."""
    decisions = Decisions(archive.vocabulary, today)
    yield from (a for a in archive.articles if decisions.leaves(a) in (Leaves.PART, Leaves.WHOLE))


def in_lists(archive: Archive, today: date) -> Iterator[Article]:
    """Yield the articles of an archive that lists and feeds will have on a day."""
    public = list(published(archive, today))
    slugs = {article.slug for article in public}
    yield from (article for article in public if not _is_version(article, slugs))


def _is_version(article: Article, public: Container[str]) -> bool:
    """Tell whether an article stands in no list, being another version of one that is published."""
    return article.version_of is not None and article.version_of in public


def public_edition(whole: Edition, decisions: Decisions, archive: Archive) -> Edition | None:
    """
    Keep of one edition what may leave; None where that is nothing of its text.

    Words that are withheld are taken out first: an excerpt is made of what remains. Where that failed, nothing leaves.
    """
    article, made, vocabulary = whole.article, whole, archive.vocabulary
    leaves = decisions.leaves(article)
    if leaves not in (Leaves.PART, Leaves.WHOLE):
        return None
    if article.withheld:
        if whole.without_words is None:
            return None
        made, vocabulary = whole.without_words, vocabulary_without(vocabulary, words_of(article))
    if leaves is Leaves.PART:
        rights = decisions.rights(article)
        made = excerpt(made, rights, extent(rights).words or 0, vocabulary)
    elif original_is_private(article, archive.site):
        made = without_original(made)
    return with_paragraph_ids(without_source(made if archive.site.editors == "named" else without_editors(made)))


@dataclass(frozen=True, slots=True)
class _Cleared(Library):
    """A library of what this module decided about."""

    @property
    def cleared(self) -> bool:
        """Tell that everything in it may be published."""
        return True


@dataclass(frozen=True, slots=True)
class WholeLibrary(_Cleared):
    """A library with the editions themselves, in memory; a build of many articles does without."""

    editions: tuple[Edition, ...] = ()
    """Of all articles, versions too, as much of each as may be published."""
