"""A repository that was made from the template becomes a newer release: two real repositories of git, an older release and a newer one."""

from __future__ import annotations

import contextlib
import shutil
import sys
from pathlib import Path

import pytest

from git_here import SETTINGS, git
from warraq.desk.upgrading import __main__ as upgrading

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
OLD = {
    ".gitignore": ".warraq/\n",
    "tasks.py": "one\ntwo\nthree\n",
    "theme/static/css/style.css": ":root{--accent:blue}\n\n\n\n.a{}\n",
    "theme/templates/old.html": "old",
    "plugins/warraq/code.py": "x = 1\n",
    "docs/guide.md": "guide 1\n",
    "pelicanconf.py": "A = 1\nB = 1\nC = 1\n",
    "content/site.yaml": "name: example\n",
    "content/articles/example.md": "example 1",
    "content/schema.json": "{}",
}
NEW = {
    **OLD,
    "tasks.py": "one\ntwo\nthree\nfour\n",
    "theme/static/css/style.css": ":root{--accent:blue}\n\n\n\n.a{color:red}\n",
    "theme/templates/new.html": "new",
    "plugins/warraq/code.py": "x = 2\n",
    "docs/guide.md": "guide 2\n",
    "content/articles/example.md": "example 2",
    "content/articles/other.md": "another",
    "content/schema.json": '{"new": true}',
}
del NEW["theme/templates/old.html"]


