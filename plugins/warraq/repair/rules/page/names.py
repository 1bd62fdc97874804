"""The names of HTML, and what they say: which elements are blocks, which hold no text of the page, what a class tells."""

from __future__ import annotations

import re

BLOCK = frozenset(
    """
        address article aside blockquote body br caption center dd details dialog dir div dl dt
        fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend
        li main menu nav noscript ol option p pre section select summary svg table tbody td template
        textarea tfoot th thead title tr ul video audio button object
    """.split()  # noqa: SIM905 - a list of forty lines says no more
)
VOID = frozenset(
    """
        area base br col embed hr img input link meta param source track wbr
    """.split()  # noqa: SIM905 - a list of forty lines says no more
)
IMPLIED = frozenset(
    """
        p li td th tr dt dd option tbody thead tfoot colgroup html head body
    """.split()  # noqa: SIM905 - a list of forty lines says no more
)
"""Elements whose end may be left out in sound HTML."""
UNSEEN = frozenset(
    ["script", "style", "template", "noscript", "svg", "iframe", "textarea", "select", "object", "head", "title"]
)
"""What stands in them is no text of the page."""
RAW = frozenset(["script", "style", "textarea", "title"])
ASIDE_TAGS = frozenset(["nav", "footer", "aside", "form", "button", "dialog", "menu"])
CLASS = re.compile(r"(?:class|id|role|itemprop)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE)
ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|sidebar\w*|foot(?:er)?|comments?|respond|shar(?:e|ing)\w*|social\w*|related\w*|breadcrumbs?|ads?|advert\w*|banner\w*"
    r"|promo\w*|widgets?|subscri\w*|newsletter\w*|cookies?|popup\w*|modal|pagination|pager|read-?(?:more|also)|most-?(?:read|viewed|popular)|popular|trending"
    r"|latest|recommend\w*|login|search\w*|copyright\w*|toolbar|tags?|ticker|topbar|masthead|author-?box|hidden|sr-only|navigation|complementary"
    r"|contentinfo)(?:$|[\s_-])",
    re.IGNORECASE,
)
BODY_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article-?(?:body|content|text|detail\w*)|articlebody|entry-?content|post-?(?:content|body|text)|story-?(?:body|content|text)"
    r"|news-?(?:body|content|text|detail\w*)|content-?(?:body|text|article)|body-?(?:content|text)|field-name-body|td-post-content|single-?content)(?:$|[\s_-])",
    re.IGNORECASE,
)
CUTTABLE = frozenset(["a", "span", "img", "script", "style", "strong", "b", "em", "i", "font"])
"""Inline elements whose cut tags are told from a `<` in prose."""
