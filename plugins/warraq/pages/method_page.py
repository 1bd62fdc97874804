"""
The method (المنهج): the damage that is repaired, what is only doubted, what is left alone, and why; made of the rules themselves.

A rule's examples are its tests, so that this page says what the code does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from warraq.language import Message, message
from warraq.repair import RULES, RULES_VERSION
from warraq.repair.engine import Certainty, Rule
from warraq.repair.languages import ARABIC, HEBREW, OTHER, PERSIAN, URDU
from warraq.repair.naming import furniture

from . import addresses
from .own_words import OwnWords
from .page import Page

STAGES: Mapping[str, Message] = {
    "encoding": message("Text read in a wrong encoding"),
    "entities": message("Characters written as code"),
    "joiners": message("Non-joiners of Persian"),
    "characters": message("Characters that are not seen"),
    "markup": message("HTML tags"),
    "codes": message("Codes of forums"),
    "remnants": message("Remnants of cut tags"),
    "shapes": message("Letters stored as shapes"),
    "letters": message("Letters and signs"),
    "edges": message("Remnants of tables"),
    "headings": message("Headings run into the text"),
    "spacing": message("Spaces between words"),
    "lines": message("Lines that are not the article's"),
    "repeats": message("Paragraphs given twice"),
}
"""The names that readers see of the stages whose repairs are marked."""
LANGUAGE_NAMES: Mapping[str, Message] = {
    ARABIC: message("Arabic"),
    PERSIAN: message("Persian"),
    URDU: message("Urdu"),
    HEBREW: message("Hebrew"),
    OTHER: message("languages of other scripts"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A damaged text and the repaired one; of a doubt, a text and the words doubted."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleDescription:
    """A rule as readers see it."""

    name: str
    reason: Message
    stage: str
    layout: bool
    examples: tuple[Example, ...]
    leaves: tuple[str, ...]
    languages: tuple[Message, ...]
    """Of the texts that it is asked about; none where it holds in all of them."""


def with_visible_spaces(text: str) -> str:
    """Make spaces, line ends and other invisible characters of an example visible, by sign or by code."""
    out: list[str] = []
    for place, c in enumerate(text):
        edge = place in (0, len(text) - 1) or text[place - 1] == " " or text[place + 1] == " "
        if c == "\n":
            out.append("¶")
        elif c == " " and edge:
            out.append("·")
        elif c != " " and not c.isprintable():
            out.append(f"[U+{ord(c):04X}]")
        else:
            out.append(c)
    return "".join(out)


def describe_rule(rule: Rule) -> RuleDescription:
    """Describe a rule for readers."""
    return RuleDescription(
        rule.name,
        message(rule.reason),
        rule.stage,
        rule.layout,
        tuple(Example(with_visible_spaces(before), with_visible_spaces(after)) for before, after in rule.mends.items()),
        tuple(with_visible_spaces(text) for text in rule.leaves),
        tuple(name for language, name in LANGUAGE_NAMES.items() if language in rule.languages),
    )


@dataclass(frozen=True, slots=True)
class Stage:
    """The rules of one stage."""

    id: str
    name: Message
    rules: tuple[RuleDescription, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage(Page):
    """The values of `method.html`."""

    template: ClassVar[str] = "method.html"

    stages: tuple[Stage, ...]
    """Of the rules whose repairs are marked."""
    furniture: tuple[RuleDescription, ...]
    """Rules that take out what stands around an article on its page; nothing is marked for them."""
    layout: tuple[RuleDescription, ...]
    """Rules that set up lines and blocks; nothing is marked for them."""
    doubts: tuple[RuleDescription, ...]
    version: str
    """Of the rules."""
    private: bool
    """Originals of some articles are kept and not published."""
    pictures: bool
    """The site shows pictures of its own."""
    own: OwnWords | None = None
    """The editors' own introduction."""


def method_page(*, private: bool, pictures: bool, own: OwnWords | None = None) -> MethodPage:
    """Make the page of the method."""
    certain = [r for r in RULES if r.certainty is Certainty.CERTAIN]
    repairs = [r for r in certain if not r.layout and r.name not in furniture()]
    return MethodPage(
        addresses.METHOD,
        stages=tuple(
            Stage(stage, STAGES.get(stage, message(stage)), tuple(map(describe_rule, rules)))
            for stage, rules in groupby(repairs, lambda rule: rule.stage)
        ),
        furniture=tuple(describe_rule(r) for r in certain if r.name in furniture()),
        layout=tuple(describe_rule(r) for r in certain if r.layout and r.name not in furniture()),
        doubts=tuple(describe_rule(r) for r in RULES if r.certainty is Certainty.DOUBTFUL),
        version=RULES_VERSION,
        private=private,
        pictures=pictures,
        own=own,
    )
