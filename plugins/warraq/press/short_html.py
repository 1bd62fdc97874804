"""
Short HTML: what a page can leave out and be the same page to whoever reads it.

Every article has the frame of its page twice, and its host counts the bytes. Templates are written with all quotes and end tags, for those
who change them; they lose them once, when they are read, and no page takes longer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from warraq.pages.direction import direction

from .own_templates import SHIPPED

NOT_IN_A_SCRIPT = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in "<>&'\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
)
"""The signs that Jinja's `tojson` escapes, so that data can't end their element, and two line ends of JavaScript."""
OF_JINJA = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
OPTIONAL_ENDS = re.compile("</(?:li|dt|dd|option)>")
"""End tags that HTML never asks for: nothing may follow them in their list but the next one, or its end."""
MARKED_ENDS = re.compile(r"</p>\{# optional #\}")
"""An end tag of a paragraph of which the template says that the next one, or the end of their element, stands behind it."""
NEEDLESS_QUOTES = re.compile(r"""(?<=[\w-]=)"([\w.:#()-]+)"(?=[\s>]|$)|(?<= type=)"([\w/+-]+)"(?=[\s>]|$)""", re.ASCII)
QUOTED_LINK = re.compile(r"""="(\{\{ link\([^{}"]*\) \}\}|#\{\{ (?:entry\.)?mark\.id \}\})"(?=[\s>])""")
"""Addresses that we make ourselves (`page_links.py`, `mark_ids.py`): never empty, and without a sign that needs quotes."""
OF_BLOCKS = "article|body|dd|details|div|dl|dt|fieldset|footer|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|script|section|title|ul"
BETWEEN_BLOCKS = re.compile(
    rf"(</?(?:{OF_BLOCKS})\b(?:[^<>{{]|\{{\{{.*?\}}\}}|\{{%.*?%\}})*>)\n(?=</?(?:{OF_BLOCKS})\b|\{{%)"
)
"""A line end that nobody sees: it stands behind a tag of a block, or of a page's head, and before another, or where a block may begin or not."""


QUOTED_CLASS = re.compile(r'(<(?:a|ins|mark|span) class=)"([\w-]+)"')
QUOTED_ID = re.compile(r'(<(?:a|h[1-6]|ins|mark|p|span)(?: class=(?:[\w-]+|"[^"]*"))? id=)"([\w-]+)"')
"""Those of marks and paragraphs, of which an article has dozens. A `<` that begins no tag is escaped in all HTML of ours."""
EDGE_OF_A_TAG = re.compile("(<(?=[a-z])|>)")
UNSEEN = re.compile("&#x(A0|206[0-9]);")
"""Letters that templates name because nobody would see them; a browser does."""


def _letter(named: re.Match[str]) -> str:
    return chr(int(named[1], 16))


def shortened(template: str) -> str:
    """Take needless quotes and end tags out of a template; its lines stay, so that a mistake is found at its line."""
    out: list[str] = []
    in_tag = False
    # A comment writes no line end, and keeps the number of the next line.
    template = BETWEEN_BLOCKS.sub(r"\1{#\n#}", MARKED_ENDS.sub("", QUOTED_LINK.sub(r"=\1", template)))
    # Every second part is a tag of Jinja, which may stand inside one of HTML.
    for number, part in enumerate(OF_JINJA.split(template)):
        if number % 2:
            out.append(part)
            continue
        for piece in EDGE_OF_A_TAG.split(UNSEEN.sub(_letter, OPTIONAL_ENDS.sub("", part))):
            in_tag = piece == "<" or (in_tag and piece != ">")
            out.append(NEEDLESS_QUOTES.sub(r"\1\2", piece) if in_tag else piece)
    return "".join(out)


def short_marks(html: str) -> str:
    """Take needless quotes out of the marks and paragraphs of an article's HTML."""
    return QUOTED_ID.sub(r"\1\2", QUOTED_CLASS.sub(r"\1\2", html))


class ShortTemplates(FileSystemLoader):
    """Jinja's own loader of files, whose templates are shortened."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template; behind `shipped/` the theme's own, which one of the same name elsewhere may extend."""
        if template.startswith(SHIPPED):
            return ShortTemplates(self.searchpath[-1]).get_source(environment, template.removeprefix(SHIPPED))
        source, file, is_current = super().get_source(environment, template)
        return shortened(source), file, is_current


def data_in_html(data: object) -> Markup:
    """Write data as JSON for a `<script>`. Letters stay as they are: Jinja's own `tojson` takes six bytes for an Arabic one."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.translate(NOT_IN_A_SCRIPT))  # noqa: S704 - nothing is left in it that HTML reads


def spoken(site_language: str) -> Callable[[str], Markup]:
    """Give what writes the attributes of an element's language, where it is not the page's own."""

    def attributes(language: str) -> Markup:
        if language == site_language:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(language, direction(language))

    return attributes


def ours(site_language: str) -> Callable[[str], Markup]:
    """Give what writes the attributes of our own words inside an element of another language."""
    own = Markup(' lang="{}" dir="{}"').format(site_language, direction(site_language))
    return lambda language: Markup() if language == site_language else own
