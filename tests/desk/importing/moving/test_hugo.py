"""Addresses are those that Hugo 0.111 itself gave to these files; what it built no page of is public nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving import sites
from desk.importing.moving.sites import TEXT
from warraq.archive.article import Article
from warraq.desk.importing.moving.hugo_shortcodes import code_as_markdown

CONFIG = """baseURL = "https://old.test/sub/"
timeZone = "Asia/Baghdad"
[permalinks]
  posts = "/:year/:month/:title/"
"""


def moved(desk: Desk, tmp_path: Path, files: dict[str, str], config: str = CONFIG) -> tuple[str, dict[str, Article]]:
    return sites.moved(desk, tmp_path, {"hugo.toml": config, **files})


@pytest.mark.parametrize(
    ("name", "keys", "addresses"),
    [
        ("posts/a.md", "title: خبر\ndate: 2019-09-01", ["/sub/2019/09/خبر/"]),
        ("posts/a.md", "date: 2019-09-01", ["/sub/2019/09/"]),
        ("posts/a.md", "title: خبر", ["/sub/1/01/خبر/"]),
        ("posts/a.md", "title: خبر\ndate: 12 March 2022", ["/sub/1/01/خبر/"]),
        (
            "posts/a.md",
            "title: خبر\ndate: 2019-09-01\naliases: [/old/one/, ../rel/, plain.html, ../../../../x]",
            ["/sub/2019/09/خبر/", "/sub/old/one/", "/sub/2019/rel/", "/sub/2019/09/plain.html", "/sub/x"],
        ),
        ("html/raw.html", "title: صفحة", ["/sub/html/raw/"]),
    ],
)
def test_addresses_are_those_of_hugo(desk: Desk, tmp_path: Path, name: str, keys: str, addresses: list[str]) -> None:
    _, made = moved(desk, tmp_path, {f"content/{name}": f"---\n{keys}\n---\n<p>{TEXT}</p>\n"})
    [article] = made.values()
    assert list(article.former_addresses) == addresses


@pytest.mark.parametrize(
    ("keys", "status", "embargo"),
    [
        ("date: 2031-07-03", "published", "2031-07-03"),
        ("date: 2019-07-03\npublishDate: 2031-01-01", "published", "2031-01-01"),
        ("date: 2031-07-03\npublishDate: 2019-01-01", "published", None),
        ("date: 2019-07-03\nexpiryDate: 2020-01-01", "draft", None),
        ("date: 2019-07-03\nexpiryDate: 2099-01-01", "published", None),
        ("_build: {render: never}", "draft", None),
        ("build: {render: link}", "draft", None),
        ("build: {render: always}", "published", None),
        ("headless: true", "draft", None),
    ],
)
def test_what_hugo_builds_no_page_of_does_not_become_public(
    desk: Desk, tmp_path: Path, keys: str, status: str, embargo: str | None
) -> None:
    _, made = moved(desk, tmp_path, {"content/posts/a.md": f"---\ntitle: خبر\n{keys}\n---{TEXT}"})
    [article] = made.values()
    assert (article.status, article.embargo and str(article.embargo)) == (status, embargo)


def test_a_site_that_builds_what_is_to_come(desk: Desk, tmp_path: Path) -> None:
    text = f"---\ntitle: خبر\ndate: 2031-07-03\n---{TEXT}"
    _, made = moved(desk, tmp_path, {"content/posts/a.md": text}, f"buildFuture = true\n{CONFIG}")
    assert [a.embargo for a in made.values()] == [None]


def test_parts_of_a_bundle_are_no_pages(desk: Desk, tmp_path: Path) -> None:
    files = {
        "content/posts/bundle/index.md": f"---\ntitle: حزمة\n---{TEXT}",
        "content/posts/bundle/deep/part.md": f"---\ntitle: جزء\n---{TEXT.format('آخر')}",
    }
    _, made = moved(desk, tmp_path, files)
    assert {a.title: a.status for a in made.values()} == {"حزمة": "published", "جزء": "draft"}


def test_keys_that_lists_hand_down(desk: Desk, tmp_path: Path) -> None:
    files = {
        "content/_index.md": "---\ncascade:\n- authors: [منى]\n  tags: [أعلى]\n- _target: {path: /x}\n  draft: true\n---\n",
        "content/posts/_index.md": "---\ncascade: {tags: [قريب]}\n---\n",
        "content/posts/a.md": f"---\ntitle: أول\n---{TEXT}",
        "content/news/_index.md": "---\ntitle: [\n---\n",
        "content/news/b.md": f"---\ntitle: ثان\nauthors: [سامي]\n---{TEXT.format('آخر')}",
    }
    _, made = moved(desk, tmp_path, files)
    told = {a.title: (a.authors, a.tags, a.status) for a in made.values()}
    assert told == {"أول": (("منى",), ("قريب",), "published"), "ثان": (("سامي",), ("أعلى",), "published")}


def test_coloured_code_is_code(desk: Desk, tmp_path: Path) -> None:
    text = '---\ntitle: خبر\n---\nنص.\n\n{{< highlight go "linenos=table" >}}\nx := "[a](b.md)"\n{{< /highlight >}}\n'
    said, made = moved(desk, tmp_path, {"content/posts/a.md": text})
    assert next(iter(made.values())).body == 'نص.\n\n```go\nx := "[a](b.md)"\n```'
    assert "Only the former program" not in said
    begun = "{{< highlight go >}}\nx\n"
    assert code_as_markdown(f"{begun}  {{{{% /highlight %}}}}\n{begun}") == f"```go\nx\n```\n{begun}"


def test_html_without_keys_is_no_text(desk: Desk, tmp_path: Path) -> None:
    files = {"content/a.md": f"---\ntitle: خبر\n---{TEXT}", "content/frame.html": "<p>frame</p>"}
    _, made = moved(desk, tmp_path, files)
    assert [a.title for a in made.values()] == ["خبر"]
