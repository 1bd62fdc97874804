"""
Proposals for articles that somebody edited.

Where only the front matter was edited, the new body is taken. Else each line of the machine's old text that became another
line is looked for in the editor's body: where it is still as the machine wrote it, the new one takes its place; where the
editor changed it, the editor's stays and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from warraq.archive.record import Record
from warraq.desk.draft import Draft
from warraq.desk.front_matter import set_value, split_body, value_of
from warraq.desk.front_matter_fields import with_inner, with_scalar, with_words
from warraq.desk.writing import sha256_of
from warraq.repair.writers.markdown import PREFIX, escape

FOLLOWING = ("title", "date", "summary", "lang")
"""Keys that are renewed as long as their values are the machine's."""
OF_SOURCE = {"source": "name", "url": "url", "archived_url": "archived_url"}
"""The same within `source`, by their names in a record."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article's text as it could be, and the lines for which an editor has to decide."""

    text: str
    unapplied: tuple[str, ...] = ()
    """New lines that are not in the text, because an editor had changed the old ones."""


def propose(text: str, old: Record, old_text: str, draft: Draft, new_text: str) -> Proposal:
    """Propose a text for an edited article; `old_text` and `new_text` are the machine's texts (D) of the two records."""
    proposed = _front(text, old, draft)
    head, body = split_body(proposed)
    _, new_body = split_body(draft.article)
    if sha256_of(body) == old.body_sha256:
        return Proposal(head + new_body)
    lines = body.split("\n")
    unapplied: list[str] = []
    for before, after in _changed(old_text.split("\n")[1:], new_text.split("\n")[1:]):
        at = _find_lines(lines, before)
        if at is None:
            unapplied += after
        else:
            end = at + 2 * len(before) - (1 if after else 0)  # with the empty line below, where nothing takes its place
            lines[at:end] = _as_markdown(lines[at], before, after)
    return Proposal(head + "\n".join(lines), tuple(unapplied))


def _front(text: str, old: Record, draft: Draft) -> str:
    for key in FOLLOWING:
        now, new = value_of(text, key), value_of(draft.article, key)
        if isinstance(new, str) and new != now and now == _described(old, key):
            text = set_value(text, key, new)
    authors, new_authors = value_of(text, "authors"), value_of(draft.article, "authors")
    if isinstance(new_authors, list) and authors != new_authors and authors == _described(old, "author"):
        text = with_words(text, "authors", [str(author) for author in new_authors])
    return _source(text, old, draft)


def _source(text: str, old: Record, draft: Draft) -> str:
    """Renew the parts of the source that are still the machine's."""
    now, new = (_parts(value_of(article, "source")) for article in (text, draft.article))
    for key, inner in OF_SOURCE.items():
        if isinstance(new.get(inner), str) and new[inner] != now.get(inner) and now.get(inner) == _described(old, key):
            single = set(now) <= {"name"} and inner == "name"
            text = with_scalar(text, "source", new[inner]) if single else with_inner(text, "source", inner, new[inner])
            now = _parts(value_of(text, "source"))
    return text


def _parts(source: object) -> dict[str, str]:
    return dict(source) if isinstance(source, dict) else {"name": source} if isinstance(source, str) else {}


def _described(record: Record, key: str) -> object:
    """Give what the machine had put into a front matter: a word, a list of words, or None."""
    described = record.described.get(key)
    value = described.value if described else None
    return list(value) if isinstance(value, tuple) else value or None


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the runs of lines that became other lines."""
    at_old = at_new = 0
    for op in LCSseq.opcodes(old, new):
        if op.tag == "equal":
            if at_old < op.src_start or at_new < op.dest_start:
                yield old[at_old : op.src_start], new[at_new : op.dest_start]
            at_old, at_new = op.src_end, op.dest_end
    if at_old < len(old) or at_new < len(new):
        yield old[at_old:], new[at_new:]


def _find_lines(lines: list[str], before: list[str]) -> int | None:
    """Find the one place where the old lines are as the machine wrote them, an empty line between; None if there is not one."""
    markdown = [escape(line) for line in before]
    found = [
        at
        for at in range(len(lines) - 2 * len(before) + 2)
        if before and all(_is_line(lines[at + 2 * n], line) for n, line in enumerate(markdown))
    ]
    return found[0] if len(found) == 1 else None


def _is_line(line: str, markdown: str) -> bool:
    return any(line == prefix + markdown for prefix in PREFIX.values())


def _as_markdown(first: str, before: list[str], after: list[str]) -> list[str]:
    """Write the new lines as Markdown, with the prefix (heading, list) of the first old one."""
    prefix = first.removesuffix(escape(before[0]))
    return "\n\n".join(prefix + escape(line) for line in after).split("\n") if after else []
