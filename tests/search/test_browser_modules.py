"""The browser's search modules one by one, under node's own test runner: limits, order and edges (tests/browser_modules/)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from project import ROOT
from search.library import written_site

NO_NODE = "node 20 or newer is not installed, so the tests of the browser's modules can't run"
FILES = sorted((ROOT / "tests" / "browser_modules").glob("*.test.js"))


def find_node() -> str | None:
    """Give the node of this machine, where it is new enough."""
    node = shutil.which("node")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else ""
    return node if (found := re.match(r"v(\d+)", version)) and int(found[1]) >= 20 else None


def test_every_promise_of_the_browsers_modules_holds_in_node(tmp_path: Path) -> None:
    node = find_node()
    if node is None:
        if os.environ.get("CI"):
            pytest.fail(NO_NODE, pytrace=False)
        pytest.skip(NO_NODE)
    written_site(tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", *map(str, FILES)],
        env=os.environ | {"WARRAQ_SITE": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^ℹ pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed and int(passed[1]) >= 45, done.stdout


def test_every_module_that_can_be_tried_without_a_page_has_its_tests() -> None:
    tried = {file.name.removesuffix(".test.js") for file in FILES}
    assert {"query", "rank", "marks", "excerpt", "neighbours", "words", "store", "filters"} <= tried
