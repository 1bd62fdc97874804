"""Apache Annotator as one script, from npm: kept in .warraq/ for the next run."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "annotator"
KEPT = Path(__file__).parents[2] / ".warraq" / "annotator"


class NoNpmError(Exception):
    """Why the script can't be made here."""


def script() -> str:
    """Give the script; a NoNpmError says why there is none."""
    sources = [FOLDER / name for name in ("package.json", "package-lock.json", "resolve.js")]
    made = KEPT / f"{sha256(b''.join(source.read_bytes() for source in sources)).hexdigest()[:16]}.js"
    if not made.is_file():
        npm = shutil.which("npm")
        if npm is None:
            raise NoNpmError("npm is not installed")
        KEPT.mkdir(parents=True, exist_ok=True)
        for source in sources:
            shutil.copy(source, KEPT)
        _run(npm, "ci", "--no-audit", "--no-fund")
        bundled = made.with_suffix(".new")
        _run(npm, "exec", "--", "esbuild", "resolve.js", "--bundle", "--format=iife", f"--outfile={bundled}")
        bundled.replace(made)
    return made.read_text(encoding="utf-8")


def _run(*command: str) -> None:
    done = subprocess.run(command, cwd=KEPT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NoNpmError(f"{' '.join(command[1:])} failed:\n{done.stdout}{done.stderr}")
