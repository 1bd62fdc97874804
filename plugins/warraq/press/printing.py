"""
Writing the files of one article where its edition was made, in any process.

The edition is large, and nothing else needs it: what goes back to the press is an `ArticleResult`, and the texts that feeds, search
and data are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import FileSystemBytecodeCache

from warraq.archive.archive import Archive, Site
from warraq.archive.concept import Vocabulary
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Level
from warraq.edition.edition import Edition
from warraq.language import CatalogueError
from warraq.pages import addresses, own_files
from warraq.pages.article_facts import ArticleFacts, ArticleTexts
from warraq.pages.decisions import Decisions
from warraq.pages.facts import facts_of, standing_of, texts_of
from warraq.pages.feeds_offered import site_feeds
from warraq.pages.own_words import OwnWords, own_words, public_files
from warraq.pages.page import File, FileOfPage, Library, Page
from warraq.pages.public_links import Hidden, replace_translation, without_hidden_links
from warraq.pages.rights import frame_of, in_lists, public_edition, published
from warraq.pages.search import contribution, from_disk, holding, key_of, with_scripts

from .article_result import ArticleResult, BriefResult, Shelved, WrittenFile
from .edition_facts import edition_facts
from .editions import RefusedError, StopsAllError
from .rendering import Templates, Theme, format_template_error, is_template_mistake
from .results import packed
from .site_folder import is_refused, write_data

NOTHING_HIDDEN = Hidden(frozenset(), frozenset())


@dataclass(frozen=True)
class Look:
    """What the pages of a site have in common: its theme, its address, and what the settings add to Jinja."""

    theme: Theme
    site: Site
    site_url: str
    from_disk: bool = False
    feeds: tuple[str, ...] = (addresses.SITE_FEED, addresses.SITE_JSON_FEED)
    """The addresses of the feeds of the newest articles, as far as they are made (`pages/feeds_offered.py`)."""
    footer: OwnWords | None = None
    """The editors' own words at the foot of every page, with links to what is published alone."""
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict)
    tests: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    compiled: Path | None = None
    """A folder for compiled templates, which many sites may share; None: they are compiled for each."""

    @property
    def is_plain(self) -> bool:
        """Nothing of it is code of the settings, which may change while its name does not."""
        return not (self.filters or self.variables or self.tests)

    def of_archive(self, archive: Archive, today: date) -> Look:
        """Add what the archive says of itself, and which feeds it will have."""
        return replace(
            self,
            site=archive.site,
            feeds=site_feeds(in_lists(archive, today)),
            footer=_footer(archive, today),
        )

    @contextmanager
    def naming_mistakes(self, template: str) -> Iterator[None]:
        """Let a mistake in a template stop all work, as the line that says where; any other error is left as it is."""
        try:
            yield
        except Exception as error:
            if is_template_mistake(error, self.theme):
                raise StopsAllError(format_template_error(error, template, self.theme)) from error
            raise

    def templates(self) -> Templates:
        """Load the templates."""
        made = Templates(self.theme, self.site, self.site_url, from_disk=self.from_disk, feeds=self.feeds)
        made.environment.filters.update(self.filters)
        made.environment.globals.update({"footer": self.footer, **self.variables})
        made.environment.tests.update(self.tests)
        if self.compiled:
            made.environment.bytecode_cache = FileSystemBytecodeCache(str(self.compiled))
        return made


def _footer(archive: Archive, today: date) -> OwnWords | None:
    footer = archive.site.footer
    return own_words(footer, public_files(published(archive, today), archive.pages)) if footer else None


class Printed(NamedTuple):
    """What comes back from the process that printed an article."""

    brief: BriefResult
    whole: bytes | ArticleResult
    """The whole result, as `packed` gives it."""
    shelved: Shelved | None


@dataclass(frozen=True)
class Printing:
    """Writes the files of an article of which it is given the edition; a process is given it once."""

    look: Look
    folder: Path
    """Where the site is written."""
    vocabulary: Vocabulary
    today: date
    hidden: Hidden = NOTHING_HIDDEN
    translated: Mapping[str, str | None] = field(default_factory=dict)
    """A new `translation_of` by slug."""

    @cached_property
    def _templates(self) -> Templates:
        return self.look.templates()

    @cached_property
    def _frame(self) -> Library:
        return frame_of(self.look.site, self.vocabulary, self.look.site_url)

    @cached_property
    def _decisions(self) -> Decisions:
        return Decisions(self.vocabulary, self.today)

    def __call__(self, whole: Edition) -> tuple[ArticleResult, Shelved | None]:
        """Write the files of an article, as far as it may be published, and give what is known of it."""
        standing = standing_of(whole)
        found = ArticleResult(
            edition_facts(whole),
            standing.concepts,
            standing.files,
            standing.original,
            whole.file_links,
            facts=None,
            written=(),
        )
        if any(problem.level is Level.ERROR for problem in whole.problems):
            return found, None  # the site can't be built
        try:
            return self._print(whole, found)
        except StopsAllError:
            raise
        except CatalogueError as error:
            raise StopsAllError(str(error)) from error
        except Exception as error:
            if isinstance(error, OSError) and is_refused(error):
                raise RefusedError(error) from error
            return replace(found, problem=our_mistake(whole.article.path, error)), None

    def packed(self, whole: Edition) -> Printed:
        """Do the same, and give what is known as the bytes that it is kept as; the process that prints has the time for them."""
        result, shelved = self(whole)
        return Printed(result.brief, packed(result), shelved)

    def texts(self, whole: Edition) -> ArticleTexts | None:
        """Give the texts of an article alone, as far as it may be published."""
        public = self._public(whole)
        return texts_of(public) if public else None

    def _public(self, whole: Edition) -> Edition | None:
        """Give what may be published of an article, without links to what may not be; None where nothing is."""
        public = public_edition(whole, self._decisions, self._frame.archive)
        if public is None:
            return None
        return without_hidden_links(replace_translation(public, self.translated), self.hidden, self.look.site_url)

    def _print(self, whole: Edition, found: ArticleResult) -> tuple[ArticleResult, Shelved | None]:
        public = self._public(whole)
        if public is None:
            return found, None
        texts = texts_of(public)
        facts = facts_of(public, self.look.site_url, texts)
        written = tuple(self._written(own_files(public, facts, self._frame), facts))
        words = contribution(holding(facts, texts, self.look.site)).as_bytes()
        whole_text = public.text == whole.text
        made = replace(found, facts=facts, words=key_of(words), written=written, whole=whole_text)
        return made, Shelved(texts, words)

    def _written(self, every: Iterable[Page | File], facts: ArticleFacts) -> Iterator[WrittenFile]:
        """Write the files of an article; its page comes first, and others say where something stands on it."""
        page = b""
        for made in with_scripts(every) if self.look.from_disk else every:
            if isinstance(made, File):
                data = made.on_page(made.data, page) if isinstance(made, FileOfPage) else made.data
                data = from_disk(File(made.address, data)).data if self.look.from_disk else data
            else:
                with self.look.naming_mistakes(made.template):
                    data = self._templates.render(made)
                if made.address == addresses.article(facts.article.slug):
                    page = data
            yield write_data(self.folder, made, data)
