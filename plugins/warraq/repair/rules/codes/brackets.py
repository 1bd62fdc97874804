"""
Codes in square brackets, and how sure it is that they are codes.

Forums write `[b]…[/b]`, WordPress and its page builders `[caption id="…"]…[/caption]`, `[vc_row]`, and anybody may name a new one. Attributes
in quotation marks, a closing half, or a name with an underscore on a line of its own tell a code from words in brackets. Editors write
`[…]`, `[sic]` and `[كذا]`, notes are numbers, and Markdown writes `[text](address)`, `[text]: address` and `[[text]]`: none is a code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...late import late

KNOWN = (
    "b|i|u|s|url|img|quote|center|right|left|justify|color|size|font|align|youtube|vimeo|dailymotion|video|audio|list|code|email"
    "|caption|wp_caption|gallery|playlist|embed|highlight|tweet|soundcloud|instagram|facebook|googlemaps|iframe|slideshare|scribd"
    "|dropcap|button|column|columns|row|one_half|one_third|two_third|toggle|accordion|tabs|tab|spoiler|divider|related|ads?|adrotate|adsense"
    "|contact-form-7|wpforms|rev_slider|toc|nextpage|(?:vc|et_pb|fusion|su|av|wpb|tds?|mks?|fl|bs|penci|jnews|elementor|wp)[_-][\\w-]+"
)
BY_THEMSELVES = frozenset(["gallery", "playlist", "toc", "nextpage", "adrotate", "adsense", "ads", "ad"])
"""Codes that stand without attributes and without an end; on a line of their own."""
QUOTED = r"\"[^\"\[\]<>]*+\"|'[^'\[\]<>]*+'|[”“″„»«][^”“″„\[\]<>»«]*+[”“″»«]"
VALUE = rf"(?:{QUOTED}|[^\s\"'\[\]<>”“″„=]++)"
ATTRIBUTE = rf"\s++[A-Za-z][\w:-]{{0,60}}+\s*+=\s*+{VALUE}"
CODE = late(
    rf"(?<!\[)\[(?P<end>/?)(?:(?P<known>{KNOWN})(?P<value>(?:=|\s[a-z_-]+=)[^\[\]<>\n]*)?|(?P<name>[A-Za-z][A-Za-z0-9_-]{{1,40}}+))"
    rf"(?P<attributes>(?:{ATTRIBUTE}){{0,60}}+)\s*+/?\](?![\]])",
    re.IGNORECASE,
)
IS_LINK = late(r"[(:]")
IN_WORD = late(r"[A-Za-z0-9_]")
HAS_QUOTED = late(rf"=\s*(?:{QUOTED})")
CAPTION = late(r"\bcaption\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|[”“″]([^”“″]+)[”“″])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a text."""

    sure: tuple[tuple[int, int, str], ...]
    """With what stays of each: a caption that stands within it."""
    doubtful: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)  # two rules ask
def codes(text: str) -> Codes:
    """Find the codes, and what may be some."""
    found = list(CODE.finditer(text))
    closed = {_name(m) for m in found if m["end"]}
    opened = {_name(m) for m in found if not m["end"]}
    sure: list[tuple[int, int, str]] = []
    doubtful: list[tuple[int, int]] = []
    for match in found:
        is_code = _is_code(match, text, closed, opened)
        if is_code:
            caption = CAPTION.search(match[0]) if "caption" in _name(match) else None
            sure.append((*match.span(), f"{caption[caption.lastindex or 0]} " if caption else ""))
        elif is_code is None:
            doubtful.append(match.span())
    return Codes(tuple(sure), tuple(doubtful))


def _name(match: re.Match[str]) -> str:
    return (match["known"] or match["name"]).lower()


def _is_code(match: re.Match[str], text: str, closed: set[str], opened: set[str]) -> bool | None:
    """Say whether it is one; None where it may be."""
    name = _name(match)
    has_values = bool(match["value"] or match["attributes"])
    if (
        not has_values
        and not match["end"]
        and (IS_LINK.match(text, match.end()) or (name not in closed and IN_WORD.match(text, match.start() - 1)))
    ):
        return False
    if match["known"]:
        return bool(
            match["end"]
            or has_values
            or name in closed
            or ((name in BY_THEMSELVES or "_" in name) and _alone(match, text))
        )
    values = match["attributes"]
    if match["end"]:
        proven = bool(name in opened or "_" in name)
    else:
        proven = name in closed or values.count("=") > 1 or HAS_QUOTED.search(values) is not None
        proven = proven or ("_" in name and _alone(match, text))
    may_be = match["end"] or has_values or "_" in name
    return True if proven else None if may_be else False


def _alone(match: re.Match[str], text: str) -> bool:
    """Say whether nothing stands beside it but other codes."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return before in ("", "\n", "]") and after in ("", "\n", "[")
