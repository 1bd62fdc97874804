"""
Where the files stand that come with the code: in a clone beside `plugins/`, in an installed package within it.

A wheel has the theme, the tasks and what a new archive begins with as data of the package (`pyproject.toml`, `force-include`).
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
IS_INSTALLED = (PACKAGE / "theme").is_dir()
CLONE = PACKAGE.parents[1]
"""Means something where nothing is installed."""
THEME = (PACKAGE if IS_INSTALLED else CLONE) / "theme"
TEMPLATE = PACKAGE / "template" if IS_INSTALLED else CLONE
"""The files that a new archive begins with."""
SAMPLE = (PACKAGE if IS_INSTALLED else CLONE) / "sample"
"""Made-up texts, for whoever has none yet."""
TASKS = (PACKAGE if IS_INSTALLED else CLONE) / "tasks.py"
"""The commands."""
