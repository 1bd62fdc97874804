"""The commands and the pictures that the guides name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from papers import links_in
from warraq.archive import schema

ROOT = Path(__file__).parents[2]
GUIDES = ("guide.md", "guide.ar.md")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_is_a_task(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text("utf-8")
    tasks = (ROOT / "tasks.py").read_text("utf-8")
    named = set(re.findall(r"tasks\.py\s+([a-z][a-z-]*)", text))
    assert named >= {
        "import",
        "review",
        "serve",
        "build",
        "check",
        "repair",
        "tags",
        "retag",
        "export",
        "update",
        "set",
        "undo",
    }
    known = {
        name.removesuffix("_") for name in re.findall(r"^def (\w+)\(\s*(?:#.*\n\s*)?c: Context", tasks, re.MULTILINE)
    }
    assert {name.replace("-", "_") for name in named} <= known


@pytest.mark.parametrize("guide", GUIDES)
def test_every_picture_and_page_that_it_shows_is_there(guide: str) -> None:
    linked = links_in(ROOT / "docs" / guide)
    assert len([t for t in linked if t.endswith(".png")]) == 2
    assert [t for t in linked if not (ROOT / "docs" / t).is_file()] == []


def test_both_guides_say_that_git_still_holds_withdrawn_texts() -> None:
    for guide in GUIDES:
        assert "git filter-repo" in (ROOT / "docs" / guide).read_text("utf-8")


@pytest.mark.parametrize("ending", [".md", ".ar.md"])
def test_every_key_that_check_may_ask_for_is_in_the_papers(ending: str) -> None:
    """`check` once said «Add prefix: or suffix:», and no paper knew the words."""
    papers = [file for file in (ROOT / "docs").glob(f"*{ending}") if file.name.count(".") == ending.count(".")]
    text = "\n".join(file.read_text("utf-8") for file in papers)
    models = [each for each in vars(schema).values() if isinstance(each, type) and issubclass(each, BaseModel)]
    keys = {key for model in models for key in model.model_fields}
    assert {"prefix", "suffix", "via"} <= keys
    assert {key for key in keys if not re.search(rf"\b{key}\b", text)} == set()
