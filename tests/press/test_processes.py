"""Processes are forked only where that is safe, and none outlives the one that forked it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from project import ROOT
from warraq import processes

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are spawned")
PROGRAM = """
import os, time
from warraq.processes import process_pool
pool = process_pool(1, int)
print(pool.submit(os.getpid).result(), flush=True)
pool.submit(time.sleep, 600).result()
"""


@LINUX
def test_a_process_with_several_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not processes.may_fork()
    finally:
        done.set()
        thread.join()


@LINUX
def test_a_forked_process_ends_with_the_one_that_forked_it() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, env=environment
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    state = Path(f"/proc/{child}/stat")
    for _ in range(600):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    pytest.fail("The forked process went on alone.")
