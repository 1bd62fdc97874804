"""
Where the front matter of an article ends and its text begins, and how people name the keys.

Three hyphens above and below, as everywhere. Phones turn `---` into `—-` and put marks before it; the problem says so, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from warraq.language import message

from .problem import Problem
from .yaml_values import CONTROLS

FENCE = re.compile(r"---[ \t]*")
NEARLY = re.compile(r"[-‐‑‒–—―ـ−]{1,6}|\+\+\+|\*\*\*|___|```(?:ya?ml)?")
"""Lines that were probably meant as `---`."""

KEY_ALIASES = {
    "العنوان": "title",
    "عنوان": "title",
    "التاريخ": "date",
    "تاريخ": "date",
    "المصدر": "source",
    "مصدر": "source",
    "الوسوم": "tags",
    "وسوم": "tags",
    "الملخص": "summary",
    "ملخص": "summary",
    "اللغة": "lang",
    "لغة": "lang",
    "الكاتب": "authors",
    "المؤلف": "authors",
    "الكتاب": "authors",
    "المؤلفون": "authors",
    "الأصل": "original",
    "الحالة": "status",
    "المحجوب": "withheld",
    "محجوب": "withheld",
    "author": "authors",
    "tag": "tags",
    "alias": "aliases",
    "language": "lang",
}
"""Other names that stand for a key."""


def key_name(within: str, key: str, others: Mapping[str, str] = KEY_ALIASES) -> str:
    """Give a key's own name; `within` is the field it stands in, empty at the top; `others`: names that stand for keys there."""
    if within:
        return key
    return others.get(key, others.get(key.lower(), key.lower() if key.isascii() else key))


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """An article's file, split into front matter and body."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


def split_front_matter(path: str, text: str) -> ArticleParts | Problem:
    """Split an article's file; a Problem says why it can't be split."""
    begin_with = message("Begin the file with three lines: ---, title: …, ---")
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return Problem(path, 1, 0, "", message("The file is empty."), begin_with)
    head = CONTROLS.sub("", lines[first]).strip()
    if not FENCE.fullmatch(head):
        if NEARLY.fullmatch(head):
            what = message("“{found}” stands where three hyphens should.", found=head)
            return Problem(path, first + 1, 1, "", what, message("Write three hyphens: ---"))
        return Problem(path, first + 1, 0, "", message("The file has no front matter."), begin_with)
    for number, line in enumerate(lines[first + 1 :], first + 1):
        bare = CONTROLS.sub("", line).rstrip()
        if FENCE.fullmatch(bare):
            below = "\n".join(lines[number + 1 :])
            body = below.lstrip("\n")
            body_line = number + 2 + len(below) - len(body)
            return ArticleParts("\n".join(lines[first + 1 : number]), first + 2, body.rstrip("\n"), body_line)
        # One or two hyphens alone are an empty list item; dashes of other kinds are never YAML.
        if NEARLY.fullmatch(bare) and (not bare.startswith("-") or len(bare) > 1):
            what = message("“{found}” stands where three hyphens should.", found=bare)
            return Problem(path, number + 1, 1, "", what, message("Write three hyphens: ---"))
    what = message("The front matter does not end.")
    return Problem(path, first + 1, 0, "", what, message("Put a line of three hyphens (---) below it."))
