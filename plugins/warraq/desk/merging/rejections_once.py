"""
Texts that two editors threw out, each on a day of their own.

Git puts the lines of both into `content/rejected.yaml`, one below the other (`merge=union` in `.gitattributes`), and YAML has no key twice. The
earlier day stays.
"""

from __future__ import annotations

import re

LINE = re.compile(rb"""["']?(sha256:[0-9a-f]{64})["']?[ \t]*:[ \t]*["']?([0-9-]*)""")


def each_once(data: bytes) -> bytes:
    """Give the bytes of the file with one line for each text."""
    best: dict[bytes, tuple[bytes, int]] = {}
    lines = data.split(b"\n")
    for number, line in enumerate(lines):
        if found := LINE.match(line):
            best[found[1]] = min(best.get(found[1], (found[2], number)), (found[2], number))
    kept = {number for _, number in best.values()}
    return b"\n".join(line for number, line in enumerate(lines) if number in kept or not LINE.match(line))
