"""`serve` ends with the program that started it, in whatever way that is told to end: nothing stays at its port."""

from __future__ import annotations

import os
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

KILLS = int(os.environ.get("WARRAQ_KILLS", "12")) // 12
WAYS = [("serve", "SIGTERM"), ("review", "SIGHUP"), ("serve", "SIGINT")]
SECONDS = 3.0
"""After which a server has usually begun to build."""


def ports_in(log: Path) -> list[int]:
    return [int(port) for port in re.findall(r"http://127\.0\.0\.1:(\d+)/", log.read_text("utf-8"))]


def wait_for_ports(log: Path, process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for the two addresses or for the time to be up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and len(ports_in(log)) < 2 and process.poll() is None:
        time.sleep(0.05)


def is_free(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.skipif(sys.platform == "win32", reason="a program can't be asked to end there, only be killed")
@pytest.mark.parametrize("number", range(KILLS))
def test_a_signal_to_tasks_leaves_nothing_at_the_port(tmp_path: Path, number: int) -> None:
    """`WARRAQ_KILLS=240` sends one of three signals at 20 moments; the first comes when the server is there."""
    task, name = WAYS[number % len(WAYS)]
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
        wait_for_ports(log, process, SECONDS * number / KILLS if number else 60)
        process.send_signal(getattr(signal, name))
        code = process.wait(30)
    finally:
        process.kill()
    ports = ports_in(log)
    assert all(map(is_free, ports))
    assert number or (code, len(ports)) == (0, 2), log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8") or number
    with pytest.raises(ProcessLookupError):  # its session is empty: no build, no server, no process of theirs
        os.killpg(process.pid, 0)
