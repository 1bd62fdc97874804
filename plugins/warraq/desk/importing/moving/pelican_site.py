"""Pelican: the folder of the site, with `pelicanconf.py` and its `content/`."""

from __future__ import annotations

import ast
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from warraq.language import Message, message

from .days import day_of, is_to_come
from .kind import Given, Kind
from .markdown_leads import outside_code
from .markdown_site import MARKDOWN, MEANT, MarkdownSite
from .moved_text import MovedText
from .pelican_addresses import any_day, filled, slugged
from .site_page import Page

SETTINGS = "pelicanconf.py"
DEFAULTS = {
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "PAGE_URL": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html",
    "DEFAULT_LANG": "en",
    "DEFAULT_CATEGORY": "misc",
    "PATH": "content",
    "PAGE_PATHS": "pages",
    "SITEURL": "",
    "SLUGIFY_SOURCE": "title",
    "USE_FOLDER_AS_CATEGORY": "True",
    "WITH_FUTURE_DATES": "True",
    "DEFAULT_DATE": "",
    "AUTHOR": "",
}
NAMED_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OWN = re.compile(r"(?<=[(<\"'=\s])(?:\{(filename|static|attach|photo)\}|\|(filename|static|attach)\|)(/?[^)>\"'\s#?]*)")
LANGUAGE_OF_CODE = re.compile(r"^((?: {4}|\t)):::[\w.+-]+[^\n]*\n(?=\1)", re.MULTILINE)
"""The line above a block of code by which it is coloured, and which no reader sees."""
LISTS = re.compile(r"(?<=[(<\"'=])\{(?:tag|category|author|index)\}[^)>\"'\s]*")


