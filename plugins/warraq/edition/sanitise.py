"""
What HTML an author may write: a list of what is allowed, so that nothing else is.

Markdown lets HTML through, and an archive takes texts from strangers. No script, no event handler, no style, no frame,
no form; links to http, https, mailto and relative addresses; pictures from https or from the site itself (a browser blocks http pictures,
or they tell others who reads what). Only the edition sets classes: an article can't present its words as a repair.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .footnote_class import FOOTNOTE_CLASS

if TYPE_CHECKING:
    import nh3

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = """
    a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time
    u var wbr
"""
INLINE = frozenset(_INLINE.split())
"""Elements within a line; every other ends a line of the published text."""
_BLOCKS = """
    blockquote caption col colgroup dd details div dl dt figcaption figure hr li ol p pre section summary table tbody td
    tfoot th thead tr ul
"""
BLOCKS = HEADINGS | frozenset(_BLOCKS.split())
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "bdo": {"dir"},
    "blockquote": {"cite"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "time": {"datetime"},
    **{heading: {"id"} for heading in HEADINGS},
}
ALIGNMENTS = frozenset({"left", "right", "center"})
"""They become classes of ours, so that no other word may stand there."""
DROPPED = frozenset({"script", "style", "iframe", "object", "template", "svg", "math"})
"""The elements that are removed with their content."""
SCHEMES = {"http", "https", "mailto"}


def is_refused_picture(address: str) -> bool:
    """Whether a picture's address has a scheme that is refused, or leaves the scheme to the page (`//host/`)."""
    return address.strip().lower().startswith(("http:", "mailto:", "//"))


def is_refused_value(tag: str, attribute: str, value: str) -> bool:
    """Whether an attribute that is allowed has a value that is not."""
    if attribute == "align":
        return value.strip().lower() not in ALIGNMENTS
    if attribute == "class":
        return not FOOTNOTE_CLASS.fullmatch(value)
    return tag == "img" and attribute == "src" and is_refused_picture(value)


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    """Give the attribute's value, or None to remove it."""
    if is_refused_value(tag, attribute, value):
        return None
    return value.strip().lower() if attribute == "align" else value


@cache
def _cleaner() -> nh3.Cleaner:
    """Make what cleans articles; most of them go the short way and need none."""
    import nh3

    return nh3.Cleaner(
        tags=set(INLINE | BLOCKS),
        clean_content_tags=set(DROPPED),
        # Markdown's own footnotes need the others; none of them reaches the page.
        attributes=ATTRIBUTES | {"a": ATTRIBUTES["a"] | {"class"}, "div": {"class"}, "li": ATTRIBUTES["li"] | {"id"}},
        attribute_filter=_allowed,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


@cache
def _inline_cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(
        tags=set(INLINE - {"img"}),
        clean_content_tags=set(DROPPED),
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag in INLINE | {"*"} and tag != "img"},
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def sanitise(html: str) -> str:
    """Remove from an article's HTML all that is not allowed; the result is well-formed."""
    return _cleaner().clean(html)


def sanitise_inline(html: str) -> str:
    """Sanitise the HTML of a note, which is one line of text: no blocks, no pictures."""
    return _inline_cleaner().clean(html).strip()
