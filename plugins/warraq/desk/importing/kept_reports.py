"""
The reports of all imports: the newest at the head of the project, each under a number of its own in `import-reports/`.

Who imported a second folder still has to work through what the first one left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.shown_path import shown_path

FOLDER = "import-reports"
KEPT = re.compile(r"(\d{3,9})-(.*)\.html", re.DOTALL)
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*%#\s]+|\.+$|^\.+')
"""What a file's name can't hold on every system, or what an address would need escapes for."""
LONGEST = 40
"""Code points of the place that was imported, in a report's name."""


@dataclass(frozen=True, slots=True)
class KeptReport:
    """An earlier report."""

    file: str
    """The name of its page in `import-reports/`."""
    number: int
    place: str
    """What was imported."""


def kept_reports(project: Path) -> tuple[KeptReport, ...]:
    """Give the reports that are kept, the newest first."""
    folder = project / FOLDER
    found = [
        KeptReport(file.name, int(named[1]), named[2])
        for file in (folder.iterdir() if folder.is_dir() else ())
        if (named := KEPT.fullmatch(file.name)) and file.is_file()
    ]
    return tuple(sorted(found, key=lambda kept: (-kept.number, kept.file)))


def next_report(kept: tuple[KeptReport, ...], place: str) -> str:
    """Give the name of the next report, without an ending."""
    said = NOT_IN_NAMES.sub("-", shown_path(place))[:LONGEST].strip("-. ")
    return f"{kept[0].number + 1 if kept else 1:03}-{said or 'import'}"
