"""
What is proposed for an article that somebody edited.

Where only the front matter was edited, the body is the new one. Else each line of the machine's old text that became another
line is looked for in the editor's body: where it still stands as the machine wrote it, the new one takes its place, and
where the editor has been at it, the editor's stays and is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from warraq.archive.record import Record
from warraq.desk.front_matter import set_value, value_of
from warraq.desk.importing.given import Draft
from warraq.repair.writers.markdown import PREFIX, escape

from .bodies import cut, hashed

DESCRIBED = ("title", "date", "summary")
"""Keys that follow the machine as long as they say what it said."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article's text as it could be, and the lines for which an editor has to decide."""

    text: str
    kept: tuple[str, ...] = ()
    """New lines that were not taken, because an editor had changed the old ones."""


def propose(text: str, old: Record, old_text: str, draft: Draft, new_text: str) -> Proposal:
    """Propose a text for an edited article; `old_text` and `new_text` are what the machine made and makes of the original (D)."""
    proposed = _front(text, old, draft)
    head, body = cut(proposed)
    _, new_body = cut(draft.article)
    if hashed(body) == old.body_sha256:
        return Proposal(head + new_body)
    lines = body.split("\n")
    kept: list[str] = []
    for before, after in _changed(old_text.split("\n")[1:], new_text.split("\n")[1:]):
        at = _place(lines, before)
        if at is None:
            kept += after
        else:
            end = at + 2 * len(before) - (1 if after else 0)  # with the empty line below, where nothing takes its place
            lines[at:end] = _written(lines[at], before, after)
    return Proposal(head + "\n".join(lines), tuple(kept))


def _front(text: str, old: Record, draft: Draft) -> str:
    for key in DESCRIBED:
        was, said, new = old.described.get(key), value_of(text, key), value_of(draft.article, key)
        if was and was.value and said == was.value and isinstance(new, str) and new != said:
            text = set_value(text, key, new)
    return text


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Runs of lines that became other lines."""
    at_old = at_new = 0
    for op in LCSseq.opcodes(old, new):
        if op.tag == "equal":
            if at_old < op.src_start or at_new < op.dest_start:
                yield old[at_old : op.src_start], new[at_new : op.dest_start]
            at_old, at_new = op.src_end, op.dest_end
    if at_old < len(old) or at_new < len(new):
        yield old[at_old:], new[at_new:]


def _place(lines: list[str], before: list[str]) -> int | None:
    """Where the old lines stand as the machine wrote them, an empty line between; None where they don't, or nothing did."""
    written = [escape(line) for line in before]
    found = [
        at
        for at in range(len(lines) - 2 * len(before) + 2)
        if before and all(_same(lines[at + 2 * n], line) for n, line in enumerate(written))
    ]
    return found[0] if len(found) == 1 else None


def _same(line: str, written: str) -> bool:
    return any(line == prefix + written for prefix in PREFIX.values())


def _written(first: str, before: list[str], after: list[str]) -> list[str]:
    """The new lines as Markdown, in the manner of the first old one."""
    prefix = first.removesuffix(escape(before[0]))
    return "\n\n".join(prefix + escape(line) for line in after).split("\n") if after else []
