"""The workflows: written with care, and each of their steps runs here as it would there."""

from __future__ import annotations

import importlib.util
import re
import shutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from project import ROOT
from publish.runner import Runner

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
COMMAND = re.compile(r"python3? tasks\.py ([a-z-]+)")
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


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def jobs() -> list[Any]:
    return [
        pytest.param(f.stem, name, job, id=f"{f.stem}-{name}")
        for f in WORKFLOWS
        for name, job in read(f)["jobs"].items()
    ]


@cache
def tasks() -> set[str]:
    spec = importlib.util.spec_from_file_location("tasks_of_the_project", ROOT / "tasks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return set(module.namespace.task_names)


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


GOOD = "---\ntitle: {0}\nslug: {0}\ndate: 2024-03-15\n---\nنص الخبر.\n"
BROKEN = "---\ntitle: {0}\nslug: {0}\ndate: أمس\nstatus: drfat\n---\nنص @someone `x`.\n"


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Make a repository from ours, published once."""
    made = Runner.make(tmp_path_factory.mktemp("runner"))
    made.article("first", GOOD)
    made.article("second", GOOD)
    made.commit()
    assert [s.code for s in made.steps("publish", "build")] == [0]
    made.deploy()
    return made


def test_a_first_run_publishes_at_the_address_that_pages_gives(runner: Runner) -> None:
    sitemap = (runner.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{runner.site_url}/articles/first/</loc>" in sitemap
    assert f'href="{runner.site_url}/articles/first/"' in (runner.site / "feeds/site.xml").read_text(encoding="utf-8")


def test_a_broken_new_article_stops_publishing_and_one_issue_says_what_to_do(runner: Runner) -> None:
    with runner.changed("خطأ", BROKEN):
        build, written = runner.steps("publish", "build")
        assert (build.code, written.code) == (1, 0), written.said
        assert "::error file=content/articles/خطأ.md,line=4" in build.said
        for _ in range(2):
            (step,) = runner.steps("publish", "tell", **{"needs.build.result": "failure"})
            assert step.code == 0, step.said
        (issue,) = [i for i in runner.state["issues"] if i["label"] == "publishing" and i["open"]]
        assert issue["title"] == "لم يُنشر الموقع"
        assert "السطر 4: `date`: " in issue["body"] and "السطر 5: `status`: " in issue["body"]
        assert "https://github.com/someone/archive/edit/main/content/articles/%D8%AE%D8%B7%D8%A3.md" in issue["body"]
        assert "https://github.com/someone/archive/actions/runs/77" in issue["body"]
    assert (runner.site / "articles/first/index.html").is_file()


def test_by_hand_the_site_is_published_without_the_broken_new_article(runner: Runner) -> None:
    with runner.changed("خطأ", BROKEN):
        aside, build = runner.steps("publish", "build", **{"inputs.without_broken": "true"})
        assert (aside.code, build.code) == (0, 0), aside.said + build.said
        assert "content/articles/خطأ.md" in aside.said
        assert (runner.root / ".warraq/set-aside/content/articles/خطأ.md").is_file()
        assert not (runner.root / "output/articles/خطأ").exists()
        assert (runner.root / "output/articles/second/index.html").is_file()


def test_a_published_article_is_never_left_out(runner: Runner) -> None:
    with runner.changed("second", BROKEN):
        aside, build, _ = runner.steps("publish", "build", **{"inputs.without_broken": "true"})
        assert (aside.code, build.code) == (0, 1)
        assert (runner.root / "content/articles/second.md").is_file()


def test_a_published_article_can_not_just_vanish(runner: Runner) -> None:
    with runner.changed("second", None):
        before = (runner.root / "output/sitemap.xml").read_bytes()
        build, _ = runner.steps("publish", "build")
        assert build.code == 1
        assert "aliases: [second]" in build.said and "::error file=content/articles" in build.said
        assert (runner.root / "output/sitemap.xml").read_bytes() == before


def test_it_may_move_or_be_withdrawn(runner: Runner) -> None:
    with (
        runner.changed("second", None),
        runner.changed("third", GOOD.replace("slug: {0}", "slug: {0}\naliases: [second]")),
    ):
        assert runner.steps("publish", "build")[0].code == 0
    withdrawn = GOOD.replace("date:", "withdrawn: {{date: 2026-01-02, reason: خطأ}}\ndate:")
    with runner.changed("second", withdrawn):
        assert runner.steps("publish", "build")[0].code == 0


def test_the_next_machine_takes_up_what_the_last_one_carried_and_nothing_of_it_is_unpublished(runner: Runner) -> None:
    secret = "سرّ لا يُنشر"
    drafted = GOOD.replace("date:", f"status: draft\nsummary: {secret}\ndate:").replace("نص الخبر", secret)
    excerpt = GOOD.replace("date:", "source: {{name: صحيفة, rights: excerpt 2}}\ndate:").replace("نص", "نص الخبر كله")
    with runner.changed("draft", drafted), runner.changed("excerpt", excerpt):
        assert runner.steps("publish", "build")[0].code == 0
        carried = runner.root / "carried"
        for file in [*carried.rglob("*"), *(runner.root / "output").rglob("*")]:
            if file.is_file():
                data = file.read_bytes()
                assert secret.encode() not in data, file
                assert "الخبر كله".encode() not in data, file
        first = {file: file.stat().st_mtime_ns for file in runner.root.glob("output/articles/first/*.*")}
        shutil.rmtree(runner.root / ".warraq")  # the next machine has it not
        with runner.changed("third", GOOD):
            (step,) = runner.steps("publish", "build")
            assert step.code == 0, step.said
        assert {file: file.stat().st_mtime_ns for file in first} == first
        (carried / "digest").write_text("0", encoding="utf-8")
        shutil.rmtree(runner.root / ".warraq")
        assert runner.steps("publish", "build")[0].code == 0


def test_the_next_good_run_closes_the_issue(runner: Runner) -> None:
    shutil.rmtree(runner.web.parent / "artifacts/notice")
    (opened,) = runner.steps("publish", "tell", **{"needs.deploy.result": "failure"})
    assert opened.code == 0, opened.said
    (issue,) = [i for i in runner.state["issues"] if i["open"]]
    assert issue["title"] == "لم يُنشر الموقع · The site was not published"
    assert "GitHub Pages" in issue["body"] and "actions/runs/77" in issue["body"]
    (closed,) = runner.steps("publish", "tell", **{"needs.deploy.result": "success"})
    assert closed.code == 0, closed.said
    assert not [i for i in runner.state["issues"] if i["open"]]


def test_a_dropped_original_becomes_a_request_with_article_record_and_report_once(runner: Runner) -> None:
    original = runner.root / "content/originals/مجلد/نص.txt"
    original.parent.mkdir(parents=True, exist_ok=True)
    original.write_text("عنوان الخبر الطويل\nقال الوزير ،إن الاجتماع<br> ناجح .\n", encoding="utf-8")
    runner.commit()
    for _ in range(2):
        for job in ("repair", "request"):
            for step in runner.steps("intake", job):
                assert step.code == 0, step.said
            if job == "repair":
                runner.clean()
        runner.git("switch", "--quiet", "main")
        shutil.rmtree(runner.web.parent / "artifacts/repaired", ignore_errors=True)
        shutil.rmtree(runner.root / "handed", ignore_errors=True)
    (request,) = runner.state["requests"]
    assert "عنوان الخبر الطويل" in request["body"] and "مجلد/نص.txt" in request["body"]
    assert set(runner.files_of(request["head"])) - set(runner.files_of("main")) == {
        "content/articles/مجلد/نص.md",
        "content/records/مجلد/نص.json",
    }
    assert runner.git("show", f"{request['head']}:content/originals/مجلد/نص.txt") == original.read_text(
        encoding="utf-8"
    )


def test_a_request_is_checked_and_can_be_opened_without_a_server(runner: Runner) -> None:
    check, bundle = runner.steps("check", "check")
    assert (check.code, bundle.code) == (0, 0), check.said + bundle.said
    assert (runner.root / "bundle/index.html").is_file()


def test_links_outside_are_asked_and_the_silent_ones_named(runner: Runner) -> None:
    silent = GOOD.replace("نص الخبر.", f"[هنا](http://127.0.0.1:9/x) و[هناك]({runner.site_url}/sitemap.xml)")
    with runner.changed("links", silent):
        for job in ("ask", "tell"):
            (step,) = runner.steps("links", job)
            assert step.code == 0, step.said
    (issue,) = [i for i in runner.state["issues"] if i["label"] == "links"]
    # Both are on this machine, which `links` asks nothing; which public addresses are silent is tested in test_report_links.py.
    assert "<http://127.0.0.1:9/x>" in issue["body"] and f"<{runner.site_url}/sitemap.xml>" in issue["body"]
    for job in ("ask", "tell"):
        runner.steps("links", job)
    assert not [i for i in runner.state["issues"] if i["label"] == "links" and i["open"]]
