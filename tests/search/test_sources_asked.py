"""Sources and tags under any of their names: asked of the modules by node."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.asked import ASKING, Answers, answers
from search.library import put
from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.listed import description
from warraq.pages.page import File
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.modules import browser_modules
from warraq.pages.search.names import Name, Names, common_names
from warraq.pages.search.small_files import called

NAMES: Names = {
    **common_names(),
    "Lamar-Radio": Name("Lamar-Radio", "لمار عربي", ("لمار عربي", "Lamar News", "لمار", "هيئة البث اللمارية")),
    "Nahla": Name("Nahla", "نهلة السرحان", ("نهلة السرحان", "السرحان")),
}
SOURCES = {"a": "لمار عربي", "b": "Lamar News", "c": "لمارية الغد", "d": "صحيفة التل", "e": "Lamar News"}
QUERIES: dict[str, set[str]] = {
    "source:lamar news": {"a", "b", "e"},
    "source:Lamar News": {"a", "b", "e"},
    "source:LAMAR-RADIO": {"a", "b", "e"},
    "مصدر: هيئة البث اللمارية": {"a", "b", "e"},
    "-source:هيئة البث اللمارية": {"c", "d"},
    '-source:"Lamar News"': {"c", "d"},
    "source:صحيفة التل": {"d"},
    "tag:السرحان": set(),
    "-tag:السرحان": set(SOURCES),
    "source:السرحان": set(),
    "tag:الشبراوي": set(),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    held = [
        Holding(f"articles/{slug}/", "خبر الميناء", "تكلمت نهلة السرحان عن الميناء.", "2020", source, ("ميناء",))
        for slug, source in SOURCES.items()
    ]
    files = [*browser_modules(), *build(held, NAMES), File("package.json", b'{"type": "module"}')]
    site: Path = put(tmp_path_factory.mktemp("sources"), [*files, File("asking.js", ASKING.encode())])
    return answers(site, list(QUERIES))


@pytest.mark.parametrize("query", QUERIES)
def test_a_source_is_found_under_every_name_of_its_concept(asked: Answers, query: str) -> None:
    assert set(asked.slugs(query)) == QUERIES[query]


def test_a_name_that_no_article_has_as_its_tag_is_understood(asked: Answers) -> None:
    assert asked("tag:السرحان")["unread"] == [{"key": "tag", "value": "السرحان", "nearest": [], "none": True}]
    assert asked("source:السرحان")["unread"][0]["none"]
    assert "none" not in asked("tag:الشبراوي")["unread"][0]
    assert not asked("source:lamar news")["unread"]


def test_a_source_is_called_by_what_it_begins_with_as_whole_words() -> None:
    found = called(["", *sorted(set(SOURCES.values()))], NAMES, Analysis(description()))
    assert [(labels[0], numbers) for labels, numbers in found] == [("Lamar-Radio", [1, 3])]
    assert (
        called(["يناير اليوم", "مركب البحر"], {**NAMES, **common_names((("مركب", "سفينة"),))}, Analysis(description()))
        == []
    )
