"""
An installed package, tried as its users have it: `python3 tasks.py package --trial`.

Two environments that know nothing of this repository: a bare one, in which the package alone is installed, and one with `warraq[site]`, where an
archive is made and built. What they are asked stands in `in_bare.py` and `in_full.py`; both run on Linux, macOS and Windows.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).parent
DIST = HERE.parents[1] / "dist"


def python_of(home: Path) -> Path:
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def run(*command: str | Path, folder: Path) -> str:
    """Run a program that finds no module of this repository; end with what it said where it fails."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "WARRAQ_LANGUAGE")}
    given = clean | {"PYTHONUTF8": "1"}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def environment(home: Path, wanted: str) -> Path:
    """Make an environment with a package installed; return its Python."""
    venv.create(home, with_pip=True)
    python = python_of(home)
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted, folder=home)
    return python


def try_out(wheel: Path, folder: Path) -> tuple[str, str]:
    """Try a wheel in two new environments; give what both said."""
    bare = environment(folder / "bare", str(wheel))
    full = environment(folder / "full", f"warraq[site] @ {wheel.as_uri()}")
    said = run(bare, "-I", HERE / "in_bare.py", folder=folder), run(full, "-I", HERE / "in_full.py", folder=folder)
    for python in (bare, full):
        program = python.with_name("warraq.exe" if sys.platform == "win32" else "warraq")
        run(program, "--help" if python == full else "repair", *(() if python == full else ("--help",)), folder=folder)
    return said


def main() -> int:
    """Try the wheel of dist/; return the exit code."""
    wheels = sorted(DIST.glob("warraq-*.whl"))
    if len(wheels) != 1:
        sys.exit(f"{DIST} has {len(wheels)} wheels, and one is tried: python3 tasks.py package")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for said in try_out(wheels[0], Path(folder)):
            print(said, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
