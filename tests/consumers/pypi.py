"""
Programs of PyPI that are too heavy for every developer: of pinned versions, kept in .warraq/ for the next run.

A folder has a `requirements.txt` with hashes, made of its `requirements.in` (its head says how), and scripts of ours, which its own Python runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from consumers.npm import NoNpmError, run

KEPT = Path(__file__).parents[2] / ".warraq" / "pypi"


class NoPackagesError(Exception):
    """Why the programs can't be had here."""


def python_of(folder: Path) -> Path:
    """Give a Python that has what the folder's lock names; a NoPackagesError says why there is none."""
    lock = folder / "requirements.txt"
    state = sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:16]
    kept = KEPT / f"{folder.name}-{state}"
    python = kept / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = kept / ".done"
    if not done.is_file():
        shutil.rmtree(kept, ignore_errors=True)
        try:
            run(sys.executable, "-m", "venv", str(kept), cwd=folder)
            run(str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock), cwd=folder)
        except NoNpmError as error:
            raise NoPackagesError(str(error)) from error
        done.touch()
    return python


def ran(folder: Path, script: str, *arguments: str, said: str = "", **environment: str) -> str:
    """Run a script of the folder with a text on its standard input; give what it printed."""
    done = subprocess.run(
        [python_of(folder), folder / script, *arguments],
        input=said,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
