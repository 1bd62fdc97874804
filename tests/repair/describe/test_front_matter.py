"""What a machine writes above an article is read back by PyYAML as it was meant, also where a title looks like YAML."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from warraq.archive.reading_article import read_article
from warraq.repair.writers.front_matter import format_front_matter, places

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [
        "no",
        "1984",
        "0012",
        "2023-11-08x",
        "أخبار: عنوان",
        "- بند",
        "# شيء",
        "null",
        "~",
        "12:30",
        "1e5",
        "=",
        "<<",
        "'",
        '"',
        "@",
        "%",
        "«س»",
        "a #b",
    ]
)


def read(values: dict[str, Any]) -> object:
    return yaml.load(format_front_matter(values).removeprefix("---\n").removesuffix("---\n"), yaml.BaseLoader)


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, TEXTS)
@example(["A?"], "A?", "B?")
@example(["a"], "\u200f😀\x07", "\ud7ff\ue000")
def test_every_text_comes_back(tags: list[str], title: str, name: str) -> None:
    values = {"title": title, "source": {"name": name, "via": tags}, "tags": tags}
    assert read(values) == values


@pytest.mark.parametrize("name", ["هدى، ليلى", "Berg, Jan", "أ؛ ب", "a; b", 'قال "أ، ب"', "A? ب، ج"])
def test_a_name_with_a_comma_is_read_as_one(name: str) -> None:
    values = {"title": "خبر", "date": "2024", "authors": [name, "ليلى"], "tags": [name]}
    article = read_article("content/articles/a.md", f"{format_front_matter(values)}نص.\n".encode()).article
    assert article and (article.authors, article.tags) == ((name, "ليلى"), (name,))
    assert ("authors[1]", places(values)["authors[1]"]) in [(n, (line, at)) for n, line, at in article.places]


@pytest.mark.parametrize(
    "text", ["no", "1984", "true", "null", "12:30", "1e5", "0x1F", "1_000", "~", "=", "<<", ".inf", ""]
)
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    written = format_front_matter({"title": text})
    assert yaml.safe_load(written.removeprefix("---\n").removesuffix("---\n")) == {"title": text}


def test_clean_text_is_written_clean() -> None:
    assert format_front_matter({"title": "عنوان الخبر", "date": "2023-11-08", "tags": ["SCO", "CIS"]}) == (
        "---\ntitle: عنوان الخبر\ndate: 2023-11-08\ntags: [SCO, CIS]\n---\n"
    )
