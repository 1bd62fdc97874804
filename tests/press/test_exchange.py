"""A build that is killed leaves the former site whole, or the new one."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from project import Project, hashes
from warraq.desk import writing
from warraq.desk.own_files import NotOwnError
from warraq.desk.refusal import refusal
from warraq.press import exchange


def site(folder: Path, text: str) -> None:
    (folder / "sub").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "sub/page.html").write_text(text)


def texts_of(output: Path) -> list[str]:
    return [(output / page).read_text() for page in ("index.html", "sub/page.html")]


def test_an_exchange_puts_the_new_site_in_the_place_of_the_former(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(output, "former")
    site(exchange.new(output), "new")
    exchange.exchange(output)
    assert texts_of(output) == ["new", "new"]
    assert sorted(p.name for p in tmp_path.iterdir()) == [".warraq", "output"]


def test_the_first_site_has_no_former(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(exchange.new(output), "new")
    exchange.exchange(output)
    assert texts_of(output) == ["new", "new"]
    assert not exchange.spare(output).exists()


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ({}, None),
        ({"output": "former"}, "former"),
        ({"output": "former", "output.new": "half"}, "former"),  # killed while building
        ({"output.old": "former", "output.new": "new"}, "new"),  # killed between the two renames
        ({"output": "new", "output.old": "former"}, "new"),  # killed before the former was deleted
        ({"output.new": "half"}, None),  # killed in the very first build
        ({"output.old": "former"}, "former"),
    ],
)
def test_the_next_start_finishes_what_was_interrupted(
    tmp_path: Path, standing: dict[str, str], expected: str | None
) -> None:
    for name, text in standing.items():
        site(tmp_path / name, text)
    exchange.finish_interrupted(tmp_path / "output")
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != ".warraq") == (["output"] if expected else [])
    if expected:
        assert texts_of(tmp_path / "output") == [expected, expected]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    writing.write(file, b"former")

    def fails(_self: Path, _target: Path) -> None:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no space"):
        writing.write(file, b"new")
    assert file.read_bytes() == b"former"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


KILLS = int(os.environ.get("WARRAQ_KILLS", "12"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_build_killed_at_any_moment_leaves_the_former_site_or_the_new_one(project: Project) -> None:
    for number in range(20):
        project.article(f"a{number}", title=f"خبر {number}")
    assert project.build().returncode == 0
    former = project.hashes("output")
    article = project.article("a0", title="عنوان جديد", body="قال الوزير قولًا جديدًا.")
    changed = article.read_bytes()
    started = time.monotonic()
    assert project.build().returncode == 0
    seconds = time.monotonic() - started
    new = project.hashes("output")
    assert former != new
    chance = random.Random(2026)
    for number in range(KILLS):
        # Back and forth between the two sites, so that each build has something to exchange.
        project.article("a0", title="خبر 0") if number % 2 else article.write_bytes(changed)
        content = project.hashes("content")
        process = project.start()
        time.sleep(chance.uniform(0.3, 1.05) * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert project.hashes("content") == content
        # What stands now, or, between the two renames, what the next start makes of it.
        if not project.output.exists():
            exchange.finish_interrupted(project.output)
        assert hashes(project.output) in (former, new)
    assert project.build().returncode == 0
    assert sorted(p.name for p in project.root.iterdir() if p.name.startswith("output")) == ["output"]


def english(root: Path) -> Path:
    (root / "english").mkdir(exist_ok=True)
    (root / "english" / "site.yaml").write_text("name: x\nlanguage: en\n")
    return root / "english"


def a_link(place: Path) -> None:
    site(place.parent / "web", "precious")
    place.symlink_to(place.parent / "web")


def a_dead_link(place: Path) -> None:
    place.symlink_to("nowhere")


def a_file(place: Path) -> None:
    place.write_text("precious")


@pytest.mark.parametrize("make", [a_link, a_dead_link, a_file, os.mkfifo])
@pytest.mark.parametrize("name", ["output", "output.new", "output.old", ".warraq/output.spare"])
def test_a_build_takes_no_link_file_or_pipe_for_a_site(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    make(tmp_path / name)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotOwnError, match=re.escape(Path(name).name)) as refused:
        exchange.demand_places(tmp_path / "output")
    assert "Delete it. A build replaces the whole folder" in refusal(refused.value, english(tmp_path.parent))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_build_of_a_link_ends_in_a_sentence_and_writes_nothing(project: Project) -> None:
    a_link(project.root / "output")
    built = project.build()
    assert built.returncode == 1 and "Traceback" not in built.stdout
    assert "output:" in built.stdout and (project.root / "output").is_symlink()
    assert texts_of(project.root / "web") == ["precious", "precious"]
    assert not (project.root / ".warraq" / "output.lock").exists()
