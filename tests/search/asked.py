"""Questions to the search of some articles of a test's own: its modules, run by node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from search.library import put
from search.test_browser_modules import NO_NODE, find_node
from warraq.archive.synonyms import Groups
from warraq.pages.page import File
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.modules import browser_modules
from warraq.pages.search.names import Names

ASKING = """
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
globalThis.fetch = async (url) => {
  try { return new Response(readFileSync(fileURLToPath(url))); } catch { return new Response("", { status: 404 }); }
};
const { search } = await import("./search/search.js");
const answers = {};
for (const query of JSON.parse(process.argv[2])) answers[query] = await search(query);
console.log(JSON.stringify(answers));
"""


class Answers:
    """What the search answered to each query."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self.found = found

    def __call__(self, query: str) -> Any:
        return self.found[query]

    def slugs(self, query: str) -> list[str]:
        """Give the slugs of the results, in order."""
        return [result["url"].rstrip("/").rsplit("/", 1)[-1] for result in self(query)["results"]]


def site_of(folder: Path, texts: Mapping[str, tuple[str, str, str]], names: Names, own: Groups = ()) -> Path:
    """Write a site of articles: slug → title, text, date; `own`: the archive's own words that mean the same."""
    holdings = [Holding(f"articles/{slug}/", *told, "صحيفة الواحة") for slug, told in texts.items()]
    files = [*browser_modules(own), *build(holdings, names), File("package.json", b'{"type": "module"}')]
    return put(folder, [*files, File("asking.js", ASKING.encode())])


def answers(site: Path, queries: Sequence[str]) -> Answers:
    """Ask a site."""
    node = find_node()
    if node is None:
        pytest.skip(NO_NODE)
    done = subprocess.run(
        [node, str(site / "asking.js"), json.dumps(queries)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return Answers(json.loads(done.stdout))