def release(repository: Path, files: dict[str, str], tag: str) -> None:
    for old in git(repository, "-c", "core.quotePath=false", "ls-files").split():
        (repository / old).unlink()
    for name, text in files.items():
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text, "utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", tag)
    git(repository, "tag", tag)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the template, and a repository as «Use this template» does, in which somebody has worked; each test has a copy."""
    here = tmp_path_factory.mktemp("made")
    for name in ("template", "archive"):
        (here / name).mkdir()
        git(here / name, "init", "-q")
    release(here / "template", {"tasks.py": "none\n"}, "v0.9.0")
    release(here / "template", OLD, "v1.0.0")
    release(here / "template", NEW, "v1.10.0")
    release(here / "template", {**NEW, "tasks.py": "unreleased\n"}, "draft")
    release(here / "archive", OLD, "begun")
    release(here / "archive", {**OLD, **MINE}, "work")
    with (here / "archive/.git/config").open("a") as config:
        config.write("[user]\nname = Amal\nemail = amal@example.org\n[commit]\ngpgsign = false\n")
    return here


@pytest.fixture
def template(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made / "template", tmp_path / "template")


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made / "archive", tmp_path / "archive")


MINE = {
    "content/site.yaml": "name: أرشيفي\n",
    "content/articles/مادة.md": "مادتي",
    "theme/static/css/style.css": ":root{--accent:green}\n\n\n\n.a{}\n",
}


def run(archive: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    monkeypatch.setattr(sys, "argv", ["upgrade", *words])
    with contextlib.chdir(archive):
        return upgrading.main()


def state(archive: Path) -> dict[str, str]:
    names = git(archive, "-c", "core.quotePath=false", "ls-files").splitlines()
    return {name: (archive / name).read_text("utf-8") for name in names}


def test_code_and_theme_are_replaced_and_content_and_own_changes_stay(
    template: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(archive)
    assert run(archive, monkeypatch, str(template)) == 0
    now = state(archive)
    mark = now.pop(".warraq-release")
    wanted = {**NEW, **MINE, "content/articles/example.md": "example 1"}
    wanted["theme/static/css/style.css"] = ":root{--accent:green}\n\n\n\n.a{color:red}\n"
    del wanted["content/articles/other.md"]
    assert now == wanted and "release: v1.10.0" in mark
    said = capsys.readouterr().out
    assert said.startswith("From v1.0.0 to v1.10.0. Files replaced: 6. content/ is as it was.\n")
    assert "Your own changes stay, and the release's were put beside them: theme/static/css/style.css." in said
    assert (
        git(archive, "status", "--porcelain") == ""
        and git(archive, "log", "-1", "--format=%s") == "Upgrade to v1.10.0\n"
    )
    assert run(archive, monkeypatch) == 0
    assert capsys.readouterr().out == "v1.10.0 is the newest release, and is here already.\n"
    git(archive, "revert", "--no-edit", "HEAD")
    assert state(archive) == before


def test_the_next_upgrade_knows_the_last_one(
    template: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(archive, monkeypatch, str(template)) == 0
    release(template, {**NEW, "plugins/warraq/code.py": "x = 3\n"}, "v2.0")
    capsys.readouterr()
    assert run(archive, monkeypatch) == 0
    assert capsys.readouterr().out.startswith("From v1.10.0 to v2.0. Files replaced: 1.")
    assert (archive / "plugins/warraq/code.py").read_text("utf-8") == "x = 3\n"


def test_conflicts_are_named_what_was_deleted_stays_deleted_and_git_undoes_it(
    template: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    release(
        archive,
        {**{k: v for k, v in OLD.items() if k != "docs/guide.md"}, **MINE, "plugins/warraq/code.py": "x = 9\n"},
        "more",
    )
    before = state(archive)
    assert run(archive, monkeypatch, str(template)) == 1
    said = capsys.readouterr().err
    assert "You and the release changed the same lines: plugins/warraq/code.py." in said
    assert "Deleted here, so they stay deleted: docs/guide.md." in said
    assert "<<<<<<<" in (archive / "plugins/warraq/code.py").read_text("utf-8")
    assert not (archive / "docs/guide.md").exists()
    assert (archive / "theme/templates/new.html").is_file()
    (archive / "plugins/warraq/code.py").write_text("x = 9\n", "utf-8")
    git(archive, "add", "-A")
    git(archive, "commit", "-q", "--no-edit")
    assert git(archive, "log", "-1", "--format=%s").strip() == "Upgrade to v1.10.0"
    git(archive, "reset", "-q", "--hard", "HEAD~1")
    assert state(archive) == before and not (archive / "theme/templates/new.html").exists()


def test_a_beginning_with_other_articles_is_known_by_its_files(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "from-zip"
    made.mkdir()
    git(made, "init", "-q")
    for name, value in (setting.split("=") for setting in SETTINGS):
        git(made, "config", name, value)
    release(made, {**OLD, **MINE}, "begun")
    assert run(made, monkeypatch, str(template), "--preview") == 0
    assert capsys.readouterr().out.splitlines()[0] == "From v1.0.0 to v1.10.0: files that the release changed: 6."
    assert git(made, "status", "--porcelain") == ""


def test_what_can_not_be_upgraded_is_told_and_nothing_is_written(
    template: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*words: str) -> str:
        before = git(archive, "rev-parse", "HEAD")
        assert run(archive, monkeypatch, *words) == 1
        assert git(archive, "rev-parse", "HEAD") == before
        return capsys.readouterr().err

    assert refused().startswith("Say where the template is")
    assert refused(str(archive.parent / "nowhere")).startswith("Git refused: ")
    assert refused(str(template), "--to", "v9").startswith("Git refused: v9?")
    (archive / "theme/templates/new.html").write_text("mine")
    assert "not in git: theme/templates/new.html." in refused(str(template))
    (archive / "tasks.py").write_text("changed")
    assert refused(str(template)).startswith("Something is not committed yet.")


def test_a_fork_is_known_by_the_history_that_it_shares(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "clone", "-q", str(template), "fork")
    fork = tmp_path / "fork"
    git(fork, "checkout", "-q", "-B", "main", "v1.0.0")
    assert run(fork, monkeypatch, str(template), "--preview") == 0
    assert capsys.readouterr().out.startswith("From v1.0.0 to v1.10.0: ")
