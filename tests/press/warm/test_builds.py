"""Which orders `serve` gives after which changes, and what it shows after which answers; no process is started."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warraq.press.serving import BuildState
from warraq.press.warm import builds as module
from warraq.press.warm.builds import Builds, Change
from warraq.press.warm.keeper import Keeper

ERRORS = "content/articles/a.md:3: خطأ\nالأخطاء: 1"


class Process:
    """Takes orders, and is told what to answer."""

    def __init__(self) -> None:
        self.orders: list[dict[str, Any]] = []
        self.said = ""
        self.is_quiet = False
        self.ended = False

    def order(self, do: str, **given: object) -> None:
        self.orders.append({"do": do} | given)

    def words(self) -> str:
        said, self.said = self.said, ""
        return said

    def end(self) -> None:
        self.ended = True


class Server:
    """The orders of a server, its state and its processes."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        self.root, self.folder = root / "project", root / "shown"
        self.folder.mkdir()
        self.state = BuildState(self.root / "output", "ar")
        self.processes: list[Process] = []
        self.builds = Builds(self.root, self.state, self.folder, self.keep)

    def keep(self) -> Keeper:
        self.processes.append(Process())
        return self.processes[-1]  # type: ignore[return-value]  # it is like one

    def orders(self) -> list[str]:
        """Give the orders since the last time, with whether a build begins from nothing."""
        given = [order for process in self.processes for order in process.orders]
        for process in self.processes:
            process.orders = []
        return [f"{order['do']} {order['anew']}" if order["do"] == "build" else order["do"] for order in given]

    def hear(self, *, warm: bool = True, **said: object) -> None:
        self.builds.hear(self.processes[-1], said | {"warm": warm})  # type: ignore[arg-type]  # likewise
        self.builds.act()

    def save(self, *names: str, folder: str = "content/articles") -> None:
        self.builds.change(self.root / folder / name for name in names)
        self.builds.act()

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.builds.act()

    def shown(self, number: int, **found: object) -> None:
        """Answer that a save was shown."""
        file = self.folder / f"{number}.json"
        file.write_text(json.dumps(found), "utf-8")
        self.hear(shown=number, file=str(file), warm="build" not in found)

    def finds(self, path: str) -> bool:
        return self.state.overlay.find(path)[1] is not None


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Give a server whose first build has ended."""
    made = Server(tmp_path, monkeypatch)
    made.builds.act()
    assert made.orders() == ["build True"]
    made.hear(built=0)
    assert made.state.changes == 1
    yield made
    made.builds.end()
    assert all(process.ended for process in made.processes[-1:] if made.processes)


def page(server: Server, number: int, slug: str, **more: object) -> None:
    server.shown(number, files=[f"articles/{slug}/index.html"], gone=[], **more)


def test_a_save_is_shown_and_built_behind_it_when_it_is_quiet(server: Server) -> None:
    server.save("a.md")
    assert server.orders() == ["show"]
    page(server, 1, "a")
    assert server.finds("/articles/a/") and server.orders() == []
    server.wait(module.QUIET)
    assert server.orders() == ["build False"]
    server.hear(aside=True)
    server.hear(built=0)
    assert not server.finds("/articles/a/")
    server.wait(100)
    assert server.orders() == []


def test_lists_that_are_looked_at_come_behind_their_save(server: Server) -> None:
    with server.state.looking_at("/"), server.state.looking_at("/tags/x/"):
        server.save("a.md")
    assert server.processes[-1].orders[-1]["looked_at"] == ["/", "/tags/x/"]
    page(server, 1, "a")
    server.shown(1, files=["index.html"], gone=[])
    assert server.finds("/") and server.finds("/articles/a/")
    server.wait(1)
    server.save("b.md")
    assert [order["looked_at"] for order in server.processes[-1].orders if "looked_at" in order] == [["/", "/tags/x/"]]
    server.hear(built=0)
    assert not server.finds("/")


def test_a_save_during_a_build_is_shown_at_once_and_stays_until_a_build_has_it(server: Server) -> None:
    server.save("a.md")
    page(server, 1, "a")
    server.wait(1)
    server.hear(aside=True)
    server.save("b.md")
    assert server.orders() == ["show", "build False", "show"]
    page(server, 2, "b")
    server.hear(built=0)
    assert not server.finds("/articles/a/") and server.finds("/articles/b/")
    server.wait(1)
    assert server.orders() == ["build False"]
    server.hear(built=0)
    assert not server.finds("/articles/b/")


def test_a_build_that_is_not_aside_is_waited_for(server: Server) -> None:
    server.save("a.md")
    page(server, 1, "a")
    server.wait(1)
    server.save("b.md")
    assert server.orders() == ["show", "build False"]
    server.hear(built=0)
    assert server.orders() == ["show"]


def test_saves_without_a_pause_are_built_all_the_same(server: Server) -> None:
    ordered: list[str] = []
    for number in range(1, 30):
        server.save(f"{number}.md")
        page(server, number, f"{number}")
        server.wait(module.QUIET / 2)
        ordered += (now := server.orders())
        if "build False" in now:
            server.hear(aside=True)
    assert ordered.count("show") == 29 and ordered.count("build False") == 1


def test_errors_are_told_at_once_and_the_same_ones_of_the_build_change_nothing(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.save("a.md")
    server.shown(1, errors=ERRORS)
    assert server.state.error == ERRORS and ERRORS in capsys.readouterr().out
    server.wait(1)
    changes = server.state.changes
    server.processes[-1].said = f"فحص المواد …\n{ERRORS}\n"
    server.hear(built=1)
    assert (server.state.error, server.state.changes) == (ERRORS, changes)
    server.save("a.md")
    page(server, 2, "a")
    assert server.state.error is None and server.finds("/articles/a/")
    assert server.orders() == ["show", "build False", "show"]


def test_other_errors_of_the_build_are_told_and_what_was_shown_is_taken_back(server: Server) -> None:
    server.save("a.md")
    page(server, 1, "a")
    server.wait(1)
    server.processes[-1].said = "content/articles/b.md:1: خطأ آخر\n"
    server.hear(built=1)
    assert server.state.error == "content/articles/b.md:1: خطأ آخر\n" and not server.finds("/articles/a/")
    server.save("b.md")
    server.wait(1)
    assert server.orders() == ["show", "build False", "forget", "build True"]


def test_a_failed_build_says_nothing_against_a_newer_save(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.save("a.md")
    server.shown(1, errors=ERRORS)
    server.wait(1)
    server.hear(aside=True)
    server.save("a.md")
    page(server, 2, "a")
    server.processes[-1].said = ERRORS
    server.hear(built=1)
    assert server.state.error is None and server.finds("/articles/a/")
    assert capsys.readouterr().out.count(ERRORS) == 1


@pytest.mark.parametrize(
    ("name", "folder", "ordered", "processes"),
    [
        ("site.yaml", "content", ["build True"], 1),
        ("c.yaml", "content/vocabulary", ["build True"], 1),
        ("a.json", "content/records", ["build True"], 1),
        ("a.txt", "content/originals", ["build True"], 1),
        ("a.png", "content/images", ["build False"], 1),
        ("base.html", "theme/templates", ["build True"], 2),
        ("serve.py", "plugins/warraq/press", ["build True"], 2),
        ("pelicanconf.py", ".", ["build True"], 2),
    ],
)
def test_another_change_is_built_and_one_of_the_program_in_another_process(
    server: Server, name: str, folder: str, ordered: list[str], processes: int
) -> None:
    server.save("a.md")
    page(server, 1, "a")
    looks = server.state.digest(b"page", None)
    server.save(name, folder=folder)
    server.wait(1)
    assert server.orders() == ["show", *ordered] or (processes == 2 and server.orders() == ordered)
    assert len(server.processes) == processes
    server.hear(built=0)
    # After a change of pictures, style or scripts each page is another one, though its bytes are the same.
    assert (server.state.digest(b"page", None) != looks) == (folder in ("content/images", ".") or processes == 2)
    assert not server.finds("/articles/a/")


def test_of_a_changed_vocabulary_what_is_looked_at_is_shown_before_it_is_built(server: Server) -> None:
    with server.state.looking_at("/articles/a/"):
        server.save("c.yaml", folder="content/vocabulary")
    [order] = server.processes[-1].orders
    assert (order["do"], order["vocabulary"], order["looked_at"]) == ("show", True, ["/articles/a/"])
    server.orders()
    file = server.folder / "1.json"
    file.write_text(json.dumps({"files": ["articles/a/index.html"], "gone": []}), "utf-8")
    server.hear(shown=1, file=str(file), warm=False)
    assert server.finds("/articles/a/") and server.orders() == ["build True"]
    server.hear(built=0)
    assert not server.finds("/articles/a/")


def test_what_can_not_be_shown_alone_is_built(server: Server) -> None:
    server.save("a.md")
    server.shown(1, build=True)
    assert server.orders() == ["show", "build True"]


def test_many_changed_files_are_built_at_once(server: Server) -> None:
    server.save(*(f"{n}.md" for n in range(module.MOST_AT_ONCE + 1)))
    assert server.orders() == ["build True"]


@pytest.mark.parametrize("when", ["idle", "showing", "building"])
def test_a_process_that_ends_is_followed_by_another(server: Server, when: str) -> None:
    if when != "idle":
        server.save("a.md")
    if when == "building":
        page(server, 1, "a")
        server.wait(1)
    server.orders()
    server.processes[-1].said = "Killed\n"
    server.builds.hear(server.processes[-1], {"ended": -9})  # type: ignore[arg-type]  # it is like one
    server.builds.act()
    if when == "building":  # else it could begin and end for ever
        assert server.state.error == "Killed\n" and server.orders() == []
    if when != "showing":
        server.save("b.md")
    assert server.orders() == ["build True"] and len(server.processes) == 2


def test_a_build_that_ends_without_a_word_is_told_in_a_sentence(server: Server) -> None:
    server.save("site.yaml", folder="content")
    server.hear(built=-9, warm=False)
    assert server.state.error == "انتهى البناء بلا كلمة (رمز الخروج -9)، ولعل الذاكرة ضاقت. احفظ الملف من جديد."


def test_a_process_that_was_ended_says_nothing_more(server: Server) -> None:
    first = server.processes[-1]
    server.save("base.html", folder="theme")
    assert first.ended
    server.builds.hear(first, {"built": 1, "warm": True})  # type: ignore[arg-type]  # it is like one
    assert server.state.error is None
    assert max(Change) is Change.PROGRAM
