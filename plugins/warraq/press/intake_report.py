"""
The text of the pull request for new articles: an editor can decide with it, place by place, without a terminal.

It lists the repairs with their reasons, the doubts that were left, and the inferred front matter with the words it is inferred from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from warraq.archive.problem import Problem
from warraq.archive.record import Described, Record
from warraq.edition.apparatus import reason as reason_of
from warraq.language import message
from warraq.repair.naming import is_furniture

from .github_text import code, plain
from .new_articles import NewArticle
from .quoting import Quoting, unquoted
from .report import line

MOST_DOUBTS = 20
LONGEST_QUOTE = 80


def report(new: Iterable[NewArticle], problems: Iterable[Problem], language: str, quoting: Quoting) -> str:
    """Write the text of the pull request."""
    parts = [part for made in new for part in of_article(made, language, quoting)]
    found = list(quoting.told(problems))
    if found:
        parts.append("## " + message("Could not be repaired").text(language))
        parts.append("\n".join(f"- {code(p.path)}\n  {line(p, language)}" for p in found))
    if not parts:
        parts.append(message("Every original has its article; nothing was done.").text(language))
    return "\n\n".join(parts) + "\n"


def of_article(made: NewArticle, language: str, quoting: Quoting) -> Iterator[str]:
    """Give the paragraphs about one text."""
    record, article = made.planned.record, made.as_read()
    values = quoting.values_of(article)
    if values is not None:
        record = record.model_copy(update={"described": {k: v for k, v in record.described.items() if k in values}})
    yield f"## {plain(str(value(record.described.get('title')) or made.article.stem))}"
    yield f"{code(made.article.as_posix())} ← {code(record.original.name)}"
    if at := made.at_address():
        yield plain((at if quoting.original_of(article) else unquoted(at)).text(language))
    yield described(record, language, quotes=quoting.original_of(article))
    furniture = sum(map(is_furniture, record.changes))
    counted = Counter(c.rule for c in record.changes if not c.layout and not is_furniture(c))
    if counted:
        yield "### " + message("Repaired").text(language)
        yield "\n".join(f"- {reason(rule, language)}: {number}" for rule, number in counted.most_common())
    if furniture:
        yield message("Pieces of the page around the article that were taken out: {count}.", count=furniture).text(
            language
        )
    if record.doubts:
        yield "### " + message("Doubted, and not changed").text(language)
        yield "\n".join(f"- {reason(d.rule, language)}" for d in record.doubts[:MOST_DOUBTS])
        if len(record.doubts) > MOST_DOUBTS:
            yield message("And {count} more.", count=len(record.doubts) - MOST_DOUBTS).text(language)


def described(record: Record, language: str, *, quotes: bool) -> str:
    """List the values that the machine wrote into the front matter, each, if `quotes`, with the words of the original it comes from."""
    rows = []
    for key, found in record.described.items():
        found_value = value(found)
        display = plain(found_value) if found_value else message("not known").text(language)
        words = ", ".join(f"«{plain(e.quote[:LONGEST_QUOTE])}»" for e in found.evidence if e.quote) if quotes else ""
        rows.append(f"- {code(key)}: {display}" + (f" ({words})" if words else ""))
    return "\n".join(rows)


def value(found: Described | None) -> str | None:
    """Return a described value as one string; None where nothing was found."""
    if found is None or found.value is None:
        return None
    return found.value if isinstance(found.value, str) else ", ".join(found.value)


def reason(rule: str, language: str) -> str:
    """Return the reason of a rule, as readers see it."""
    return reason_of(rule).text(language)
