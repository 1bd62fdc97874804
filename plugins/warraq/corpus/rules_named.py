"""The rules that a corpus is repaired by."""

from __future__ import annotations

from warraq.language import Message
from warraq.repair import RULES, Rules, RuleSetError, rules_of_packages

from .errors import CorpusError
from .job import How


def rules_named(how: How) -> Rules:
    """Give all rules but some, with those of other packages; a CorpusError says which name is unknown."""
    try:
        rules = RULES.with_(*rules_of_packages(*how.added)) if how.added else RULES
        return rules.without(*how.without) if how.without else rules
    except RuleSetError as error:
        raise CorpusError(Message("{reason}", {"reason": str(error)})) from error
