"""One article of two: the front matter by its keys, the body by its words, and the decisions on doubts by the doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from warraq.archive.article import CONFIRMED, CONFIRMED_AUTHOR, CONFIRMED_DATE, CONFIRMED_TITLE
from warraq.desk.front_matter import set_value, split_body, value_of, without_item, without_key
from warraq.desk.front_matter_places import values_of
from warraq.language import Message, listed, message

from .body_merge import Clash, MergedBody, applied, merge_body, without_changes
from .front_matter_merge import merge_keys, without_reviewed

OF_VALUES = {CONFIRMED_DATE: "date", CONFIRMED_TITLE: "title", CONFIRMED_AUTHOR: "author"}
PERHAPS, VERSION = "perhaps_version_of", "version_of"
HOLDING_BACK = ("status", "embargo", "withdrawn", "originals")
"""Keys that hold for the versions below an article, and not for the one above it; withheld words hold for all."""
AROUND = 40
"""Letters on either side by which a place is known."""
LONGEST = 120
"""Code points of words that a message quotes."""


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """Words that were doubted, in their line of the text."""

    quote: str
    before: str = ""
    after: str = ""

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where they stand in a body; each place of the words, where Markdown has the words around them otherwise."""
        left, right = self.before[-AROUND:], self.after[:AROUND]
        whole = list(_places(text, f"{left}{self.quote}{right}")) if left or right else []
        if whole:
            yield from ((start + len(left), end - len(right)) for start, end in whole)
        else:
            yield from _places(text, self.quote)


@dataclass(frozen=True, slots=True)
class OpenBefore:
    """What was open in the article that both began with."""

    doubts: Collection[OpenDoubt] = ()
    values: Collection[str] = ()
    """The keys that were: `date`, `title`."""


@dataclass(frozen=True, slots=True)
class MergedArticle:
    """A merged file."""

    text: str
    told: tuple[Message, ...]
    """What both decided, and not alike."""
    clashes: int
    """How many places stand between marks, for people."""


def merge_articles(base: str, ours: str, theirs: str, before: OpenBefore, machines: str | None = None) -> MergedArticle:
    """
    Merge two versions of one article; a NotEditableError where one of them can't be taken apart.

    `machines`: the body that stays where both are the machine's, by different rules.
    """
    told: list[Message] = []
    ours, theirs = _Contests(base, before, told).taken_back(ours, theirs)
    ours, theirs = _undecided(base, ours, theirs, told)
    told += (*_held_back_at_a_new_address(base, ours, theirs), *_held_back_at_a_new_address(base, theirs, ours))

    keys = merge_keys(base, ours, theirs, lambda key: key in before.values)
    bodies = [split_body(text)[1] for text in (base, ours, theirs)]
    doubted = sorted({span for doubt in before.doubts for span in doubt.places(bodies[0])})
    body = merge_body(bodies[0], bodies[1], bodies[2], doubted)
    told += (_both(bodies[0], clash) for clash in body.asked_again if machines is None)
    told += (
        message("Both changed {key}; the value from before stays, and the review asks again.", key=key)
        for key in keys.asked_again
    )
    above = split_body(keys.article)[0] if not keys.clashes else _above(keys.article)
    if machines is not None:
        body = MergedBody(machines, (), ())
    text = above + body.text
    if told and not keys.clashes:
        text = without_reviewed(text)
    return MergedArticle(text, tuple(told), len(keys.clashes) + len(body.clashes))


def _both(text: str, clash: Clash) -> Message:
    """Say what both made of the words that were doubted."""
    mine, other = (applied(text, side, clash.start, clash.end).strip() for side in (clash.ours, clash.theirs))
    return message(
        "Both decided on “{words}”, here “{ours}”, there “{theirs}”: the words from before stay, and the review asks again.",
        words=text[clash.start : clash.end].strip()[:LONGEST],
        ours=mine[:LONGEST],
        theirs=other[:LONGEST],
    )


def _above(article: str) -> str:
    """Give all above the body of an article whose front matter has marks in it."""
    return article[: article.index("\n---", 3) + len("\n---\n")]


@dataclass(frozen=True, slots=True)
class _Contests:
    """What one kept and the other changed."""

    base: str
    before: OpenBefore
    told: list[Message]

    def taken_back(self, ours: str, theirs: str) -> tuple[str, str]:
        """Take it back on both sides."""
        a, b = list(_new_decisions(self.base, ours)), list(_new_decisions(self.base, theirs))
        for item in a:
            ours, theirs = self._of(ours, theirs, item)
        for item in b:
            theirs, ours = self._of(theirs, ours, item)
        return ours, theirs

    def _of(self, kept: str, changed: str, item: dict[str, str]) -> tuple[str, str]:
        rule, quote = item.get("rule", ""), item.get("quote", "")
        if rule in CONFIRMED:
            back = _with_value_of(self.base, changed, OF_VALUES[rule])
        else:
            above, body = split_body(changed)
            text = split_body(self.base)[1]
            asked = [d for d in self.before.doubts if d.quote == quote] or [OpenDoubt(quote)]
            spans = [span for doubt in asked for span in doubt.places(text)]
            back = above + without_changes(text, body, spans)
        if back == changed:
            return kept, changed
        self.told.append(_kept_and_changed(quote))
        return without_item(kept, "settled", item), back


def _undecided(base: str, ours: str, theirs: str, told: list[Message]) -> tuple[str, str]:
    """Ask again whether a text is a version of another article, where both decided on it and not alike."""
    asked = value_of(base, PERHAPS)
    both = (ours, theirs)
    alike = value_of(ours, VERSION) == value_of(theirs, VERSION)
    if not isinstance(asked, str) or alike or any(value_of(text, PERHAPS) for text in both):
        return both
    told.append(message("Both decided on whether it is a version of {other}; the review asks again.", other=asked))
    back = [set_value(without_key(text, VERSION), PERHAPS, asked) for text in both]
    return back[0], back[1]


def _held_back_at_a_new_address(base: str, moved: str, other: str) -> Iterator[Message]:
    """Say that one let another version have the address, while the other held back what stood there."""
    shown = value_of(moved, VERSION)
    if not isinstance(shown, str) or value_of(base, VERSION) == shown:
        return
    keys = [key for key in HOLDING_BACK if (value := value_of(other, key)) and value != value_of(base, key)]
    if keys:
        yield message(
            "One let another version have the address {slug}, the other wrote {keys} here. If that holds for both, write it there too.",
            slug=shown,
            keys=listed(f"{key}:" for key in keys),
        )


def _kept_and_changed(words: str) -> Message:
    return message(
        "One kept “{words}”, the other changed it: it stays as it was, and the review asks again.",
        words=words[:LONGEST],
    )


def _with_value_of(base: str, article: str, key: str) -> str:
    """Give the article with the value that a key had before."""
    before, now = value_of(base, key), value_of(article, key)
    if before == now:
        return article
    if before is None:
        return without_key(article, key)
    if isinstance(before, str) or (isinstance(before, list) and all(isinstance(each, str) for each in before)):
        return set_value(article, key, before)
    return article


def _new_decisions(base: str, text: str) -> Iterator[dict[str, str]]:
    before = values_of(base).get("settled")
    now = values_of(text).get("settled")
    for item in now if isinstance(now, list) else []:
        if isinstance(item, dict) and item not in (before if isinstance(before, list) else []):
            yield item


def _places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + len(quote))
