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

NOT_IN_A_SCRIPT = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in "<>&'\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
)
"""The signs that Jinja's `tojson` escapes, so that data can't end their element, and two line ends of JavaScript."""
OF_JINJA = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
OPTIONAL_ENDS = re.compile("</(?:li|dt|dd|option)>")
"""End tags that HTML never asks for: nothing may follow them in their list but the next one, or its end."""
NEEDLESS_QUOTES = re.compile(r"""(?<=[\w-]=)"([\w.:#-]+)"(?=[\s>]|$)""", re.ASCII)


EDGE_OF_A_TAG = re.compile("(<(?=[a-z])|>)")
UNSEEN = re.compile("&#x(A0|206[0-9]);")
"""Letters that templates name because nobody would see them; a browser does."""


def _letter(named: re.Match[str]) -> str:
    return chr(int(named[1], 16))


def shortened(template: str) -> str:
    """Take needless quotes and end tags out of a template; its lines stay, so that a mistake is found at its line."""
    out: list[str] = []
    in_tag = False
    # Every second part is a tag of Jinja, which may stand inside one of HTML.
    for number, part in enumerate(OF_JINJA.split(template)):
        if number % 2:
            out.append(part)
            continue
        for piece in EDGE_OF_A_TAG.split(UNSEEN.sub(_letter, OPTIONAL_ENDS.sub("", part))):
            in_tag = piece == "<" or (in_tag and piece != ">")
            out.append(NEEDLESS_QUOTES.sub(r"\1", piece) if in_tag else piece)
    return "".join(out)


class ShortTemplates(FileSystemLoader):
    """Jinja's own loader of files, whose templates are shortened."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template."""
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
