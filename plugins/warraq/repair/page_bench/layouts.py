"""The layouts: how the systems of newspapers write a page. Each is a template with a head that says what the page shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .articles import CORPUS

CHARSETS = {
    "ar": "windows-1256",
    "fa": "windows-1256",
    "ur": "windows-1256",
    "he": "windows-1255",
    "en": "windows-1252",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout."""

    name: str
    kind: str
    """The kind of difficulty, by which figures are listed."""
    article: str = "plain"
    """The trait of the articles that it takes; `any` takes all but flashes."""
    says: frozenset[str] = frozenset({"date", "authors", "source"})
    """What the page tells so that it can be known."""
    languages: tuple[str, ...] = ()
    """Empty: all."""
    charset: str = "utf-8"
    """`legacy`: the language's old code page."""
    ending: str = "html"
    aside: str = ""
    """`yes`: holds no article; `may`: its text is in a script, so that it is read or set aside."""
    wrapping: str = ""
    """`mhtml`, `webarchive` or `gzip`: what the page is put into."""
    file_day: int | None = None
    """The file's name begins with a day so many days after the article's."""

    def encode(self, text: str, language: str) -> bytes:
        """Write the page in its charset; letters that it lacks become numbers, as old systems wrote them."""
        return text.encode(CHARSETS[language] if self.charset == "legacy" else self.charset, "xmlcharrefreplace")


def read_layouts(corpus: Path = CORPUS) -> list[Layout]:
    """Read the heads of all layouts, by name."""
    return [_layout(file) for file in sorted((corpus / "layouts").glob("[!_]*.jinja"))]


def _layout(file: Path) -> Layout:
    head = file.read_text(encoding="utf-8").partition("\n---\n")[0]
    facts = dict(line.split(": ", 1) for line in head.split("\n"))
    says = facts.get("says", "date authors source")
    return Layout(
        name=file.stem,
        kind=facts["kind"],
        article=facts.get("article", "plain"),
        says=frozenset(says.split()),
        languages=tuple(facts.get("languages", "").split()),
        charset=facts.get("charset", "utf-8"),
        ending=facts.get("ending", "html"),
        aside=facts.get("aside", ""),
        wrapping=facts.get("wrapping", ""),
        file_day=int(facts["file_day"]) if "file_day" in facts else None,
    )


@lru_cache
def _environment(corpus: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(corpus / "layouts"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


@lru_cache
def template_of(name: str, corpus: Path = CORPUS) -> Template:
    """Compile a layout's template."""
    source = (corpus / "layouts" / f"{name}.jinja").read_text(encoding="utf-8")
    return _environment(corpus).from_string(
        '{% import "_furniture.jinja" as f with context %}' + source.partition("\n---\n")[2]
    )
