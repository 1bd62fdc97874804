"""A page of the desk that is one file: it opens from a disk, asks for nothing and runs no script."""

from __future__ import annotations

import re
from html import escape

from warraq.archive.shown_path import shown_path
from warraq.pages.direction import direction

from .style import house_style_alone

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A letter of Hebrew, Arabic or a script between them."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
"""Names of files and titles come from anybody."""


def page_alone(title: str, body: str, language: str, name: str, heading: str = "") -> str:
    """
    Make a page of a title, the HTML of its body and the archive's name; `heading` is the HTML of the title, where it has parts.

    `desk.css` knows `<details>` right in the body, `<table>`, and the classes `numbers` (a list of counts), `excerpt` (words of a
    text), `todo` (what to do next) and `quiet`; names and paths of files come from `file_name()`.
    """
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction(language)}" class="desk"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{house_style_alone()}</style></head>\n<body>"
        f'<header class="top"><div class="wrap"><span class="brand"><bdi>{escape(name)}</bdi></span></div></header>\n'
        f'<main id="main" class="wrap"><h1>{heading or escape(title)}</h1>\n{body}</main></body></html>\n'
    )


def file_name(path: str) -> str:
    """
    Give the HTML of a file's name or path: its parts keep their order in a text of any direction.

    A number behind Arabic letters would change places with them across the stroke: each part with such letters stands by itself.
    """
    return f'<bdi dir="ltr">{"/".join(map(_part, shown_path(path).split("/")))}</bdi>'


def _part(name: str) -> str:
    """Isolate a name with such letters, without its ending."""
    if not RIGHT_TO_LEFT.search(name):
        return escape(name)
    stem, dot, ending = name.rpartition(".")
    if not stem or not ending.isascii():
        stem, dot, ending = name, "", ""
    return f"<bdi>{escape(stem)}</bdi>{dot}{escape(ending)}"
