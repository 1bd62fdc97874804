"""Two of everything at once, and an editor who saves meanwhile: nothing is lost, nothing is half, nobody sees a traceback."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from datetime import date
from itertools import combinations_with_replacement
from pathlib import Path
from random import Random

import pytest

from desk.at_once import (
    BROUGHT,
    COMMANDS,
    MERGED,
    REPAIRED,
    THERE_AND_BACK,
    WAITING,
    ended,
    make_archive,
    prepare,
    start,
)
from project import Project
from warraq.press.checking import check_archive

PAIRS = list(combinations_with_replacement(COMMANDS, 2))
"""All of them are tried with WARRAQ_PAIRS=1, and as often as it says."""
ROUNDS = int(os.environ.get("WARRAQ_PAIRS", "0"))
FEW = [
    ("import", "repair"),
    ("new --from", "intake"),
    ("review", "repair --again"),
    ("review", "tags rename"),
    ("merge", "reject"),
]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


@pytest.fixture
def archive(tmp_path: Path) -> Project:
    return make_archive(tmp_path / "project")


def together(project: Project, names: Sequence[str], chance: Random) -> list[tuple[str, int, str]]:
    """Run commands at once; give the name, exit code and output of each."""
    started = []
    for number, name in enumerate(names):
        started.append((name, start(project, COMMANDS[name], project.root / f"said-{number}")))
        time.sleep(chance.choice((0, 0.02, 0.1, 0.3)))
    return [
        (name, ended(process), (project.root / f"said-{number}").read_text("utf-8"))
        for number, (name, process) in enumerate(started)
    ]


def texts(project: Project) -> dict[str, str]:
    aside = project.root / ".warraq" / "set-aside"
    folders = (project.content / "articles", aside / "content" / "articles", *aside.glob("rejected/*/articles"))
    return {
        file.name: file.read_bytes().decode("utf-8", "replace") for folder in folders for file in folder.glob("*.md*")
    }


def assert_whole(project: Project, done: Sequence[tuple[str, int, str]], before: dict[str, str]) -> None:
    """Nothing is lost or half, and each command did its work or says why not."""
    for name, code, said in done:
        assert "Traceback" not in said, (name, said)
        assert code == 0 or (code == 1 and said.strip()), (name, code, said)
    assert not list(project.content.rglob(".*.writing"))
    worked = {name for name, code, _ in done if code == 0}
    now = texts(project)
    originals = [file.read_text("utf-8") for file in (project.content / "originals").iterdir()]
    marks = [20, 21, *REPAIRED]
    marks += WAITING if worked & {"build", "repair", "intake"} else []
    marks += BROUGHT if "import" in worked else []
    marks += [8] if "new --from" in worked else []
    for number in (*marks, *([31] if "broken.md" in before else [])):
        holding = [name for name, text in now.items() if re.search(rf"علامة-{number}[.،\n]", text)]
        assert len(holding) == 1, (number, holding)
        if number < 20:
            assert sum(f"علامة-{number}." in text for text in originals) == 1
    assert "from" not in now or "# من المحرر" in now["edited20.md"]
    for name, code, said in done:
        for accepted in re.findall(r"^accepted content/articles/(.*)#", said, re.MULTILINE):
            assert "settled:" in now[accepted], (name, code)
    if "merge" in worked:
        assert MERGED[0] in now["edited21.md"] and "<<<<" not in now["edited21.md"]
    if not {"fix-encoding", "set-aside"} & {name for name, _, _ in done}:
        assert [p.text("en") for p in check_archive(project.content, date(2027, 1, 1), repairing=False).errors] == []


@pytest.mark.parametrize(("one", "other"), PAIRS if ROUNDS else FEW)
def test_two_commands_at_once_lose_nothing(archive: Project, one: str, other: str, tmp_path: Path) -> None:
    for number in range(max(ROUNDS, 1)):
        project = archive if number == 0 else make_archive(tmp_path / f"again{number}")
        prepare(project, (one, other))
        before = texts(project)
        done = together(project, (one, other), Random(f"{one} {other} {number}"))
        assert_whole(project, done, before)


@pytest.mark.parametrize("name", COMMANDS if ROUNDS else ["import"])
def test_after_a_killed_holder_the_next_goes_on(archive: Project, name: str) -> None:
    prepare(archive, (name,))
    before = texts(archive)
    chance = Random(name)
    for _ in range(ROUNDS * 3 or 1):
        killed = start(archive, COMMANDS[name], archive.root / "said-killed")
        time.sleep(chance.uniform(0.0, 0.6))
        os.kill(killed, signal.SIGKILL)
        ended(killed)
    done = together(archive, (name, "tags rename"), chance)
    for leftover in archive.content.rglob(".*.writing"):  # of the killed one; the next of that process id takes it
        leftover.unlink()
    assert_whole(archive, done, before)


SAVES = int(os.environ.get("WARRAQ_SAVES", "20"))


def save_often(articles: Sequence[Path], way: str, seed: str) -> int:
    """Be an editor who loads an article, adds a line, and saves it, `SAVES` times."""
    chance = Random(seed)
    for number in range(SAVES):
        time.sleep(chance.uniform(0, 0.06))
        file = chance.choice(articles)
        data = file.read_bytes() + f"\nحفظ-{number}-\n".encode()
        if way == "in place":
            file.write_bytes(data)
        else:
            other = file.with_name(f"{file.name}~")
            other.write_bytes(data)
            other.replace(file)
    return 0


@pytest.mark.parametrize("way", ["in place", "by renaming"])
@pytest.mark.parametrize("name", THERE_AND_BACK)
def test_saves_of_an_editor_during_a_command_are_all_kept(archive: Project, name: str, way: str) -> None:
    articles = sorted((archive.content / "articles").glob("*.md"))
    editor = start(archive, lambda: save_often(articles, way, name), archive.root / "said-editor")
    said = archive.root / "said"
    said.touch()
    while os.waitpid(editor, os.WNOHANG) == (0, 0):
        before = said.read_text("utf-8")
        assert ended(start(archive, THERE_AND_BACK[name], said)) == 0
        said.write_text(before + said.read_text("utf-8"), encoding="utf-8")
    kept = "".join(texts(archive).values())
    assert [number for number in range(SAVES) if f"حفظ-{number}-" not in kept] == []
    assert "Traceback" not in said.read_text("utf-8")
    assert [p.text("en") for p in check_archive(archive.content, date(2027, 1, 1), repairing=False).errors] == []
