"""The rules that a corpus is repaired by."""

from __future__ import annotations

from warraq.language import Message
from warraq.repair import Rules, RuleSetError
from warraq.repair.packages import rules_named

from .errors import CorpusError
from .job import How


def rules_of(how: How) -> Rules:
    """Give all rules but some, with those of other packages; a CorpusError says which name is unknown."""
    try:
        return rules_named(how.added, how.without)
    except RuleSetError as error:
        raise CorpusError(Message("{reason}", {"reason": str(error)})) from error
