"""Why a text of an archive is published, or not, and the keys that say so."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

TODAY = date(2027, 1, 15)
SITE_URL = "https://archive.example/w"
WORDS = 4
"""Of an excerpt; in every text the marker that it may have is the second word, and the others come later."""


class State(StrEnum):
    """Why a text is published, or not."""

    WHOLE = "whole"
    OVER = "an embargo that is over"
    LICENCE = "a licence"
    EXCERPT = "an excerpt"
    OF_SOURCE = "an excerpt, by the rights of its source"
    METADATA = "metadata only"
    DRAFT = "a draft"
    DRAFT_KEY = "a draft, by draft: true"
    EMBARGO = "an embargo"
    WITHDRAWN = "withdrawn"
    WITHDRAWN_DRAFT = "withdrawn before it was published"


WHOLE = (State.WHOLE, State.OVER, State.LICENCE)
PART = (State.EXCERPT, State.OF_SOURCE, State.METADATA)
SHOWN = (*WHOLE, *PART)
ALIKE = (WHOLE, (State.DRAFT, State.DRAFT_KEY))
"""States of which as much leaves: of several texts in one of them, the last is another version of the first."""
KEYS: dict[State, dict[str, object]] = {
    State.OVER: {"embargo": "2027-01-15"},
    State.DRAFT: {"status": "draft"},
    State.DRAFT_KEY: {"draft": "true"},
    State.EMBARGO: {"embargo": "2027-01-16"},
    State.WITHDRAWN_DRAFT: {"status": "draft"},
}
RIGHTS = {State.EXCERPT: f"excerpt {WORDS}", State.METADATA: "metadata", State.LICENCE: "CC BY 4.0"}
