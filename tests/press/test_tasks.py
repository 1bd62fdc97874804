"""`tasks.py`: what it says, and how it understands what was typed."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import TypeGuard

import pytest

from project import ROOT
from warraq.language import catalogue


def test_the_list_explains_every_task_users_first() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import tasks; tasks.explain()"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("  ")]
    names = [words[0] for words in lines]
    assert names[:2] == ["build", "serve"]
    assert names.index("check") < names.index("test") < names.index("fuzz")
    assert all(len(words) > 3 for words in lines)
    listed = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "} == set(names)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "--help"], "Usage: python3 tasks.py [--core-opts] check"),
        (["--help", "check"], "Usage: python3 tasks.py [--core-opts] check"),
        (["--help"], "To make and keep an archive:"),
        ([], "To make and keep an archive:"),
        (["import"], "python3 tasks.py import FOLDER (FOLDER: a folder, a ZIP file or a file)"),
        (["new"], "Something is missing: python3 tasks.py new TITLE (TITLE: "),
        (["tags", "rename"], "Something is missing: python3 tasks.py tags rename TAG OTHER (TAG: "),
        (["tags", "merge", "نهر كبير"], "python3 tasks.py tags merge 'نهر كبير' OTHER (OTHER: its new name"),
        (["tests"], "There is no command “tests”. Did you mean test? All commands: python3 tasks.py --list"),
        (["xyz"], "There is no command “xyz”. All commands: python3 tasks.py --list"),
        (["tests", "--help"], "There is no command “tests”. Did you mean test?"),
        (["check", "--lnag"], "There is no option “--lnag”. python3 tasks.py --help check explains its options."),
        (["tags", "drop", "a", "b"], "There is no action “drop”: rename, merge, add."),
        (
            ["tags", "merge", "نهر", "--lang", "ar"],
            "ينقص شيء: \u200epython3 tasks.py tags merge نهر OTHER\u200e (OTHER: اسمه",
        ),
        (["xyz", "--lang=ar"], "لا أمر بهذا الاسم: «xyz». كل الأوامر: "),
        (["check", "--lnag", "--lang=ar"], "لا خيار بهذا الاسم: «--lnag»."),
        (["--lang", "ar"], "لإنشاء الأرشيف وحفظه:"),
        (["--list", "--lang", "ar"], "لإنشاء الأرشيف وحفظه:"),
        (["\u2068--list\u2069", "--lang", "ar\u200e"], "لإنشاء الأرشيف وحفظه:"),  # copied out of a message
        (["--help", "tags", "--lang=ar"], "الخيارات:"),
        (["tags", "--help", "--lang", "ar"], "يغيّر اسم وسم، أو يدمجه في غيره"),
        (["fix-encoding", "--lang", "ar"], "اذكر الملف: "),
        (["reject", "--reason", "--undo"], "one that begins with a hyphen is joined to it: --reason=VALUE"),
        (["set", "title", "--preview"], "A value that begins with a hyphen stands behind two of them"),
        (["export", "-h"], "Usage: python3 tasks.py [--core-opts] export"),
        (["export", "-l"], "There is no option -l."),
        (["build", "-p"], "There is no option -p."),
        (["set", "title", "x", "-w", "y"], "There is no option -w."),
        (["fix-encoding"], "Say which file: python3 tasks.py fix-encoding --only FILE"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_every_answer_names_what_to_type(
    tasks: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: list[str],
    expected: str,
) -> None:
    monkeypatch.setattr(tasks, "ROOT", ROOT)
    monkeypatch.setattr(tasks, "set_up", lambda *_, **__: None)
    monkeypatch.setattr(tasks, "python_of", lambda _: Path(sys.executable))
    monkeypatch.setattr(sys, "argv", ["tasks.py", *words])
    tasks.invoke_in_venv()
    captured = capfd.readouterr()
    assert expected in captured.out + captured.err
    assert "Traceback" not in captured.err


def test_an_option_is_written_out_and_h_is_help(tasks: ModuleType) -> None:
    """Invoke gives every option a letter of its name that is free: `-h` was `--where`, and `-l` `--whole`."""
    for name in tasks.namespace.task_names:
        assert [option for option in tasks.options_of(name) if not option.startswith("--")] == [], name


def test_what_users_are_told_has_its_arabic(tasks: ModuleType) -> None:
    known = catalogue("ar")
    told = [each for task in tasks.USERS for each in ((task.__doc__ or "").strip(), *task.help.values())]
    assert [each for each in told if known.gettext(each) == each] == []
    tree = ast.parse((ROOT / "tasks.py").read_text("utf-8"))
    written = [ast.literal_eval(each.args[0]) for each in ast.walk(tree) if is_said(each)]
    assert len(written) > 10 and [each for each in written if known.gettext(each) == each] == []


def is_said(node: ast.AST) -> TypeGuard[ast.Call]:
    """Tell whether it is a sentence in quotation marks that tasks.py says."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "said"
        and isinstance(node.args[0], ast.Constant)
    )


