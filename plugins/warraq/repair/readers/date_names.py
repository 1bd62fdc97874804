"""
The names by which sites tell the day of publication: `publish-date`, `article.published`, `datePublished`, `displayDate`.

Names in `<meta>` and in the data of scripts are made up by every maker of sites; what they are made of is not.
"""

from __future__ import annotations

import re

DATE_NAME = re.compile(
    r"""
    (?:publish|published|publication|pub|issued?|post|posted|posting|display|release|article|story)(?:on|at|date|time|datetime|timestamp)\Z
    | (?:date|time)(?:publish|published|publication|pub|issued?|posted|original)\Z
    | (?:\A|article|story|page|post)published\Z
    | \A(?:date|pdate|ptime|timestamp)\Z
    """,
    re.VERBOSE,
)
"""Of the letters of a name alone."""
OTHER_TIME = re.compile(
    r"modif|updat|revis|expir|valid|event|access|birth|copyright|video|music|book|film|start|crawl|fetch"
)
CHANGED = re.compile(r"modif|updat|revis")
LETTERS = re.compile(r"[^a-z]")


def is_date_name(name: str) -> bool:
    """Say whether what has this name, in lower case, is a day of publication."""
    letters = LETTERS.sub("", name.removeprefix("sailthru."))
    return DATE_NAME.search(letters) is not None and not OTHER_TIME.search(letters)
