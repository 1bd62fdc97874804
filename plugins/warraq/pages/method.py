"""
The method (المنهج): what is repaired, what is only doubted, what is left alone, and why; made of the rules themselves.

A rule's examples are its tests, so what this page says is what the code does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.language import Message, message
from warraq.repair import RULES, RULES_VERSION
from warraq.repair.engine import Certainty, Rule

from .page import Library, Page


@dataclass(frozen=True, slots=True)
class Example:
    """A damaged text and what becomes of it; of a doubt, a text and the words doubted."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleShown:
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


def shown(rule: Rule) -> RuleShown:
    """Show one rule."""
    return RuleShown(
        rule.name,
        message(rule.reason),
        rule.stage,
        rule.layout,
        tuple(Example(visible(before), visible(after)) for before, after in rule.mends.items()),
        tuple(visible(text) for text in rule.leaves),
    )


def method(library: Library) -> Iterator[Page]:
    """Yield the page of the method."""
    parts = {
        "repairs": [r for r in RULES if r.certainty is Certainty.CERTAIN and not r.layout],
        "layout": [r for r in RULES if r.certainty is Certainty.CERTAIN and r.layout],
        "doubts": [r for r in RULES if r.certainty is Certainty.DOUBTFUL],
    }
    yield Page(
        "method/",
        "method.html",
        {**{part: tuple(map(shown, rules)) for part, rules in parts.items()}, "version": RULES_VERSION},
    )
