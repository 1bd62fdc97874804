"""
Answers of the plain command: an article and its record for a text, or the text for these two.

Only what every answer needs is imported at once: the start of the command counts, and describing needs much more than
repairing does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warraq.archive.original import Original, OriginalKind
from warraq.missing import needed

from .languages import LANGUAGES
from .readers.kind import kind_of
from .repairing import Repaired, repair
from .restoring import RestoringError, restore, sha256
from .rules import RULES
from .rules.lines.source_line import removed_source
from .rules.rule_set import Rules
from .version import RULES_VERSION
from .writers.front_matter import Value, format_front_matter
from .writers.markdown import to_markdown

if TYPE_CHECKING:
    from warraq.archive.concept import Vocabulary

NAME = "standard-input"
VOCABULARY = Path("content/vocabulary")
"""Of the archive in whose folder the command is run; without one, articles get no tags."""
Request = Mapping[str, Any]
Answer = dict[str, Any]


class RequestError(Exception):
    """A line is not a request that can be answered; the message says why."""


MEANT = ("text", "kind", "language", "record")
"""Keys that are asked for."""


def request_of(line: bytes) -> Request:
    """Read a line; a RequestError says why it is none."""
    try:
        found = json.loads(line, object_pairs_hook=_each_once)
    except UnicodeDecodeError as error:
        raise RequestError(
            f"The line is not UTF-8: its byte {error.start + 1} is 0x{line[error.start]:02X}."
        ) from error
    except json.JSONDecodeError as error:
        raise RequestError(f"The line is not JSON: {error.msg} (character {error.pos + 1}).") from error
    except RecursionError as error:
        raise RequestError("The line is not JSON that can be read: it is nested too deeply.") from error
    if isinstance(found, dict) and "text" not in found and isinstance(problem := found.get("problem"), str):
        raise RequestError(f"This line was not answered before: {problem}")
    return found  # type: ignore[no-any-return]  # whoever answers looks at what it is


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        if twice := next((name for name in MEANT if names.count(name) > 1), None):
            raise RequestError(f'The key "{twice}" stands more than once in the line.')
    return found


def answer_repair(request: Request, rules: Rules = RULES) -> Answer:
    """Repair: the article has the title and, where the text states one, the source."""
    text = _text(request)
    kind = _kind(request, text)
    done = repair(text, kind, rules, _language(request))
    values: dict[str, Value] = {"title": done.document.title}
    if source := removed_source(done.changes):
        values["source"] = source
    body = to_markdown(done.document)
    return {"text": f"{format_front_matter(values)}\n{body}", "record": _record(done, body, rules)}


def answer_describe(request: Request, rules: Rules = RULES) -> Answer:
    """Repair and describe: the article has all that can be said of the text."""
    text = _text(request)
    data = text.encode("utf-8", "surrogatepass")
    article, record = _planned(
        Original(NAME, data, text, "utf-8", bom=False, kind=_kind(request, text)), rules, _language(request)
    )
    return {"text": article, "record": record}


def article_of(data: bytes, rules: Rules = RULES) -> str:
    """Read, repair and describe a file; an UnreadableError where it is not a text."""
    from .readers import read_original

    return _planned(read_original(NAME, data), rules)[0]


def text_of(data: bytes, rules: Rules) -> str:
    """Read and repair a file: Markdown without front matter, its title as a heading."""
    from .library import repair

    return repair(data, rules=rules).markdown


def answer_restore(request: Request) -> Answer:
    """Restore the damaged text."""
    text, record = _text(request), request.get("record")
    if not isinstance(record, dict):
        raise RequestError('To restore a text, its "record" is needed.')
    try:
        return {"text": restore(text, record)}
    except RestoringError as error:
        raise RequestError(str(error)) from error


def _text(request: Request) -> str:
    if not isinstance(request, dict) or not isinstance(request.get("text"), str):
        raise RequestError('Each line has to be an object with a "text".')
    return str(request["text"])


def _kind(request: Request, text: str) -> OriginalKind:
    try:
        return OriginalKind(request["kind"]) if "kind" in request else kind_of(text)
    except ValueError as error:
        raise RequestError(f'"kind" is one of {", ".join(OriginalKind)}.') from error


def _language(request: Request) -> str | None:
    language = request.get("language")
    if language is not None and language not in LANGUAGES:
        raise RequestError(f'"language" is one of {", ".join(LANGUAGES)}.')
    return language


def _record(done: Repaired, body: str, rules: Rules) -> Answer:
    """Give the changes, the doubts, and what restoring needs."""
    return {
        "rules": RULES_VERSION,
        **_other_rules(rules),
        "changes": [c.to_json() for c in done.changes],
        "doubts": [{"rule": d.rule, "start": d.start, "end": d.end} for d in done.doubts],
        "title": done.document.title,
        "title_inferred": done.document.title_inferred,
        "body_sha256": sha256(body),
    }


def _other_rules(rules: Rules) -> Answer:
    """Say which rules were left out and which are not Warraq's: a version names the others alone."""
    named = {"without": sorted(rules.left_out), "with": [rule.name for rule in rules.added]}
    return {key: names for key, names in named.items() if names}


def _planned(original: Original, rules: Rules, language: str | None = None) -> tuple[str, Answer]:
    with needed("description", "The description of a text (--text leaves it out)"):
        from .planning import plan

        planned = plan(original, _vocabulary(), rules=rules, language=language)
    record = planned.record.model_dump(mode="json", exclude_defaults=True) | _other_rules(rules)
    record["title"] = planned.record.described["title"].value
    return planned.article.decode().replace(f"\noriginal: {NAME}\n", "\n", 1), record


@cache
def _vocabulary() -> Vocabulary:
    from warraq.archive.reading_vocabulary import vocabulary_in

    return vocabulary_in(VOCABULARY)
