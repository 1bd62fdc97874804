"""
The headline of a page: what most of its witnesses say, and where it is kept.

`og:title`, JSON-LD, `<title>` and the heading above the article speak independently; where two agree, mark for mark or but for marks,
that is the title. A heading that is the site's own name is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...html_tags.elements import HEADINGS
from ...html_tags.references import unescape
from ...late import late
from ...readers.known_site import known_site
from ...readers.metadata import metadata_of
from ...readers.stated import Metadata, Stated
from ...readers.titles import SHORTEST_TITLE, SITE, first_of_kind, forms, site_names, title_words, without_site
from .heading_marks import HOME, KICKER, WRITTEN
from .right_above import instead_of, right_above
from .scanned import Element, ScannedPage, TextBlock
from .witness import BREAK, CUT, Witness, said_at

LONGEST = 400
"""Code points of a headline."""
TITLE_REACH = 6
"""Blocks above the article that may be its title without being a heading."""
MOST_HEADINGS = 40
"""Headings above the article that are looked at, the last ones."""
LEAD = 45
"""Letters of a block that is a paragraph: what is shorter and stands above the headline is no text."""
AHEAD = 4
"""First blocks of the article that may repeat its headline."""
MARK = late(r"[^\w\s]")
VOTES = {"og": 1.05, "headline": 1.05, "title": 1.0, "other": 0.5}
"""Where witnesses part two and two, `<title>` loses: it is made for search engines."""
SEEN = 1.05
"""The vote of a heading."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of a page, and where it is kept."""

    value: str
    start: int
    end: int
    """Its place in O."""
    is_plain: bool
    """The place holds the title and nothing else; otherwise it is put in there."""
    others: tuple[str, ...] = ()
    """What other witnesses say, as `title_words`."""


def headline(text: str, page: ScannedPage, blocks: Sequence[TextBlock]) -> Headline | None:
    """Find the headline of the article that these blocks are; None where nothing on the page says one."""
    stated = metadata_of(text)
    sites = site_names(stated) | _led_home(text, page, stated)
    heads = [_stated(text, kind, one, sites) for kind, one in first_of_kind(stated).items()]
    said = {words for w in heads for words in w.also} | {title_words(w.value) for w in heads}
    seen = _headings(text, page, blocks, stated, sites) or _unmarked(text, page, blocks[0], said)
    for head in heads if any(w.has_kicker for w in seen) else ():
        head.also |= {title_words(head.value[a:b]) for a, b in forms(head.value)}
    witnesses = [w for w in (*seen, *heads) if w.value and len(w.value) <= LONGEST and title_words(w.value)]
    voted: dict[str, float] = {}
    for one in {title_words(w.value): w for w in witnesses}.values():
        kinds: dict[str, float] = {}
        for w in witnesses:
            kinds[w.kind] = max(kinds.get(w.kind, 0.0), w.vote * w.says(one.value))
        voted[title_words(one.value)] = sum(kinds.values())
    real = {words: votes for words, votes in voted.items() if words not in sites}
    if not real:
        is_told = known_site() or all(e.name != "h1" for e in page.elements)
        return Headline(*found) if is_told and (found := right_above(text, page, blocks)) else None
    best = max(real, key=lambda words: real[words])
    same = [w for w in witnesses if title_words(w.value) == best]
    if not any(w.kind in HEADINGS for w in witnesses) and any(w.kind == "title" for w in same):
        is_backed = any(w.kind != "title" and w.says(same[0].value) for w in witnesses)
        if found := instead_of(same[0].value, text, page, blocks, is_backed=is_backed):
            return Headline(*found, tuple(voted))
    written = Counter(w.value for w in same)
    chosen = max(same, key=lambda w: (written[w.value], not w.is_joined, len(MARK.findall(w.value))))
    fuller = (w for w in seen if w.kind == "h1" and chosen.kind != "h1" and w.goes_on_from(chosen.value))
    chosen = next((w for w in witnesses if w.is_whole(chosen.value)), next(fuller, chosen))
    others = tuple(words for words in voted if words != title_words(chosen.value))
    return Headline(chosen.value, chosen.start, chosen.end, chosen.is_plain, others)


