"""Every message of the rooms that speak to editors has its Arabic."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from project import ROOT
from warraq.language import catalogue

ROOMS = ("archive", "press")


def messages() -> Iterator[str]:
    """Give the sentence of every `message("…")` in the code."""
    package = Path(ROOT, "plugins/warraq")
    for file in [*package.glob("*.py"), *(file for room in ROOMS for file in (package / room).rglob("*.py"))]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                # An argument that is not a literal is a rule's reason: the room of repair has its own tests for those.
                case ast.Call(func=ast.Name(id="message"), args=[ast.Constant(value=str(sentence)), *_]):
                    yield sentence


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("sentence", sorted(set(messages())))
def test_a_message_has_its_arabic_with_the_same_values(sentence: str) -> None:
    arabic = catalogue("ar").gettext(sentence)
    assert arabic != sentence
    # A sentence without values is not formatted, and may show braces.
    try:
        wanted = names(sentence)
    except ValueError:
        return
    if all(name.isidentifier() for name in wanted):
        assert names(arabic) == wanted
