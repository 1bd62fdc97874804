"""
What trafilatura takes for the article of a page.

It is loaded when it is first asked: most texts are no pages.
"""

from __future__ import annotations

from functools import cache


def extracted(text: str) -> str | None:
    """Give the text of a page's article; None where the library finds none, or makes a mistake."""
    from warraq.missing import needed

    with needed("pages", "The article of a whole page"):
        from trafilatura import extract

    _ready()
    try:
        return extract(text, include_comments=False, include_tables=True, output_format="txt")
    except Exception:  # noqa: BLE001 - a library's mistake must not cost an article: our own choice stands
        return None


@cache
def _ready() -> None:
    """
    Let the library's parser make its elements without asking Python for the class of each.

    Forms and their fields are then elements like the others; it asks none of them for more. That is a fifth of its time.
    """
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction
    from trafilatura.utils import HTML_PARSER

    made = {"comment": HtmlComment, "pi": HtmlProcessingInstruction, "entity": HtmlEntity}
    HTML_PARSER.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement, **made))
