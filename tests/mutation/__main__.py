"""
How many small faults the tests of a room notice: `python3 tasks.py mutate --room ROOM`.

mutmut changes the code in one place after another (a mutant), and runs the tests that reach the place. A mutant that no test
fails for survives: either the test is missing, or the code says the same in two ways. The score is the share that was caught.

mutmut wants the package below `src/` and writes beside it, so that it works on a copy, `.warraq/mutation/`. It makes some ten
thousand mutants: a sample of them, drawn by a fixed seed from their sorted names, takes minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "changes": (["src/warraq/repair/changes.py", "src/warraq/archive/change.py"], ["tests/repair", "tests/archive"]),
    "engine": (["src/warraq/repair/engine.py"], ["tests/repair"]),
    "edition": (["src/warraq/edition/*"], ["tests/edition", "tests/pages"]),
    "archive": (["src/warraq/archive/*"], ["tests/archive", "tests/edition"]),
}
"""The files of each room, and the tests that promise something of them."""
SLOW = (
    "tests/repair/test_bad_input.py",
    "tests/repair/test_bench.py",
    "tests/repair/test_corpus.py",
    "tests/repair/page",
)
"""Left out: they repair long texts and many, reach every line, and would run for every mutant."""
COPIED = ("tests", "theme", "content", "docs", "tasks.py", "pelicanconf.py", "publishconf.py", "README.md")
SEED = 12
NONE = "no-mutant-has-this-name"
"""mutmut makes all mutants and learns which tests reach which before it refuses this: the names to draw from."""
SURVIVED = {"survived", "no tests"}
CAUGHT = {"killed", "timeout", "segfault", "suspicious"}

SETTINGS = """
[tool.pytest.ini_options]
pythonpath = ["src", "tests"]
addopts = ["--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:randomly"]
markers = ["browser: left out here"]

[tool.mutmut]
source_paths = ["src"]
only_mutate = {files}
also_copy = {copied}
pytest_add_cli_args = {options}
pytest_add_cli_args_test_selection = {tests}
track_dependencies = false
timeout_multiplier = 1.0
"""


def lay_out(project: Path, copy: Path, files: list[str], tests: list[str]) -> None:
    """Copy a project so that mutmut finds its package: below `src/`."""
    shutil.rmtree(copy, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    shutil.copytree(project / "plugins" / "warraq", copy / "src" / "warraq", ignore=ignored)
    shutil.copytree(project / "plugins" / "warraq", copy / "plugins" / "warraq", ignore=ignored)  # for other processes
    for name in COPIED:
        if (project / name).is_dir():
            shutil.copytree(project / name, copy / name, ignore=ignored)
        else:
            shutil.copy(project / name, copy / name)
    options = ["-m", "not browser", *(f"--ignore={test}" for test in SLOW)]
    settings = SETTINGS.format(files=files, tests=tests, options=options, copied=["plugins", *COPIED])
    (copy / "pyproject.toml").write_text(settings, encoding="utf-8")


def mutmut(copy: Path, *arguments: str, refused: str = "") -> str:
    """Run mutmut in the copy, and give what it printed; `refused`: the reason for which it may fail."""
    environment = os.environ | {"PYTHONUTF8": "1", "WARRAQ_EXAMPLES": "25"}
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and not (refused and refused in done.stderr):
        sys.exit(f"mutmut {arguments[0]} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def results(copy: Path) -> dict[str, str]:
    """Give each mutant's name and what became of it."""
    lines = (line.strip().rpartition(": ") for line in mutmut(copy, "results", "--all", "true").splitlines())
    return {name: state for name, _, state in lines if "__mutmut_" in name}


def measure(project: Path, copy: Path, room: str, sample: int, workers: int) -> tuple[int, int]:
    """Print a room's score and its survivors; give how many of how many mutants were caught."""
    lay_out(project, copy, *ROOMS[room])
    mutmut(copy, "run", "--max-children", str(workers), NONE, refused="nothing matches")
    names = sorted(results(copy))
    drawn = sorted(random.Random(SEED).sample(names, min(sample, len(names))) if sample else names)
    mutmut(copy, "run", "--max-children", str(workers), *drawn)
    known = results(copy)
    states = {name: known[name] for name in drawn}
    caught = sum(state in CAUGHT for state in states.values())
    survivors = [name for name, state in states.items() if state in SURVIVED]
    print(
        f"{room}: {caught} of {len(drawn)} mutants were caught ({caught / max(1, len(drawn)):.1%}); {len(names)} exist"
    )
    for name in survivors:
        print(f"\n{name}: {states[name]}\n{mutmut(copy, 'show', name)}")
    return caught, len(drawn)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 tasks.py mutate", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=[], help=", ".join(ROOMS))
    parser.add_argument("--sample", type=int, default=150, help="mutants of each room; 0: all of them")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--project", type=Path, default=ROOT, help="another checkout of Warraq")
    options = parser.parse_args()
    for room in options.rooms:
        if room not in ROOMS:
            sys.exit(f"There is no room {room!r} here: {', '.join(ROOMS)}.")
    if not hasattr(os, "fork"):
        sys.exit("mutmut needs fork(), which this system does not have: use Linux, macOS or WSL.")
    for room in options.rooms or ROOMS:
        measure(options.project, ROOT / ".warraq" / "mutation" / room, room, options.sample, options.workers)


if __name__ == "__main__":
    main()
