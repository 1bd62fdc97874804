"""
Killed at any moment, on a disk that fills, or where nothing may be written: content/ is what it was or what it was to be.

A kill comes at a moment of the command's time, or right before one of its operations on files, so that every gap between two is met.
`WARRAQ_KILLS=200` are 50 kills of build, import, review and renewal each, and 12 of four others; `WARRAQ_FULL_DISKS=4` are four disks
of each command.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from unittest import mock

import pytest

from desk.at_once import COMMANDS, ended, make_archive, module, start
from project import ROOT, Project
from warraq.desk.article_with_record import NOTE
from warraq.desk.review import answering
from warraq.press.checking import check_archive
from warraq.press.serve import HOME, bound
from warraq.press.serving import BuildState

KILLS = int(os.environ.get("WARRAQ_KILLS", "4"))
FULL_DISKS = int(os.environ.get("WARRAQ_FULL_DISKS", "0"))
SMALL_DISK = ROOT / "tests" / "press" / "full_disk"
LEFTOVER = re.compile(r"\.\d+\.writing")
"""What a killed program was about to write, under a name that nobody reads."""
REFUSED = re.compile(
    r"No space left on device|Read-only file system|could not be written|لا مساحة باقية على القرص|القرص للقراءة فقط"
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
Run = Callable[[], int]


def review_by_server() -> int:
    """Decide on everything that is open through the server that `serve` starts, as its page does."""
    root = Path.cwd()
    review = bound(root, BuildState(root / "output", "en"), HOME, 0)[1]
    threading.Thread(target=review.serve_forever, daemon=True).start()
    token = review.RequestHandlerClass.review.token  # type: ignore[attr-defined]
    headers = {"X-Warraq-Token": token, "Content-Type": "application/json", "Origin": review.url}

    def ask(method: str, name: str, asked: object = None) -> tuple[int, bytes]:
        connection = HTTPConnection(HOME, review.server_port, timeout=60)
        connection.request(method, f"/review/{name}", json.dumps(asked) if asked else None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    code = 0
    with mock.patch.object(answering, "date", mock.Mock(today=lambda: date(2027, 1, 1))):
        for item in json.loads(ask("GET", "items")[1]):
            status, answer = ask("POST", "decide", {"by": "هدى", "decisions": [{"id": item["id"], "choice": "keep"}]})
            assert status == 200, answer
            if refused := json.loads(answer)["refused"]:
                print(*set(refused.values()), sep="\n")
                return 1  # one sentence, as an editor sees it
    return code


RUNS: dict[str, Run] = COMMANDS | {
    "review": review_by_server,
    "bundle": module("press.bundle", "--settings", "settings.py"),
    "verify": module("press.verify"),
    "tags add": module("desk.tagging", "add", "كتاب", "الكاتب"),  # articles with their records
}
GOES_ON = {"tags rename": module("desk.tagging", "merge", "ماء", "مياه")}
"""What a refusal says to type instead of the same command: the new tag is there already."""
MAIN = ("build", "import", "review", "repair --again")
LESS = ("repair", "intake", "retag", "tags add", "set")
KILLED = (*MAIN, *LESS) if "WARRAQ_KILLS" in os.environ else ("review", "repair --again")
FILLED = tuple(name for name in RUNS if name not in ("fix-encoding", "set-aside")) if FULL_DISKS else KILLED


@dataclass(frozen=True)
class Unbroken:
    """A command that nothing disturbed."""

    before: dict[str, str]
    after: dict[str, str]
    beside: dict[str, str]
    seconds: float
    operations: int
    written: int
    """Bytes."""


def copied(of: Project, to: Path) -> Project:
    shutil.copytree(of.root, to, symlinks=True)
    (to / "settings.py").unlink()
    project = Project(to)
    project.settle()
    return project


def content(project: Project) -> dict[str, str]:
    return {path: sha for path, sha in project.hashes("content").items() if not LEFTOVER.fullmatch(Path(path).name)}


def beside(project: Project) -> dict[str, str]:
    """Give what a command makes for people beside content/, by its hash."""
    patch = {p: sha for p, sha in Project(project.root).hashes(".").items() if p == "renewal.patch"}
    return patch | {f"output/{path}": sha for path, sha in project.hashes("output").items()}


def counting(run: Run, root: Path, deadly: int) -> Run:
    """Let a command kill itself right before its `deadly`th operation on files since it first wrote one."""

    def counted() -> int:
        begun, operations, above = False, 0, str(root)

        def look(event: str, given: tuple[object, ...]) -> None:
            nonlocal begun, operations
            if event not in ("open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.chmod"):
                return
            if not isinstance(given[0], str | Path) or not os.path.abspath(given[0]).startswith(above):  # noqa: PTH100
                return
            begun = (
                begun or event != "open" or (isinstance(given[2], int) and bool(given[2] & (os.O_WRONLY | os.O_RDWR)))
            )
            operations += begun
            if operations == deadly:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(look)
        code = run()
        print(f"operations: {operations}")
        return code

    return counted


def on_disk(run: Run, **disk: str) -> Run:
    """Let a command, and those that it starts, run on a disk of tests/press/full_disk/."""

    def filled() -> int:
        os.environ |= {"PYTHONPATH": os.pathsep.join([str(SMALL_DISK), str(ROOT / "plugins")]), **disk}
        spec = importlib.util.spec_from_file_location("small_disk", SMALL_DISK / "sitecustomize.py")
        assert spec and spec.loader
        small = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(small)
        code = 1
        try:
            code = run()
        except SystemExit as end:
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)  # stdout may be what was refused
            code = 0 if end.code is None else end.code if isinstance(end.code, int) else 1
        print(f"left: {small.LEFT}", flush=True)
        return code

    return filled


def done(project: Project, run: Run) -> tuple[int, str]:
    """Run a command to its end; give its exit code and what it said."""
    said = project.root / "said"
    code = ended(start(project, run, said))
    return code, said.read_text("utf-8")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_archive(tmp_path_factory.mktemp("base") / "project")


@pytest.fixture(scope="module")
def unbroken(archive: Project, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Unbroken]:
    """Give what each command does undisturbed."""

    @cache
    def of(name: str) -> Unbroken:
        project = copied(archive, tmp_path_factory.mktemp("unbroken") / "project")
        before, began = content(project), time.monotonic()
        code, said = done(project, counting(on_disk(RUNS[name], WARRAQ_DISK_BYTES=str(10**9)), project.root, -1))
        seconds = time.monotonic() - began
        assert code == 0 and "Traceback" not in said, said
        numbers = {
            what: int(re.findall(rf"^{what}: (\d+)$", said, re.MULTILINE)[-1]) for what in ("left", "operations")
        }
        written = 10**9 - numbers["left"]
        return Unbroken(before, content(project), beside(project), seconds, numbers["operations"], written)

    return of


def assert_whole(project: Project, its: Unbroken) -> None:
    """Every file of content/ is its former or its final version, and `check` finds no error."""
    now = content(project)
    for path in {*now, *its.before}:
        assert now.get(path) in (its.before.get(path), its.after.get(path)), path
    assert [p.text("en") for p in check_archive(project.content, date(2027, 1, 1), repairing=False).errors] == []


def assert_ends_as_unbroken(project: Project, name: str, its: Unbroken) -> None:
    begun = content(project) != its.before
    code, said = done(project, GOES_ON.get(name, RUNS[name]) if begun else RUNS[name])
    assert code == 0 and "Traceback" not in said, said
    assert content(project) == its.after
    assert beside(project) == its.beside
    assert not (project.root / ".warraq" / NOTE).exists()


@pytest.mark.parametrize("name", KILLED)
def test_killed_at_any_moment_it_goes_on_as_if_unbroken(
    archive: Project, unbroken: Callable[[str], Unbroken], name: str, tmp_path: Path
) -> None:
    its, killed = unbroken(name), 0
    for number in range(max(KILLS // (4 if name in MAIN else 16), 1)):
        chance = Random(f"{name} {number}")
        project = copied(archive, tmp_path / str(number))
        by_time = bool(number % 2)
        deadly = -1 if by_time else chance.randrange(1, its.operations + 1)
        (project.root / "said").touch()
        process = start(project, counting(RUNS[name], project.root, deadly), project.root / "said")
        if by_time:
            time.sleep(chance.uniform(0, 1.05) * its.seconds)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        killed += ended(process) == -signal.SIGKILL
        assert "Traceback" not in (project.root / "said").read_text("utf-8")
        assert_whole(project, its)
        assert_ends_as_unbroken(project, name, its)
        shutil.rmtree(project.root)
    print(f"{name}: killed {killed}")
    assert killed


def assert_refused(project: Project, name: str, its: Unbroken, **disk: str) -> int:
    """Run a command on such a disk; it does its work, or says one sentence and leaves everything whole; give its exit code."""
    code, said = done(project, on_disk(RUNS[name], **disk))
    assert "Traceback" not in said, said
    assert code in (0, 1), said
    refused = [line for line in said.splitlines() if REFUSED.search(line)]
    assert len(refused) == code, (name, said)
    assert str(project.root) not in "".join(refused), refused
    assert_whole(project, its)
    assert not [file for file in project.content.rglob("*") if LEFTOVER.fullmatch(file.name)]
    return code


@pytest.mark.parametrize("name", FILLED)
def test_on_a_disk_that_fills_it_says_so_and_goes_on_when_there_is_room(
    archive: Project, unbroken: Callable[[str], Unbroken], name: str, tmp_path: Path
) -> None:
    its, full = unbroken(name), 0
    for number in range(max(FULL_DISKS, 1)):
        room = Random(f"{name} {number}").randrange(max(its.written, 1))
        project = copied(archive, tmp_path / str(number))
        refused = assert_refused(project, name, its, WARRAQ_DISK_BYTES=str(room))
        if refused or name not in ("tags rename", "tags merge"):  # the old tag is gone
            assert_ends_as_unbroken(project, name, its)
        full += refused
        shutil.rmtree(project.root)
    print(f"{name}: full {full}")
    assert full or not its.written


@pytest.mark.parametrize("name", FILLED)
def test_where_nothing_may_be_written_it_says_so(
    archive: Project, unbroken: Callable[[str], Unbroken], name: str, tmp_path: Path
) -> None:
    project, its = copied(archive, tmp_path / "project"), unbroken(name)
    code = assert_refused(project, name, its, WARRAQ_DISK_READ_ONLY=str(project.content))
    assert content(project) == its.before
    assert code == (its.before != its.after)
