"""
The former site and the new one, exchanged by two renames.

A site is built in `output.new`, beside the old one. Then `output` becomes `output.old`, `output.new` becomes `output`, and
the old one is deleted. A program may be killed anywhere on the way: only a whole site is ever renamed,
so `output.old` without `output` means that `output.new` is whole.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def new(output: Path) -> Path:
    """Return the folder where the new site is built."""
    return output.with_name(f"{output.name}.new")


def old(output: Path) -> Path:
    """Return the folder of the former site while the two are exchanged."""
    return output.with_name(f"{output.name}.old")


def finish_interrupted(output: Path) -> bool:
    """Finish an interrupted exchange and delete a half-built site; return whether there was an exchange to finish."""
    interrupted = old(output).exists() and not output.exists()
    if interrupted:
        (new(output) if new(output).exists() else old(output)).rename(output)
    for leftover in (new(output), old(output)):
        if leftover.exists():
            shutil.rmtree(leftover)
    return interrupted


def exchange(output: Path) -> None:
    """Replace the former site by the new one, which is now whole."""
    if output.exists():
        output.rename(old(output))
    new(output).rename(output)
    shutil.rmtree(old(output), ignore_errors=True)
