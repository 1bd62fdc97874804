"""
Mentions of concepts: every mention links to the concept's page, the first of each has a gloss in the margin.

First means first in the body: a title is not the place for a gloss, unless the body never names the concept. The id of a
mention is the concept's and its number (`m-SCO-2`), so that mentions of one concept never move the ids of another's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from html import escape

from warraq.archive.concept import Concept, Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.language import message

from .edition import MarginEntry, Mark, MarkKind
from .mark_ids import ascii_id

GLOSS = message("Gloss")
ADDRESS = re.compile(
    r"""
    (?:https?://|www\.) \S+                                    # of a page
    | (?<![\w.+-]) [\w.+-]++ @ [\w-]++ \. [\w.-]+              # of a mailbox
    | (?<![\w-]) (?<![\w-]\.) [\w-]++ (?:\.[\w-]++)++ / \S*   # of a page, without its scheme
    """,
    re.VERBOSE,
)
"""A name in an address names the page or the mailbox, not the concept. An address begins where its signs do: each is looked at once."""
SPACE = re.compile(r"\s")
"""No address goes across one."""


class _Addresses:
    """The addresses in a text, looked for in those words alone that mention something; each word is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._may_be = "/" in text or "www." in text or "@" in text
        self._seen = 0
        """Where the words end that were looked at."""
        self._starts: list[int] = []
        self._ends: list[int] = []

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether one overlaps a mention; mentions are asked for in the order of their starts."""
        if not self._may_be:
            return False
        if end > self._seen:
            self._look(start, end)
        near = bisect_right(self._ends, start)  # the only one that can
        return near < len(self._ends) and self._starts[near] < end

    def _look(self, start: int, end: int) -> None:
        """Look at the words of a mention."""
        while start > self._seen and not self._text[start - 1].isspace():
            start -= 1
        after = SPACE.search(self._text, end)
        seen, self._seen = self._seen, after.start() if after else len(self._text)
        for m in ADDRESS.finditer(self._text, max(start, seen), self._seen):
            self._starts.append(m.start())
            self._ends.append(m.end())


def mention_marks(text: str, vocabulary: Vocabulary, lang: str) -> list[Mark]:
    """Mark every mention in T."""
    addresses = _Addresses(text)
    found = [m for m in find_mentions(text, vocabulary, lang) if not addresses.overlap(m.start, m.end)]
    body = text.find("\n")
    first: dict[str, int] = {}
    for n, m in enumerate(found):
        if m.concept_id not in first or found[first[m.concept_id]].start < body <= m.start:
            first[m.concept_id] = n
    numbers: defaultdict[str, int] = defaultdict(int)
    marks = []
    for n, m in enumerate(found):
        numbers[m.concept_id] += 1
        marks.append(
            Mark(
                f"m-{ascii_id(m.concept_id)}-{numbers[m.concept_id]}",
                MarkKind.MENTION,
                m.start,
                m.end,
                concept=m.concept_id,
                first=first[m.concept_id] == n,
            )
        )
    return marks


def gloss_entries(marks: list[Mark], vocabulary: Vocabulary, lang: str) -> Iterator[MarginEntry]:
    """Make the margin entries of the first mentions; the template writes the concept's name and its link."""
    for mark in marks:
        if mark.first:
            yield gloss_entry(mark, vocabulary.concepts[mark.concept], lang)


def gloss_entry(mark: Mark, concept: Concept, lang: str) -> MarginEntry:
    """Make one entry: the definition, with its source."""
    texts = concept.definition.text if concept.definition else {}
    language = next((known for known in (lang, "ar", *texts) if known in texts), None)
    return MarginEntry(
        id=f"n-{mark.id}",
        mark=mark,
        anchor=0,
        label=GLOSS,
        html=escape(texts[language], quote=False) if language else "",
        sources=(concept.definition.source,) if concept.definition and concept.definition.source else (),
        lang=language,
    )
