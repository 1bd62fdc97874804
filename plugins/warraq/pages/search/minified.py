"""
The browser's modules as sites have them: those of `modules.assembled()`, shorter. Terser (BSD-2-Clause) makes them so.

A site is built without Node: `published/` stands in the repository, and its `made-from` says of which modules it was made. `python3 tasks.py minify`
makes it anew; a test and `python3 tasks.py lint` say when that was forgotten.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from .modules import PUBLISHED, SEAM, assembled

MINIFY = Path(__file__).with_name("minify.mjs")
MADE_FROM = PUBLISHED / "made-from"
ABOUT = "// Search in this archive: docs/search.md has what this gives. Made of plugins/warraq/pages/search/browser by `python3 tasks.py minify`.\n"
FORGOTTEN = "The modules of the search were changed: python3 tasks.py minify"


def digest(modules: dict[str, str]) -> str:
    """Give the SHA-256 of modules, in hexadecimal."""
    return hashlib.sha256(json.dumps(modules, sort_keys=True).encode()).hexdigest()


def minified(modules: dict[str, str]) -> dict[str, bytes]:
    """
    Give modules with nothing in them that only people read.

    It needs Node 20, and Terser as `package-lock.json` has it. Raise `subprocess.CalledProcessError` where a module is no JavaScript.
    """
    node = shutil.which("node") or "node"
    done = subprocess.run(  # noqa: S603 - Node, and a module of ours
        [node, str(MINIFY)], input=json.dumps(modules).encode(), stdout=subprocess.PIPE, check=True
    )
    return {name: f"{ABOUT if name == SEAM else ''}{text}\n".encode() for name, text in json.loads(done.stdout).items()}


def publish() -> None:
    """Write `published/` anew."""
    modules = assembled()
    made = minified(modules)
    PUBLISHED.mkdir(exist_ok=True)
    for path in PUBLISHED.iterdir():
        path.unlink()
    for name, data in made.items():
        (PUBLISHED / name).write_bytes(data)
    MADE_FROM.write_text(f"{digest(modules)}\n", "utf-8", newline="\n")


def is_published() -> bool:
    """Say whether `published/` has what Terser makes of the modules, byte for byte."""
    return {path.name: path.read_bytes() for path in PUBLISHED.glob("*.js")} == minified(assembled())


if __name__ == "__main__":
    if sys.argv[1:] != ["--check"]:
        publish()
    elif not is_published():
        sys.exit(FORGOTTEN)
