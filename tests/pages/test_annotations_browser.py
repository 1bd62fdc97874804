"""Any program that reads Web Annotations finds every passage on the built page, by its words and by its position."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from pages.annotator_bundle import NoNpmError, script


@pytest.mark.browser
def test_every_selector_finds_its_passage_and_no_other(page: Any, built_site: Path, served_site: str) -> None:
    try:
        annotator = script()
    except NoNpmError as why:
        if os.environ.get("CI"):
            pytest.fail(f"The selectors were not resolved: {why}", pytrace=False)
        pytest.skip(f"The selectors were NOT resolved: {why}")
    files = sorted(built_site.glob("articles/*/annotations.jsonld"))
    kinds, resolved = set(), 0
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
        for (id, motivation, selectors), places in zip(targets, found, strict=True):
            by_words, by_position = places
            assert len(by_words) == 1, (file.parent.name, id, by_words)
            assert by_words[0]["text"] == selectors[0]["refinedBy"]["exact"], (file.parent.name, id)
            assert by_position == by_words, (file.parent.name, id)
            kinds.add(motivation)
            resolved += 2
    assert {"editing", "questioning", "identifying", "commenting", "describing", "assessing"} <= kinds
    assert resolved > 100
    print(f"{resolved} selectors of {len(files)} articles resolved")
