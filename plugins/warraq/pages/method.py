"""
The method (المنهج): what is repaired, what is only doubted, what is left alone, and why; made of the rules themselves.

A rule's examples are its tests, so what this page says is what the code does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from warraq.language import Message, message
from warraq.repair import RULES, RULES_VERSION
from warraq.repair.engine import Certainty, Rule

from .page import Library, Page

STAGES: Mapping[str, Message] = {
    "page": message("The page around the article"),
    "encoding": message("Text read in a wrong encoding"),
    "entities": message("Characters written as code"),
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
"""What readers call the stages in which marked repairs are made."""


@dataclass(frozen=True, slots=True)
class Example:
    """A damaged text and what becomes of it; of a doubt, a text and the words doubted."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleDescription:
    """One rule as readers see it."""

    name: str
    reason: Message
    stage: str
    layout: bool
    examples: tuple[Example, ...]
    leaves: tuple[str, ...]


def visible(text: str) -> str:
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
    """Show one rule."""
    return RuleDescription(
        rule.name,
        message(rule.reason),
        rule.stage,
        rule.layout,
        tuple(Example(visible(before), visible(after)) for before, after in rule.mends.items()),
        tuple(visible(text) for text in rule.leaves),
    )


def method(library: Library) -> Iterator[Page]:
    """Yield the page of the method."""
    repairs = [r for r in RULES if r.certainty is Certainty.CERTAIN and not r.layout]
    yield Page(
        "method/",
        "method.html",
        {
            "stages": tuple(
                (stage, STAGES.get(stage, message(stage)), tuple(map(describe_rule, rules)))
                for stage, rules in groupby(repairs, lambda rule: rule.stage)
            ),
            "layout": tuple(describe_rule(r) for r in RULES if r.certainty is Certainty.CERTAIN and r.layout),
            "doubts": tuple(describe_rule(r) for r in RULES if r.certainty is Certainty.DOUBTFUL),
            "version": RULES_VERSION,
        },
    )
