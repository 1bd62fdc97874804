"""The author of a text, where a line names him: `كتب: …`, `بقلم …`, `إعداد - …`."""

from __future__ import annotations

import re

from warraq.archive.values import SEPARATORS
from warraq.archive.yaml_values import CONTROLS

from ..rules.lines.cities import CITIES
from .passages import Passages
from .sources import PlacedName

BYLINE = re.compile(
    rf"\W{{0,3}}(?:(?:كتبت?|بقلم|إعداد|اعداد|تحرير|نوشته|(?:اسم )?الكاتب|المؤلف|نویسنده|מאת|Authors?|By)\s?[:：\-–—|/]\s?"
    rf"|(?:بقلم|By)\s|(?:{CITIES})\s?/\s?)"
    r"(?P<name>[^\W\d_][^\n:؟!.,،؛|()\d]{3,40}?)\s?[\W_]{0,3}",
    re.IGNORECASE,
)
QUOTES = "“”‘’"
LONGEST = 60
"""Code points of a line that is a byline."""


def stated_author(passages: Passages) -> PlacedName | None:
    """Find the byline among the first and last lines, and those taken out."""
    for passage in (*passages.taken_out, *passages.lines[1:4], *passages.lines[-2:]):
        line = passage.text.strip()
        if len(line) <= LONGEST and (match := BYLINE.fullmatch(line)) and 1 < len(match["name"].split()) <= 5:
            start = passage.text.find(match["name"])
            return PlacedName(" ".join(match["name"].split()), passage, start, start + len(match["name"]))
    return None


def unquoted(names: str) -> str:
    """Give the authors that a page states without the curly quotes round each, which `check` refuses; empty where nothing is left."""
    words = [CONTROLS.sub("", word).strip() for word in SEPARATORS.split(names)]
    if all(word.strip(QUOTES) == word for word in words):
        return names if any(words) else ""
    return "، ".join(word for quoted in words if (word := quoted.strip(QUOTES).strip()))
