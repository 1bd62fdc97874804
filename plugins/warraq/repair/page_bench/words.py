"""Texts as they are compared: one writing for what readers take for one word."""

from __future__ import annotations

import html
import re
import unicodedata

WEAK = re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\u200e\u200f\ufeff\u00ad]")
ALIKE = str.maketrans("یکىأإآة", "يكياااه")
SPACES = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")
QUOTES = str.maketrans("“”„«»’‘`–—", '"""""\'\'\'--')
MARKDOWN = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)"), r"\1"),
    (re.compile(r"<[^>]+>"), ""),
    (re.compile(r"(?m)^(#+|>|\s*[-*+]|\s*\d+\.)\s+"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])"), r"\1"),
    (re.compile(r"\[\^[^\]]*\]:?"), ""),
    (re.compile(r"\*+"), ""),
    (re.compile(r"\|"), " "),
)


def normal(text: str) -> str:
    """Give a text in one writing: compatibility forms, marks and the letters of Arabic and Persian made alike."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).replace("\u200c", " ").replace("\N{ARABIC TATWEEL}", "")
    return WEAK.sub("", text).translate(ALIKE).lower()


def words(text: str) -> list[str]:
    """Give its words."""
    return re.findall(r"\w+", normal(text))


def joined(text: str) -> str:
    """Give its words with one space between."""
    return " ".join(words(text))


def spaced(text: str) -> str:
    """Give it in one writing with its marks, and one space where there is any."""
    return re.sub(r"\s+", " ", normal(text))


def numbers(text: str) -> list[str]:
    """Give its numbers."""
    return re.findall(r"\d+", normal(text))


def marked(text: str) -> str:
    """Give a title for comparing with its marks; kinds of quotation marks and dashes are alike."""
    return SPACES.sub(" ", html.unescape(text)).strip().translate(QUOTES)


def plain_of(markdown: str) -> str:
    """Give the text of a body in Markdown, without pictures and signs."""
    for pattern, to in MARKDOWN:
        markdown = pattern.sub(to, markdown)
    return markdown
