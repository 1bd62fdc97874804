"""What a command does not need, it does not load: a check of one article takes hardly longer than what it is made with."""

from __future__ import annotations

import subprocess
import sys

from project import ROOT, Project

SLOW = {
    "babel",
    "bs4",
    "concurrent",
    "jinja2",
    "lxml",
    "markdown",
    "multiprocessing",
    "nh3",
    "rapidfuzz",
    "trafilatura",
}
CODE = """
import sys
from pathlib import Path
from warraq.press.report_problems import publishing_problems
problems, language = publishing_problems(Path("content"))
print(len(problems), *(problem.what.text("ar") for problem in problems))
print(*sys.modules)
"""


def loaded_by_a_check(project: Project) -> list[str]:
    """Check an archive in a process of its own; the modules that it loaded."""
    told = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=project.root,
        env=project.environment(PYTHONPATH=str(ROOT / "plugins")),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    number, modules = told.splitlines()
    assert number == "0"
    return modules.split()


def test_a_check_loads_no_parser_and_no_rule_that_its_articles_do_not_need(project: Project) -> None:
    project.article(
        "a", "نص الخبر.\n\nو**قوله** فيه.", date="2024-03-15\nannotations: [{quote: فيه, note: 'شرح (قصير).'}]"
    )
    loaded = loaded_by_a_check(project)
    assert not SLOW & {name.split(".")[0] for name in loaded}
    assert not [name for name in loaded if name.startswith("warraq.repair.rules.")]
    again = loaded_by_a_check(project)
    unchanged = {"warraq.archive.schema", "warraq.archive.record", "warraq.archive.rejections_schema"}
    assert not [name for name in again if name in unchanged or name.startswith(("warraq.edition", "warraq.repair"))]
