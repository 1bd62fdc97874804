"""
What is told of freshly repaired texts in their pull request: enough to decide, place by place, without opening a terminal.

The editor sees what was repaired and why, what was doubted and left, and what the machine inferred and from which words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from warraq.archive.problem import Problem
from warraq.archive.record import Described, Record
from warraq.language import message
from warraq.repair import rule_named

from .checking import NewArticle
from .report import line, plain

MOST_DOUBTS = 20
LONGEST_QUOTE = 80


def report(new: Iterable[NewArticle], problems: Iterable[Problem], language: str) -> str:
    """Write the pull request's text."""
    parts = [part for made in new for part in of_article(made, language)]
    found = list(problems)
    if found:
        parts.append("## " + message("Could not be repaired").text(language))
        parts.append("\n".join(f"- `{p.path}`\n  {line(p, language)}" for p in found))
    if not parts:
        parts.append(message("Every original has its article; nothing was done.").text(language))
    return "\n\n".join(parts) + "\n"


def of_article(made: NewArticle, language: str) -> Iterator[str]:
    """Say what was done to one text."""
    record = made.planned.record
    yield f"## {plain(str(value(record.described.get('title')) or made.article.stem))}"
    yield f"`{made.article.as_posix()}` ← `{record.original.name}`"
    yield described(record, language)
    counted = Counter(change.rule for change in record.changes if not change.layout)
    if counted:
        yield "### " + message("Repaired").text(language)
        yield "\n".join(f"- {reason(rule, language)}: {number}" for rule, number in counted.most_common())
    if record.doubts:
        yield "### " + message("Doubted, and not changed").text(language)
        yield "\n".join(f"- {reason(d.rule, language)}" for d in record.doubts[:MOST_DOUBTS])
        if len(record.doubts) > MOST_DOUBTS:
            yield message("And {count} more.", count=len(record.doubts) - MOST_DOUBTS).text(language)


def described(record: Record, language: str) -> str:
    """Say what the machine wrote into the front matter, and from which words of the original."""
    rows = []
    for key, found in record.described.items():
        shown = value(found)
        said = plain(shown) if shown else message("not known").text(language)
        quotes = ", ".join(f"«{plain(e.quote[:LONGEST_QUOTE])}»" for e in found.evidence)
        rows.append(f"- `{key}`: {said}" + (f" ({quotes})" if quotes else ""))
    return "\n".join(rows)


def value(found: Described | None) -> str | None:
    if found is None or found.value is None:
        return None
    return found.value if isinstance(found.value, str) else ", ".join(found.value)


def reason(rule: str, language: str) -> str:
    """Say why a rule acts, as readers are told."""
    return message(rule_named(rule).reason).text(language)
