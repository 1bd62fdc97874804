"""
BibTeX: an `@article` of a newspaper, for biblatex and for its older readers at once.

Both names of a newspaper and of a year are written. biblatex knows `journaltitle` and `date`, and takes `journal` and `year` for them where
these are missing; classic BibTeX and Zotero read `journal` and `year`, and the day alone `date` has. BibTeX has an escape for every sign of TeX,
and counts braces, also those behind a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .reference import Reference, one_line

TEX = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""A value holds no braces but pairs of ours."""
TEX |= {c: "\\" + c for c in "%&#_$"} | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
BEFORE_A_HYPHEN = re.compile("-(?=-)")
"""A hyphen beside another: TeX prints a dash for both, if nothing stands between."""
LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fr": "french",
    "he": "hebrew",
    "ru": "russian",
    "tr": "turkish",
    "ur": "urdu",
}
"""Names of languages in biblatex, by BCP 47 tag; `theme/static/js/citations.js` has them too."""
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""In an address TeX's escapes would be read as they stand: what may not stand in a field is percent-encoded."""


def bibtex(item: Reference) -> str:
    """Write one entry."""
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(item) if value]
    return f"@article{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def _fields(item: Any) -> Iterator[tuple[str, str]]:
    date = [f"{part:02}" for part in item.get("issued", {"date-parts": [[]]})["date-parts"][0]]
    newspaper = _tex(item.get("container-title", ""))
    yield "title", _tex(item["title"])
    # A second pair of braces: else the name is parted at its spaces.
    yield "author", " and ".join("{" + _tex(name["literal"]) + "}" for name in item.get("author", ()))
    yield "journal", newspaper
    yield "journaltitle", newspaper
    yield "entrysubtype", "newspaper"
    yield "date", "-".join([date[0].zfill(4), *date[1:]]) if date else ""
    yield "year", date[0].zfill(4) if date else ""
    yield "version", item.get("version", "")
    yield "langid", LANGUAGES.get(item["language"].split("-")[0], "")
    yield "url", one_line(item.get("URL", "")).translate(VERBATIM)
    yield "doi", one_line(item.get("DOI", "")).translate(VERBATIM)
    yield "note", _tex(item.get("note", ""))


def _tex(text: str) -> str:
    return BEFORE_A_HYPHEN.sub("-{}", "".join(TEX.get(c, c) for c in one_line(text)))
