"""Editors' tools write the newest format only: a file of an older one is brought up to it, or stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warraq.archive import formats
from warraq.archive.formats import Formats, Keys
from warraq.archive.reading_article import read_article
from warraq.desk.front_matter import NotEditableError, append, replace_item, set_value, split_body, value_of

OLD = """\
---
headline: عنوان   # the paper's own
keywords: غزة، القدس
تاريخ: 2024-03-15
settled:
  - {rule: a, quote: ب, decision: keep}
place:
  - ا
  - ب
---

نص: headline: x
"""
"""Keys of a first format; `headline`, `keywords` and `place` have other names and forms in the second."""


def second(keys: Keys) -> Keys:
    now = {{"headline": "title", "keywords": "tags"}.get(key, key): value for key, value in keys.items()}
    if isinstance(now.get("tags"), str):
        now["tags"] = [word.strip() for word in now["tags"].split("،")]
    now.pop("place", None)
    return now


@pytest.fixture(autouse=True)
def _two_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FRONT_MATTER", Formats((second,)))


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: set_value(text, "title", "آخر"),
        lambda text: append(text, "settled", {"rule": "c", "quote": "د", "decision": "keep"}),
        lambda text: replace_item(text, "tags", "غزة", "رفح"),
    ],
)
def test_a_file_of_an_older_format_is_brought_up_before_it_is_edited(edit: Callable[[str], str]) -> None:
    made = edit(OLD)
    read = read_article("content/articles/a.md", made.encode())
    assert read.problems == () and read.article
    assert read.article.tags in (("غزة", "القدس"), ("رفح", "القدس")) and str(read.article.date) == "2024-03-15"
    assert "headline:" not in split_body(made)[0] and "place:" not in made and 'format: "2"' in made
    assert split_body(made)[1] == split_body(OLD)[1]
    assert edit(made).count("format:") == 1


def test_a_value_is_read_under_its_newest_name() -> None:
    assert (value_of(OLD, "title"), value_of(OLD, "tags"), value_of(OLD, "date")) == (
        "عنوان",
        ["غزة", "القدس"],
        "2024-03-15",
    )


def test_a_file_of_the_newest_format_stays_as_it_is() -> None:
    new = "---\nformat: 2\ntitle: a\n---\nنص\n"
    assert set_value(new, "title", "b") == new.replace("title: a", "title: b")


def test_what_can_not_be_brought_up_safely_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FRONT_MATTER", Formats((lambda keys: {**keys, "settled": [{"rule": ["deep"]}]},)))
    with pytest.raises(NotEditableError, match="older format"):
        set_value(OLD, "title", "x")


@pytest.mark.parametrize("number", ["3", "x", "0"])
def test_a_file_of_an_unknown_format_is_refused(number: str) -> None:
    with pytest.raises(NotEditableError):
        set_value(f"---\nformat: {number}\ntitle: a\n---\nنص\n", "title", "b")


def test_a_key_in_capitals_is_the_same_key() -> None:
    assert set_value("---\nformat: 2\nTitle: a\n---\n", "title", "b") == "---\nformat: 2\nTitle: b\n---\n"
    assert value_of("---\nformat: 2\nTitle: a\nوسوم: [x]\n---\n", "tags") == ["x"]
