"""The browser's modules of the search, without a browser: `node --test` runs the files of tests/browser_modules/."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import astuple
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from project import ROOT
from search.library import HOLDINGS, NAMES, put
from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.description import Description
from warraq.arabic.analysis.packing import unpacked
from warraq.pages.page import File
from warraq.pages.search import listing, shards
from warraq.pages.search.contributions import BODY, GAP
from warraq.pages.search.index import build
from warraq.pages.search.lettering import read
from warraq.pages.search.modules import browser_modules
from warraq.pages.search.numbering import numbers, table_size

TESTS = sorted((ROOT / "tests" / "browser_modules").glob("*.test.js"))
NO_NODE = "node 20 or newer is not installed, so the tests of the browser's modules can't run"
EDGES = (
    "",
    "؟!…",
    "\u064b\u0640",
    "و ال لل وال وس",
    "الى الي اله للي ولله وبالي",
    "وكا وكات وكاتب وكاتبة سيا سيكتب فسيكتبون وسيكتب",
    "انتماؤه انتمائه انتماء مسئولون ئو",
    "1,250 1,25 1,2500 ١٬٢٥٠ 28.2 2023-11-08 10.2% .5 5.",
    "Café NAÏVE \ufee1\ufe8e \ufdfa \u202bكتاب\u202c کتاب\u200cهای",
    "كتبتها كتبوها يكتبون تعيين تربية كتاباتهم مدرساتها الاب الضظ",
    "aabb ااا putin تشيلسي",
)
"""Texts at the limits of the analysis: short words, particles before short words, numbers, marks."""


@cache
def find_node() -> str | None:
    """Give the node of this machine, where it is new enough."""
    node = shutil.which("node")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else ""
    return node if (found := re.match(r"v(\d+)", version)) and int(found[1]) >= 20 else None


def expected(described: Description) -> dict[str, object]:
    """Collect from the articles themselves what the index must hold: every family's forms, every listed word; and edge cases of analysis."""
    analysis = Analysis(described)
    forms: dict[tuple[str, str], dict[str, Any]] = {}
    words = set()
    numbered = numbers([holding.url for holding in HOLDINGS], table_size(len(HOLDINGS)))
    for holding in HOLDINGS:
        article = numbered[holding.url]
        title, text, notes = (analysis.tokens(part) for part in (holding.title, holding.text, holding.notes))
        placed = [*enumerate(title), *enumerate(text, BODY), *enumerate(notes, BODY + len(text) + GAP)]
        for place, token in placed:
            names = analysis.analyse(token)
            form = forms.setdefault((names.family, names.bare), {"core": names.core, "stem": names.stem, "places": {}})
            form["places"].setdefault(article, []).append(place)
            if len(names.core) > 2 and names.core.isalpha():
                words.add(names.core)
    families: dict[str, dict[str, object]] = {}
    for (family, bare), form in forms.items():
        families.setdefault(family, {})[bare] = form
    texts = {text: analysis.tokens(text) for text in EDGES}
    tokens = {token for found in texts.values() for token in found}
    analysed = {
        token: [astuple(analysis.analyse(token, articled=articled)) for articled in (False, True)] for token in tokens
    }
    heard = {token: [analysis.sound(token), analysis.consonants(token)] for token in tokens}
    return {
        "description": described,
        "families": families,
        "words": sorted(words),
        "texts": texts,
        "analysed": analysed,
        "heard": heard,
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the published modules and an index whose files are so small that there are many."""
    folder = tmp_path_factory.mktemp("modules")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD", 200)
        patch.setattr(shards, "LONG", 60)
        patch.setattr(listing, "DEPTHS", {"front": (1, 2), "back": (1,), "sound": (1, 2, 3)})
        put(folder, [*browser_modules(), *build(HOLDINGS, NAMES), File("package.json", b'{"type": "module"}')])
    index = folder / "search" / "index"
    assert len(list((index / "words").iterdir())) > 9
    assert len(list((index / "front").iterdir())) > 3
    described = unpacked(read((index / "analysis.json").read_bytes()))
    (folder / "expected.json").write_text(json.dumps(expected(described)), "utf-8")
    return folder


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name.partition(".")[0])
def test_the_browsers_modules_keep_their_promises(file: Path, site: Path) -> None:
    node = find_node()
    if node is None:
        if os.environ.get("CI"):
            pytest.fail(NO_NODE, pytrace=False)
        pytest.skip(NO_NODE)
    # The runner of another `node --test` would take this one for its own.
    environment = {name: value for name, value in os.environ.items() if name != "NODE_TEST_CONTEXT"}
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(file)],
        env=environment | {"WARRAQ_SITE": str(site)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:]
    passed = re.search(r"^ℹ pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) >= 3, done.stdout


def test_every_module_that_can_be_tried_without_a_page_has_its_tests() -> None:
    tried = {file.name.partition(".")[0] for file in TESTS}
    every = {
        file.address.removeprefix("search/").removesuffix(".js")
        for file in browser_modules()
        if file.address.endswith(".js")
    }
    # These are tried in a browser: scrolling, dialogs and files of the reader are nothing without one.
    assert every - tried == {"box", "page", "place", "saving", "sheet"}
