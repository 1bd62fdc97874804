"""
Repair and rendering take time in proportion to a text, whatever the text is made of.

Every regular expression of the code is collected, texts are made of the parts of its own pattern (`pumping`), and the whole way is walked
with each: a text of twice the length may take three times as long, not four. `WARRAQ_PUMPS=all` tries every text (minutes); else few of them.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from growth import seconds
from warraq.edition.mentions import ADDRESS
from warraq.edition.text_writer import LINE_FEED
from warraq.repair import RULES
from warraq.repair.html_tags.tags import ATTRIBUTE
from warraq.repair.readers.kind import kind_of
from warraq.repair.readers.metadata import metadata_of
from warraq.repair.repairing import repair

from .pumping import pumped

LENGTH = 3_000
FLOOR = 0.1
"""Seconds of the processor that a text of this length may always take: a machine that is busy, and all that is not the text's."""
WIDEST = 3.0
ALL = os.environ.get("WARRAQ_PUMPS") == "all"
SAMPLE = 30


def grows_too_fast(work: Callable[[str], object], text: str) -> bool:
    """Say whether twice the text takes far more than twice the time; the best of three is believed."""
    if seconds(lambda: work(text)) < FLOOR:
        return False
    half = text[: len(text) // 2] + text[-1:]
    return min(seconds(lambda: work(text)) for _ in range(3)) > WIDEST * max(
        min(seconds(lambda: work(half)) for _ in range(3)), FLOOR / 4
    )


def walk(text: str) -> None:
    repair(text, kind_of(text))
    metadata_of(text)
    for _ in (*ADDRESS.finditer(text), *LINE_FEED.finditer(text), *ATTRIBUTE.finditer(text)):
        pass


def patterns() -> list[tuple[str, int, str]]:
    command = [sys.executable, str(Path(__file__).with_name("patterns_of_the_code.py"))]
    plugins = Path(__file__).parents[2] / "plugins"
    made = subprocess.run(
        command,
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(plugins), "PYTHONUTF8": "1"},
    )
    return [(pattern, flags, place) for pattern, flags, place in map(json.loads, made.stdout.splitlines())]


def texts() -> Iterator[tuple[str, str]]:
    found = patterns()
    assert len(found) > 300
    made = [(place, text) for pattern, flags, place in found for text in pumped(pattern, flags, LENGTH)]
    chance = random.Random(1)  # the same texts in every run
    yield from made if ALL else chance.sample(made, SAMPLE)


def test_no_text_made_of_a_pattern_takes_more_than_its_length_explains() -> None:
    slow = [(place, text[:20]) for place, text in texts() if grows_too_fast(walk, text)]
    assert slow == []


def test_examples_of_rules_repeated_take_no_more_either() -> None:
    examples = [example for rule in RULES for example in (*rule.mends, *rule.leaves)]
    chance = random.Random(2)  # the same texts in every run
    for example in examples if ALL else chance.sample(examples, 8):
        for between in ("", "\n"):
            text = (example + between) * (2 * LENGTH // (len(example) + 1) + 1)
            assert not grows_too_fast(walk, text), example


@pytest.mark.parametrize(
    "pattern", [r"\d+x", r"(a|b)*c", r"[\w-]+@", r"a\s*\s*b", "x(?:y+z)*!", r"(?<=a)b{2,}", r"(?>a+)b", r"\Aa?+[^b]*$"]
)
def test_texts_are_made_of_what_a_pattern_repeats(pattern: str) -> None:
    made = list(pumped(pattern, re.NOFLAG, 50))
    assert made and all(len(text) <= 160 for text in made)


def test_a_pattern_that_looks_again_and_again_is_noticed() -> None:
    pattern = r"[\w-]+ @"
    assert "a" * 9_000 + "\x01" in set(pumped(pattern, re.NOFLAG, 9_000))
    text = "a" * 9_000
    assert grows_too_fast(re.compile(pattern).findall, text)
