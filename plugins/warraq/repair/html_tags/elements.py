"""The elements of HTML by what they do to the text around them. All names are in lower case."""

from __future__ import annotations

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BREAKS_LINE = HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hr", "html", "legend", "li", "main"),
    *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
}
"""Elements that begin a line of their own."""
CELLS = frozenset({"td", "th", "option"})
"""Elements that stand in a row; a space keeps them apart."""
BLOCK = (
    BREAKS_LINE
    | CELLS
    | {
        *("audio", "button", "caption", "dialog", "dir", "iframe", "menu", "noscript", "object", "select", "svg"),
        *("template", "textarea", "video"),
    }
)
"""Elements of a page that a run of text never reaches across."""
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "amp-img", "applet", "area", "audio", "b", "base", "basefont", "bdi", "bdo", "big"),
        *("blink", "button", "canvas", "caption", "cite", "code", "col", "colgroup", "data", "datalist", "del", "dfn"),
        *("em", "embed", "font", "frame", "frameset", "i", "iframe", "img", "input", "ins", "kbd", "label", "link"),
        *("map", "mark", "marquee", "meta", "meter", "nobr", "noscript", "object", "optgroup", "output", "param"),
        *("path", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "select", "small", "source"),
        *("span", "strike", "strong", "style", "sub", "sup", "svg", "template", "textarea", "time", "tt", "u", "var"),
        *("video", "wbr", "xml"),
    }
)
"""Elements that may go without a trace in the line."""
KNOWN = BREAKS_LINE | CELLS | INLINE
"""Elements that are told from other words in angle brackets, such as `<IMF>`; `<dir>` and `<menu>` are words."""
VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    }
)
"""Elements that hold nothing and have no end tag."""
IMPLIED_END = frozenset(
    {
        *("body", "colgroup", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead"),
        "tr",
    }
)
"""Elements whose end tag may be left out in sound HTML."""
RAW_TEXT = frozenset({"script", "style", "textarea", "title"})
"""Elements that hold no tags: a `<` in them is a character."""
UNSEEN = frozenset(
    {
        *("head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"),
    }
)
"""Elements whose content is not text of the page."""
CUTTABLE = frozenset({"a", "b", "em", "font", "i", "img", "script", "span", "strong", "style"})
"""Inline elements whose cut tags are told from a `<` in prose."""


def alternatives(names: frozenset[str]) -> str:
    """Give the inside of a group of a regular expression that matches these names, the longest first."""
    return "|".join(sorted(sorted(names), key=len, reverse=True))
