"""The large part of what is said of published articles, which need not be in memory: it is asked for one by one."""

from __future__ import annotations

import json
import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from html import unescape

from warraq.repair.html_tags import strip_tags

from .article_facts import ArticleTexts

STRUCK = re.compile(r"<s\b[^<>]*>(.*?)</s>", re.DOTALL)
"""In the sections as pages show them, which are sound HTML."""


class Texts(Mapping[str, ArticleTexts]):
    """The texts of a library's articles, by slug."""

    @abstractmethod
    def row(self, slug: str) -> str:
        """Give what the data file of articles says of a text, as a JSON object."""


class MadeTexts(Texts):
    """Texts in memory."""

    def __init__(self, made: Mapping[str, ArticleTexts]) -> None:
        self._made = made

    def __getitem__(self, slug: str) -> ArticleTexts:
        """Give the texts of one article."""
        return self._made[slug]

    def __iter__(self) -> Iterator[str]:
        """Give the slugs."""
        return iter(self._made)

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._made)

    def __repr__(self) -> str:
        """Show all of them."""
        return repr(self._made)

    def row(self, slug: str) -> str:
        """Make the row of one."""
        return text_row(self._made[slug])


def text_row(texts: ArticleTexts) -> str:
    """Write what the data file of articles says of a text: the words, and those of them that their author struck out."""
    struck = [unescape(strip_tags(words)) for words in STRUCK.findall(texts.html)]
    return as_json({"text": texts.text, "struck": struck})


def as_json(value: object) -> str:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
