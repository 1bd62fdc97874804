"""Whatever is withheld of the text at an address is withheld of every article that has it, though nothing says that they are versions."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from warraq.archive.families import Families, page_key
from warraq.archive.reading_article import read_article
from warraq.press.checking import check_archive

from .archives import Planted
from .looker import marker, markers_in
from .printed import printed_files
from .states import TODAY

NAME = marker(1)
ADDRESS = "https://www.paper.test/news/17"


def two(tmp_path: Path, one: str, other: str, *keys: str) -> Planted:
    """Write an article that withholds a name, and another one that has it in its text."""
    made = Planted(tmp_path / "content", Random(1))
    made.write("site.yaml", "name: أرشيف\n")
    for slug, url, own in (("a", one, keys), ("b", other, ())):
        head = "\n".join(
            [f"title: خبر {slug}", f"slug: {slug}", "date: 2024-01-01", f"source: {{name: صحيفة, url: {url}}}", *own]
        )
        made.write(f"articles/{slug}.md", f"---\n{head}\n---\nقال {NAME} إن العدد معروف.\n")
    return made


@pytest.mark.parametrize("other", [ADDRESS, "http://paper.test/news/17/?utm_source=x#top"])
def test_a_word_that_one_withholds_the_other_does_not_publish(other: str, tmp_path: Path) -> None:
    made = two(tmp_path, ADDRESS, other, f"withheld: [{NAME}]")
    assert not markers_in(printed_files(made, tmp_path))


@pytest.mark.parametrize("other", ["https://www.paper.test/news/18", "https://www.paper.test/news/17?page=2"])
def test_at_another_address_the_word_stands(other: str, tmp_path: Path) -> None:
    made = two(tmp_path, ADDRESS, other, f"withheld: [{NAME}]")
    assert all("articles/a/" not in file for file in markers_in(printed_files(made, tmp_path))[NAME])


def test_the_address_of_a_whole_paper_joins_nothing(tmp_path: Path) -> None:
    made = two(tmp_path, "https://www.paper.test/", "https://www.paper.test", f"withheld: [{NAME}]")
    assert markers_in(printed_files(made, tmp_path))[NAME]


def test_a_text_that_was_withdrawn_in_another_file_is_told(tmp_path: Path) -> None:
    made = two(tmp_path, ADDRESS, ADDRESS, "withdrawn: {date: 2026-01-01, reason: طلب}")
    told = [
        str(each)
        for each in check_archive(made.content, TODAY, repairing=False).problems
        if "was withdrawn" in str(each)
    ]
    assert len(told) == 1 and told[0].startswith("content/articles/b.md:5:") and "content/articles/a.md" in told[0]


def test_families_join_through_versions_and_addresses() -> None:
    heads = {
        "a": f"date: 2024\nsource: {{name: x, url: {ADDRESS}}}",
        "b": f"date: 2024\nversion_of: c\nsource: {{name: x, url: {ADDRESS}}}",
        "c": "date: 2024",
    }
    read = [
        read_article(f"content/articles/{s}.md", f"---\ntitle: خبر\nslug: {s}\n{h}\n---\nنص\n".encode())
        for s, h in heads.items()
    ]
    articles = [each.article for each in read if each.article]
    whole, parted = Families(articles, of_address=True), Families(articles, of_address=False)
    assert len(articles) == 3 and page_key(articles[0]) == "paper.test/news/17"
    assert len({whole.name(each) for each in articles}) == 1
    assert len({parted.name(each) for each in articles}) == 2
