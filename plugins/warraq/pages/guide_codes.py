"""
The codes of doubts in the guide: what `settled:`, `review --list` and `check` call each kind of doubt, and what it means.

The table is made of the rules, between two comments of the guide; `python3 tasks.py rules` writes it.
"""

from __future__ import annotations

from pathlib import Path

from warraq.archive.article import CONFIRMED_AUTHOR, CONFIRMED_DATE, CONFIRMED_TITLE
from warraq.edition.attribution import REASONS
from warraq.language import message
from warraq.repair import RULES
from warraq.repair.engine import Certainty
from warraq.repair.naming import CHARSET_INFERRED

GUIDES = {"en": "guide.md", "ar": "guide.ar.md"}
"""By language, below docs/."""
BEGIN, END = "<!-- codes: made by python3 tasks.py rules -->", "<!-- /codes -->"
OF_VALUES = {
    CONFIRMED_DATE: message("the date is not stated, but follows from something: an address, a weekday"),
    CONFIRMED_TITLE: message("the page gives the title in several ways, and they disagree"),
    CONFIRMED_AUTHOR: message("the page names other authors too"),
    "open-date": message("the text says the month only, or the year only"),
    "undated": message("the text has no date"),
    "perhaps-a-version": message("another text stands at the same address: it may be a version of that article"),
    CHARSET_INFERRED: REASONS[CHARSET_INFERRED],
}
"""What is asked of an article and is no rule's."""


def codes(language: str) -> str:
    """Write the table in a language."""
    head = f"| {message('Code').text(language)} | {message('It means').text(language)} |\n|---|---|"
    doubts = {rule.name: message(rule.reason) for rule in RULES if rule.certainty is Certainty.DOUBTFUL}
    asked = OF_VALUES | doubts
    rows = (f"| `{code}` | {asked[code].text(language)} |" for code in sorted(asked))
    return "\n".join([BEGIN, head, *rows, END])


def with_codes(guide: str, language: str) -> str:
    """Put the table into a guide, in place of the former one."""
    before, begin, rest = guide.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{codes(language)}{after}" if begin and end else guide


def write_codes(docs: Path) -> list[Path]:
    """Write the table into the guides of a folder; return those that there are."""
    found = [(docs / name, language) for language, name in GUIDES.items() if (docs / name).is_file()]
    for file, language in found:
        text = with_codes(file.read_text("utf-8"), language)
        file.write_text(text, encoding="utf-8", newline="\n")
    return [file for file, _ in found]
