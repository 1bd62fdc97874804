"""`serve` ends with the program that started it, in whatever way that is told to end: nothing stays at its port."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from project import ROOT, Project


def until_it_serves(log: Path, process: subprocess.Popen[bytes]) -> list[int]:
    """Wait for the two addresses, and return their ports."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        if len(ports := re.findall(r"http://127\.0\.0\.1:(\d+)/", log.read_text("utf-8"))) == 2:
            return [int(port) for port in ports]
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))


def is_free(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.skipif(sys.platform == "win32", reason="a program can't be asked to end there, only be killed")
@pytest.mark.parametrize(("task", "name"), [("serve", "SIGTERM"), ("serve", "SIGINT"), ("review", "SIGHUP")])
def test_a_signal_to_tasks_leaves_nothing_at_the_port(tmp_path: Path, task: str, name: str) -> None:
    project = Project.empty(tmp_path)
    for file in ("tasks.py", "pelicanconf.py"):
        shutil.copy(ROOT / file, tmp_path)
    for link, place in {".venv": Path(sys.prefix), "plugins": ROOT / "plugins", "theme": ROOT / "theme"}.items():
        (tmp_path / link).symlink_to(place)
    log = tmp_path / "log.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "tasks.py", task, "--port", "0"],
            cwd=tmp_path,
            env=project.environment(PYTHONUNBUFFERED="1"),
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        ports = until_it_serves(log, process)
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == 0
    finally:
        process.kill()
    assert all(map(is_free, ports))
    assert "Traceback" not in log.read_text("utf-8")
