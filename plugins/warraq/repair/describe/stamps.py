"""
The day that a stamp states: a line that says when the text was published, or the dateline of its first paragraph.

A weekday must agree, and so must all stamps of one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from warraq.arabic.months import Calendar
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Origin

from .dates import WrittenDate, find_dates
from .passages import DateInPassage, Passage, Passages

PUBLISHED = re.compile(
    r"(?<!\w)(?:نُ?شر\w*|النشر|بتاريخ|تاريخ|published|posted|date|datum"
    r"|انتشار|تاريخ انتشار|التاريخ|اشاعت|شائع|פורסם|publi[ée]\w*"
    r"|ver[öo]ffentlicht|erstellt|yay[ıi]n\w*|publicad[oa]|publicaci[oó]n|pubblicato|opublikowano)(?!\w)"
)
UPDATED = re.compile(
    r"(?<!\w)(?:تحديث|محدث|حُ?دّ?ث|عدل|تعديل|updated?|modified|بروزرساني|به.?روز.?رساني|تازه كاري|اپ ڈيٹ|עודכן|עדכון|aktualisiert\w*|ge[äa]ndert"
    r"|[äa]nderung|mis [àa] jour|modifi[ée]|actualizad[oa]|aggiornato|g[üu]ncelle\w*|bijgewerkt|oppdatert|uppdaterad|opdateret)(?!\w)"
)
WITHIN_A_TIME = re.compile(
    r"(?<!\w)(?:seit|bis|ab|g[üu]ltig|valid|until|since|from|to|depuis|jusqu\w*|حتي|لغايه|منذ|اعتبارا من|ابتداء من|ينتهي|از|تا)\W{1,4}\Z"
)
"""Before a date that something holds from, or until."""
# What may stand beside the date in a stamp: hours, zones, the words of stamps.
STAMP_WORDS = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?|(?<!\w)(?:تم|في|يوم|الساعه|ساعه|ساعت|بتوقيت|غرينتش|جرينتش|مكه|المكرمه|القاهره|الموافق|م|ه|ص|صباحا|مساء"
    r"|gmt|utc|am|pm|on|at|um|uhr|le|à|de|del|a las|saat|בשעה|اخر|اخرين|اخري|نُ?شر\w*|النشر|بتاريخ|تاريخ|التاريخ|published|posted|date|datum"
    r"|انتشار)(?!\w)|[\W_]+"
)
STAMP_ENDS = re.compile(r"[^.!؟]{0,30}?(?:[-–—:|]|\))")
INNER_STOP = re.compile(r"[.!؟،]\s")
LATEST_START = 45
"""Code points before the date of a dateline, and the words of its place and agency."""
MOST_PLACE_WORDS = 4
FEWEST_WORDS = 6
"""Words behind a dateline."""
FIRST_LINES, CHRONICLE = 3, 12
"""Lines below the title of which one may begin with a dateline, and those in which a second one makes a chronicle of it."""
MOST_CANDIDATES = 4
LONGEST_STAMP = 90
"""Letters of a line that is a stamp."""


def find_stamps(passages: Passages, lang: str) -> Iterator[DateInPassage]:
    """Yield the dates with a year in lines that are stamps, and in the dateline of the first paragraph."""
    body = passages.lines[1:]
    near = {id(p): p for p in (*passages.taken_out, *passages.lines[1:4], *passages.lines[-2:])}
    for passage in near.values():
        if len(passage.text) > LONGEST_STAMP or not passage.has_digits:
            continue
        found = [w for w in find_dates(passage.folded, lang) if w.year]
        if found and is_stamp(passage.folded, found):
            yield from (DateInPassage(passage, w) for w in published_dates(passage.folded, found))
    yield from _dateline(body, lang)


def _dateline(body: Sequence[Passage], lang: str) -> Iterator[DateInPassage]:
    """Yield the date that the first paragraph begins with; where several do, they are a chronicle's days."""
    first: DateInPassage | None = None
    for n, line in enumerate(body[:CHRONICLE]):
        written = _begins_with_date(line, lang) if len(line.text) > LONGEST_STAMP and line.has_digits else None
        if written and first:
            return
        if written and n < FIRST_LINES:
            first = DateInPassage(line, written)
        elif n >= FIRST_LINES and not first:
            return
    if first:
        yield first


