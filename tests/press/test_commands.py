"""A command that is ended from outside never shows a traceback."""

from __future__ import annotations

import errno
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from project import ROOT, Project
from warraq import __main__ as command

COMMANDS = [
    ("press", "check"),
    ("press.verify",),
    ("press.intake",),
    ("press.report",),
    ("desk.renewing", "--preview"),
    ("desk.tagging", "retag", "--preview"),
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project.empty(tmp_path)
    project.write("site.yaml", "name: أرشيف\nlanguage: en\n")
    return project


def start(project: Project, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "warraq", *words],
        cwd=project.root,
        env=project.environment(PYTHONPATH=str(ROOT / "plugins")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_pipe_that_is_closed_early_shows_no_traceback(project: Project, words: tuple[str, ...]) -> None:
    project.article("b", date="أمس")
    running = start(project, *words)
    assert running.stdout
    assert running.stderr
    running.stdout.close()
    errors = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait() == 1
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("press", "fix-encoding", "nope.md"), "nope.md can't be used: No such file or directory.\n"),
        (("press", "fix-encoding", "content"), "content can't be used: Is a directory.\n"),
        (("desk.importing", "content", "--table", "content"), "content is not a file. Write the path of a CSV file.\n"),
        (("press", "serve", "--port", "99999"), "Port 99999 can't be had"),
        (
            ("press", "serve", "--port", "abc"),
            "python3 tasks.py serve: error: argument --port: invalid int value: 'abc'",
        ),
    ],
    ids=lambda given: given[-1] if isinstance(given, tuple) else "",
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other words for it")
def test_what_the_system_refuses_is_reported_in_one_line_with_its_name(
    project: Project, words: tuple[str, ...], expected: str
) -> None:
    out, errors = start(project, *words).communicate(timeout=60)
    assert expected in (out + errors).decode()
    assert "Traceback" not in errors.decode()


def ended(monkeypatch: pytest.MonkeyPatch, by: Callable[[], BaseException]) -> object:
    """Run a command in which this is raised; return its exit code or last message."""

    def run_module(_name: str, **_: object) -> None:
        raise by()

    monkeypatch.setattr(runpy, "run_module", run_module)
    monkeypatch.setattr(sys, "argv", ["warraq", "press"])
    with pytest.raises(SystemExit) as end:
        command.main()
    return end.value.code


def test_ctrl_c_ends_with_the_code_that_shells_know_and_no_word(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, KeyboardInterrupt) == 130
    assert capfd.readouterr() == ("", "")


def test_a_file_that_may_not_be_read_is_named_in_the_sites_language(
    monkeypatch: pytest.MonkeyPatch, project: Project
) -> None:
    monkeypatch.chdir(project.root)
    refused = PermissionError(errno.EACCES, "Permission denied", "content/articles/a.md")
    assert ended(monkeypatch, lambda: refused) == "content/articles/a.md can't be used: Permission denied."
    project.write("site.yaml", "name: أرشيف\n")
    assert ended(monkeypatch, lambda: refused) == "تعذّر استعمال content/articles/a.md: لا إذن به."


def test_a_mistake_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_module(_name: str, **_: object) -> None:
        raise FileNotFoundError("The theme has no static/x.css.")

    monkeypatch.setattr(runpy, "run_module", run_module)
    monkeypatch.setattr(sys, "argv", ["warraq", "press"])
    with pytest.raises(FileNotFoundError):
        command.main()


@pytest.mark.parametrize("name", ["", "nonsense", "press.nonsense", "pages", "..", "a b", "\x1b[2J"])
def test_a_word_that_is_no_command_is_answered_with_a_sentence(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(project.root)
    monkeypatch.setattr("sys.argv", ["warraq", name])
    with pytest.raises(SystemExit) as ended:
        command.main()
    shown = name.replace("\x1b", "\\x1b")
    assert ended.value.code == f"There is no command “{shown}”. These are all: python3 tasks.py --list"


def test_no_word_at_all_is_answered_with_a_sentence(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    monkeypatch.setattr("sys.argv", ["warraq"])
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == "Say which command: python3 tasks.py --list names them all."


@pytest.mark.parametrize("words", [["--list"], ["--help", "build"]], ids="-".join)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows reports a closed pipe in another way")
def test_a_reader_of_the_help_may_stop_early(words: list[str]) -> None:
    command = [sys.executable, "tasks.py", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert (running.wait(60), running.stderr.read()) == (1, "")
