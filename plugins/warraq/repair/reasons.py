"""Why a text was changed or is doubted, in sentences for readers; each rule has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warraq.language import Message, message

from .naming import CHARSET_INFERRED

if TYPE_CHECKING:
    from .rules.rule_set import Rules

INFERRED = message("the file declares no charset, or one that makes no sense of its words: these letters are inferred")


def reason_of(rule: str, rules: Rules) -> Message:
    """Give the reason of a rule of a set; of a rule that is not there any more, its name."""
    if rule == CHARSET_INFERRED:
        return INFERRED
    try:
        return message(rules.named(rule).reason)
    except KeyError:
        return message("{rule}", rule=rule)
