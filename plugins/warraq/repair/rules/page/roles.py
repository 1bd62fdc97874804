"""What an element's name and the names that a page gives it (`class`, `id`, `role`, `itemprop`) tell of its role in the page."""

from __future__ import annotations

import re

ASIDE_ELEMENTS = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu"})
NAMING = re.compile(
    r"""(?:class|id|role|itemprop) \s*=\s* (?: "([^"<>]*)" | '([^'<>]*)' | ([^\s"'<>]+) )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Found anywhere in a tag, `data-id` too: a quotation mark that is lost before it must not hide a class."""
LONGEST_NAMES = 1_000
"""Code points of a tag in which its names are read."""
ASIDE_NAMES = (
    *(r"nav\w*", r"menu\w*", r"sidebar\w*", r"foot(?:er)?", "toolbar", "topbar", "masthead", "breadcrumbs?"),
    *("navigation", "complementary", "contentinfo", "pagination", "pager"),  # some are roles of WAI-ARIA
    *("comments?", "respond", r"shar(?:e|ing)\w*", r"social\w*", r"subscri\w*", r"newsletter\w*", r"login"),
    *("ads?", r"advert\w*", r"banner\w*", r"promo\w*", "widgets?", "cookies?", r"popup\w*", "modal", "ticker"),
    *(r"related\w*", "read-?(?:more|also)", "most-?(?:read|viewed|popular)", "popular", "trending", "latest"),
    *(r"recommend\w*", r"search\w*", r"copyright\w*", "tags?", "author-?box", "hidden", "sr-only"),
)
BODY_NAMES = (
    *(r"article-?(?:body|content|text|detail\w*)", "articlebody", "entry-?content", "post-?(?:content|body|text)"),
    *("story-?(?:body|content|text)", r"news-?(?:body|content|text|detail\w*)", "content-?(?:body|text|article)"),
    *("body-?(?:content|text)", "field-name-body", "td-post-content", "single-?content"),
)


def _one_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Make a pattern for one of these names among those that stand in an attribute, or as a part of one between hyphens."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(names)})(?:$|[\s_-])", re.IGNORECASE)


_ASIDE = _one_of(ASIDE_NAMES)
_BODY = _one_of(BODY_NAMES)


def roles_of(element: str, text: str, start: int, end: int) -> tuple[bool, bool]:
    """Say whether an element is an aside, and whether it holds the article's text, by its name and its attributes' place."""
    is_aside = element in ASIDE_ELEMENTS
    if text.find("=", start, end) < 0:
        return is_aside, False
    names = " ".join(m[1] or m[2] or m[3] or "" for m in NAMING.finditer(text, start, min(end, start + LONGEST_NAMES)))
    is_body = bool(names and _BODY.search(names))
    is_aside = is_aside or (not is_body and bool(names and _ASIDE.search(names)))
    return is_aside, is_body or "articleBody" in names
