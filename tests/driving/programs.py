"""Programs that live as long as a block of a test."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from driving.tab import PATIENCE


@contextmanager
def running(*command: str, tells: int | None = None, environment: Mapping[str, str] | None = None) -> Iterator[None]:
    """Run a program; `tells` is a pipe that it may write to."""
    process = subprocess.Popen(
        command,
        env=os.environ | dict(environment or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=() if tells is None else (tells,),
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


@contextmanager
def folder(**files: str) -> Iterator[Path]:
    """Make a folder of its own for a program, with files in it by their paths."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        root = Path(made)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        yield root
