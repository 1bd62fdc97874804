"""
The former site and the new one, exchanged by two renames.

A site is built in `output.new`, beside the old one. Then `output` becomes `output.old`, `output.new` becomes `output`, and
the old one is deleted. A program killed anywhere on the way leaves enough to know what is meant: only a whole site is ever renamed,
so `output.old` without `output` says that `output.new` is whole.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def new(output: Path) -> Path:
    """Where the new site is built."""
    return output.with_name(f"{output.name}.new")


def old(output: Path) -> Path:
    """Where the former site stands while the two are exchanged."""
    return output.with_name(f"{output.name}.old")


def finish_interrupted(output: Path) -> bool:
    """Finish an exchange that was interrupted, and clear away a site half built; True where an exchange was finished."""
    interrupted = old(output).exists() and not output.exists()
    if interrupted:
        (new(output) if new(output).exists() else old(output)).rename(output)
    for leftover in (new(output), old(output)):
        if leftover.exists():
            shutil.rmtree(leftover)
    return interrupted


def exchange(output: Path) -> None:
    """Put the new site, now whole, in the place of the former one."""
    if output.exists():
        output.rename(old(output))
    new(output).rename(output)
    shutil.rmtree(old(output), ignore_errors=True)
