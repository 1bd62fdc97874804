"""
The sources that a text names: a source line, the agency of its dateline, and further agencies that it goes through.

A line that only names the source states it. `نقلا عن وكالة …` in the first paragraphs names those the source went through
(`via`); an agency that the text merely reports about is not its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..rules.lines.source_line import name_in
from .passages import Passage, Passages

LEAD = 3
"""Lines below the title in which sources are named."""
AGENCIES = (
    "واس|رويترز|أ ف ب|أ\\.ف\\.ب|ا ف ب|أف ب|د ب أ|د\\.ب\\.أ|وام|كونا|بترا|قنا|بنا|سبأ|سانا|وفا|أ ش أ|واج|وات|شينخوا|تاس|الأناضول|الفرنسية"
    "|CNN|AFP|AP|DPA|BBC|Reuters|QNA|WAM|SPA"
)
DATELINE = re.compile(
    rf"(?:[^\n().]{{0,50}}?)\(\s?({AGENCIES})\s?\)|(?:[^\n().:،]{{2,30}}?)\s?[-–—/]\s?({AGENCIES})\s?[-–—:/]"
)
OF_COUNTRY = "الروسية|الفرنسية|الألمانية|السعودية|الإيرانية|المصرية|الدولية|الرسمية"
NAME = (
    r"(?:[«“\"](?P<q{n}>[^»”\"\n]{{2,40}})[»”\"]"
    rf"|(?P<n{{n}}>(?:ال)?\w+(?:\s(?:{OF_COUNTRY}))?(?:\sلل[أا]نباء)?))"
)
AGENCY = rf"وكال[ةه](?:\s(?:ال)?[أا]نباء)?\s{NAME}"
THROUGH = re.compile(
    rf"(?<!\w)(?:نقل[اً]{{1,2}}\sعن|عن)\s{AGENCY.format(n=1)}(?:(?:\s?[،,و]\s?|\s)(?:و)?{AGENCY.format(n=2)})?"
)


SLOGAN = re.compile(r"\s+(?:[|\-–—•»:])\s+|\s*[|]\s*")
SLOGAN_WORDS = 4
"""Words behind a site's name that are more than a part of it."""


def without_slogan(name: str, titles: Iterable[str] = ()) -> str:
    """
    Give a site's name without what it says of itself: «الميناء | أخبار على مدار الساعة».

    A short slogan is told by `titles`, the page's own: one that ends in the first part alone calls the site by it.
    """
    first, *rest = SLOGAN.split(name)
    if not rest or not first.strip():
        return name
    called = any(parts[-1].strip() == first.strip() for title in titles if len(parts := SLOGAN.split(title)) > 1)
    return first if called or sum(len(part.split()) for part in rest) >= SLOGAN_WORDS else name


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name and where it stands."""

    name: str
    passage: Passage
    start: int
    end: int


def stated_source(passages: Passages) -> PlacedName | None:
    """Find the source that the text states: a line of its own, or the agency of its dateline."""
    for passage in (*passages.taken_out, *passages.lines[-2:], *passages.lines[:2]):
        if name := name_in(re.sub("[ \t\u00a0]+", " ", passage.text)):
            pattern = r"[ \t\u00a0]+".join(map(re.escape, name.split()))
            if found := re.search(pattern, passage.text):
                return PlacedName(name, passage, found.start(), found.end())
    if len(passages.lines) > 1 and (m := DATELINE.match(passages.lines[1].text)):
        group = 1 if m[1] else 2
        return PlacedName(m[group], passages.lines[1], m.start(group), m.end(group))
    return None


def gone_through(passages: Passages, source: str | None) -> Iterator[PlacedName]:
    """Find the agencies that the first paragraphs quote, but the source itself."""
    known = {_core(source)} if source else set()
    for passage in passages.lines[1 : LEAD + 1]:
        for m in THROUGH.finditer(passage.text):
            for n in (1, 2):
                group = f"q{n}" if m[f"q{n}"] else f"n{n}"
                name = m[group]
                if name and (core := _core(name)) not in known:
                    known.add(core)
                    yield PlacedName(name.strip(), passage, m.start(group), m.end(group))


def _core(name: str) -> str:
    """Give what is an agency's own in its name, `تسنيم` of `وكالة تسنيم للأنباء`."""
    words = [
        w
        for w in re.findall(r"\w+", name)
        if w not in ("وكالة", "وكاله", "أنباء", "الأنباء", "للأنباء", "انباء", "للانباء")
    ]
    return " ".join(words)
