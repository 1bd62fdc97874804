"""Hostile originals: a recorded repair, never a hang, a traceback or a lost letter."""

import pytest

from warraq.repair.changes import undo
from warraq.repair.repairing import repair
from warraq.repair.writers.markdown import from_markdown, to_markdown

MANY = 20_000
PARAGRAPH = "أعلن الوزير في مؤتمر صحفي أن المشروع سيكتمل في العام المقبل، وأن العمل يجري ليلا ونهارا. "
HOSTILE = {
    "nothing": "",
    "white space": " \n\t\u00a0",
    "one letter": "ا",
    "punctuation only": "؟!.,;:" * MANY,
    "pipes": "|" * MANY,
    "cells": "| ا " * MANY,
    "nested tags": "<div><b>" * MANY + "نص",
    "tags never closed": "<div class=" * MANY,
    "scripts never closed": "<script>" * MANY,
    "comments never closed": "<!--" * MANY,
    "entities in entities": "&" + "amp;" * MANY + "lt;",
    "entities that are never one": "&" + "amp;" * 10 * MANY + "x",
    "tatweel only": "\N{ARABIC TATWEEL}" * 5 * MANY,
    "spaces in quotes": "“ ا ” " * MANY,
    "comments in comments": "<!-- ا " * MANY + "-->",
    "one long word": "ا" * 20 * MANY,
    "one long line": PARAGRAPH * (MANY // 40),
    "spaces": "ا" + " " * 20 * MANY + "ب",
    "line ends": "\r\n\u2028" * MANY,
    "opening quotes": "«“" * MANY,
    "brackets": "(" * MANY,
    "overrides": "\u202eا\u2066" * MANY,
    "marks of direction": "1\u200f." * MANY,
    "nul": "\x00" * MANY,
    "half characters": "\ud83d" * MANY,
    "vowels on nothing": "ا ً" * MANY,
    "mojibake": "Ø§ظ„" * MANY,
    "attributes": '="' * MANY + ">",
    "closing angles": '">' * MANY,
    "the same word": "نعم " * MANY,
    "ta marbuta": "ةال" * MANY,
    "hashes": "#" * MANY,
    "spelled letters": "سي." * MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_repaired_restored_and_written(name: str) -> None:
    text = HOSTILE[name]
    done = repair(text)
    assert undo(done.document.text, done.changes) == text
    assert from_markdown(to_markdown(done.document)) == done.document.blocks
    done.document.text.encode()
