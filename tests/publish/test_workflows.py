"""The workflows are written with care: they hold no more than they need, and name what they use by its commit."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from project import ROOT
from publish.workflows import COMMAND, FOLDER, WORKFLOWS, jobs, read, tasks

MAY_WRITE = {
    ("publish", "deploy"): {"pages", "id-token"},
    ("publish", "tell"): {"issues"},
    ("release", "publish"): {"id-token"},
    ("intake", "request"): {"contents", "pull-requests"},
    ("links", "tell"): {"issues"},
}
"""All that any job may write; whatever is not named here only reads."""
PARSING = ("check", "build", "bundle", "set-aside", "links --write", "report --published", "intake --but", "test")
"""Commands that read the files of `content/`, which may be hostile."""


def test_the_six_workflows_are_there() -> None:
    assert {f.stem for f in WORKFLOWS} == {"publish", "intake", "check", "tests", "links", "release"}


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_a_workflow_gives_nothing_and_runs_once_at_a_time(file: Path) -> None:
    workflow = read(file)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]


@pytest.mark.parametrize(("workflow", "name", "job"), jobs())
def test_a_job_may_do_what_it_needs_and_no_more(workflow: str, name: str, job: Any) -> None:
    writes = {what for what, how in job["permissions"].items() if how == "write"}
    assert writes == MAY_WRITE.get((workflow, name), set())
    assert job["timeout-minutes"] <= 60
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            # The token would lie on the disk, for every later step to read.
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("workflow", "name", "job"), jobs())
def test_a_job_that_may_write_reads_no_hostile_file_and_one_that_reads_them_holds_no_token(
    workflow: str, name: str, job: Any
) -> None:
    writes = (workflow, name) in MAY_WRITE
    for step in job["steps"]:
        command = step.get("run", "").partition("tasks.py ")[2]
        if command.startswith(PARSING):
            assert not writes
            assert "GH_TOKEN" not in step.get("env", {})


def test_the_commands_that_read_content_are_all_that_hold_no_token() -> None:
    """A new step has to be named in PARSING, or have a token because it speaks to GitHub alone."""
    steps = [step for file in WORKFLOWS for job in read(file)["jobs"].values() for step in job["steps"]]
    commands = [
        (step["run"].partition("tasks.py ")[2], "GH_TOKEN" in step.get("env", {})) for step in steps if "run" in step
    ]
    assert [c for c, token in commands if not token and not c.startswith((*PARSING, "lint", "package"))] == []


@pytest.mark.parametrize("job", [pytest.param(given.values[2], id=given.id) for given in jobs()])
def test_every_step_is_a_task_of_ours_or_an_action_with_its_version(job: Any) -> None:
    for step in job["steps"]:
        assert ("run" in step) != ("uses" in step)
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        else:
            found = COMMAND.match(step["run"])
            assert found and found[1] in tasks(), step["run"]
            # What GitHub puts into a script by itself could be a command: values come through the environment.
            assert "${{" not in step["run"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_every_action_is_named_by_its_commit_with_the_version_beside_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("uses: ") == len(re.findall(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n", text))


def test_an_action_is_everywhere_the_same() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in WORKFLOWS)
    named = set(re.findall(r"uses: (actions/[a-z-]+)@(.*)\n", text))
    assert len(named) == len({action for action, _ in named})


def test_publishing_does_not_wait_for_the_developers_tests() -> None:
    workflow = read(FOLDER / "workflows" / "publish.yml")
    commands = [COMMAND.match(s["run"])[1] for j in workflow["jobs"].values() for s in j["steps"] if "run" in s]  # type: ignore[index]
    assert not {"test", "lint"} & set(commands)


def test_the_tests_run_on_three_systems_with_the_oldest_python_the_newest_and_that_of_the_other_workflows() -> None:
    matrix = read(FOLDER / "workflows" / "tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={matrix['python'][0]}"
    tested = {*matrix["python"], *(more["python"] for more in matrix["include"])}
    steps = [step for file in WORKFLOWS for job in read(file)["jobs"].values() for step in job["steps"]]
    used = {version for step in steps if (version := step.get("with", {}).get("python-version"))}
    assert used - {"${{ matrix.python }}"} <= tested


def test_dependabot_watches_actions_and_packages_and_waits_a_week() -> None:
    updates = read(FOLDER / "dependabot.yml")["updates"]
    assert {u["package-ecosystem"] for u in updates} == {"github-actions", "npm", "pip"}
    assert all(u["cooldown"]["default-days"] >= 7 for u in updates)


@pytest.mark.parametrize("kind", ["error", "article"])
def test_an_issue_form_asks_the_same_in_both_languages(kind: str) -> None:
    forms = [read(next((FOLDER / "ISSUE_TEMPLATE").glob(f"*-{kind}-{language}.yml"))) for language in ("ar", "en")]
    asked = [[(b.get("id"), b["type"], b.get("validations")) for b in form["body"]] for form in forms]
    assert asked[0] == asked[1]
    ids = [i for i, kind, _ in asked[0] if kind != "markdown"]
    assert len(set(ids)) == len(ids) and None not in ids
    assert all({"name", "description", "body", "labels"} <= set(form) for form in forms)
