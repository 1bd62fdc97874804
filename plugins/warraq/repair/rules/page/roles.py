"""What an element's name and the names that a page gives it (`class`, `id`, `role`, `itemprop`) tell of its role in the page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ...html_tags import strip_tags
from ...late import late

ASIDE_ELEMENTS = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu"})
FRAME_ELEMENTS = frozenset({"html", "body", "main"})
"""Whatever a page calls them (`<body class="with-sidebar">`), they hold the article too."""
NAMING = late(
    r"""(?:class|id|role|itemprop) \s*=\s* (?: "([^"<>]*)" | '([^'<>]*)' | ([^\s"'<>]+) )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Found anywhere in a tag, `data-id` too: a quotation mark that is lost before it must not hide a class."""
HIDDEN = late(
    r"""\shidden(?=[\s=>/]|\Z)|\saria-hidden\s*=\s*["']?true|style\s*=\s*["'][^"'<>]*display\s*:\s*none""",
    re.IGNORECASE,
)
"""Not shown to readers of the page."""
LONGEST_NAMES = 1_000
"""Code points of a tag in which its names are read."""
ASIDE_NAMES = (
    *(r"nav\w*", r"menu\w*", r"sidebar\w*", r"foot(?:er)?", "toolbar", "topbar", "masthead", "breadcrumbs?"),
    *("navigation", "complementary", "contentinfo", "pagination", "pager"),  # some are roles of WAI-ARIA
    *("comments?", "respond", r"shar(?:e|ing)\w*", r"social\w*", r"subscri\w*", r"newsletter\w*", r"login"),
    *("ads?", r"advert\w*", r"banner\w*", r"promo\w*", "widgets?", "cookies?", r"popup\w*", "modal", "ticker"),
    *(r"related\w*", "read-?(?:more|also)", "most-?(?:read|viewed|popular)", "popular", "trending", "latest"),
    *(r"paywall\w*", "regwall", "consent", "gdpr", r"recirc\w*", "outbrain", "taboola", "disqus", "see-?also"),
    *("visuallyhidden", "screen-reader-text", r"(?:next|prev(?:ious)?)-?(?:article|story|post|news)"),
    *(r"recommend\w*", r"search\w*", r"copyright\w*", "tags?", "author-?box", "sr-only"),
    r"(?<!label-)(?<!label-visually[-_])hidden",  # `field-label-hidden`: a field is shown, and its name alone is not
)
BODY_NAMES = (
    *(r"article[-_]*(?:body|content|text|detail\w*)", r"entry[-_]*content", r"post[-_]*(?:content|body|text)"),
    *(r"story[-_]*(?:body|content|text)", r"news[-_]*(?:body|content|text|detail\w*)"),
    *(r"content[-_]*(?:body|text|article)", r"body[-_]*(?:content|text)", "field-name-body", "td-post-content"),
    r"single[-_]*content",
)
ID = late(r"""\sid\s*=\s*["']?([^\s"'<>]{1,200})["']?""", re.IGNORECASE)
NOT_WORDS = late(r"[\W_]+")
FEWEST_WORDS = 4
"""In the `id` of a section that is called by its heading; a box «Most read» may be so as well."""
LONGEST_HEADING = 1_000
"""Code points."""
LEAD_NAMES = (
    *("lead", "lede", r"leads?-?text", r"teaser-?(?:text)?", "excerpt", r"stand-?first", r"intro(?:-?text|duction)?"),
    *(r"sub-?(?:title|head\w*)", "summary", "abstract", "perex", "bajada", "dec?k", "chapo", "entradilla", "sapo"),
    *("sommario", "occhiello", "description", "synopsis", "preamble"),
)
CAPTION_NAMES = (r"\w*caption\w*", r"(?:image|photo|picture|img|media)-?(?:credits?|description|text|info)", "credits?")


class Roles(NamedTuple):
    """What an element is in its page."""

    is_aside: bool = False
    is_body: bool = False
    is_lead: bool = False
    is_caption: bool = False


def _one_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Make a pattern for one of these names among those in an attribute, in lower case, or as a part of one between hyphens."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(names)})(?:$|[\s_-])")


_ASIDE = _one_of(ASIDE_NAMES)
_BODY = _one_of(BODY_NAMES)
_LEAD = _one_of(LEAD_NAMES)
_CAPTION = _one_of(CAPTION_NAMES)


def roles_of(element: str, text: str, start: int, end: int) -> Roles:
    """Tell an element's roles by its name and its attributes' place."""
    return _roles(element, text[start : min(end, start + LONGEST_NAMES)])


def is_anchor(element: str, text: str, start: int, heading: str) -> bool:
    """Say whether nothing but its heading's words makes the element that begins here an aside: `id="sharing-with-a-friend"`."""
    tag = text[start : start + LONGEST_NAMES].partition(">")[0]
    name = ID.search(tag)
    if name is None or len(words := [w for w in NOT_WORDS.split(name[1].casefold()) if w]) < FEWEST_WORDS:
        return False
    said = [w for w in NOT_WORDS.split(strip_tags(heading[:LONGEST_HEADING]).casefold()) if w]
    return words == said[: len(words)] and not _roles(element, tag.replace(name[0], "")).is_aside


@lru_cache(maxsize=4096)
def _roles(element: str, attributes: str) -> Roles:
    """Tell an element's roles; a page writes the same attributes again and again."""
    is_aside = element in ASIDE_ELEMENTS
    is_caption = element == "figcaption"
    if not attributes or attributes.isspace():
        return Roles(is_aside, is_caption=is_caption)
    found = NAMING.findall(attributes) if "=" in attributes else []
    is_body = is_lead = is_named = False
    for name in (name for values in found for value in values for name in value.split()):
        roles = _roles_by_name(name)
        is_named |= roles.is_aside
        is_body |= roles.is_body
        is_lead |= roles.is_lead
        is_caption |= roles.is_caption
    if element not in FRAME_ELEMENTS and not is_aside:
        is_aside = (is_named and not is_body) or HIDDEN.search(attributes) is not None
    return Roles(is_aside, is_body, is_lead, is_caption)


@lru_cache(maxsize=16_384)
def _roles_by_name(name: str) -> Roles:
    """Tell an element's roles by one of the names that it is called; pages call many the same."""
    lower = name.lower()
    is_body = "articleBody" in name or bool(_BODY.search(lower))
    return Roles(bool(_ASIDE.search(lower)), is_body, bool(_LEAD.search(lower)), bool(_CAPTION.search(lower)))
