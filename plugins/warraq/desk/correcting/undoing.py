"""
Taking a step back: each article gets its former front matter, as far as nobody changed the same lines since.

What was edited since in the text below, or in other lines of the front matter, stays: the change is taken out between those lines, as git
reverts a commit. Where an edit touches the same lines the article stays as it is, and is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from warraq.desk.accepted import problem_of
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.article_head import ArticleHead, head_of, lines_of
from warraq.desk.front_matter_places import NotEditableError, values_of
from warraq.desk.steps import HeadChange, Step

MOST_LINES = 2_000
"""Of a front matter that is compared line by line."""


@dataclass(slots=True)
class Undoing:
    """What undoing a step writes, and what it can't."""

    changes: list[HeadChange] = field(default_factory=list)
    heads: dict[str, tuple[ArticleHead, ArticleHead]] = field(default_factory=dict)
    """Now, and as it will be, by path."""
    edited: list[HeadChange] = field(default_factory=list)
    """Changes of the step that stay, because somebody edited the same lines since."""
    gone: list[str] = field(default_factory=list)
    """Paths of articles that are not there any more."""


def undoing(content: Path, step: Step) -> Undoing:
    """Find out what undoing a step would write."""
    files, made = ArchiveFiles(content), Undoing()
    for change in step.changes:
        file = files.article_file(change.path)
        if file is None:
            made.gone.append(change.path)
            continue
        try:
            head = head_of(file.read_bytes())
        except (OSError, NotEditableError, UnicodeDecodeError):
            made.edited.append(change)
            continue
        before = taken_back(head.raw, change)
        after = ArticleHead(before, head.below) if before is not None else None
        if after is None or problem_of(change.path, after.data()):
            made.edited.append(change)
        elif before is not None and before != head.raw:
            made.changes.append(HeadChange(change.path, head.raw, before))
            made.heads[change.path] = (head, after)
    return made


def taken_back(now: str, change: HeadChange) -> str | None:
    """Give a front matter without a change that was made to it; None where it was edited in the same lines since."""
    if now == change.after:
        return change.before
    if now == change.before:
        return now
    lines, after, before = lines_of(now), lines_of(change.after), lines_of(change.before)
    if max(map(len, (lines, after, before))) > MOST_LINES:
        return None
    edits = _differences(after, lines)
    made = list(lines)
    for ours in reversed(_differences(after, before)):
        if any(_touch(ours, edit) for edit in edits):
            return None
        last = next((edit for edit in reversed(edits) if edit.end <= ours.start), _Difference(0, 0, 0, 0))
        moved = last.to - last.end
        made[ours.start + moved : ours.end + moved] = before[ours.at : ours.to]
    text = "".join(made)
    return text if _means(text, now, change) else None


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


def _means(text: str, now: str, change: HeadChange) -> bool:
    """Tell whether the values are those of now, except for those of the change, which are the former ones."""
    try:
        made, here, after, before = (
            values_of(t.replace("\r\n", "\n")) for t in (text, now, change.after, change.before)
        )
    except NotEditableError:
        return False
    changed = {key for key in {*after, *before} if after.get(key) != before.get(key)}
    meant = {key: value for key, value in here.items() if key not in changed}
    return made == meant | {key: before[key] for key in changed if key in before}
