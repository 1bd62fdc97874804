"""An open item as the page's script reads it, in the reader's language."""

from __future__ import annotations

from typing import Any

from warraq.desk.front_matter import NotEditableError
from warraq.edition.apparatus import reason
from warraq.language import Message, message

from .excerpts import AROUND, MOST_AROUND, beginning_of, end_of, whole_words
from .kinds import KINDS
from .open_item import Certainty, OpenItem

EMPTY = "---\ntitle: x\n---\n"
CERTAINTIES = {
    Certainty.HIGH: message("One proposal"),
    Certainty.MEDIUM: message("Several proposals"),
    Certainty.LOW: message("No proposal"),
}


def item_json(item: OpenItem, language: str) -> dict[str, Any]:
    """Give an item as the page's script reads it."""
    return {
        "id": item.id,
        "about": item.about,
        "rule": item.rule,
        "reason": item.reason.text(language),
        "path": item.path,
        "slug": item.slug,
        "title": item.title,
        "lang": item.lang,
        "group": item.group,
        "sentence": item.sentence,
        "quote": item.quote,
        "before": end_of(item.before, MOST_AROUND),
        "after": beginning_of(item.after, MOST_AROUND),
        # The item has as many letters as there may be: with one less, a word that was cut there is seen to be.
        "source": whole_words(item.source_before, item.source_quote, item.source_after, AROUND - 1),
        "markdown": item.lines.markdown if item.lines else None,
        "proposals": [{"name": p.name, "text": p.text} for p in item.proposals],
        "keeps": kept_lines(item),
        "of": item.source,
        "date": item.date,
        "ofArticle": item.is_of_article,
    }


def kept_lines(item: OpenItem) -> str:
    """Give the lines of front matter that a decision to keep writes."""
    try:
        written = KINDS[item.about].kept(EMPTY, item, -1)
    except NotEditableError:
        return ""
    return "\n".join(line for line in written.split("\n") if line not in EMPTY.split("\n"))


def item_names(field: str, value: str) -> Message:
    """Name the value of a filter: a kind, a rule, a certainty, a source."""
    if field == "rule":
        return KINDS[value].label if value in KINDS else reason(value)
    if field == "about":
        return KINDS[value].label
    if field == "certainty":
        return CERTAINTIES[Certainty(value)]
    return Message("{name}", {"name": value})
