"""What the kinds have in common that are about a value of the front matter: the evidence, what else the original says, and a confirmation."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.archive.record import Described
from warraq.desk.front_matter import append
from warraq.desk.review.excerpts import source_at
from warraq.desk.review.open_item import OpenItem, Proposal, Seen
from warraq.language import Message


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the front matter that is asked about."""

    kind: str
    key: str
    words: str
    """The value as an editor types it."""
    alone: bool = False
    """Each is decided alone; else those of the same signs are alike."""


def item_of_value(seen: Seen, asked: Value, described: Described | None, reason: Message) -> OpenItem:
    """Make the item of a value; what the original says beside it are the proposals."""
    article = seen.article
    evidence = described.evidence if described else ()
    signs = ", ".join(dict.fromkeys(e.says for e in evidence))
    span = (evidence[0].start, evidence[0].end) if evidence else None
    source = source_at(seen.original.text, *span) if seen.original and span else ("", "", "")
    if seen.original and not span:
        source = source_at(seen.original.text, 0, 0)
    others = described.candidates if described else ()
    return OpenItem(
        id=f"{article.path}#{asked.key}",
        about=asked.kind,
        rule=asked.kind,
        reason=reason,
        path=article.path,
        slug=article.slug,
        title=article.title,
        lang=article.lang,
        group=f"{asked.kind}\n{asked.words if asked.alone else signs}",
        quote=asked.words,
        unique_quote=asked.words,
        before=" … ".join(dict.fromkeys(e.quote for e in evidence)),
        after="",
        source_before=source[0],
        source_quote=source[1],
        source_after=source[2],
        lines=None,
        proposals=tuple(Proposal(str(n), other) for n, other in enumerate(others, 1) if other != asked.words),
        source=article.source.name if article.source else "",
        date=str(article.date or ""),
        is_of_article=True,
    )


def confirmed(text: str, rule: str, value: str, others: int) -> str:
    """Settle that a value is right, decided with others by the same key."""
    more = {"with_others": others} if others > 0 else {}
    return append(text, "settled", {"rule": rule, "quote": value, "decision": "keep", **more})


def is_confirmed(seen: Seen, rule: str, value: str) -> bool:
    """Tell whether an editor decided that a value is right."""
    return any(s.rule == rule and s.quote == value for s in seen.article.settled)
