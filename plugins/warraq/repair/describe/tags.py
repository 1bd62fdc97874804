"""
The concepts that an article is about, among all that it names.

News says what it is about in its title, its first paragraph, or again and again. A concept is a tag where it is named in the
title, where it is named in the first paragraph and once more, or where it is named three times in two paragraphs. Namings once
in passing, it is a mention, not a tag. The agency or paper that the text comes from is not its subject.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from warraq.archive.mentions import Mention

from .passages import Passage

MOST = 10
"""Tags of an article: more say nothing about it."""
AGAIN = 3


@dataclass(slots=True)
class Namings:
    """How often and where one concept is named."""

    in_title: int = 0
    in_lead: int = 0
    times: int = 0
    lines: set[int] = field(default_factory=set)
    first: Mention | None = None

    @property
    def is_subject(self) -> bool:
        """Namings in the title, in the lead and once more, or three times in two lines."""
        return bool(self.in_title or (self.in_lead and self.times > 1) or (self.times >= AGAIN and len(self.lines) > 1))


def subjects(mentions: Sequence[Mention], lines: Sequence[Passage], sources: Collection[str]) -> list[Mention]:
    """Give the first mention of each concept that the text is about; `sources`: ids that are not meant as subjects."""
    named: dict[str, Namings] = {}
    line = 0
    for mention in mentions:
        while line + 1 < len(lines) and lines[line + 1].start <= mention.start:
            line += 1
        one = named.setdefault(mention.concept_id, Namings())
        one.times += 1
        one.lines.add(line)
        one.in_title += line == 0
        one.in_lead += line == 1
        one.first = one.first or mention
    about = [(concept, one) for concept, one in named.items() if one.is_subject and concept not in sources]
    most = sorted(about, key=lambda it: (-(it[1].in_title > 0), -it[1].times))[:MOST]
    kept = {concept for concept, _ in most}
    return [one.first for concept, one in about if concept in kept and one.first]