def below(headline: Headline, text: str, blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Give the article's blocks without those at its head that say its headline again, or stand above it and are no text."""
    kept: list[TextBlock] = []
    wanted = {title_words(headline.value), *headline.others}
    for n, block in enumerate(blocks):
        at_head = n < AHEAD
        if at_head and block.start < headline.end and block.end > headline.start:
            continue
        if at_head and block.start < headline.start and block.letters < LEAD and _inside(block, HEADINGS):
            continue
        if at_head and (_inside(block, HEADINGS) or block.letters < LEAD * 4):
            words = title_words(said_at(text, block.start, block.end))
            if words == title_words(headline.value) or (words in wanted and _inside(block, frozenset({"h1"}))):
                continue
        kept.append(block)
    return kept


def _stated(text: str, kind: str, one: Stated, sites: frozenset[str]) -> Witness:
    start, end = without_site(one.value, sites, kind)
    value = " ".join(one.value[start:end].split())
    written = text[one.start : one.end]
    also = {title_words(one.value[a:b]) for a, b in forms(one.value, kind)}
    # A part is kept where it can be found as it is written; else the value is put in.
    raw = written.strip()
    is_whole = unescape(raw) == one.value and not re.search(r"[<>\\\n]", raw)
    at = written.find(one.value[start:end]) if is_whole else -1
    if at < 0:
        is_plain = is_whole and (start, end) == (0, len(one.value))
        place = (one.start, one.end)
    else:
        is_plain, place = True, (one.start + at, one.start + at + end - start)
    return Witness(value, *place, is_plain, VOTES.get(kind, 0.5), kind, {w for w in also if len(w) >= SHORTEST_TITLE})


def _headings(
    text: str, page: ScannedPage, blocks: Sequence[TextBlock], stated: Metadata, sites: frozenset[str]
) -> list[Witness]:
    """Give the one heading by the article's beginning that may be its headline: one that others say too, else the last `h1`."""
    first = next((b for b in blocks if b.letters >= LEAD and not _inside(b, HEADINGS)), blocks[0])
    before = (e for e in page.elements if e.start < first.start)
    above = [e for e in before if e.name in HEADINGS or (e.name == "p" and WRITTEN.match(text, e.start))][
        -MOST_HEADINGS:
    ]
    starts = [b.start for b in page.blocks]
    found = [w for e in above if (w := _heading(text, page, starts, e))]
    said = {title_words(s.value[a:b]) for s in stated.titles for a, b in forms(s.value, s.by)} - sites
    ends = {
        title_words(s.value[list(SITE.finditer(s.value))[-1].end() :]) for s in stated.titles if SITE.search(s.value)
    }
    cuts = [s.value[a:b] for s in stated.titles for a, b in forms(s.value, s.by) if CUT.search(s.value[a:b])]
    agreeing = [w for w in found if title_words(w.value) in said or any(w.is_whole(cut) for cut in cuts)]
    if pair := _below_the_site(agreeing, stated):
        return [pair]
    if agreeing:
        # What stands last in a `<title>` is the site, where another heading says what stands before it.
        return [max(agreeing, key=lambda w: (title_words(w.value) not in ends, w.kind == "h1", w.start))][:1]
    alone = [e for e in page.elements if e.name == "h1"]
    if not found and len(alone) == 1 and first.start <= alone[0].start < blocks[-1].end:
        # Above the article's one heading of the first rank may stand a notice, or what the site says of itself.
        found = [w for e in alone if (w := _heading(text, page, starts, e))]
    own = [w for w in found if w.kind == "h1" and title_words(w.value) not in sites | ends]
    return own[-1:]


def _led_home(text: str, page: ScannedPage, stated: Metadata) -> set[str]:
    """Give what headings say that lead to the site's first page: its name, unless the page's head calls the article so."""
    heads = [e for e in page.elements if e.name in HEADINGS][:MOST_HEADINGS]
    homes = [e for e in heads if HOME.match(text, e.start + 1) and 0 < e.end - e.start <= LONGEST * 4]
    names = {title_words(said_at(text, e.start, e.end)) for e in homes}
    return names - {title_words(s.value) for s in stated.titles}


def _below_the_site(agreeing: Sequence[Witness], stated: Metadata) -> Witness | None:
    """Give the greater one of two headings that are the two halves of `<title>`, where it stands below the other, the site's name."""
    for s in stated.titles:
        if len(halves := [title_words(half) for half in SITE.split(s.value, maxsplit=1)]) == len(("site", "title")):
            site = next((w for w in agreeing if title_words(w.value) == halves[0]), None)
            title = next((w for w in agreeing if title_words(w.value) == halves[1]), None)
            if site and title and site.start < title.start and title.kind < site.kind:
                return title
    return None


def _heading(text: str, page: ScannedPage, starts: Sequence[int], element: Element) -> Witness | None:
    inside = page.blocks[bisect_left(starts, element.start) : bisect_left(starts, element.end)]
    inside = [b for b in inside if b.letters or text[b.start : b.end].strip()]
    if not inside or element.is_aside or len(inside) > 4 or inside[-1].end - inside[0].start > 10 * LONGEST:
        return None
    start, end = inside[0].start, inside[-1].end
    kicker = KICKER.search(text, element.start, min(end, start + LONGEST))
    if kicker and said_at(text, kicker.end(), end) and not said_at(text, start, max(start, kicker.start())):
        inside = [b for b in inside if b.end > kicker.end()]
        start = max(inside[0].start, kicker.end())
    value = " ".join(said_at(text, max(b.start, start), b.end) for b in inside)
    is_plain = len(inside) == 1 and not BREAK.search(text, start, end)
    name = "h1" if element.name == "p" else element.name
    return Witness(value, start, end, is_plain, SEEN, name, is_joined=len(inside) > 1, has_kicker=bool(kicker))


def _unmarked(text: str, page: ScannedPage, first: TextBlock, said: set[str]) -> list[Witness]:
    """Give a block that says what the page's head says; old pages have no headings, but large letters."""
    above = [b for b in page.blocks if b.letters and b.start <= first.start][-TITLE_REACH:]
    for block in reversed(above):
        value = said_at(text, block.start, block.end)
        if len(words := title_words(value)) >= SHORTEST_TITLE and words in said:
            is_plain = not BREAK.search(text, block.start, block.end)
            return [Witness(value, block.start, block.end, is_plain, SEEN, "block")]
    return []


def _inside(block: TextBlock, names: frozenset[str]) -> bool:
    inside: Element | None = block.inside
    for _ in range(3):
        if inside is None:
            return False
        if inside.name in names:
            return True
        inside = inside.parent
    return False
