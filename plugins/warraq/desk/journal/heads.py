"""
Taking a change out of a front matter line by line, between what was edited since, as git reverts a commit.

Comments, quotation marks and the order of keys come back as they were. Where an edit touches the same lines nothing is certain.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from warraq.desk.article_head import ArticleHead, lines_of
from warraq.desk.front_matter_places import NotEditableError, values_of

MOST_LINES = 2_000
"""Of a front matter that is compared line by line."""


def head_without(before: ArticleHead, after: ArticleHead, now: ArticleHead) -> ArticleHead | None:
    """Take the change from `before` to `after`, which is of front matters alone, out of an article as it is now; None where it is not certain."""
    if before.below != after.below:
        return None
    raw = raw_without(before.raw, after.raw, now.raw)
    return None if raw is None else ArticleHead(raw, now.below)


def raw_without(before: str, after: str, now: str) -> str | None:
    """Give a front matter without a change that was made to it; None where it was edited in the same lines since."""
    if now == after:
        return before
    if now == before:
        return now
    here, became, was = lines_of(now), lines_of(after), lines_of(before)
    if max(map(len, (here, became, was))) > MOST_LINES:
        return None
    edits = _differences(became, here)
    made = list(here)
    for ours in reversed(_differences(became, was)):
        if any(_touch(ours, edit) for edit in edits):
            return None
        last = next((edit for edit in reversed(edits) if edit.end <= ours.start), _Difference(0, 0, 0, 0))
        moved = last.to - last.end
        made[ours.start + moved : ours.end + moved] = was[ours.at : ours.to]
    text = "".join(made)
    return text if _means(text, now, before, after) else None


class _Difference(NamedTuple):
    start: int
    end: int
    """Of the lines of the one text."""
    at: int
    to: int
    """Of the lines of the other."""


def _differences(one: list[str], other: list[str]) -> list[_Difference]:
    return [
        _Difference(op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(one, other)
        if op.tag != "equal"
    ]


def _touch(ours: _Difference, edit: _Difference) -> bool:
    """Tell whether two changes are of the same lines."""
    if edit.start == edit.end:  # lines were put in
        return ours.start < edit.start < ours.end
    return (edit.start < ours.end and ours.start < edit.end) or edit.start < ours.start == ours.end < edit.end


def _means(text: str, now: str, before: str, after: str) -> bool:
    """Tell whether the values are those of now, except for those of the change, which are the former ones."""
    try:
        made, here, became, was = (values_of(t.replace("\r\n", "\n")) for t in (text, now, after, before))
    except NotEditableError:
        return False
    changed = {key for key in {*became, *was} if became.get(key) != was.get(key)}
    meant = {key: value for key, value in here.items() if key not in changed}
    return made == meant | {key: was[key] for key in changed if key in was}
