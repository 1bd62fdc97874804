"""Where an article comes from (من أين جاء): all that the archive knows about it, with the evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from warraq.archive.original import OriginalKind
from warraq.archive.record import RecordedPart
from warraq.edition.edition import Edition, MarkKind
from warraq.language import Message, message

from . import addresses


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many repairs of the text one rule made."""

    rule: str
    reason: Message
    count: int


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A place of the original that speaks for the date, in its own words."""

    quote: str
    says: Message | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The facts of an article that was made of an original."""

    name: str
    """Of the original; empty, as all addresses here, where it is kept and not published."""
    file: str
    """Address of the original as it was found."""
    decoded: str
    """Address of the original as UTF-8, where it is in another encoding; else empty."""
    compare: str
    bytes: int
    sha256: str
    encoding: str
    bom: bool
    part: RecordedPart | None
    """Where the original is a file that wraps the page: the page, which alone is published."""
    withheld: bool
    """Words are withheld: the file is its text without them, and neither its size nor its hash is known to readers."""
    rules: str
    """The version of the rules that repaired it."""
    date: tuple[DateEvidence, ...]
    """What the date rests on; empty once an editor has given another."""
    repairs: tuple[RuleCount, ...]
    """The rules with the most repairs first."""
    furniture: int
    """How many pieces of the page around the article were taken out."""


def original_address(edition: Edition) -> str:
    """
    Give the address of the original; HTML stands as text, because a host would serve it as a page.

    Where words are withheld the file itself is not published, but its text without them, under another name.
    """
    if edition.original is None:
        raise ValueError(f"{edition.article.path} was written by hand: it has no original.")
    if edition.article.withheld:
        return addresses.article(edition.article.slug) + "original.withheld.txt"
    name = "original.txt" if edition.original.kind is OriginalKind.TEXT else "original.html.txt"
    return addresses.article(edition.article.slug) + name


def decoded_address(edition: Edition) -> str:
    """Give the address of the UTF-8 copy of an original in another encoding, which every browser shows right; else an empty one."""
    if edition.original is None or edition.original.encoding == "utf-8":
        return ""
    return addresses.article(edition.article.slug) + "original.utf-8.txt"


def provenance(edition: Edition) -> Provenance | None:
    """Collect where an article comes from; None where it was written by hand."""
    record, original, article = edition.record, edition.original, edition.article
    if record is None or (original is None and article.originals != "private"):
        return None
    from warraq.repair.describe.says import SAYS  # all of repair: an archive without records has no need of it

    marks = [mark for mark in edition.marks if mark.kind is MarkKind.REPAIR]
    counts = Counter(mark.rule for mark in marks)
    reasons = {mark.rule: mark.reason for mark in marks if mark.reason}
    date = record.described.get("date")
    stands = date is not None and article.date is not None and date.value == str(article.date)
    return Provenance(
        name=original.name if original else "",
        file=original_address(edition) if original else "",
        decoded=decoded_address(edition),
        compare=addresses.article(article.slug) + "compare/" if original else "",
        bytes=record.original.bytes,
        sha256=record.original.sha256,
        encoding=record.original.encoding.upper(),
        bom=record.original.bom,
        part=record.original.part,
        withheld=bool(article.withheld),
        rules=record.rules,
        date=tuple(DateEvidence(" ".join(e.quote.split()), SAYS.get(e.says)) for e in date.evidence)
        if date and stands
        else (),
        repairs=tuple(
            RuleCount(rule, reasons.get(rule, message(rule)), count)
            for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
        furniture=edition.furniture,
    )
