"""
Programs of npm, of pinned versions, kept in .warraq/ for the next run.

A folder with `package.json`, `package-lock.json` and scripts of ours is copied there once for each of its states, and `npm ci` fetches
what the lock names. The folder is never written to.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pytest

KEPT = Path(__file__).parents[2] / ".warraq" / "npm"
DONE = ".done"
"""Stands where everything was fetched."""


class NoNpmError(Exception):
    """Why the programs can't be had here."""


def fetched(folder: Path) -> Path:
    """Give the copy of a folder that has its node_modules; a NoNpmError says why there is none."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoNpmError("npm is not installed")
    files = sorted(file for file in folder.iterdir() if file.is_file())
    state = sha256(b"\0".join(file.name.encode() + b"\0" + file.read_bytes() for file in files)).hexdigest()[:16]
    kept = KEPT / f"{folder.name}-{state}"
    if not (kept / DONE).is_file():
        shutil.rmtree(kept, ignore_errors=True)
        fresh = KEPT / f"{folder.name}-{state}.{os.getpid()}"
        fresh.mkdir(parents=True)
        for file in files:
            shutil.copy(file, fresh)
        run(npm, "ci", "--no-audit", "--no-fund", cwd=fresh)
        (fresh / DONE).touch()
        try:
            fresh.rename(kept)
        except OSError:  # another worker was quicker
            shutil.rmtree(fresh, ignore_errors=True)
    return kept


def bundled(folder: Path, script: str) -> str:
    """Give a script of the folder with all that it imports as one script for a page; the folder's lock has esbuild."""
    kept = fetched(folder)
    made = kept / f"{Path(script).stem}.bundle.js"
    if not made.is_file():
        fresh = made.with_suffix(f".{os.getpid()}")
        run("npm", "exec", "--", "esbuild", script, "--bundle", "--format=iife", f"--outfile={fresh}", cwd=kept)
        fresh.replace(made)
    return made.read_text(encoding="utf-8")


def node(folder: Path, script: str, said: str = "") -> str:
    """Run a script of the folder by Node with a text on its standard input; give what it printed."""
    return run("node", script, cwd=fetched(folder), said=said)


def run(*command: str, cwd: Path, said: str = "") -> str:
    """Run a program; a NoNpmError has what it said where it failed."""
    if shutil.which(command[0]) is None:
        raise NoNpmError(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=cwd, input=said, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NoNpmError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def absent(why: object) -> NoReturn:
    """Say aloud that a consumer was not run: under CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"NOT RUN: {why}", pytrace=False)
    pytest.skip(f"NOT RUN: {why}")
