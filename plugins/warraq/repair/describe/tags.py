"""
The concepts that an article is about, among all that it names.

News says what it is about in its title, its first paragraph, or again and again. A concept is a tag where it is named in the
title, where it is named in the first paragraph and once more, or where it is named three times in two paragraphs. Namings once
in passing, it is a mention, not a tag. The agency or paper that the text comes from is not its subject.

Concepts of the lists that come with the program (`archive/starter/`) are no choice of the editors', and countries and capitals stand in every text:
they have to be named more often, the longer the text is. Of such a place the head of a report (الرياض - واس) tells where it was written, and
a naming between quotation marks («الرياض») is most often of a paper.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from warraq.archive.mentions import Mention

from .passages import Passage

MOST = 10
"""Tags of an article: more say nothing about it."""
AGAIN = 3
AGAIN_STARTER = 4
WORDS_A_NAMING = 80
"""Of a text that names a concept of the program's lists again and again: it has a naming for so many words, at least."""
OPENING_LETTERS = 500
"""Of the first paragraph: some papers write a whole report as one."""
HEAD = re.compile(r"\s{0,2}(?:\([^()]{1,40}\))?\s{0,2}[-–—ـ:،/]")
"""Behind a place that begins a paragraph: it says where the report is from."""
QUOTE_OPENS, QUOTE_CLOSES = frozenset('«“"{'), frozenset('»”"}')


@dataclass(slots=True)
class Namings:
    """How often and where one concept is named."""

    in_title: int = 0
    in_lead: int = 0
    in_opening: int = 0
    times: int = 0
    lines: set[int] = field(default_factory=set)
    first: Mention | None = None

    def is_subject_of(self, words: int) -> bool:
        """Tell whether a text of so many words is about a concept of the program's lists."""
        often = self.times >= max(AGAIN_STARTER, words / WORDS_A_NAMING) and len(self.lines) > 1
        return bool(self.in_title or (self.in_opening and self.times >= AGAIN) or often)

    @property
    def is_subject(self) -> bool:
        """Namings in the title, in the lead and once more, or three times in two lines."""
        return bool(self.in_title or (self.in_lead and self.times > 1) or (self.times >= AGAIN and len(self.lines) > 1))


def subjects(
    mentions: Sequence[Mention], lines: Sequence[Passage], sources: Collection[str], starters: Collection[str] = ()
) -> list[Mention]:
    """
    Give the first mention of each concept that the text is about.

    `sources`: ids that are not meant as subjects; `starters`: those of concepts of the program's lists.
    """
    named: dict[str, Namings] = {}
    line = 0
    for mention in mentions:
        while line + 1 < len(lines) and lines[line + 1].start <= mention.start:
            line += 1
        if mention.concept_id in starters and _is_beside(mention, lines[line]):
            continue
        one = named.setdefault(mention.concept_id, Namings())
        one.times += 1
        one.lines.add(line)
        one.in_title += line == 0
        one.in_lead += line == 1
        one.in_opening += line == 1 and mention.start - lines[line].start < OPENING_LETTERS
        one.first = one.first or mention
    words = sum(passage.text.count(" ") + 1 for passage in lines) if starters else 0
    about = [
        (concept, one)
        for concept, one in named.items()
        if (one.is_subject_of(words) if concept in starters else one.is_subject) and concept not in sources
    ]
    most = sorted(about, key=lambda it: (-(it[1].in_title > 0), -it[1].times))[:MOST]
    kept = {concept for concept, _ in most}
    return [one.first for concept, one in about if concept in kept and one.first]


def _is_beside(mention: Mention, line: Passage) -> bool:
    """Tell whether a place says where a report is from, or stands between quotation marks."""
    text, start, end = line.text, mention.start - line.start, mention.end - line.start
    while start > 0 and text[start - 1].isspace():
        start -= 1
    if start <= 0:
        return HEAD.match(text, end) is not None
    return text[start - 1] in QUOTE_OPENS and text[end : end + 1] in QUOTE_CLOSES