def _begins_with_date(line: Passage, lang: str) -> WrittenDate | None:
    """Give the date of a dateline, `دمشق - 8 نوفمبر 2023 - `."""
    head = line.folded[:LONGEST_STAMP]
    w = next(find_dates(head, lang), None)
    if (
        not w
        or not w.year
        or w.start > LATEST_START
        or INNER_STOP.search(head[: w.start])
        or not STAMP_ENDS.match(head, w.end)
    ):
        return None
    if len(line.text[w.end :].split()) < FEWEST_WORDS:
        return None
    words = STAMP_WORDS.sub(" ", head[: w.start]).split()
    return w if len(words) <= MOST_PLACE_WORDS and not UPDATED.search(head[: w.start]) else None


def published_dates(folded: str, found: Sequence[WrittenDate]) -> Iterator[WrittenDate]:
    """Yield those of a stamp's dates that are not the day of an update: «نُشر: 8 نوفمبر 2023 | آخر تحديث: 9 نوفمبر 2023»."""
    at = 0
    for w in found:
        before = folded[at : w.start]
        updated, published = UPDATED.search(before), PUBLISHED.search(before)
        if WITHIN_A_TIME.search(before):
            pass
        elif not updated or (published and published.start() > updated.start()):
            yield w
        at = w.end


def is_stamp(folded: str, found: Sequence[WrittenDate]) -> bool:
    """Say whether a line is a stamp: beside dates and the words of stamps it names no more than a place and an agency."""
    if UPDATED.search(folded) and not PUBLISHED.search(folded):
        return False
    rest = folded
    for w in reversed(found):
        rest = rest[: w.start] + " " + rest[w.end :]
    words = STAMP_WORDS.sub(" ", rest).split()
    return len(words) <= (6 if PUBLISHED.search(folded) else 3)


def day_of_stamps(passages: Passages, stamps: Sequence[DateInPassage]) -> Described:
    """Give the one day that all stamps fit; where only its day and month may be turned round, the year."""
    evidence = tuple(passages.evidence(s.passage, s.date.start, s.date.end, "date") for s in stamps)
    solar = [s.date for s in stamps if s.date.calendar is not Calendar.HIJRI]
    lunar = [s.date for s in stamps if s.date.calendar is Calendar.HIJRI]
    if not solar:
        return Described(value=_from_hijri(lunar), origin=Origin.TEXT, evidence=evidence)
    fit = set(solar[0].days())
    for w in solar[1:]:
        fit &= set(w.days())
    # Where the new moon is seen is another day in another country: the two calendars agree within one.
    for w in lunar:
        near = {d + timedelta(days=n) for d in replace(w, weekday=None, turned=False).days() for n in (-1, 0, 1)}
        fit &= near
    if len(fit) == 1:
        # A weekday chose between day and month: that is inferred, for a tenth of such pairs share theirs.
        turned = all(w.turned for w in solar) and any(w.weekday is not None for w in solar)
        origin = Origin.INFERRED if turned else Origin.TEXT
        return Described(value=str(fit.pop()), origin=origin, evidence=evidence)
    candidates = tuple(str(d) for d in dict.fromkeys(d for w in solar for d in w.days()))
    value = str(PartialDate(next(iter(fit)).year)) if len(fit) == 2 and len({d.year for d in fit}) == 1 else None
    return Described(value=value, origin=Origin.TEXT, evidence=evidence, candidates=candidates[:MOST_CANDIDATES])


def _from_hijri(lunar: Sequence[WrittenDate]) -> str | None:
    """Give the day of Hijri stamps alone, which is sure within one day: a weekday settles it, else the month may be sure."""
    if settled := next((w for w in lunar if w.weekday is not None), None):
        return str(settled.days()[0]) if len(settled.days()) == 1 else None
    days = {d for w in lunar for d in w.days()}
    months = {(n.year, n.month) for d in days for k in (-1, 0, 1) if (n := d + timedelta(days=k))}
    return str(PartialDate(*months.pop())) if len(months) == 1 else None
