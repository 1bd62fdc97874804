"""Everything in the READMEs runs: newcomers paste it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from papers import links_in
from project import DAY, ROOT, Project

PAPERS = [ROOT / "README.md", ROOT / "README.ar.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:python3|py) tasks\.py ([a-z][a-z-]*)")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ORIGINAL = "000_7041dd07729f8eff.txt"


def blocks(paper: Path, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(paper.read_text("utf-8")) if kind == language]


@pytest.fixture(scope="module")
def tasks() -> set[str]:
    listed = subprocess.run(
        [sys.executable, "-c", "import tasks; tasks.explain()"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {line.split()[0] for line in listed.stdout.splitlines() if line.startswith("  ")}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_task_that_a_paper_names_exists(paper: Path, tasks: set[str]) -> None:
    assert set(COMMAND.findall(paper.read_text("utf-8"))) <= tasks


def test_every_task_is_explained(tasks: set[str]) -> None:
    source = (ROOT / "tasks.py").read_text("utf-8")
    written = re.findall(r"^@task\b.*?^def (\w+)", source, re.MULTILINE | re.DOTALL)
    assert {name.strip("_").replace("_", "-") for name in written} == tasks


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_file_that_a_paper_links_to_exists(paper: Path) -> None:
    for target in links_in(paper):
        assert (paper.parent / target).exists(), target


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project as a newcomer has it, with this run's packages for its .venv."""
    root = tmp_path_factory.mktemp("fresh") / "warraq"
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, root / name)
    try:
        (root / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make symbolic links, and a .venv of its own would take minutes")
    return root


def run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("CI", "SITEURL", "PYTHONPATH")}
    return subprocess.run(
        command.replace("python3 ", f'"{sys.executable}" '),
        cwd=root,
        env=clean | {"PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": DAY},
        shell=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_build_of_the_readme_builds_and_prints_what_it_says(fresh: Path) -> None:
    command, test, plain = blocks(ROOT / "README.md", "sh")
    assert (command, test) == ("python3 tasks.py build\n", "python3 tasks.py test\n")
    built = run(command, fresh)
    assert built.returncode == 0, built.stdout + built.stderr
    [says] = blocks(ROOT / "README.md", "text")
    assert re.sub(r"\d{4}-\d\d-\d\d", "2027-01-15", says.strip()) in built.stdout
    assert (fresh / "output/index.html").is_file()
    if os.name != "nt":  # its shell knows no NAME=value before a command
        article = run(plain, fresh)
        assert article.returncode == 0, article.stderr
        assert article.stdout.startswith("---\ntitle: وشدد بوتين على أهمية السلام")


@pytest.mark.parametrize("paper", ["README.md", "README.ar.md"])
def test_the_article_of_the_readme_is_one(paper: str, project: Project) -> None:
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    [article] = blocks(ROOT / paper, "markdown")
    project.write("articles/readme.md", article)
    built = project.build()
    assert built.returncode == 0, built.stdout
    assert "articles/readme.md" not in built.stdout
    page = (project.output / "articles/readme/index.html").read_text("utf-8")
    assert "كذا في المصدر، والمقصود رابطة الدول المستقلة." in page


def test_the_readme_runs_the_commands_that_the_check_of_the_project_runs() -> None:
    assert "python3 tasks.py test" in (ROOT / ".ci/run").read_text("utf-8")


@pytest.mark.parametrize("paper", ["README.md", "README.ar.md"])
def test_what_the_readme_calls_required_is_required(paper: str, project: Project) -> None:
    said = (ROOT / paper).read_text("utf-8")
    [article] = blocks(ROOT / paper, "markdown")
    for key in ("title", "date"):
        assert f"`{key}:`" in said
        project.write("articles/readme.md", re.sub(rf"^{key}:.*\n", "", article, flags=re.MULTILINE))
        built = project.build()
        assert built.returncode == 1 and "articles/readme.md" in built.stdout
    assert "`unknown`" in said
    only = "---\ntitle: عنوان\ndate: unknown\n---\nنص.\n"
    project.write("articles/readme.md", only)
    assert project.build().returncode == 0
