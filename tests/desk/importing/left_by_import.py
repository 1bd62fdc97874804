"""What an import left: the rows and the page of its report, the front matter of its articles."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import yaml

from desk.conftest import Desk


def page_of_report(desk: Desk) -> str:
    return (desk.root / "import-report.html").read_text("utf-8")


def rows(desk: Desk) -> list[dict[str, str]]:
    return list(csv.DictReader((desk.root / "import-report.csv").read_text("utf-8-sig").splitlines()))


def front(file: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.load(file.read_text("utf-8").split("---\n")[1], yaml.BaseLoader)
    return values
