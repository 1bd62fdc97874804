"""Every message of the rooms that speak to editors has its Arabic."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from catalogues import lacking
from project import ROOT
from warraq.language import catalogue

ROOMS = ("archive", "press")


def messages() -> Iterator[tuple[str, str]]:
    """Give the room and the sentence of every `message("…")` in the code; the package's own are the press's."""
    package = Path(ROOT, "plugins/warraq")
    files = [("press", file) for file in package.glob("*.py")]
    files += [(room, file) for room in ROOMS for file in (package / room).rglob("*.py")]
    for room, file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                # An argument that is not a literal is a rule's reason: the room of repair has its own tests for those.
                case ast.Call(func=ast.Name(id="message"), args=[ast.Constant(value=str(sentence)), *_]):
                    yield room, sentence


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("room", "sentence"), sorted(set(messages())))
def test_a_message_has_its_arabic_with_the_same_values(room: str, sentence: str) -> None:
    said = lacking("ar", room, [sentence])
    assert not said, said
    arabic = catalogue("ar").gettext(sentence)
    # A sentence without values is not formatted, and may show braces.
    try:
        wanted = names(sentence)
    except ValueError:
        return
    if all(name.isidentifier() for name in wanted):
        assert names(arabic) == wanted
