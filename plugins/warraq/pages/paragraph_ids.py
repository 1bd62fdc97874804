"""
Addresses of paragraphs, made of their words, so that what others write before a paragraph does not move its address.

An edition numbers its paragraphs. A page that was cited as `…#p7` would lead elsewhere once a paragraph is put in before it. Here the letters and
digits of a paragraph decide, and neither its vowel marks nor its punctuation. Two paragraphs of the same words are told apart by their order.
They are made of what is published: of words that are withheld, a hash would tell who tries names which one it was.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from warraq.archive.permanent_id import id_for
from warraq.edition.edition import Edition, Section

NUMBERED = re.compile(r"p\d+(?:-\d+)?")
"""The ids that an edition gives; headings have names."""
NO_WORDS = re.compile(r"[\W_]+")
LENGTH = 5
"""Signs of 28: in an article of a thousand paragraphs two have one, once in thirty articles, and are told apart like equal ones."""


def with_paragraph_ids(made: Edition) -> Edition:
    """Give each paragraph of an edition the id of its words; one without any keeps its number."""
    given = Counter[str]()
    sections = tuple(_named(section, made.text[section.start : section.end], given) for section in made.sections)
    return replace(made, sections=sections)


def _named(section: Section, text: str, given: Counter[str]) -> Section:
    words = NO_WORDS.sub("", text.replace(" ", ""))  # spaces, most of what goes, in half the time
    if not words or not NUMBERED.fullmatch(section.id):
        return section
    made = f"p{id_for(words)[:LENGTH]}"
    given[made] += 1
    if given[made] > 1:
        made = f"{made}-{given[made]}"
    return replace(section, id=made, html=section.html.replace(f' id="{section.id}"', f' id="{made}"', 1))
