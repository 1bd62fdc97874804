"""`git` and `gh`, GitHub's own program: both are on every runner and take their credentials from it; nothing here handles one."""

from __future__ import annotations

import subprocess


def run(*command: str, given: str = "") -> str:
    """Run a command with `given` as its input; return its output, or end the program with the error of a command that fails."""
    # The arguments go to the program as they are; no shell reads them.
    done = subprocess.run(  # noqa: S603
        command, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: {done.stderr.strip()}")
    return done.stdout
