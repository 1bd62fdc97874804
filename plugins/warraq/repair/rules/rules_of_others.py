"""
Rules of others: what goes wrong within one is a `RuleError` that names it.

A mistake of theirs is none of this program's, and whoever can mend it has to know which rule it was. The engine asks our own rules as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from traceback import extract_tb

from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import with_remedy
from warraq.language import Message, message

from ..engine import Edit, Rule, RuleError, Suspicion
from .rule_set import is_ours


def guarded(rule: Rule) -> Rule:
    """
    Give a rule that finds the same.

    Where it fails, or yields what is neither an edit nor a suspicion, its `find` raises a RuleError, with the failure as its cause.
    """

    def find(text: str) -> Iterator[Edit | Suspicion]:
        try:
            for found in rule.find(text):
                yield _demanded(found)
        except (MemoryError, RuleError):
            raise
        except Exception as error:
            raise RuleError(f"{rule.name} failed: {type(error).__name__}: {error}", rule.name, 0, len(text)) from error

    return replace(rule, find=find)


def whose_mistake(error: Exception) -> Message:
    """Say what failed at a text and what to do: a rule of another package, or this program."""
    return mistake_of_others(error) or with_remedy(our_mistake("", error))


def mistake_of_others(error: Exception) -> Message | None:
    """
    Say which rule of another package failed, where one did: its author's mistake.

    The failure's own words are left out, for they may hold a text.
    """
    if not isinstance(error, RuleError):
        return None
    theirs = next((name for name in (error.rule, *error.meets) if not is_ours(name)), None)
    if theirs is None:
        return None
    cause = error.__cause__
    if cause is None:
        what = message("its edit {start}:{end} meets another one, or leaves the text", start=error.start, end=error.end)
    else:
        last = extract_tb(cause.__traceback__)[-1]
        what = message(
            "{error}, {place}", error=type(cause).__name__, place=f"{Path(last.filename).name}:{last.lineno}"
        )
    return message(
        "The rule “{rule}” of another package failed: {what}. Tell whoever made it, or leave it out.",
        rule=theirs,
        what=what,
    )


def _demanded(found: Edit | Suspicion) -> Edit | Suspicion:
    is_edit = isinstance(found, Edit) and isinstance(found.after, str)
    if (is_edit or isinstance(found, Suspicion)) and isinstance(found.start, int) and isinstance(found.end, int):
        return found
    raise TypeError(f"it yields {found!r}, which is no Edit and no Suspicion of places in the text")
