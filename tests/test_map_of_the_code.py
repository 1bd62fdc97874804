"""plugins/README.md is the map of the code: every place that it names is there."""

from __future__ import annotations

import re

import pytest

from project import ROOT

MAP = ROOT / "plugins" / "README.md"
FOLDERS = (ROOT / "plugins" / "warraq", ROOT / "plugins", ROOT)
MADE = ("output/", ".warraq/", "bundle/")
"""What a build makes."""
PLACEHOLDER = re.compile(r"\b(?:NAME|STAGE|XX|ROOM)\b")
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"\.?[\w*.-]+(?:/[\w*.-]+)*/?")
ENDING = re.compile(r"\.(?:py|js|css|json|jsonc|md|po|yaml|yml|toml|txt|html|sqlite)$")
NAME = re.compile(r"[A-Z][a-z]\w+|[a-z_]+\(\)|[A-Z]+_[A-Z_]+")
DIAGRAM = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def paths(text: str) -> list[str]:
    """Find the paths in a text: what stands in backticks, and what a diagram names, where it has a slash or a file's ending."""
    quoted = QUOTED.findall(DIAGRAM.sub("", text))
    drawn = re.findall(r"\S+", " ".join(DIAGRAM.findall(text)))
    named = [word for word in (*quoted, *drawn) if PATH.fullmatch(word) and ("/" in word or ENDING.search(word))]
    return sorted({word for word in named if not word.startswith(MADE) and not ENDING.fullmatch(word)})


def names(text: str) -> list[str]:
    """Find the classes, constants and functions that a text names in backticks."""
    return sorted({word.removesuffix("()") for word in QUOTED.findall(DIAGRAM.sub("", text)) if NAME.fullmatch(word)})


def exists(path: str) -> bool:
    """Tell whether a path, with its placeholders, leads somewhere from one of the folders that the map counts from."""
    pattern = PLACEHOLDER.sub("*", path).rstrip("/")
    found = [place for folder in FOLDERS for place in folder.glob(pattern)]
    return any(place.is_dir() for place in found) if path.endswith("/") else bool(found)


@pytest.mark.parametrize("path", paths(MAP.read_text("utf-8")))
def test_every_place_that_the_map_names_exists(path: str) -> None:
    assert exists(path), (
        f"{path} is named by plugins/README.md and is neither in plugins/warraq/, plugins/ nor the root"
    )


def test_every_name_that_the_map_quotes_is_defined() -> None:
    code = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "plugins" / "warraq").rglob("*.py")))
    defined = set(re.findall(r"^\s*(?:class |def )?(\w+)(?= =|: .* =|\(|:)", code, re.MULTILINE))
    assert not set(names(MAP.read_text("utf-8"))) - defined


def test_the_map_is_read_as_it_is_written() -> None:
    found = paths(
        "`a/b.py` `c.md` `Word` `say(…)` `python3 tasks.py x` `d/`\n\n```\n  e/NAME.json   what it is / was\n```\n"
    )
    assert names("`Word` `say()` `RULES_VERSION` `word` `a.py`") == ["RULES_VERSION", "Word", "say"]
    assert found == ["a/b.py", "c.md", "d/", "e/NAME.json"]
    assert exists("archive/article.py") and exists("language/XX/*.po") and exists("tests/corpus/")
    assert not exists("archive/article.txt") and not exists("archive/article.py/") and not exists("ROOM/nothing.py")
    assert len(paths(MAP.read_text("utf-8"))) > 60
