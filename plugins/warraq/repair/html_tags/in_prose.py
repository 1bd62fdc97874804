"""
Tags that were left in a text: whole ones, and those whose end was cut off.

Here a `<` is a character first: a name must be followed by what a tag has, a space with an attribute, a quotation mark, `/` or
`>`, and a cut tag ends before the next word.
"""

from __future__ import annotations

import re

from ..alphabet import LETTER, WORD
from ..late import late
from .tags import Tag

ATTRIBUTES = r"""(?:\s*/?|(?:\s+[A-Za-z_:@/*-]|[/"'”“])[^<>]*+)"""
"""Between a name and its `>`; curly quotation marks come of word processors."""
TAG = late(
    rf"""
    # a declaration, or half a comment
    <!--\[if[^\]<>\n]*+\]> | <!\[endif\](?:--)?>
    | <[!?](?:\[CDATA\[|[A-Za-z][^<>]*+>)
    | <!-- | --> | \]\]> | <!\[[^<>\]]*+\]>
    | </(?=[\s{LETTER}]|\Z)
    # a whole tag
    | <(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{{0,30}}+)(?P<attributes>{ATTRIBUTES})>
    # a tag without its end
    | <(?P<cut_closing>/?)(?P<cut_name>[A-Za-z][A-Za-z0-9]{{0,15}}+)(?P<cut_attributes>[^<>\n{WORD}]*+)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_tag_in_prose(text: str, at: int) -> Tag | None:
    """Give the next tag, whole or cut; a declaration, or either end of a comment, is one without a name."""
    match = TAG.search(text, at)
    if match is None:
        return None
    start, end = match.span()
    if name := match["name"]:
        return Tag(name.lower(), bool(match["closing"]), start, end, *match.span("attributes"))
    if name := match["cut_name"]:
        return Tag(name.lower(), bool(match["cut_closing"]), start, end, *match.span("cut_attributes"), is_flawed=True)
    return Tag("", closing=False, start=start, end=end, attributes_start=end, attributes_end=end)