@pytest.mark.parametrize(
    ("words", "run"),
    [
        (["set", "title", "- عنوان", "--where", "x"], ["desk.correcting", "set", "--where=x", "--", "title", "- عنوان"]),
        (["set", "title", "-عنوان=ب"], ["desk.correcting", "set", "--where=", "--", "title", "-عنوان=ب"]),
        (["set", "title", "--", "-w"], ["desk.correcting", "set", "--where=", "--", "title", "-w"]),
        (["set", "--preview", "--", "title", "--preview"], ["desk.correcting", "set", "--where=", "--preview", "--", "title", "--preview"]),
        (["set", "--field=title", "--value=--preview"], ["desk.correcting", "set", "--where=", "--", "title", "--preview"]),
        (["set", "title", "check", "--where", "- a=b"], ["desk.correcting", "set", "--where=- a=b", "--", "title", "check"]),
        (["new", "- عنوان"], ["press.new", "--", "- عنوان"]),
        (["new", "--from", "-"], ["press.new", "--from", "--", "-"]),
        (["reject", "--only", "-ا", "--reason", "- سبب"], ["desk.rejecting", "--only=-ا", "--reason=- سبب"]),
        (["reject", "--only=a", "--reason=--undo"], ["desk.rejecting", "--only=a", "--reason=--undo"]),
        (["tags", "add", "ماء", "-نهر", "--preview"], ["desk.tagging", "add", "--preview", "--", "ماء", "-نهر"]),
        (["import", "-5 صفحات"], ["desk.importing", "--", "-5 صفحات"]),
        (["export", "--table=a=b.csv"], ["desk.correcting", "export", "--table=a=b.csv", "--separator=,"]),
        (["fix-encoding", "--only", "-ا.md"], ["press", "fix-encoding", "--", "-ا.md"]),
        (["undo", "12", "--preview"], ["desk.undoing", "--preview", "--", "12"]),
        (["undo"], ["desk.undoing", "--", ""]),
        (["upgrade", "https://example.org/a=b"], ["desk.upgrading", "--", "https://example.org/a=b"]),
    ],
    ids=lambda given: " ".join(given[:4]),
)  # fmt: skip
def test_a_value_may_begin_with_a_hyphen(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, words: list[str], run: list[str]
) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(tasks, "warraq", lambda *given: ran.append(given))
    tasks.Commands(namespace=tasks.namespace).run(["tasks.py", *tasks.with_values(words)], exit=False)
    assert ran == [tuple(run)]


def test_two_tasks_in_one_line_are_two(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(tasks, "warraq", lambda *given: ran.append(given[0]))
    tasks.Commands(namespace=tasks.namespace).run(["tasks.py", *tasks.with_values(["undo", "merge"])], exit=False)
    assert ran == ["desk.undoing", "desk.merging"]


def test_an_option_that_there_is_not_is_no_value(tasks: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"There is no option --previw\. Did you mean --preview\? A value that begins"):
        tasks.with_values(["set", "lang", "--previw", "fa"])


def test_an_unknown_bench_is_refused_with_the_names_of_all() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "bench", "x"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "repair, search, annotations" in done.stderr


def test_the_floor_of_coverage_rises_and_never_falls() -> None:
    """Every number that the floor ever was, in the history of pyproject.toml: none is above today's."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs the history of the project")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = settings["tool"]["warraq"]["coverage"]
    asked = ["git", "log", "-p", "-U0", "-Gbranches = [0-9]", "--format=", "--", "pyproject.toml"]
    history = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    for what in ("lines", "branches"):
        former = [int(floor) for floor in re.findall(rf"^\+{what} = (\d+)$", history, re.MULTILINE)]
        assert all(floor <= floors[what] for floor in former), what


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [(89, "Fewer lines are reached than before"), (90, ""), (92, ""), (93, "raise the floor in pyproject.toml to 93")],
)
def test_coverage_may_neither_fall_below_its_floor_nor_leave_it_behind(
    tasks: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: int, refusal: str
) -> None:
    floors = "[tool.warraq.coverage]\nlines = 90\nbranches = 80\n"
    (tmp_path / "pyproject.toml").write_text(floors, encoding="utf-8")
    monkeypatch.setattr(tasks, "MEASURED", tmp_path / "coverage.json")
    summary = {"covered_lines": lines, "missing_lines": 100 - lines, "covered_branches": 81, "missing_branches": 19}
    tasks.MEASURED.write_text(json.dumps({"summary": summary}), encoding="utf-8")
    if refusal:
        with pytest.raises(SystemExit, match=refusal):
            tasks.check_coverage()
    else:
        tasks.check_coverage()


def test_every_module_that_a_task_runs_exists() -> None:
    source = (ROOT / "tasks.py").read_text(encoding="utf-8")
    named = {*re.findall(r'warraq\("([a-z_.]+)"', source), *re.findall(r': "([a-z]+(?:\.[a-z]+)*\.bench)"', source)}
    assert {"press", "press.set_aside", "desk.importing", "pages.search.bench"} <= named
    room = ROOT / "plugins" / "warraq"
    files = {name: [room / f"{name.replace('.', '/')}{end}" for end in (".py", "/__main__.py")] for name in named}
    assert [name for name, places in files.items() if not any(place.is_file() for place in places)] == []


def test_a_command_that_is_not_there_fails() -> None:
    done = subprocess.run([sys.executable, "tasks.py", "tests"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("لا أمر بهذا الاسم: «tests».")
