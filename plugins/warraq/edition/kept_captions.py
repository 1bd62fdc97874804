"""
Captions that an article kept, though the record says that they were taken out of its text.

On its page a picture stands between the lines with its caption. The machine's text has neither: an import puts both back as Markdown, where
the picture stood. So that piece of the page was not lost, and is not counted among what was taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from warraq.archive.change import Change

from .edition import Section

LONGEST = 5_000
"""Code points of a piece of a page that may be a picture with its caption."""
TAG = re.compile(r"<[^<>]{0,2000}>")
WORD = re.compile(r"[^\W_]+")


def kept_captions(sections: Iterable[Section]) -> frozenset[str]:
    """Give the captions of an article's pictures, by their words alone."""
    return frozenset(filter(None, (_words(section.caption) for section in sections if section.caption)))


def is_kept(piece: Change, captions: Iterable[str]) -> bool:
    """Tell whether all words of a piece of the page are those of a caption that the article has."""
    if not captions or len(piece.before) > LONGEST:
        return False
    words = _words(unescape(TAG.sub(" ", piece.before)))
    return bool(words) and any(f" {words} " in f" {caption} " for caption in captions)


def _words(text: str) -> str:
    return " ".join(WORD.findall(text))
