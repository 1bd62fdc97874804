"""`tasks.py` as a module that installs nothing, a small archive with all that one has, and a folder of pages that is served."""

from __future__ import annotations

import subprocess
import venv
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from press.running import of_site, running
from press.served_folder import PAGE, Site
from press.told_of_files import DAY
from project import Project
from tasks_module import tasks_module
from warraq.press import new_articles
from warraq.press.checking import check_archive
from warraq.press.serving import BuildState


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """tasks.py with a root of its own, where nothing is installed, and in English."""
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    module = tasks_module()
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / lock).write_text(lock)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which locks were installed, in order; nothing really is."""
    installed: list[str] = []

    def call(command: list[str], **_: object) -> int:
        installed.append(Path(command[-1]).name)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(venv, "create", lambda home, **_: (Path(home) / "bin").mkdir(exist_ok=True))
    return installed


@pytest.fixture
def archive(project: Project) -> Project:
    """Make an archive of three articles, one of them of an original, and an original that waits for its article."""
    project.write("originals/a.txt", "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا.\n")
    project.write("vocabulary/words.yaml", "SCO:\n  scheme: organisation\n  pref_label: {ar: منظمة شنغهاي}\n")
    new = check_archive(project.content, DAY, repairing=True).new
    new_articles.write_new(new, project.root / ".warraq")
    project.write("originals/waiting.txt", "عنوان آخر هنا\nقال الوزير إن الاجتماع الآخر كان ناجحا.\n")
    project.article("one", body="قال. [رابط]({filename}two.md#heading-x)")
    project.article("two", body="## x\n\nنص.", title="عنوان ثان")
    return project


@pytest.fixture
def site(project: Project) -> Iterator[Site]:
    for name, text in {
        "index.html": PAGE,
        "404.html": "<body>لا صفحة</body>",
        "articles/خبر/index.html": PAGE.replace("صفحة", "خبر"),
        "articles/خبر/original.txt": "نص </body>",
        "data/index.json": "{}",
        "theme/app.js": "1",
        "no-body.html": "<p>x",
    }.items():
        file = project.output / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (project.output / "theme/picture.png").write_bytes(b"\x89PNG")
    state = BuildState(project.output, "en")
    with running(of_site(project.output, state)) as server:
        yield Site(project.output, state, server.server_port)
