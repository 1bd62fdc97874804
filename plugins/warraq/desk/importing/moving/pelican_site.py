"""Pelican: the folder of the site, with `pelicanconf.py` and its `content/`."""

from __future__ import annotations

import ast
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from warraq.language import Message, message

from .days import day_of
from .kind import Given, Kind
from .markdown_leads import outside_code
from .markdown_site import MARKDOWN, MEANT, MarkdownSite, Page
from .moved_text import MovedText

SETTINGS = "pelicanconf.py"
DEFAULTS = {
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "PAGE_URL": "pages/{slug}.html",
    "DEFAULT_LANG": "en",
    "DEFAULT_CATEGORY": "misc",
    "PATH": "content",
    "PAGE_PATHS": "pages",
    "SITEURL": "",
    "SLUGIFY_SOURCE": "title",
}
FIELD = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NAMED_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OWN = re.compile(r"(?<=[(<\"'=\s])(?:\{(filename|static|attach|photo)\}|\|(filename|static|attach)\|)(/?[^)>\"'\s#?]*)")
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

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the page's address as Pelican makes it."""
        if own := page.word("url"):
            yield f"/{own.lstrip('/')}"
            return
        lang = self.language_of(page)
        kind = "PAGE" if page.path.startswith(f"{self._root}/{self.settings['PAGE_PATHS']}/") else "ARTICLE"
        key = "ARTICLE_LANG_URL" if kind == "ARTICLE" and page.word("translation", "") else f"{kind}_URL"
        folder = posixpath.dirname(page.path.removeprefix(f"{self._root}/"))
        category = page.word("category") or posixpath.basename(folder) or self.settings["DEFAULT_CATEGORY"]
        base = posixpath.basename(page.path).rpartition(".")[0]
        title = page.word("title") or self.title_of(page)
        author = next(iter(page.words("authors", "author")), "")
        values = {
            "slug": page.word("slug") or _slugged(base if self.settings["SLUGIFY_SOURCE"] == "basename" else title),
            "lang": lang,
            "category": _slugged(category),
            "author": _slugged(author),
        }
        day = day_of(page.word("date") or self.date_of(page))

        def filled(match: re.Match[str]) -> str:
            if match[1] == "date":
                try:
                    return _written(datetime.fromisoformat(day), match[2] or "%Y-%m-%d")
                except ValueError:
                    return ""
            return values.get(match[1], "")

        root = "/" + self.base.partition("://")[2].partition("/")[2].strip("/")
        yield posixpath.join(root, FIELD.sub(filled, self.settings[key]).lstrip("/"))

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make links and pictures of `{filename}` and `{static}`; links to lists, which this archive makes by itself, lead nowhere."""
        beside = posixpath.dirname(page.path)

        def path(match: re.Match[str]) -> str:
            to = match[3]
            whole = posixpath.normpath(posixpath.join(self._root if to.startswith("/") else beside, to.lstrip("/")))
            is_file = (match[1] or match[2]) == "filename" and whole.lower().endswith(MARKDOWN)
            return f"moved:file:{whole.casefold()}" if is_file else f"/{whole}"

        body = outside_code(page.body, lambda text: LISTS.sub("#", OWN.sub(path, text)))
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
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[step.targets[0].id] = value.value
    return found


def _slugged(words: str) -> str:
    """Make a slug as Pelican does, which writes other alphabets in Latin letters."""
    from unidecode import unidecode  # comes with Pelican

    plain = unidecode(unicodedata.normalize("NFKD", words))
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip()).lower()


def _written(day: datetime, form: str) -> str:
    """Write a day as the form of an address says, its months in English: this machine's language is not the former one's."""
    name = ENGLISH_MONTHS[day.month - 1]
    parts = {
        "Y": f"{day.year:04}",
        "y": f"{day.year % 100:02}",
        "m": f"{day.month:02}",
        "d": f"{day.day:02}",
        "j": f"{day.timetuple().tm_yday:03}",
        "B": name,
        "b": name[:3],
        "H": f"{day.hour:02}",
        "M": f"{day.minute:02}",
        "S": f"{day.second:02}",
        "%": "%",
    }

    def part(found: re.Match[str]) -> str:
        written = parts.get(found[2], found[0])
        return written.lstrip("0") or "0" if found[1] else written

    return re.sub("%(-?)([A-Za-z%])", part, form)


def _is_pelican(given: Given) -> bool:
    return given.files is not None and given.files.holds(SETTINGS) and not given.files.holds("content/site.yaml")


PELICAN = Kind(
    "Pelican",
    given=message("the folder of the site, with `pelicanconf.py` and its `content/`"),
    taken=message(
        "articles and pages of Markdown as their authors wrote them; title, date (of names too), authors, category and tags, "
        "summary, language, drafts and hidden ones as drafts; addresses by `ARTICLE_URL`, `PAGE_URL`, `slug` and `url`; "
        "links by `{filename}`, pictures by `{static}`, `{attach}` and by path"
    ),
    lost=message(
        "reStructuredText and HTML, which are named; settings that a program works out, for the file is read and not run; "
        "links to tags, categories and authors"
    ),
    is_it=_is_pelican,
    open=PelicanSite,
)
