"""Obsidian and Quartz: a vault of notes, or the folder of a site that Quartz makes of one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from warraq.desk.importing.files_beside import PICTURES
from warraq.language import message

from .kind import Given, Kind
from .markdown_leads import outside_code
from .markdown_site import MARKDOWN, MEANT, MarkdownSite
from .site_page import Page
from .stated_paths import is_below

SETTINGS = ("quartz.config.ts", "quartz.config.js")
WIKILINK = re.compile(
    r"(?P<embedded>!?)\[\[(?P<to>[^\[\]|#^\n]*)(?P<part>[#^][^\[\]|\n]*)?(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]"
)
COMMENT = re.compile(r"%%(.*?)%%", re.DOTALL)
IGNORED = re.compile(r"\bignorePatterns\s*:\s*\[([^\]]*)\]")
EXPLICIT = re.compile(r"^[ \t]*(?:Plugin\.)?ExplicitPublish\(", re.MULTILINE)
"""The filter of Quartz that keeps back every note that does not say `publish: true`."""
SIZE = re.compile(r"\d+(?:x\d+)?")


class Vault(MarkdownSite):
    """A vault that was opened."""

    meant = MEANT | {"publish"}

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self._is_quartz = any(map(self.files.holds, SETTINGS))
        self._root = "content/" if self._is_quartz else ""
        settings = "".join(map(self.read_text, SETTINGS))
        stated = IGNORED.search(settings)
        self._ignored = re.findall(r"[\"'`]([^\"'`]+)[\"'`]", stated[1]) if stated else ["private", "templates"]
        self._waits = not self._is_quartz or EXPLICIT.search(settings) is not None

    @property
    def base(self) -> str:
        """Give nothing: neither program says the address in a file that is data."""
        return ""

    def is_text(self, name: str) -> bool:
        """Tell whether it is a note."""
        is_note = name.startswith(self._root) and name.lower().endswith(MARKDOWN) and "node_modules/" not in name
        below = name.removeprefix(self._root).casefold()
        return is_note and not any(is_below(below, each.strip("/").casefold()) for each in self._ignored)

    def is_draft(self, page: Page, /) -> bool:
        """Tell whether a note waits: in a vault whatever does not say `publish: true`, for a vault holds what nobody else reads."""
        said = page.word("publish").lower()
        return said == "false" or (self._waits and said != "true")

    def title_of(self, page: Page) -> str:
        """Give the note's name."""
        return posixpath.basename(page.path).rpartition(".")[0]

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the note's address as Quartz makes it, then its permalink, then what it is called besides."""
        path = re.sub(r"(^|/)index$", r"\1", page.path.removeprefix(self._root).rpartition(".")[0])
        called = page.words("aliases", "alias") if self._is_quartz else ()  # it leads from them to the note
        given = (*(each.lstrip("/") for each in page.words("permalink")), *(_slug(each.strip("/")) for each in called))
        yield from dict.fromkeys((f"/{_slug(path)}", *(f"/{each}" for each in given)))

    def link_names(self, page: Page, /) -> tuple[str, ...]:
        """Give the names by which notes link to one: its name, its path, and what it is called besides."""
        path = page.path.removeprefix(self._root).rpartition(".")[0]
        names = (posixpath.basename(path), path, *page.words("aliases", "alias"))
        return tuple(f"note:{name.casefold().strip()}" for name in dict.fromkeys(names))

    def prepared(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make links and pictures of `[[…]]`; a comment between `%%` stays one, so that no reader sees it."""
        body = outside_code(page.body, lambda text: WIKILINK.sub(_link, text))
        return COMMENT.sub(lambda m: "<!--" + m[1].replace("--", "- -") + "-->", body), ()


def _slug(path: str) -> str:
    return re.sub(r"\s", "-", re.sub(r"[?#]", "", path.replace("&", "-and-").replace("%", "-percent")))


def _link(match: re.Match[str]) -> str:
    to, words = match["to"].strip(), (match["words"] or "").strip()
    if match["embedded"] and to.lower().endswith(PICTURES):
        return f"![{'' if SIZE.fullmatch(words) else words}](<{to}>)"
    shown = words or (to if not match["part"] else f"{to} {match['part'].lstrip('#^')}".strip())
    return f"[{shown}](<moved:note:{to.casefold().removesuffix('.md')}>)" if to else shown


def _is_vault(given: Given) -> bool:
    if given.files is None:
        return False
    return (given.path / ".obsidian").is_dir() or any(map(given.files.holds, SETTINGS))


OBSIDIAN = Kind(
    "Obsidian, Quartz",
    given=message(
        "the folder of the vault, with its `.obsidian/`; or the folder of the site, with `quartz.config.ts` and `content/`"
    ),
    taken=message(
        "notes as their authors wrote them; of a vault only those with `publish: true` are public, all others drafts; "
        "properties, tags, dates; links and pictures by `[[…]]`, also by what a note is called besides; addresses as Quartz makes them"
    ),
    lost=message(
        "notes within notes, which become links; comments (`%%`), which no reader sees; canvas, bases, plug-ins; "
        "headings and blocks that links lead to"
    ),
    is_it=_is_vault,
    open=Vault,
)
