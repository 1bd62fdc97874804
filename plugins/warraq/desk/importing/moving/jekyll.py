"""Jekyll: the folder of the site, with `_config.yml`, `_posts/` and what else has a front matter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from warraq.desk.importing.sources import RejectedFileError
from warraq.language import Message, message

from .days import day_in_utc, day_of, in_zone, is_to_come
from .front_matters import word_of, yaml_of
from .jekyll_blocks import as_markdown
from .jekyll_permalinks import STYLES, filled, of_categories, of_time, plain_slug, slug_in_title
from .jekyll_settings import defaults_of, is_excluded, kind_of
from .kind import Given, Kind
from .markdown_leads import outside_code
from .markdown_site import MARKDOWN, MEANT, MarkdownSite
from .moved_text import Extra
from .site_page import Page

POST = re.compile(r"(?P<date>\d{2,4}-\d{1,2}-\d{1,2})-(?P<slug>.*)\.\w+")
BUILT = "_site/"
"""The folder that Jekyll writes the site to; nothing in it is anybody's text."""
NOT_SITE = frozenset({"_layouts", "_includes", "_sass", "_data", "_plugins", "vendor", "node_modules", "assets"})
POST_URL = re.compile(r"(?<=[(<\"'=])\{%-?\s*post_url\s+(\S+?)\s*-?%\}")
LINK = re.compile(r"(?<=[(<\"'=])\{%-?\s*link\s+([^%]+?)\s*-?%\}")
RELATIVE = re.compile(
    r"\{\{-?\s*[\"']([^\"']*)[\"']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+)[^{}]*\}\}"
)
BEFORE = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}(?=\{[%{])")
"""Before `link` and `post_url`, until they gave whole addresses."""
SITE = re.compile(r"\{\{-?\s*site\.(baseurl|url)\s*-?\}\}")
ZONED = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")
LIQUID = re.compile(r"\{%-?\s*(\w+)|\{\{-?\s*([\w.]+)")


class JekyllSite(MarkdownSite):
    """A Jekyll site that was opened."""

    meant = MEANT | {"published", "layout"}

    @cached_property
    def settings(self) -> Mapping[str, Extra]:
        """Give the site's settings."""
        with suppress(RejectedFileError):  # the posts are there all the same
            return yaml_of("_config.yml", self.read_text("_config.yml"))
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
        """Tell whether it is a post, a draft, an item of a collection, or a page of Markdown, and is no file that is kept out."""
        kind, first = kind_of(name), name.partition("/")[0]
        is_markdown = name.lower().endswith(MARKDOWN)
        if name.startswith(BUILT) or is_excluded(name, self.settings):
            return False
        if kind in ("posts", "drafts"):
            return is_markdown or name.lower().endswith(".html")
        if first in NOT_SITE or not is_markdown:
            return False
        return kind in self.collections or (kind == "pages" and self._has_keys(name))

    def why_not(self, name: str) -> Message | None:
        """Say why a file is no text; nothing of what Jekyll wrote itself."""
        return None if name.startswith(BUILT) else super().why_not(name)

    def defaults_of(self, name: str) -> Mapping[str, Extra]:
        """Give the keys that the settings give to a file."""
        return defaults_of(name, self.settings)

    def _has_keys(self, name: str) -> bool:
        try:
            return self.files.read(name)[:64].lstrip(b"\xef\xbb\xbf").startswith(b"---")
        except RejectedFileError:
            return True  # it is told when it is read

    def tags_of(self, page: Page) -> tuple[str, ...]:
        """Give categories, of folders too, and tags; on one line spaces part them."""
        found = [*_folders(page), *page.words("category")]
        for key in ("categories", "tags"):
            said = page.keys.get(key, "")
            found += re.split(r"[\s,]+", said.strip()) if isinstance(said, str) else page.words(key)
        found += page.words("tag")
        return tuple(dict.fromkeys(filter(None, (*found, *page.words("keywords")))))

    def is_draft(self, page: Page, /) -> bool:
        """Tell whether it was on no page: it lies in `_drafts/`, says so, has a name without a day, or is of a collection without pages."""
        kind = kind_of(page.path)
        its = self.collections.get(kind, {})
        return (
            kind == "drafts"
            or page.word("published").lower() == "false"
            or (kind == "posts" and not self.date_of(page))
            or (
                kind in self.collections and not (isinstance(its, Mapping) and word_of(its.get("output", "")) == "true")
            )
        )

    def waits_for(self, _page: Page, time: str, /) -> str:
        """Give its day where that is still to come, unless the settings publish such posts at once."""
        return time if word_of(self.settings.get("future", "")) != "true" and is_to_come(time) else ""

    def time_of(self, page: Page) -> str:
        """Give the time that the site showed: one without a zone is of Greenwich, and the settings name the zone of the site."""
        zone, stated = word_of(self.settings.get("timezone", "")), page.word("date")
        time = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$)", "", stated.strip())
        if zone and re.search(r"\d:\d", time):
            return in_zone(time if ZONED.search(time) else f"{time}+00:00", zone) or stated
        return stated or self.date_of(page)

    def date_of(self, page: Page, /) -> str:
        """Give the day in the file's name."""
        found = POST.fullmatch(posixpath.basename(page.path))
        return found["date"] if found else ""

    def title_of(self, page: Page) -> str:
        """Give the words of the file's name, as Jekyll begins them in posts."""
        if kind_of(page.path) != "posts":
            return super().title_of(page)
        return " ".join(part.capitalize() for part in self._slug(page.path).split("-"))

    def language_of(self, page: Page) -> str:
        """Give the page's language, or the site's."""
        return (
            super().language_of(page)
            or word_of(self.settings.get("lang", ""))
            or word_of(self.settings.get("locale", ""))
        )

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the page's address as Jekyll makes it, then those that a plug-in redirects from."""
        shown, stated = self.time_of(page), page.word("date") or self.date_of(page)
        # Where its settings name no zone, GitHub has built the site, in UTC, or its author in the zone of the text.
        for time in dict.fromkeys((shown, day_of(stated), day_in_utc(stated) or day_of(stated))):
            path = self._root + self._path(page, time)
            yield from (path, f"{path}.html") if "." not in path.rpartition("/")[2] and path[-1] != "/" else (path,)
        yield from (f"{self._root}/{each.lstrip('/')}" for each in page.words("redirect_from"))

    def link_names(self, page: Page, /) -> tuple[str, ...]:
        """Give the name that `post_url` has for it."""
        path = re.sub(r"^(.*/)?_posts/", r"\1", page.path).rpartition(".")[0].casefold()
        return tuple(f"ref:{name}" for name in dict.fromkeys((path, posixpath.basename(path))))

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make links of `post_url` and `link`, addresses of those that Liquid makes; its other tags stay, and are named."""
        left: list[str] = []

        def change(text: str) -> str:
            text = BEFORE.sub("", text)
            text = POST_URL.sub(lambda m: f"moved:ref:{m[1].strip('/').casefold()}", text)
            text = LINK.sub(lambda m: f"moved:file:{m[1].strip().strip('/').casefold()}", text)
            text = RELATIVE.sub(lambda m: f"{self._root}/{m[1].lstrip('/')}", text)
            text = SITE.sub(lambda m: self._root if m[1] == "baseurl" else "", text)
            left.extend(tag or value for tag, value in LIQUID.findall(text) if not tag.startswith("end"))
            return text

        body = outside_code(as_markdown(page.body), change)
        return body, tuple(dict.fromkeys(left))

    def _path(self, page: Page, time: str) -> str:
        values = self._values(page, time)
        if pattern := page.word("permalink"):
            return filled(pattern, values)
        style = word_of(self.settings.get("permalink", "")) or "date"
        pattern = STYLES.get(style, style)
        kind = kind_of(page.path)
        if kind in ("posts", "drafts"):
            return filled(pattern, values)
        stem = page.path.rpartition(".")[0]
        if kind != "pages":
            its = self.collections.get(kind, {})
            own = word_of(its.get("permalink", "")) if isinstance(its, Mapping) else ""
            return filled(
                own or ("/:collection/:path/" if pattern.endswith("/") else "/:collection/:path:output_ext"), values
            )
        if posixpath.basename(stem) == "index":
            return f"/{posixpath.dirname(stem)}/".replace("//", "/")
        return f"/{stem}/" if pattern.endswith("/") else f"/{stem}.html"

    def _values(self, page: Page, time: str) -> Mapping[str, str]:
        said = page.keys.get("categories", "")
        stated = (*page.words("category"), *(said.split() if isinstance(said, str) else page.words("categories")))
        slug = page.word("slug") or self._slug(page.path)
        return {
            **of_time(time),
            **of_categories((*_folders(page), *stated)),
            "title": slug_in_title(slug),
            "slug": plain_slug(slug),
            "name": plain_slug(self._slug(page.path)),
            "basename": posixpath.basename(page.path).rpartition(".")[0],
            "path": page.path.rpartition(".")[0].partition("/")[2],
            "collection": kind_of(page.path),
            "output_ext": ".html",
        }

    def _slug(self, path: str) -> str:
        name = posixpath.basename(path)
        found = POST.fullmatch(name)
        return found["slug"] if found else name.rpartition(".")[0]


def _folders(page: Page) -> list[str]:
    """Give the folders above `_posts/`: they are categories."""
    above, posts, _ = f"/{page.path}".partition("/_posts/")
    return [each for each in above.split("/") if each] if posts else []


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
        "posts, drafts, items of collections and pages of Markdown as their authors wrote them; keys that `defaults` give; dates of "
        "keys and of names, in the site's zone, authors, categories and tags, excerpts, language; addresses by "
        "`permalink` and its styles, `redirect_from`; links by `post_url`, `link` and by file; pictures of the folder"
    ),
    lost=message(
        "pages that are templates, data, what `exclude` keeps out; other tags of Liquid stay as text, and are named"
    ),
    is_it=_is_jekyll,
    open=JekyllSite,
)
