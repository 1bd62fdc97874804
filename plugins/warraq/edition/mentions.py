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


def mention_marks(text: str, vocabulary: Vocabulary, lang: str) -> list[Mark]:
    """Mark every mention in T."""
    addresses = [m.span() for m in ADDRESS.finditer(text)] if "/" in text or "www." in text or "@" in text else []
    ends = [end for _, end in addresses]
    found = []
    for m in find_mentions(text, vocabulary, lang):
        near = bisect_right(ends, m.start)  # the only address that can overlap the mention
        if near == len(ends) or addresses[near][0] >= m.end:
            found.append(m)
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
