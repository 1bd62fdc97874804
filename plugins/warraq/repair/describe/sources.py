"""
The sources that a text names: a source line, the agency of its dateline, and further agencies that it goes through.

A line that only names the source states it. `نقلا عن وكالة …` in the first paragraphs names those the source went through
(`via`); an agency that the text merely reports about is not its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..rules.lines.source_line import name_in
from .agencies import dateline, sender
from .passages import Passage, Passages

LEAD = 3
"""Lines below the title in which sources are named."""
OF_COUNTRY = "الروسية|الفرنسية|الألمانية|السعودية|الإيرانية|المصرية|الدولية|الرسمية"
NAME = (
    r"(?:[«“\"](?P<q{n}>[^»”\"\n]{{2,40}})[»”\"]"
    rf"|(?P<n{{n}}>(?:ال)?\w+(?:\s(?:{OF_COUNTRY}))?(?:\sلل[أا]نباء)?))"
)
AGENCY = rf"وكال[ةه](?:\s(?:ال)?[أا]نباء)?\s{NAME}"
THROUGH = re.compile(
    rf"(?<!\w)(?:نقل[اً]{{1,2}}\sعن|عن)\s{AGENCY.format(n=1)}(?:(?:\s?[،,و]\s?|\s)(?:و)?{AGENCY.format(n=2)})?"
)


BY_REPORT = re.compile(
    r"به گزارش (?P<fa>خبرگزاری [^\W\d_]+|ایسنا|ایرنا|ایلنا|ایمنا|تسنیم|رویترز|آسوشیتدپرس|فرانسه‌پرس)(?=[\s،,])"
    r"|خبر رساں (?:ادارے|ادارہ|ایجنسی) ['‘“\"]?(?P<ur>رائٹرز|روئٹرز|اے ایف پی|اے پی پی|اے پی|آئی این پی|یو این آئی|پی ٹی آئی)"
    r"|סוכנות הידיעות ['\"]?(?P<he>[^\W\d_]+)"
)


PICTURE = re.compile(r"<(?:img|figure|picture|video|amp-img)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name and where it stands."""

    name: str
    passage: Passage
    start: int
    end: int


def stated_source(passages: Passages) -> PlacedName | None:
    """Find the source that a line of the text states."""
    for passage in (*passages.taken_out, *passages.lines[-2:], *passages.lines[:2]):
        if name := name_in(re.sub("[ \t\u00a0]+", " ", passage.text)):
            pattern = r"[ \t\u00a0]+".join(map(re.escape, name.split()))
            if found := re.search(pattern, passage.text):
                return PlacedName(name, passage, found.start(), found.end())
    return None


def reporting(passages: Passages) -> Iterator[PlacedName]:
    """Find the agencies that sent the text: that of its dateline, and those of lines that say nothing else."""
    for passage in passages.lines[1:2]:
        if place := dateline(passage.text):
            yield PlacedName(passage.text[place[0] : place[1]], passage, *place)
    start, end = passages.head()
    for passage in (*passages.taken_out, *passages.lines[1:2]):
        if (place := sender(passage.text)) and (
            passage.is_line
            or not passage.taken_out
            # Below a picture an agency alone is its credit; with a place it is a dateline.
            or (
                start <= passage.start < end
                and (place[0] or not PICTURE.search(passages.original, start, passage.start))
            )
        ):
            yield PlacedName(passage.text[place[0] : place[1]], passage, *place)


def gone_through(passages: Passages) -> Iterator[PlacedName]:
    """Find the agencies that the first paragraphs quote, each once."""
    known: set[str] = set()
    for passage in passages.lines[1 : LEAD + 1]:
        quoted = [(m, f"{kind}{n}") for m in THROUGH.finditer(passage.text) for n in (1, 2) for kind in "qn"]
        quoted += [(m, str(m.lastgroup)) for m in BY_REPORT.finditer(passage.text)]
        for m, group in quoted:
            if m[group] and (own := core(m[group])) not in known:
                known.add(own)
                yield PlacedName(m[group].strip(), passage, m.start(group), m.end(group))


def core(name: str) -> str:
    """Give what is an agency's own in its name, `تسنيم` of `وكالة تسنيم للأنباء`."""
    words = [
        w
        for w in re.findall(r"\w+", name)
        if w not in ("وكالة", "وكاله", "أنباء", "الأنباء", "للأنباء", "انباء", "للانباء", "خبرگزاری")
    ]
    return " ".join(words).casefold()
