"""Commands that messages propose can be copied: whatever stands in a name, a shell reads it as one word."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator

import pytest

from project import ROOT
from warraq.archive.typed_name import typed_name

COMMAND = re.compile(r"(?:python3 tasks\.py|\bgit [a-z]|: versions --)[^{]*(?=\{)")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
ONE_WORD = {"kind", "hash", "folder_id"}
"""Values that are one word by what they are."""


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("نص.txt", "نص.txt"),
        ("content/articles/قديم 2.md", '"content/articles/قديم 2.md"'),
        ("a'b.html", '''"a'b.html"'''),
        ("a&b (1).html", '"a&b (1).html"'),
        ("$(rm) 5.txt", "'$(rm) 5.txt'"),
        ('ق"ا.txt', "'ق\"ا.txt'"),
        ("", '""'),
        ("a\nb", r"'a\x0ab'"),
    ],
)
def test_a_name_is_quoted_where_a_shell_would_take_it_apart(name: str, typed: str) -> None:
    assert typed_name(name) == typed
    assert len(shlex.split(typed_name(name))) == 1


def unquoted(source: str) -> Iterator[str]:
    """Yield the placeholders within commands whose values are not written by `typed_name()`."""
    for call in ast.walk(ast.parse(source)):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "message"):
            continue
        first = call.args[0] if call.args else None
        said = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
        command = COMMAND.search(said)
        names = set(PLACEHOLDER.findall(said[command.start() :])) - ONE_WORD if command else set()
        for keyword in call.keywords:
            if keyword.arg in names and "typed_name" not in ast.dump(keyword.value):
                yield f"{call.lineno}: {{{keyword.arg}}} of “{said}”"


def test_the_names_in_every_command_that_is_proposed_are_quoted() -> None:
    assert list(unquoted('message("Do: git add {path}", path=path)')) == ["1: {path} of “Do: git add {path}”"]
    sources = {file: file.read_text("utf-8") for file in sorted((ROOT / "plugins/warraq").rglob("*.py"))}
    likely = {
        file: text for file, text in sources.items() if "{" in text and re.search(r"tasks\.py|git |versions --", text)
    }
    found = [f"{file.relative_to(ROOT)}:{each}" for file, text in likely.items() for each in unquoted(text)]
    assert found == []
