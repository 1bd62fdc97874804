"""
Texts of the project and of its rules, damaged at random: what a cut copy, a wrong program or an attacker makes of a text.

Texts put together of single signs (`fuzz.hostile_text`) seldom hold what only a whole text has: a title, a body with lines around it,
lines broken to a width. A text that was sound and is broken in a few places has all of it.
"""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from . import RULES
from .hostile_pieces import HOSTILE

PROJECT = Path(__file__).parents[3]
FOLDERS = ("tests/corpus", "content/originals")
LONGEST = 1_600
"""Code points of what is taken out of a text; one in thirty is taken whole."""
MOJIBAKE = (
    ("utf-8", "cp1252"),
    ("utf-8", "cp1256"),
    ("cp1256", "cp1252"),
    ("iso8859_6", "iso8859_15"),
    ("utf-8", "cp437"),
)
"""How a text was written, and how a program read it."""


@cache
def seeds() -> tuple[str, ...]:
    """Give the texts that are damaged: the examples of the rules, and the project's texts where they lie beside the code."""
    examples = (text for rule in RULES for text in (*rule.mends, *rule.mends.values(), *rule.leaves))
    files = sorted(path for folder in FOLDERS for path in (PROJECT / folder).rglob("*") if path.is_file())
    texts = [path.read_bytes().decode("utf-8", "surrogatepass") for path in files]
    whole = [*dict.fromkeys(text for text in examples if text), *texts]
    return tuple(whole)


def mutated_text(chance: random.Random) -> str:
    """Take a text, or a piece of one, and damage it in one to eight places."""
    text = chance.choice(seeds())
    if len(text) > LONGEST and chance.random() > 1 / 30:
        start = chance.randrange(len(text) - LONGEST // 4)
        text = text[start : start + chance.randrange(LONGEST // 8, LONGEST)]
    for _ in range(chance.choice((1, 1, 2, 2, 3, 5, 8))):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def _span(text: str, chance: random.Random, longest: int) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(1, longest))


def _delete(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, chance.choice((1, 3, 40)))
    return text[:start] + text[end:]


def _double(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, chance.choice((1, 12, 200)))
    return text[:end] + text[start:end] * chance.choice((1, 1, 1, 30)) + text[end:]


def _swap(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 30)
    other = min(len(text), end + chance.randint(1, 30))
    return text[:start] + text[end:other] + text[start:end] + text[other:]


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + "".join(chance.choice(HOSTILE) for _ in range(chance.choice((1, 1, 2, 4)))) + text[at:]


def _glue(text: str, chance: random.Random) -> str:
    """Take out a space, a line end or a sign: what stood beside it is one."""
    places = [i for i, c in enumerate(text) if not c.isalnum()]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1 :]


def _truncate(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] if chance.random() < 0.5 else text[at:]


def _join(text: str, chance: random.Random) -> str:
    other = chance.choice(seeds())[:LONGEST]
    return text + chance.choice(("", " ", "\n", "\n\n")) + other


def _cut_tags(text: str, chance: random.Random) -> str:
    """Put a word into a tag, and cut the tag."""
    start, end = _span(text, chance, 20)
    tag = chance.choice(
        ('<p class="x">', "<strong>", '<a href="http://a.b/c">', "<span style='color:red'>", "<h2>", "<li>", "<td>")
    )
    ends = f"</{tag[1:].split()[0].rstrip('>')}>"
    cut = chance.randint(1, len(tag))
    before = chance.choice((tag, tag[:cut], tag[cut:]))
    behind = chance.choice((ends, ends[: chance.randint(1, len(ends))], ends[1:], ""))
    return text[:start] + before + text[start:end] + behind + text[end:]


def _write_otherwise(text: str, chance: random.Random) -> str:
    """Write a piece as programs write it in their data, as HTML does, or as a program that took it for another encoding."""
    start, end = _span(text, chance, chance.choice((1, 8, 60)))
    return text[:start] + chance.choice(WRITINGS)(text[start:end], chance) + text[end:]


def _escaped(piece: str, _: random.Random) -> str:
    halves = piece.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[i]:02x}{halves[i + 1]:02x}" for i in range(0, len(halves), 2))


def _numbered(piece: str, chance: random.Random) -> str:
    end = chance.choice((";", ";", ""))
    return "".join(f"&#{ord(c)}{end}" if chance.random() < 0.7 else f"&#x{ord(c):x};" for c in piece)


def _html(piece: str, chance: random.Random) -> str:
    return html.escape(html.escape(piece) if chance.random() < 0.5 else piece)


def _misread(piece: str, chance: random.Random) -> str:
    written, read = chance.choice(MOJIBAKE)
    return piece.encode(written, "replace").decode(read, "replace")


WRITINGS: Sequence[Callable[[str, random.Random], str]] = (_escaped, _numbered, _html, _misread)
MUTATIONS: Sequence[Callable[[str, random.Random], str]] = (
    *(_delete, _double, _swap, _insert, _insert, _insert, _glue, _glue, _truncate, _join, _cut_tags, _write_otherwise),
)
