"""
News agencies among what pages and bylines name: «رويترز», «أ ف ب», `دمشق - سانا`, `BERLIN (dpa) –`.

An agency writes no article as a person does. It is the source, or, where a paper printed its report, what the source went through
(`via`), as Dublin Core and IPTC tell creator and contributor from publisher. The names are those of agencies that serve other papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .places import is_place

STOP = r"[.\s]{0,2}"
AGENCY = (
    rf"رويترز|[أا]ف?{STOP}ف{STOP}ب|[أا][.\s]{{1,2}}ب|د{STOP}ب{STOP}[أا]|[أا][.\s]{{1,2}}ش[.\s]{{1,2}}[أا]|(?:وكالة )?فرانس برس"
    r"|(?:وكالة )?[أا]سوشيي?تد ?برس|واس|وام|كونا|بترا|قنا|بنا|سبأ|سانا|سونا|وفا|واع|واج|وات|شينخوا|تاس|نوفوستي|سبوتنيك|الأناضول|الفرنسية|الألمانية"
    r"|رویترز|آسوشیتدپرس|آسوشیتد پرس|فرانسه\u200cپرس|فرانس ?پرس|ایسنا|ایرنا|ایلنا|ایمنا|تسنیم|شینهوا|آناتولی"
    r"|رائٹرز|روئٹرز|اے ایف پی|اے پی پی|اے پی|آئی این پی|این این آئی|پی پی آئی|یو این آئی|پی ٹی آئی|ڈی پی اے"
    r"|רויטרס|איי[- ]?פי|אי[- ]?אף[- ]?פי"
    r"|(?i:(?:thomson )?reuters|agence france[- ]presse|(?:the )?associated press|deutsche presse-agentur|xinhua|anadolu(?: agency| ajansı)?"
    r"|interfax|ria novosti|yonhap|kyodo|press association|pa media|itar-tass)"
    r"|AFP|AP|DPA|dpa|APA|epd|KNA|SID|sid|afp|ap|CNN|BBC|QNA|WAM|SPA|KUNA|MENA|SANA|WAFA|UPI|EFE|ANSA|TASS|PTI|IANS|DHA|İHA|AA|NTB|Ritzau|ritzau|Lusa|Belga|ANP"
)
GENERIC = (
    r"وكالة (?:ال)?[أا]نباء [^\n،,:()\-–—]{3,40}|وكالة [^\n،,:()\-–—]{3,30} لل[أا]نباء|خبرگزاری [^\n،,:()\-–—]{2,30}"
    r"|(?i:[^\W\d_][^\n,:()]{2,40} news agency)|סוכנות הידיעות [^\n,:()]{2,30}"
)
"""Agencies that say of themselves that they are one."""
WORDS = frozenset(
    {
        "بنا",
        "وفا",
        "وام",
        "قنا",
        "واج",
        "وات",
        "واع",
        "تاس",
        "سبأ",
        "الفرنسية",
        "الألمانية",
        "SID",
        "sid",
        "AA",
        "ap",
        "SPA",
    }
)
"""Agencies' names that are words, names or marks of something else too: alone they are no evidence in a text."""
ONE = re.compile(rf"(?:{AGENCY}|{GENERIC})\.?")
BETWEEN = re.compile(r"\s*(?:[;؛|/•·،,\n()\[\]+&]|\s[-–—ـ]\s)\s*|\s+(?:and|und|et|و|اور|ve)\s+|\s+[וو](?=\S)")
AROUND = " .،,:-–—ـ«»“”\"'()[]*"
SEP = r"\s?[-–—ـ/:،,|]\s?"
MARKS = r"[«“\"(]{0,2}"
DATELINE = re.compile(
    rf"(?:[^\n().]{{0,50}}?)\(\s?(?P<in>{AGENCY})(?:/\w{{2,4}})?\s?(?:\)|[,،/]\s?[^\n()]{{0,30}}\))"
    rf"|(?:[^\n().:،]{{2,30}}?)\s?[-–—ـ/]\s?{MARKS}(?P<behind>{AGENCY})[»”\")]{{0,2}}\s?[-–—ـ:/]"
    rf"|(?P<place>[^\n().:،\-–—ـ/]{{2,30}}?){SEP}{MARKS}(?P<placed>{AGENCY})(?!\w)"
    rf"|{MARKS}(?P<first>{AGENCY})[»”\")]{{0,2}}\s?[-–—ـ:/](?!\w)"
)
LINE = re.compile(
    rf"[{re.escape(AROUND)}]{{0,4}}(?:(?P<place>[^\n().:،/\-–—ـ]{{2,40}}?)(?:{SEP}|\s?(?=\()))?{MARKS}(?P<name>{AGENCY})[{re.escape(AROUND)}]{{0,4}}"
)
"""A line of an agency alone, or with the place that it reports from."""


def agencies_in(stated: str) -> Iterator[str]:
    """Yield the agencies that a statement of the author names, as it writes them."""
    for piece in BETWEEN.split(stated[:600]):
        name = " ".join((piece or "").strip(AROUND).split())
        if ONE.fullmatch(name):
            yield name


def is_agency(name: str) -> bool:
    """Say whether this is what an agency is called."""
    return ONE.fullmatch(name) is not None


def dateline(text: str) -> tuple[int, int] | None:
    """Give the place of the agency in the dateline that a paragraph begins with."""
    match = DATELINE.match(text)
    if match is None:
        return None
    group = str(match.lastgroup)
    if group == "placed" and not is_place(match["place"]):
        return None
    if group == "first" and match[group] in WORDS:
        return None
    return match.span(group)


def sender(line: str) -> tuple[int, int] | None:
    """Give the place of the agency in a line that says nothing but who sent the text, and from where."""
    match = LINE.fullmatch(line)
    if match is None or not (is_place(match["place"]) if match["place"] else match["name"] not in WORDS):
        return None
    return match.span("name")
