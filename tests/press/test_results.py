"""What was found of an article is in memory as far as all pages need it, and whole on the disk."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from edition.making import article
from warraq.archive.light_article import without_text
from warraq.archive.partial_date import PartialDate
from warraq.pages.article_facts import ArticleFacts
from warraq.press.article_result import ArticleResult, LatePart, WrittenFile
from warraq.press.edition_facts import EditionFacts
from warraq.press.new_site import NewSite
from warraq.press.printed import sharing
from warraq.press.results import Results, packed

FACTS = ArticleFacts(
    article=article("نص"),
    concepts=(),
    files=(),
    original="",
    inferred=False,
    repairs=0,
    marks=0,
    mentions={},
    sha256="",
    pictures=(),
    leads=(),
    cited=(),
    row="",
)
RESULT = ArticleResult(
    EditionFacts((), 2, None),
    ("SCO",),
    ("articles/خبر/compare/",),
    "خبر.txt",
    (("{filename}a.md", "#"),),
    FACTS,
    (WrittenFile("articles/خبر/", "articles/خبر/index.html", 5, "a" * 64, 7, (LatePart("around", 1, 2),)),),
    words="w",
)


def test_a_result_comes_back_whole(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.put("a.md", RESULT.brief, packed(RESULT))
    whole = results.whole("a.md")
    assert repr(whole) == repr(RESULT)
    assert results.checks("a.md") == RESULT.checks
    assert results["a.md"] is not None and results["a.md"].facts is FACTS
    assert list(results) == ["a.md"] and len(results) == 1


def test_one_that_json_cant_hold_stays_as_it_is(tmp_path: Path) -> None:
    half = replace(RESULT, words="\ud800")
    assert packed(half) is half
    results = Results(tmp_path)
    results.put("a.md", half.brief, packed(half))
    assert results.whole("a.md") is half and results.checks("a.md") == half.checks
    results.put("a.md", RESULT.brief, packed(RESULT))
    assert repr(results.whole("a.md")) == repr(RESULT)


def test_a_disk_that_takes_no_more_costs_memory_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("warraq.press.for_this_build.TemporaryFile", full)
    results = Results(tmp_path)
    results.put("a.md", RESULT.brief, packed(RESULT))
    assert repr(results.whole("a.md")) == repr(RESULT)


def test_a_disk_that_is_full_tells_so_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_a_full_disk(*, buffering: int = -1, **_named: object) -> IO[bytes]:
        return open("/dev/full", "r+b", buffering=buffering)  # noqa: PTH123 - it is closed with the results

    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    monkeypatch.setattr("warraq.press.for_this_build.TemporaryFile", on_a_full_disk)
    results = Results(None)
    results.put("a.md", RESULT.brief, packed(RESULT))
    assert repr(results.whole("a.md")) == repr(RESULT)


def test_facts_share_the_words_of_the_archives_article() -> None:
    known = replace(article("نص"), title="عنوان", places=(("title", 2, 1),))
    other = replace(known, title=known.title[:2] + known.title[2:], body="", places=())
    shared = sharing(replace(FACTS, article=other), known)
    assert shared.article == other and shared.article.title is known.title
    hidden = replace(FACTS, article=replace(other, source=None, translation_of="x"))
    assert sharing(hidden, known) is hidden


def size_of(roots: Iterable[object]) -> int:
    """Count the bytes of objects and of all that they lead to, but classes."""
    seen: dict[int, object] = {}
    todo = list(roots)
    while todo:
        each = todo.pop()
        if id(each) not in seen and not isinstance(each, type):
            seen[id(each)] = each
            todo += gc.get_referents(each)
    return sum(map(sys.getsizeof, seen.values()))


def test_an_article_takes_two_kilobytes_of_a_builds_memory(tmp_path: Path) -> None:
    """Ten thousand took 120 MB: what is alike is shared, and what one article alone needs is on the disk."""
    results = Results(tmp_path)
    number = 200
    articles = []
    for n in range(number):
        date = PartialDate(2024, 1 + n % 2, 1 + n % 3)
        places = tuple((f"key-{key}", key, n % 2) for key in range(10))
        words = f"ملخص الخبر {n} " * 8
        known = without_text(
            replace(
                article("نص " * 900),
                slug=f"خبر-{n}",
                path=f"content/articles/خبر-{n}.md",
                title=f"عنوان الخبر {n}",
                summary=words,
                date=date,
                places=places,
                tags=(f"tag-{n % 5}", "ماء"),
            )
        )
        articles.append(known)
        facts = replace(FACTS, article=replace(known, title=known.title[:3] + known.title[3:], places=()))
        written = tuple(
            replace(RESULT.written[0], inside=f"articles/خبر-{n}/{at}", sha256=f"{n:032}{at:032}") for at in range(7)
        )
        result = replace(RESULT, facts=facts, written=written)
        brief = result.brief._replace(facts=sharing(facts, known))
        results.put(known.path, brief, packed(result))
    taken = size_of([articles, results]) / number
    assert taken < 2_200, taken


def test_two_addresses_that_are_one_file_somewhere_are_told_once_they_are_written(tmp_path: Path) -> None:
    site = NewSite(tmp_path)
    site.add(WrittenFile("articles/É/", "articles/É/index.html", 1, "0" * 64, 1))
    with pytest.raises(ValueError, match="'articles/e\u0301/' and 'articles/É/' are the same file"):
        site.add(WrittenFile("articles/e\u0301/", "articles/e\u0301/index.html", 1, "0" * 64, 1))
    site.take_back(["articles/É/"])
    site.add(WrittenFile("articles/e\u0301/", "articles/e\u0301/index.html", 1, "0" * 64, 1))
    assert list(site.manifest.own) == ["articles/e\u0301/index.html"]
