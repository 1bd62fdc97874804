"""Any program that reads Web Annotations finds every passage on the built page, by its words and by its position."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from conftest import serving
from pages.annotator_bundle import NoNpmError, script
from project import ROOT, Project

KINDS = {"editing", "questioning", "identifying", "commenting", "describing", "assessing"}


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own archive; give the output folder."""
    project = Project(tmp_path_factory.mktemp("own"))
    shutil.copytree(ROOT / "content", project.content)
    project.settle()
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project.output


@pytest.mark.browser
def test_every_selector_of_the_own_archive_finds_its_passage_and_no_other(page: Any, own_site: Path) -> None:
    serving_it = serving(own_site)
    assert resolved(page, own_site, next(serving_it)) >= KINDS
    next(serving_it, None)


@pytest.mark.browser
def test_every_selector_finds_its_passage_and_no_other(page: Any, built_site: Path, served_site: str) -> None:
    assert resolved(page, built_site, served_site) >= KINDS


def resolved(page: Any, built_site: Path, served_site: str) -> set[str]:
    """Resolve every selector of a site; the motivations that were met."""
    try:
        annotator = script()
    except NoNpmError as why:
        if os.environ.get("CI"):
            pytest.fail(f"The selectors were not resolved: {why}", pytrace=False)
        pytest.skip(f"The selectors were NOT resolved: {why}")
    files = sorted(built_site.glob("articles/*/annotations.jsonld"))
    kinds: set[str] = set()
    count = 0
    for file in files:
        page.goto(f"{served_site}/articles/{quote(file.parent.name)}/")
        page.evaluate(annotator)
        targets = [
            (item["id"], item["motivation"], target["selector"])
            for item in json.loads(file.read_bytes())["items"]
            for target in item["target"]
        ]
        found = page.evaluate(
            "selectors => Promise.all(selectors.map(s => Promise.all(s.map(resolveSelector))))",
            [selectors for _, _, selectors in targets],
        )
        for (mark, motivation, selectors), places in zip(targets, found, strict=True):
            by_words, by_position = places
            assert len(by_words) == 1, (file.parent.name, mark, by_words)
            assert by_words[0]["text"] == selectors[0]["refinedBy"]["exact"], (file.parent.name, mark)
            assert by_position == by_words, (file.parent.name, mark)
            kinds.add(motivation)
            count += 2
    assert count > 100
    print(f"{count} selectors of {len(files)} articles resolved")
    return kinds
