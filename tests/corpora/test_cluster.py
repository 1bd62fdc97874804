"""
A cluster of Dask as people have it, `dask scheduler` and `dask worker`, and programs that are killed: `python3 tasks.py audit`.

The bytes are those of a run on one core that nobody disturbed.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpora.making import TEXTS, json_lines
from project import ROOT

pytestmark = [
    pytest.mark.skipif("WARRAQ_CONSUMERS" not in os.environ, reason="`python3 tasks.py audit` runs it"),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals"),
]
POISONED = tuple(range(300, 3000, 270))
ROWS = [
    {"text": "POISON kill" if at in POISONED else f"{TEXTS[at % 4]} {at} {at * 7} {at * 31}", "url": f"https://n{at % 7}.example/{at}"}
    for at in range(3000)
]  # fmt: skip


def environment() -> dict[str, str]:
    paths = [str(ROOT / "plugins"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of this Python in a group of its own; end all of the group at last."""
    process = subprocess.Popen(
        [sys.executable, "-m", *words], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def corpus(out: Path, poison: str, *words: str) -> tuple[str, ...]:
    return "warraq", "corpus", str(out.parent / "rows.jsonl"), str(out), "--with", poison, "--lang", "en", *words


def pieces(out: Path) -> int:
    """Count the pieces of a run that are done."""
    return len(list(out.with_name(f"{out.name}.unfinished").glob("pieces/*/*.parquet")))


def wait_for(fact: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.05)


def digest(out: Path) -> list[str]:
    files = [
        *sorted(out.iterdir()),
        out.with_name(f"{out.name}.summary.json"),
        out.with_name(f"{out.name}.set-aside.jsonl"),
    ]
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


@pytest.fixture
def undisturbed(tmp_path: Path, poison: str) -> Path:
    """Repair the rows on one core; each row that ends its process is named."""
    (tmp_path / "rows.jsonl").write_bytes(json_lines(ROWS))
    out = tmp_path / "undisturbed.parquet"
    with running(*corpus(out, poison, "--workers", "1")) as process:
        said = process.communicate(timeout=300)[1].decode()
    assert process.returncode == 1
    named = re.findall(r"rows\.jsonl:(\d+): The row ended the process", said)
    assert [int(line) - 1 for line in named] == list(POISONED)
    return out


def test_two_workers_of_a_cluster_one_of_which_is_killed_give_the_same_bytes(
    undisturbed: Path, tmp_path: Path, poison: str
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, out = f"tcp://127.0.0.1:{port}", tmp_path / "cluster.parquet"
    scheduler = "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"
    worker = "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"
    local = "--local-directory", str(tmp_path)
    with (
        running(*scheduler),
        running(*worker, *local) as first,
        running(*worker, *local),
        running(*corpus(out, poison, "--scheduler", address)) as command,
    ):
        wait_for(lambda: pieces(out) >= 1)
        first.kill()
        command.communicate(timeout=300)
    assert command.returncode == 1
    assert digest(out) == digest(undisturbed)


def test_a_run_that_is_killed_with_all_its_workers_goes_on_to_the_same_bytes(
    undisturbed: Path, tmp_path: Path, poison: str
) -> None:
    out = tmp_path / "killed.parquet"
    for number in (1, 3):
        with running(*corpus(out, poison, "--workers", "2")) as process:
            wait_for(lambda number=number: pieces(out) >= number)  # type: ignore[misc]
            os.killpg(process.pid, signal.SIGKILL)
    assert not out.exists()
    with running(*corpus(out, poison, "--workers", "2")) as process:
        process.communicate(timeout=300)
    assert process.returncode == 1
    assert digest(out) == digest(undisturbed)


def test_ctrl_c_while_workers_begin_ends_a_run_too(tmp_path: Path, poison: str) -> None:
    (tmp_path / "rows.jsonl").write_bytes(json_lines(ROWS))
    out = tmp_path / "interrupted.parquet"
    with running(*corpus(out, poison, "--workers", "1")) as process:
        assert process.stderr is not None and b"rows.jsonl" in process.stderr.readline()  # workers are begun next
        wait_for((out.with_name("interrupted.parquet.unfinished") / "state").exists)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130
    assert said == "Interrupted. The same command goes on where it stopped.\n"


def test_ctrl_c_ends_a_run_with_one_line(tmp_path: Path, poison: str) -> None:
    (tmp_path / "rows.jsonl").write_bytes(json_lines(ROWS))
    out = tmp_path / "interrupted.parquet"
    with running(*corpus(out, poison, "--workers", "1")) as process:
        wait_for(lambda: pieces(out) >= 1)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "Interrupted. The same command goes on where it stopped."
    assert "Traceback" not in said
