"""`python -m warraq.desk.bench [FILES]`: make that many files (2,000), import them, and report time and memory."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .files import make

ROOT = Path(__file__).parents[4]
MOST_SECONDS = 240
MOST_MEGABYTES = 1024
PROCESSES = 2


def main() -> int:
    """Measure; give 1 if the import failed or went over a limit of time or memory."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        project, place = Path(folder, "project"), Path(folder, "pages")
        shutil.copytree(ROOT / "content" / "vocabulary", project / "content" / "vocabulary")
        shutil.copy(ROOT / "content" / "site.yaml", project / "content")
        made = make(place, files)
        print(f"made: {made}", flush=True)
        command = [sys.executable, "-m", "warraq.desk.importing", str(place), "--processes", str(PROCESSES)]
        started = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, cwd=project, env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "plugins")}
        )
        most = 0.0
        while process.poll() is None:
            most = max(most, _megabytes(process.pid))
            time.sleep(0.2)
        seconds = time.monotonic() - started
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{files} files in {seconds:.1f} s with {PROCESSES} processes; {files / seconds:.0f} a second")
    print(f"memory of all its processes: {most:.0f} MB at most; of the largest one: {largest:.0f} MB")
    return int(process.returncode != 0 or (files <= 2000 and seconds > MOST_SECONDS) or most > MOST_MEGABYTES)


def _megabytes(pid: int) -> float:
    """Add up the proportional set sizes of a process and its children, in megabytes (Linux; elsewhere 0)."""
    total = 0.0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
    except OSError:
        return total
    return total + sum(_megabytes(int(child)) for child in children)


if __name__ == "__main__":
    sys.exit(main())
