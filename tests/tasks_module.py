"""`tasks.py` of this project as a module."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from project import ROOT


def tasks_module() -> ModuleType:
    """Load it anew: what a test changes in it is that test's alone."""
    spec = importlib.util.spec_from_file_location("tasks_under_test", ROOT / "tasks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
