"""Hugo: the folder of the site, with its settings (`hugo.toml`, `config.yaml` …) and `content/`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property

from warraq.desk.importing.sources import RejectedFileError
from warraq.language import Message, message

from .days import day_of
from .front_matters import split_keys, word_of
from .hugo_building import bundles_of, handed_down, is_in_bundle, is_unbuilt, waits_for
from .hugo_paths import paths_of_file, paths_of_pattern
from .hugo_settings import is_hugo, settings_of
from .hugo_shortcodes import SHORTCODE, code_as_markdown, leads_as_markdown
from .kind import Kind
from .markdown_leads import outside_code
from .markdown_site import MARKDOWN, MEANT, MarkdownSite
from .moved_text import Extra
from .site_page import Page

HTML = (".html", ".htm")
TOKEN = re.compile(r":(?:sections\[[^\]]*\]|\w+)")


class HugoSite(MarkdownSite):
    """A Hugo site that was opened."""

    roots = ("", "static", "assets")
    meant = MEANT | {"publishdate", "expirydate", "cascade", "headless"}

    def is_text(self, name: str) -> bool:
        """Tell whether it is a page of `content/`, and no list."""
        if self._content(name) is None or self._is_list(name):
            return False
        return name.lower().endswith(MARKDOWN) or (name.lower().endswith(HTML) and self._has_keys(name))

    def _has_keys(self, name: str) -> bool:
        try:
            return self.files.read(name)[:64].lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++", b"{"))
        except RejectedFileError:
            return True  # it is told when it is read

    def why_not(self, name: str) -> Message | None:
        """Say why a page of `content/` is none."""
        if self._content(name) is None or not name.lower().endswith((*MARKDOWN, ".adoc", ".rst", ".org", ".pandoc")):
            return None
        if self._is_list(name):
            return message("It is the head of a list of pages, which this archive makes by itself.")
        return message("It is no Markdown: pandoc makes it so (docs/kinds.md).")

    @cached_property
    def settings(self) -> Mapping[str, Extra]:
        """Give the site's settings, with small letters at the top."""
        return settings_of(self.read_text)

    @property
    def base(self) -> str:
        """Give `baseURL`."""
        return word_of(self.settings.get("baseurl", ""))

    @cached_property
    def languages(self) -> Mapping[str, Extra]:
        """Give the settings of each language by its code."""
        found = self.settings.get("languages", {})
        return {key.lower(): value for key, value in found.items()} if isinstance(found, Mapping) else {}

    @cached_property
    def language(self) -> str:
        """Give the language of the site."""
        said = (word_of(self.settings.get(key, "")) for key in ("defaultcontentlanguage", "locale", "languagecode"))
        return next(filter(None, said), "")

    def language_of(self, page: Page) -> str:
        """Give the language that the file's name or its folder states."""
        return self._language(page.path) or self.language

    def defaults_of(self, name: str, /) -> Mapping[str, Extra]:
        """Give the keys that the lists above a page hand down."""
        return handed_down(self._keys_of_list, posixpath.dirname(name))

    def is_draft(self, page: Page, /) -> bool:
        """Tell whether Hugo builds no page of it."""
        return is_unbuilt(page) or is_in_bundle(page.path, self._bundles)

    def waits_for(self, page: Page, _time: str, /) -> str:
        """Give the day on which it is to be published, unless the settings build such pages at once."""
        return "" if word_of(self.settings.get("buildfuture", "")) == "true" else waits_for(page)

    @cached_property
    def _bundles(self) -> frozenset[str]:
        return bundles_of(name for name in self.paths if self._content(name) is not None)

    @cache  # noqa: B019 - a site is opened once
    def _keys_of_list(self, folder: str) -> Mapping[str, Extra]:
        for ending in (*MARKDOWN, *HTML):
            name = posixpath.join(folder, f"_index{ending}")
            with suppress(RejectedFileError):
                if text := self.read_text(name):
                    return split_keys(name, text)[0]
        return {}

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the page's address as Hugo makes it, then its aliases."""
        root = "/" + self.base.partition("://")[2].partition("/")[2].strip("/")
        language = self._language(page.path)
        default = word_of(self.settings.get("defaultcontentlanguage", "")) or "en"
        in_folder = word_of(self.settings.get("defaultcontentlanguageinsubdir", "")) == "true"
        if language and (language != default.lower() or in_folder):
            root = posixpath.join(root, language)
        paths = tuple(dict.fromkeys(self._paths(page)))
        for path in paths:
            yield posixpath.join(root, path.lstrip("/")) if not path.startswith(("http://", "https://")) else path
        above = posixpath.dirname(paths[0].strip("/"))
        for alias in (*page.words("aliases"), *page.words("alias")):
            whole = alias if alias.startswith("/") else posixpath.join("/", above, alias)
            end = "/" if whole.endswith("/") else ""
            yield posixpath.join(root, posixpath.normpath(f"/{whole}").lstrip("/")) + end

    def link_names(self, page: Page, /) -> tuple[str, ...]:
        """Give the names that `ref` and `relref` may have for it."""
        path = (self._content(page.path) or "").casefold()
        bare = re.sub(r"(?:/index)?\.\w+$", "", path)
        stem = posixpath.basename(bare)
        return tuple(f"ref:{name}" for name in dict.fromkeys((path, bare, stem, f"{stem}.md")))

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make links of `ref`, pictures of `figure`, code of `highlight`; other shortcodes stay, and are named."""
        left: list[str] = []

        def change(text: str) -> str:
            text = leads_as_markdown(text)
            left.extend(SHORTCODE.findall(text))
            return text

        body = outside_code(code_as_markdown(page.body), change)
        return body, tuple(dict.fromkeys(left))

    def _paths(self, page: Page) -> Iterator[str]:
        if url := page.word("url"):
            yield url if url.endswith("/") or "." in posixpath.basename(url) else f"{url}/"
            return
        path = self._content(page.path) or ""
        folder, name = posixpath.split(re.sub(r"\.\w+$", "", path))
        if self._language(page.path) and name.lower().endswith(f".{self._language(page.path)}"):
            name = name.rpartition(".")[0]
        if name == "index":
            folder, name = posixpath.split(folder)
        section = folder.partition("/")[0]
        slug = page.word("slug") or name
        if pattern := self._pattern(section):
            yield from paths_of_pattern(TOKEN.sub(lambda m: self._filled(m[0][1:], page, folder, name, slug), pattern))
            return
        ending = ".html" if word_of(self.settings.get("uglyurls", "")) == "true" else "/"
        yield from ("/" + path + ending for path in paths_of_file(posixpath.join(folder, slug)))

    def _pattern(self, section: str) -> str:
        patterns = self.settings.get("permalinks", {})
        if isinstance(patterns, Mapping):
            inner = patterns.get("page", {})
            found = (inner if isinstance(inner, Mapping) else {}).get(section) or patterns.get(section, "")
            return found if isinstance(found, str) else ""
        return ""

    def _filled(self, token: str, page: Page, folder: str, name: str, slug: str) -> str:
        stated = day_of(page.word("date", "publishdate")) or "1-01-01"  # Hugo takes the first of all days for none
        year, month, day = (*stated.split("-"), "01", "01")[:3]
        match token:
            case "year" | "month" | "day":
                return {"year": year, "month": month, "day": day}[token]
            case "section":
                return folder.partition("/")[0]
            case "title":
                return page.word("title").replace("/", "-")
            case "slug" | "slugorfilename" | "slugorcontentbasename":
                return page.word("slug") or (page.word("title").replace("/", "-") if token == "slug" else name)  # noqa: S105 - no password
            case "filename" | "contentbasename":
                return name
            case _:
                return folder if token.startswith("sections") else slug

    def _content(self, name: str) -> str | None:
        """Give a path below the folder of the contents; None of one that lies elsewhere."""
        for root in self._roots:
            if name.startswith(f"{root}/"):
                return name[len(root) + 1 :]
        return None

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        own = [
            word_of(each.get("contentdir", each.get("contentDir", "")))
            for each in self.languages.values()
            if isinstance(each, Mapping)
        ]
        roots = dict.fromkeys((*filter(None, own), word_of(self.settings.get("contentdir", "")) or "content"))
        return tuple(sorted((root.strip("/") for root in roots), key=len, reverse=True))

    def _language(self, name: str) -> str:
        """Give the language of a file by its name (`x.ar.md`) or its folder; empty where neither states one."""
        ending = posixpath.basename(name).lower().split(".")[-2:-1]
        if ending and ending[0] in self.languages and name.count(".") > 1:
            return ending[0]
        for code, each in self.languages.items():
            own = (
                word_of(each.get("contentdir", each.get("contentDir", ""))).strip("/")
                if isinstance(each, Mapping)
                else ""
            )
            if own and name.startswith(f"{own}/"):
                return code
        return ""

    def _is_list(self, name: str) -> bool:
        return posixpath.basename(name).startswith("_index.")


HUGO = Kind(
    "Hugo",
    given=message("the folder of the site, with `hugo.toml` (or `config.toml`, YAML, JSON) and `content/`"),
    taken=message(
        "pages of `content/` as their authors wrote them, drafts, dates, keys that `cascade` hands down, authors, categories and tags, summaries, "
        "languages (by names and by folders); addresses by `url`, `slug` and `permalinks`, with `aliases`; pictures of page bundles, "
        "`static/` and `assets/`; links by `ref` and by file; `figure`, `highlight`"
    ),
    lost=message(
        "heads of lists (`_index.md`), data, taxonomies of one's own but as `extra:`; other shortcodes stay as text, and are named"
    ),
    is_it=is_hugo,
    open=HugoSite,
)
