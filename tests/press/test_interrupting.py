"""Ctrl-C reaches every process of a terminal: the command that people started decides, those that work for it end with it."""

from __future__ import annotations

import os
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from project import ROOT, Project
from warraq.press import building

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a program is interrupted in another way there")
PROGRAM = """
import os, signal, sys, time
from warraq import processes
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background may ignore it
if __name__ == "__main__":
    processes.may_fork = lambda: sys.argv[1] == "fork"
    pool = processes.process_pool(2, int)
    for _ in range(20):
        pool.submit(time.sleep, 0.2)
    pool.submit(os.getpid).result()
    for _ in range(20):
        pool.submit(time.sleep, 600)
    try:
        print("at work", flush=True)
        time.sleep(600)
    except KeyboardInterrupt:
        time.sleep(0.2)
        print(len(pool._processes) == sum(each.is_alive() for each in pool._processes.values()), flush=True)
        if sys.argv[2] == "decides":
            processes.end_pool(pool)
        else:
            os._exit(3)
"""
INTERRUPT = """
import os, signal
from pelican import signals
signals.get_generators.connect(lambda *_: os.kill(os.getpid(), signal.SIGINT), weak=False)
"""


@pytest.mark.parametrize("way", ["fork", "spawn"])
@pytest.mark.parametrize("end", ["decides", "vanishes"])
def test_who_works_for_a_command_does_not_hear_ctrl_c_and_ends_with_it(tmp_path: Path, way: str, end: str) -> None:
    file = tmp_path / "program.py"
    file.write_text(PROGRAM, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    with subprocess.Popen(
        [sys.executable, str(file), way, end],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what keeps account of semaphores complains of a program that vanishes
        text=True,
        env=environment,
        start_new_session=True,
    ) as process:
        assert process.stdout and process.stdout.readline() == "at work\n"
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[0]  # whoever outlived the command would hold its output
    assert (said, process.returncode) == ("True\n", 0 if end == "decides" else 3)
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGKILL)
    pytest.fail("A process outlived the command.")


def test_an_interrupted_build_leaves_the_former_site_and_says_so(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.article("a")
    project.output.mkdir()
    (project.output / "index.html").write_text("former", "utf-8")
    with (project.root / "settings.py").open("a", encoding="utf-8") as file:
        file.write(INTERRUPT)
    done = subprocess.run(
        [sys.executable, "-m", "warraq", "press.building", *project.command()[3:]],
        cwd=project.root,
        env=project.environment(PYTHONPATH=str(ROOT / "plugins")),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "قُطع البناء. بقي الموقع السابق كما كان.\n")
    assert not (project.root / "output.new").exists()
    assert [each.name for each in project.output.iterdir()] == ["index.html"]


def test_a_build_that_was_interrupted_behind_the_exchange_says_that_the_new_site_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    project = Project.empty(tmp_path)
    monkeypatch.chdir(project.root)
    project.output.mkdir()

    def pelican(*_: object, **__: object) -> None:
        project.output.rename(project.root / "output.old")
        project.output.mkdir()
        os.kill(os.getpid(), signal.SIGINT)
        pytest.fail("It went on.")

    monkeypatch.setattr(runpy, "run_module", pelican)
    heard = signal.getsignal(signal.SIGINT)
    assert (building.main(), signal.getsignal(signal.SIGINT)) == (130, heard)
    assert capfd.readouterr().err == "قُطع البناء. كان الموقع الجديد قد اكتمل، وهو القائم الآن.\n"
