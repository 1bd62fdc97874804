"""An open item as the page's script reads it, in the reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from warraq.desk.front_matter import NotEditableError
from warraq.edition.apparatus import reason
from warraq.language import Message, message
from warraq.pages.method_page import describe_rule
from warraq.repair import rule_named

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


def item_names(field: str, values: Sequence[str], language: str) -> list[str]:
    """Name the values of a filter: kinds, rules, certainties, sources. Rules that say the same of different languages are told by these."""
    named = [_item_name(field, value).text(language) if value else "" for value in values]
    if field != "rule":
        return named
    times = Counter(named)
    return [
        _of_languages(name, value, language) if times[name] > 1 else name
        for name, value in zip(named, values, strict=True)
    ]


def _of_languages(name: str, rule: str, language: str) -> str:
    """Name a rule with the languages that it is about."""
    try:
        languages = describe_rule(rule_named(rule)).languages
    except KeyError:  # no rule of the text, but a kind
        return name
    shown = ("، " if language == "ar" else ", ").join(each.text(language) for each in languages)
    return f"{name} ({shown})"


def _item_name(field: str, value: str) -> Message:
    if field == "rule":
        return KINDS[value].label if value in KINDS else reason(value)
    if field == "about":
        return KINDS[value].label
    if field == "certainty":
        return CERTAINTIES[Certainty(value)]
    return Message("{name}", {"name": value})