class PelicanSite(MarkdownSite):
    """A Pelican site that was opened."""

    lines = True
    meant = MEANT | {"status", "template", "save_as"}

    @cached_property
    def settings(self) -> Mapping[str, str]:
        """Give those settings that are plain words; the file is read, and never run."""
        found = dict(DEFAULTS)
        for name in (SETTINGS, "publishconf.py"):
            found |= _words_in(self.read_text(name))
        return found

    @property
    def base(self) -> str:
        """Give `SITEURL`."""
        return self.settings["SITEURL"] if self.settings["SITEURL"].startswith("http") else ""

    def picture(self, address: str, text: MovedText) -> str:
        """Give the picture below the text's folder, the folder of contents, or the site's."""
        return self._beside.named(self.own(address), self._root) or super().picture(address, text)

    @property
    def _root(self) -> str:
        return self.settings["PATH"].strip("/.") or "content"

    def is_text(self, name: str) -> bool:
        """Tell whether it is Markdown of the folder of contents."""
        return name.startswith(f"{self._root}/") and name.lower().endswith(MARKDOWN)

    def why_not(self, name: str) -> Message | None:
        """Say why a file of the folder of contents is none."""
        is_text = name.startswith(f"{self._root}/") and name.lower().endswith((".rst", ".html"))
        return message("It is no Markdown: pandoc makes it so (docs/kinds.md).") if is_text else None

    def slug_of(self, _addresses: tuple[str, ...]) -> str:
        """Give none: Pelican's own would be the title in Latin letters."""
        return ""

    def date_of(self, page: Page, /) -> str:
        """Give the day that the file's name begins with."""
        found = NAMED_DAY.match(posixpath.basename(page.path))
        return found[0] if found else ""

    def language_of(self, page: Page) -> str:
        """Give the page's language, or the site's."""
        return super().language_of(page) or self.settings["DEFAULT_LANG"]

    def time_of(self, page: Page) -> str:
        """Give the day of a page, or its time, in any of the forms in which Pelican reads one."""
        stated = super().time_of(page)
        return stated if day_of(stated) else any_day(stated) or stated

    def authors_of(self, page: Page) -> tuple[str, ...]:
        """Give the page's authors, or the site's."""
        return super().authors_of(page) or tuple(filter(None, (self.settings["AUTHOR"],)))

    def tags_of(self, page: Page) -> tuple[str, ...]:
        """Give the category, which a folder may name, and the tags."""
        return tuple(dict.fromkeys(filter(None, (self._category(page), *super().tags_of(page)))))

    def is_draft(self, page: Page, /) -> bool:
        """Tell whether Pelican made no page of it: it says `skip`, or has no title, or is an article without a date."""
        dated = self._is_page(page) or self.settings["DEFAULT_DATE"] or day_of(self.time_of(page))
        return page.word("status").lower() == "skip" or not page.word("title") or not dated

    def waits_for(self, _page: Page, time: str, /) -> str:
        """Give its day where that is still to come and the settings keep such articles back."""
        return time if self.settings["WITH_FUTURE_DATES"] == "False" and is_to_come(time) else ""

    def _is_page(self, page: Page) -> bool:
        return page.path.startswith(f"{self._root}/{self.settings['PAGE_PATHS']}/")

    def _category(self, page: Page) -> str:
        folder = posixpath.dirname(page.path.removeprefix(f"{self._root}/"))
        by_folder = self.settings["USE_FOLDER_AS_CATEGORY"] == "True" and not self._is_page(page)
        return page.word("category") or (posixpath.basename(folder) if by_folder else "")

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the page's address as Pelican makes it."""
        if own := page.word("url"):
            yield f"/{own.lstrip('/')}"
            return
        lang, kind = self.language_of(page), "PAGE" if self._is_page(page) else "ARTICLE"
        key = f"{kind}_URL" if lang.lower() == self.settings["DEFAULT_LANG"].lower() else f"{kind}_LANG_URL"
        base = posixpath.basename(page.path).rpartition(".")[0]
        title = page.word("title") or self.title_of(page)
        author = next(iter(self.authors_of(page)), "")
        values = {
            "slug": page.word("slug") or slugged(base if self.settings["SLUGIFY_SOURCE"] == "basename" else title),
            "lang": lang,
            "category": slugged(self._category(page) or self.settings["DEFAULT_CATEGORY"]),
            "author": slugged(author),
        }
        root = "/" + self.base.partition("://")[2].partition("/")[2].strip("/")
        yield posixpath.join(root, filled(self.settings[key], values, day_of(self.time_of(page))).lstrip("/"))

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make links and pictures of `{filename}` and `{static}`; links to lists, which this archive makes by itself, lead nowhere."""
        beside = posixpath.dirname(page.path)

        def path(match: re.Match[str]) -> str:
            to = match[3]
            whole = posixpath.normpath(posixpath.join(self._root if to.startswith("/") else beside, to.lstrip("/")))
            is_file = (match[1] or match[2]) == "filename" and whole.lower().endswith(MARKDOWN)
            return f"moved:file:{whole.casefold()}" if is_file else f"/{whole}"

        body = outside_code(LANGUAGE_OF_CODE.sub("", page.body), lambda text: LISTS.sub("#", OWN.sub(path, text)))
        return body, ()


def _words_in(source: str) -> dict[str, str]:
    """Give the settings of a file that are words as they stand, or begin a list of words."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, str] = {}
    for step in tree.body:
        if isinstance(step, ast.Assign) and len(step.targets) == 1 and isinstance(step.targets[0], ast.Name):
            value = step.value
            if isinstance(value, ast.List | ast.Tuple) and value.elts:
                value = value.elts[0]
            if isinstance(value, ast.Constant) and isinstance(value.value, str | bool):
                found[step.targets[0].id] = str(value.value)
    return found


def _is_pelican(given: Given) -> bool:
    return given.files is not None and given.files.holds(SETTINGS) and not given.files.holds("content/site.yaml")


PELICAN = Kind(
    "Pelican",
    given=message("the folder of the site, with `pelicanconf.py` and its `content/`"),
    taken=message(
        "articles and pages of Markdown as their authors wrote them; title, date (of names too), authors, category and tags, "
        "summary, language; drafts, hidden ones and those that Pelican makes no page of as drafts; addresses by `ARTICLE_URL`, `PAGE_URL`, "
        "`slug` and `url`; "
        "links by `{filename}`, pictures by `{static}`, `{attach}` and by path"
    ),
    lost=message(
        "reStructuredText and HTML, which are named; settings that a program works out, for the file is read and not run; "
        "links to tags, categories and authors"
    ),
    is_it=_is_pelican,
    open=PelicanSite,
)
