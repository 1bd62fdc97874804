"""
Templates of the editors' own (`templates/`, beside content/): blocks of the theme's that they replace, and which of these have changed since.

`templates/home.html` begins with `{% extends "shipped/home.html" %}` and replaces blocks; all else comes from the theme, also from a newer one.
Beside each block it notes which one it replaced, by the beginning of a hash: `{# shipped main: 1a2b3c4d #}`. So an upgrade that changes this block
is told, and no other is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from warraq.archive.did_you_mean import closest_word
from warraq.archive.problem import Level, Problem
from warraq.archive.shown_path import shown_path
from warraq.language import Message, listed, message
from warraq.shipped import THEME

FOLDER = "templates"
SHIPPED = "shipped/"
"""What stands before the name of a template of the theme's that one of the same name extends."""
BLOCK = re.compile(r"\{%[-+]?\s*(?:block\s+(?P<name>\w+)|endblock)\b.*?%\}", re.DOTALL)
EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+[\"'](?P<name>[^\"']+)[\"']")
NOTED = re.compile(r"\{#-?\s*shipped\s+(?P<name>\w+):\s*(?P<hash>[0-9a-f]{8})\s*-?#\}")
WHOLE = "all"
"""What a template that extends nothing replaces."""
LARGEST = 1_000_000


def own_templates(content: Path) -> list[Path]:
    """Give the folder of the editors' own templates, where there is one."""
    folder = content.parent / FOLDER
    return [folder] if folder.is_dir() else []


def own_template_problems(content: Path, shipped: Path = THEME / "templates") -> Iterator[Problem]:
    """Give a warning for each block whose shipped one is not noted, has changed, or is no more, and for templates that nothing uses."""
    for folder in own_templates(content):
        texts = dict(_texts(folder))
        for inside, text in texts.items():
            path = shown_path(f"{FOLDER}/{inside}")
            if not (shipped / inside).is_file():  # of their own: it replaces nothing
                if not any(inside in other for name, other in texts.items() if name != inside):
                    yield _unused(path, inside, shipped)
            elif wrong := _wrong_parent(path, text, inside, shipped, texts):
                yield wrong
            else:
                yield from _of_template(path, text, inside, shipped)


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the templates of a folder that can be read, with their paths; a build tells the others."""
    for file in sorted(folder.rglob("*.html")):
        with suppress(OSError, ValueError):
            if file.stat().st_size <= LARGEST:
                yield file.relative_to(folder).as_posix(), file.read_text("utf-8")


def _unused(path: str, inside: str, shipped: Path) -> Problem:
    what = message("The theme has no template of this name, and none of yours uses it: it is on no page.")
    names = {
        name.removesuffix(".html"): name
        for name in sorted(each.relative_to(shipped).as_posix() for each in shipped.rglob("*.html"))
    }
    guess = closest_word(inside.removesuffix(".html"), names)
    other = message("Give it the name of one: {names}.", names=listed(names.values()))
    return _warning(path, 1, what, message("Did you mean {guess}?", guess=names[guess]) if guess else other)


def _wrong_parent(path: str, text: str, inside: str, shipped: Path, own: Container[str]) -> Problem | None:
    """Tell of a template that extends itself, or one that is nowhere: a build can't go on."""
    extended = EXTENDS.search(text)
    if not extended:
        return None
    name = extended["name"]
    if name == inside:
        what = message("This template extends itself.")
    elif name in own or (shipped / name.removeprefix(SHIPPED)).is_file():
        return None
    else:
        what = message("There is no template {name}.", name=name)
    todo = message("Write {line}, which is the theme's.", line=f'{{% extends "{SHIPPED}{inside}" %}}')
    return Problem(path, text.count("\n", 0, extended.start()) + 1, 0, "", what, todo)


def _of_template(path: str, text: str, inside: str, shipped: Path) -> Iterator[Problem]:
    noted = {match["name"]: match["hash"] for match in NOTED.finditer(text)}
    extended = EXTENDS.search(text)
    if not extended:
        yield from _compared(path, 1, WHOLE, noted, (shipped / inside).read_text("utf-8"))
        return
    parent = extended["name"].removeprefix(SHIPPED)
    if not (shipped / parent).is_file():
        return  # one of their own, between this one and the theme
    for name, at in _outermost(text):
        line = text.count("\n", 0, at) + 1
        source = _shipped_block(shipped, parent, name)
        if source is None:
            what = message("The theme has no block {name}: what stands in it is on no page.", name=name)
            there = listed(dict.fromkeys(_block_names(shipped, parent)))
            todo = message("Move it into one of its blocks, or take it out: {blocks}.", blocks=there)
            yield _warning(path, line, what, todo)
        else:
            yield from _compared(path, line, name, noted, source)


def _compared(path: str, line: int, name: str, noted: dict[str, str], source: str) -> Iterator[Problem]:
    now = sha256(source.encode()).hexdigest()[:8]
    note = f"{{# shipped {name}: {now} #}}"
    if name not in noted:
        what = message("Which block {name} of the theme this one replaces is not noted.", name=name)
        yield _warning(
            path, line, what, message("Write {note} beside it, and a change of the theme's is told.", note=note)
        )
    elif noted[name] != now:
        what = message("The theme's block {name} has changed since this one replaced it.", name=name)
        yield _warning(path, line, what, message("Take over what you want of it; then write {note}.", note=note))


def _outermost(text: str) -> Iterator[tuple[str, int]]:
    """Yield the blocks of a template that stand in no other one, with their places."""
    depth = 0
    for match in BLOCK.finditer(text):
        if match["name"]:
            if depth == 0:
                yield match["name"], match.start()
            depth += 1
        else:
            depth -= 1


def _extended(shipped: Path, template: str) -> Iterator[str]:
    """Yield the source of a template, then of those that it extends."""
    seen: set[str] = set()
    while template not in seen and (shipped / template).is_file():
        seen.add(template)
        text = (shipped / template).read_text("utf-8")
        yield text
        template = found["name"].removeprefix(SHIPPED) if (found := EXTENDS.search(text)) else ""


def _block_names(shipped: Path, template: str) -> Iterator[str]:
    """Yield the names of the blocks that a template may replace."""
    for text in _extended(shipped, template):
        yield from (match["name"] for match in BLOCK.finditer(text) if match["name"])


def _shipped_block(shipped: Path, template: str, name: str) -> str | None:
    """Give the source of a block, in a template or in those that it extends."""
    for text in _extended(shipped, template):
        depth, start = 0, -1
        for match in BLOCK.finditer(text):
            if start < 0 and match["name"] == name:
                start, depth = match.start(), 0
            if start >= 0:
                depth += 1 if match["name"] else -1
                if depth == 0:
                    return text[start : match.end()]
    return None


def _warning(path: str, line: int, what: Message, todo: Message) -> Problem:
    return Problem(path, line, 0, "", what, todo, Level.WARNING)
