"""
Which element of HTML may stand in which, so that a book is what readers of books accept.

An author's HTML may nest anything in anything, and browsers show it. XHTML has no such patience: what may not stand where it stands
becomes a `div` or a `span`, which may; its words and its direction stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from warraq.edition.sanitise import BLOCKS, INLINE

HOLD_WORDS = INLINE | {"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
"""What holds letters and elements of a line alone."""
LISTS, ROWS = ("ul", "ol"), ("thead", "tbody", "tfoot", "table")
RENAMED = {
    "dl": "div",
    "dt": "div",
    "dd": "div",
    "details": "div",
    "summary": "div",
    "ruby": "span",
    "rt": "span",
    "rp": "span",
}
"""What asks for an order within it that nobody keeps."""
PARENTS = {"li": LISTS, "tr": ROWS, "td": ("tr",), "th": ("tr",), "caption": ("table",), "figcaption": ("figure",)}
PARENTS |= {"thead": ("table",), "tbody": ("table",), "tfoot": ("table",), "colgroup": ("table",), "col": ("colgroup",)}
NOT_WITHIN_ITSELF = frozenset({"a", "dfn"})


def fitting(tag: str, around: Sequence[str]) -> str:
    """Give the element that may stand within these, the innermost last: the one that is asked for, or one like it."""
    parent = around[-1] if around else ""
    if parent in LISTS:
        return "li"
    tag = RENAMED.get(tag, tag)
    if parent in HOLD_WORDS and (tag in BLOCKS or tag == "hr"):
        return "br" if tag == "hr" else "span"
    if tag in PARENTS and parent not in PARENTS[tag]:
        return "div"
    if tag in NOT_WITHIN_ITSELF and tag in around:
        return "span"
    return tag
