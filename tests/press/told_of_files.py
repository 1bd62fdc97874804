"""What build and check tell of the files of an archive."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from project import Project
from warraq.archive.problem import Level
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive
from warraq.press.problem_formats import FORMATS

DAY = date(2027, 1, 15)
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files and names")


def said(project: Project) -> list[str]:
    """
    Give the errors that a build tells, and what it tells of originals that it leaves out.

    Holds that `check` tells the same, with its cache and without it.
    """
    fresh = check_archive(project.content, DAY, repairing=False)
    file = project.root / "cache.sqlite"
    for _ in range(2):
        problems = cached_problems(project.content, DAY, Cache(file))[1]
        assert [str(p) for p in problems] == [str(p) for p in fresh.problems]
    for form in FORMATS.values():
        form(fresh.problems, "ar").encode(errors="strict")
    problems = check_archive(project.content, DAY, repairing=True).problems
    waiting = [str(p) for p in problems if "has no article yet" in str(p)]
    left_out = [str(p) for p in problems if p.path.startswith("content/originals/")]
    errors = [str(p) for p in problems if p.level is Level.ERROR]
    return sorted({*errors, *left_out} - {*waiting})
