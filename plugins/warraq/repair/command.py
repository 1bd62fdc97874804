"""
The plain command: a damaged text on standard input, Markdown on standard output.

With `--jsonl` one JSON object a line, `{"text": …}` → `{"text": Markdown, "record": {…}}`, in order; with `--restore` these lines
back to `{"text": the damaged text}`. Nothing but the rules is imported here before it is needed: the start counts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from . import RULES_VERSION, Repaired, repair, rule_named
from .restoring import RestoringError, restored, sha256
from .rules.lines.source_line import source_of
from .writers.front_matter import Value, front_matter
from .writers.markdown import write

USAGE = "usage: python -m warraq.repair [--jsonl [--restore | --describe]] < damaged > article.md\n"


def main(arguments: Sequence[str], given: BinaryIO, out: BinaryIO) -> int:
    """Run the command; 0, or 1 with a message on standard error."""
    wanted = set(arguments)
    if not wanted <= {"--jsonl", "--restore", "--describe"} or (wanted and "--jsonl" not in wanted):
        sys.stderr.write(USAGE)
        return 2
    if not wanted:
        return _one(given.read(), out)
    answer = _restore if "--restore" in wanted else _described if "--describe" in wanted else _repair
    for number, line in enumerate(given, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
                raise RestoringError('Each line has to be an object with a "text".')
            answered = json.dumps(answer(asked), ensure_ascii=False)
        except (ValueError, RestoringError) as error:
            out.flush()
            sys.stderr.write(f"line {number}: {error}\n")
            return 1
        try:
            out.write(answered.encode() + b"\n")
        except UnicodeEncodeError:  # half a character: JSON can say it in ASCII only
            out.write(json.dumps(json.loads(answered)).encode() + b"\n")
        out.flush()
    return 0


def _one(data: bytes, out: BinaryIO) -> int:
    text = data.decode("utf-8-sig", "replace")
    article, _ = written(text)
    out.write(article.encode())
    return 0


def _repair(asked: dict[str, Any]) -> dict[str, Any]:
    text = asked["text"]
    article, repaired = written(text)
    return {"text": article, "record": recorded(repaired, article)}


_described = _repair


def _restore(asked: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(asked.get("record"), dict):
        raise RestoringError('To restore a text, its "record" is needed.')
    return {"text": restored(asked["text"], asked["record"])}


def written(text: str) -> tuple[str, Repaired]:
    """Repair a text and write it with its title and, where it states one, its source."""
    repaired = repair(text)
    document = repaired.document
    values: dict[str, Value] = {"title": document.title}
    source = source_of(text, repaired.changes)
    if source:
        values["source"] = source
    return front_matter(values) + "\n" + write(document), repaired


def recorded(repaired: Repaired, article: str) -> dict[str, Any]:
    """The record of a text that is no file: what was changed and doubted, and what restoring needs."""
    return {
        "rules": RULES_VERSION,
        "changes": list(_changes(repaired)),
        "doubts": [{"rule": d.rule, "start": d.start, "end": d.end} for d in repaired.doubts],
        "title": repaired.document.title,
        "title_inferred": repaired.document.title_inferred,
        "body_sha256": sha256(article.partition("\n---\n\n")[2]),
    }


def _changes(repaired: Repaired) -> Iterator[dict[str, Any]]:
    for c in repaired.changes:
        change: dict[str, Any] = {"rule": c.by[0], "start": c.start, "end": c.end, "before": c.before, "after": c.after}
        if c.by[1:]:
            change["also"] = c.by[1:]
        if all(rule_named(name).layout for name in c.by):
            change["layout"] = True
        yield change
