"""Jekyll: the folder of the site, with `_config.yml`, `_posts/` and what else has a front matter."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property

from warraq.desk.importing.sources import RejectedFileError
from warraq.language import message

from .days import day_in_utc, day_of
from .front_matters import word_of, yaml_of
from .kind import Given, Kind
from .markdown_leads import outside_code
from .markdown_site import MARKDOWN, MEANT, MarkdownSite, Page
from .moved_text import Extra

POST = re.compile(r"(?P<date>\d{2,4}-\d{1,2}-\d{1,2})-(?P<slug>.*)\.\w+")
STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
TOKEN = re.compile(r":(\w+)")
NOT_SITE = frozenset(
    {"_site", "_layouts", "_includes", "_sass", "_data", "_plugins", "vendor", "node_modules", "assets"}
)
POST_URL = re.compile(r"(?<=[(<\"'=])\{%-?\s*post_url\s+(\S+?)\s*-?%\}")
LINK = re.compile(r"(?<=[(<\"'=])\{%-?\s*link\s+([^%]+?)\s*-?%\}")
RELATIVE = re.compile(
    r"\{\{-?\s*[\"']([^\"']*)[\"']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+)[^{}]*\}\}"
)
SITE = re.compile(r"\{\{-?\s*site\.(baseurl|url)\s*-?\}\}")
LIQUID = re.compile(r"\{%-?\s*(\w+)|\{\{-?\s*([\w.]+)")


class JekyllSite(MarkdownSite):
    """A Jekyll site that was opened."""

    meant = MEANT | {"published", "layout"}

    @cached_property
    def settings(self) -> Mapping[str, Extra]:
        """Give the site's settings."""
        try:
            return yaml_of("_config.yml", self.read_text("_config.yml"))
        except RejectedFileError:  # the posts are there all the same
            return {}

    @property
    def base(self) -> str:
        """Give `url` and `baseurl`."""
        return word_of(self.settings.get("url", "")).rstrip("/") + self._root if self.settings.get("url") else ""

    @property
    def _root(self) -> str:
        root = word_of(self.settings.get("baseurl", "")).strip("/")
        return f"/{root}" if root else ""

    @cached_property
    def collections(self) -> Mapping[str, Extra]:
        """Give the settings of the site's own collections by their names."""
        found = self.settings.get("collections", {})
        return found if isinstance(found, Mapping) else {name: {} for name in found if isinstance(name, str)}

    def is_text(self, name: str) -> bool:
        """Tell whether it is a post, a draft, an item of a collection, or a page of Markdown."""
        first, *rest = name.split("/")
        parts = (first, *rest)
        is_markdown = name.lower().endswith(MARKDOWN)
        if "_posts" in parts[:-1] or "_drafts" in parts[:-1]:
            return is_markdown or name.lower().endswith(".html")
        if first in NOT_SITE or not is_markdown:
            return False
        if first.startswith("_"):
            return first[1:] in self.collections
        return self._has_keys(name)

    def _has_keys(self, name: str) -> bool:
        try:
            return self.files.read(name)[:64].lstrip(b"\xef\xbb\xbf").startswith(b"---")
        except RejectedFileError:
            return True  # it is told when it is read

    def tags_of(self, page: Page) -> tuple[str, ...]:
        """Give categories and tags; on one line spaces part them."""
        found: list[str] = list(page.words("category"))
        for key in ("categories", "tags"):
            said = page.keys.get(key, "")
            found += re.split(r"[\s,]+", said.strip()) if isinstance(said, str) else page.words(key)
        return tuple(dict.fromkeys(filter(None, (*found, *page.words("keywords")))))

    def is_draft(self, page: Page, /) -> bool:
        """Tell whether it lies in `_drafts/`, or says `published: false`."""
        return "_drafts" in page.path.split("/") or page.word("published").lower() == "false"

    def date_of(self, page: Page, /) -> str:
        """Give the day in the file's name."""
        found = POST.fullmatch(posixpath.basename(page.path))
        return found["date"] if found else ""

    def title_of(self, page: Page) -> str:
        """Give the words of the file's name."""
        return re.sub(r"[-_]+", " ", self._slug(page.path)).strip()

    def language_of(self, page: Page) -> str:
        """Give the page's language, or the site's."""
        return (
            super().language_of(page)
            or word_of(self.settings.get("lang", ""))
            or word_of(self.settings.get("locale", ""))
        )

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the page's address as Jekyll makes it, then those that a plug-in redirects from."""
        stated = day_of(page.word("date")) or self.date_of(page)
        # Where its settings name no zone, GitHub has built the site, in UTC, or its author in the zone of the text.
        for day in dict.fromkeys((stated, day_in_utc(page.word("date")) or stated)):
            yield self._root + self._path(page, day)
        yield from (f"{self._root}/{each.lstrip('/')}" for each in page.words("redirect_from"))

    def link_names(self, page: Page, /) -> tuple[str, ...]:
        """Give the name that `post_url` has for it."""
        path = re.sub(r"^(.*/)?_posts/", r"\1", page.path).rpartition(".")[0].casefold()
        return tuple(f"ref:{name}" for name in dict.fromkeys((path, posixpath.basename(path))))

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make links of `post_url` and `link`, addresses of those that Liquid makes; its other tags stay, and are named."""
        left: list[str] = []

        def change(text: str) -> str:
            text = POST_URL.sub(lambda m: f"moved:ref:{m[1].strip('/').casefold()}", text)
            text = LINK.sub(lambda m: f"moved:file:{m[1].strip().strip('/').casefold()}", text)
            text = RELATIVE.sub(lambda m: f"{self._root}/{m[1].lstrip('/')}", text)
            text = SITE.sub(lambda m: self._root if m[1] == "baseurl" else "", text)
            left.extend(tag or value for tag, value in LIQUID.findall(text) if not tag.startswith("end"))
            return text

        body = outside_code(page.body, change)
        return body, tuple(dict.fromkeys(left))

    def _path(self, page: Page, day: str) -> str:
        slug = page.word("slug") or self._slug(page.path)
        if pattern := page.word("permalink"):
            return "/" + self._filled(STYLES.get(pattern, pattern), page, slug, day).lstrip("/")
        style = word_of(self.settings.get("permalink", "")) or "date"
        pattern = STYLES.get(style, style)
        first = page.path.partition("/")[0]
        if "_posts" in page.path.split("/") or "_drafts" in page.path.split("/"):
            return self._filled(pattern, page, slug, day)
        stem = page.path.rpartition(".")[0]
        if first.startswith("_"):
            its = self.collections.get(first[1:], {})
            pattern = word_of(its.get("permalink", "")) if isinstance(its, Mapping) else ""
            return self._filled(pattern or "/:collection/:path:output_ext", page, slug, day)
        if posixpath.basename(stem) == "index":
            return f"/{posixpath.dirname(stem)}/".replace("//", "/")
        return f"/{stem}/" if pattern.endswith("/") else f"/{stem}.html"

    def _filled(self, pattern: str, page: Page, slug: str, day: str) -> str:
        year, month, date = (*day.split("-"), "", "", "")[:3]
        folders = (
            [part for part in re.split(r"/?_posts/.*", page.path)[0].split("/") if part]
            if "_posts" in page.path
            else []
        )
        said = page.keys.get("categories") or page.keys.get("category") or ""
        stated = said.split() if isinstance(said, str) else page.words("categories", "category")
        first = page.path.partition("/")[0]
        values = {
            "categories": "/".join(_slugged(each) for each in dict.fromkeys((*folders, *stated))),
            "year": year,
            "month": month.zfill(2) if month else "",
            "day": date.zfill(2) if date else "",
            "i_month": month.lstrip("0"),
            "i_day": date.lstrip("0"),
            "short_year": year[2:],
            "title": slug,
            "slug": _slugged(slug),
            "name": self._slug(page.path),
            "basename": posixpath.basename(page.path).rpartition(".")[0],
            "path": page.path.rpartition(".")[0].partition("/")[2],
            "collection": first.removeprefix("_"),
            "output_ext": ".html",
        }
        made = TOKEN.sub(lambda m: values.get(m[1], _longest(m[1], values)), pattern)
        return re.sub(r"/{2,}", "/", made if made.startswith("/") else f"/{made}")

    def _slug(self, path: str) -> str:
        name = posixpath.basename(path)
        found = POST.fullmatch(name)
        return found["slug"] if found else name.rpartition(".")[0]


def _longest(token: str, values: Mapping[str, str]) -> str:
    """Fill the longest known name that a token begins with: `:title_x` is the title and `_x`."""
    known = max((key for key in values if token.startswith(key)), key=len, default="")
    return values[known] + token[len(known) :] if known else f":{token}"


def _slugged(words: str) -> str:
    return re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", words)).strip("-").lower()


def _is_jekyll(given: Given) -> bool:
    if given.files is None or not (
        given.files.holds("_config.yml") or any(n.name.startswith("_posts/") for n in given.files.files())
    ):
        return False
    return any("_posts/" in each.name for each in given.files.files())


JEKYLL = Kind(
    "Jekyll",
    given=message("the folder of the site, with `_config.yml` and `_posts/`"),
    taken=message(
        "posts, drafts, items of collections and pages of Markdown as their authors wrote them; dates of keys and of names, "
        "authors, categories and tags, excerpts, language; addresses by `permalink` and its styles, `redirect_from`; "
        "links by `post_url`, `link` and by file; pictures of the folder"
    ),
    lost=message("pages that are templates, data; other tags of Liquid stay as text, and are named"),
    is_it=_is_jekyll,
    open=JekyllSite,
)
