"""
Links of the file system that lead out of content/.

What lies in content/ is published, an original byte for byte. A link that came with somebody's change (`originals/a.txt` → `/proc/self/environ`)
would publish what the machine that builds keeps to itself, so it is an error, and never read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def find_links_out(content: Path) -> Iterator[Path]:
    """Find the links below `content` to what does not lie below it; hidden ones, such as the locks of editors' programs, are not read anyway."""
    root = Path(os.path.realpath(content))
    for folder, folders, files in os.walk(content):
        for name in (*folders, *files):
            path = os.path.join(folder, name)  # noqa: PTH118 - of ten thousand files, as strings
            hidden = name.startswith((".", "~"))
            if not hidden and os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root):  # noqa: PTH114
                yield Path(path)
