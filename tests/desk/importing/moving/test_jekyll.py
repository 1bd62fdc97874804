"""Addresses, days and titles are those that Jekyll 4.3 itself gave to these files; what it built no page of is public nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving import sites
from desk.importing.moving.sites import TEXT
from warraq.archive.article import Article
from warraq.desk.importing.moving.jekyll_permalinks import filled, of_time, plain_slug, slug_in_title
from warraq.desk.importing.moving.jekyll_settings import defaults_of, is_excluded, kind_of

CONFIG = """url: "http://old.test"
baseurl: "/blog"
timezone: Asia/Baghdad
permalink: /:categories/:year/:month/:day/:title.html
exclude: [secret, "*.draft.md"]
collections:
  reports: {output: true, permalink: "/r/:path/"}
  notes: {output: false}
defaults:
- scope: {path: "_posts/opinion"}
  values: {permalink: "/opinion/:slug/", categories: [رأي]}
- scope: {path: "", type: posts}
  values: {author: هيئة التحرير, permalink: /never/}
- scope: {path: "_posts"}
  values: {permalink: "/:categories/:year/:month/:day/:title.html", layout: post}
- {scope: 1}
- 7
"""


def moved(desk: Desk, tmp_path: Path, files: dict[str, str], config: str = CONFIG) -> tuple[str, dict[str, Article]]:
    return sites.moved(desk, tmp_path, {"_config.yml": config, **files})


@pytest.mark.parametrize(
    ("name", "keys", "address", "day"),
    [
        ("_posts/2019-05-03-a.md", "date: 2019-05-03 23:30:00", "/blog/2019/05/04/a.html", "2019-05-04"),
        ("_posts/2021-10-11-a.md", "date: 2021-12-31 22:00:00 -0500", "/blog/2022/01/01/a.html", "2022-01-01"),
        ("_posts/2019-04-02-a.md", "date: 2019-04-02 00:30:00 +0300", "/blog/2019/04/02/a.html", "2019-04-02"),
        ("_posts/2021-11-1-a.md", "layout: post", "/blog/2021/11/01/a.html", "2021-11-01"),
        ("_posts/2022-01-07-c++ & r.md", "layout: post", "/blog/2022/01/07/c++-&-r.html", "2022-01-07"),
        ("_posts/2022-01-06-شرطة--مزدوجة!.md", "layout: post", "/blog/2022/01/06/شرطة-مزدوجة!.html", "2022-01-06"),
        (
            "culture/_posts/2021-07-08-a.md",
            "categories: [فن]\npermalink: /:categories/:year/:title/",
            "/blog/culture/فن/2021/a/",
            "2021-07-08",
        ),
        (
            "_posts/2019-03-01-a.md",
            "categories: Politics world",
            "/blog/politics/world/2019/03/01/a.html",
            "2019-03-01",
        ),
        ("_posts/2019-03-01-a.md", "category: R&D news", "/blog/r&d news/2019/03/01/a.html", "2019-03-01"),
        ("_posts/2022-01-05-a.md", "permalink: pretty", "/blog/pretty", "2022-01-05"),
        ("_posts/opinion/2021-06-07-رأي أول.md", "tag: ماء", "/blog/opinion/رأي-أول/", "2021-06-07"),
        ("_reports/annual/one.md", "date: 2018-05-05", "/blog/r/annual/one/", "2018-05-05"),
    ],
)
def test_addresses_and_days_are_those_of_jekyll(
    desk: Desk, tmp_path: Path, name: str, keys: str, address: str, day: str
) -> None:
    _, made = moved(desk, tmp_path, {name: f"---\ntitle: خبر\n{keys}\n---{TEXT}", "_posts/x.md": ""})
    [article] = made.values()
    assert (article.former_addresses[0], str(article.date), article.status) == (address, day, "published")


def test_keys_of_the_settings_hold_for_the_files_of_their_scope(desk: Desk, tmp_path: Path) -> None:
    files = {
        "_posts/opinion/2021-06-07-a.md": f"---\ntag: ماء\n---{TEXT}",
        "_posts/2021-06-08-own-title.md": f"---\nauthor: منى\n---{TEXT.format('آخر')}",
        "about.md": f"---\ntitle: من نحن\n---{TEXT.format('ثالثا')}",
    }
    _, made = moved(desk, tmp_path, files)
    assert (made["a"].authors, made["a"].tags) == (("هيئة التحرير",), ("رأي", "ماء"))
    assert (made["own-title"].authors, made["own-title"].title) == (("منى",), "Own Title")
    assert made["about"].authors == ()


def test_folders_above_posts_are_categories(desk: Desk, tmp_path: Path) -> None:
    _, made = moved(desk, tmp_path, {"culture/art/_posts/2021-06-07-a.md": f"---\ntags: ماء\n---{TEXT}"})
    assert [a.tags for a in made.values()] == [("culture", "art", "ماء")]


def test_what_jekyll_built_no_page_of_does_not_become_public(desk: Desk, tmp_path: Path) -> None:
    head = "---\ntitle: خبر\n---"
    files = {
        "_posts/2031-01-01-later.md": head + TEXT.format("أولا"),
        "_posts/no-day.md": head + TEXT.format("ثانيا"),
        "_notes/note.md": head + TEXT.format("ثالثا"),
        "secret/x.md": head + TEXT.format("رابعا"),
        "a.draft.md": head + TEXT.format("خامسا"),
        "_site/readme.md": TEXT,
        "index.md": "---\nlayout: home\n---\n",
    }
    said, made = moved(desk, tmp_path, files)
    assert {slug: (a.status, a.embargo and str(a.embargo)) for slug, a in made.items()} == {
        "later": ("published", "2031-01-01"),
        "no-day": ("draft", None),
        "note": ("draft", None),
    }
    assert "secret/x.md: It is no text of the site" in said and "a.draft.md: It is no text of the site" in said
    assert "index.md: It has neither a title nor a text." in said and "_site" not in said
    _, made = moved(desk, tmp_path, {}, f"future: true\n{CONFIG}")
    assert made, "nothing comes in twice"


def test_a_site_that_publishes_what_is_to_come(desk: Desk, tmp_path: Path) -> None:
    _, made = moved(desk, tmp_path, {"_posts/2031-01-01-later.md": f"---\ntitle: خبر\n---{TEXT}"}, "future: true\n")
    assert made["later"].embargo is None


def test_code_lists_of_headings_and_links_as_older_sites_write_them(desk: Desk, tmp_path: Path) -> None:
    text = """---
title: خبر
---
* TOC
{:toc}

## عنوان

[أول]({{ site.baseurl }}{% post_url 2019-01-01-b %}) و[ثان]({{ site.url }}{{ site.baseurl }}{% link about.md %})

{% highlight ruby linenos %}
puts "```"
{% endhighlight %}
"""
    other = f"---\ntitle: آخر\n---{TEXT}"
    files = {"_posts/2019-01-02-a.md": text, "_posts/2019-01-01-b.md": other, "about.md": other.replace("أمس", "غدا")}
    said, made = moved(desk, tmp_path, files)
    assert made["a"].body == (
        '## عنوان\n\n[أول](<{filename}b.md>) و[ثان](<{filename}about.md>)\n\n````ruby\nputs "```"\n````'
    )
    assert "Only the former program" not in said


def test_patterns() -> None:
    time = of_time("2021-01-03T04:05:06+03:00")
    every = "/:year/:short_year/:month/:i_month/:short_month/:long_month/:day/:i_day/:y_day/:w_year/:week/:w_day/:short_day/:hour:minute:second_x/:z"
    assert filled(every, time) == "/2021/21/01/1/Jan/January/03/3/003/2020/53/7/Sun/040506_x/:z"
    assert of_time("") == {"year": "", "month": "", "day": ""} and filled("//a//:year", of_time("x")) == "/a/"
    assert (slug_in_title(" أ  ب/ج_"), slug_in_title(""), plain_slug("A_b! c")) == ("أ-ب-ج_", "", "a-b-c")


def test_settings_that_are_none() -> None:
    for stated in ("x", ("y",), ({"values": "x"},), ({"scope": {"path": "b"}, "values": {"a": "1"}},)):
        assert defaults_of("a.md", {"defaults": stated}) == {}
    assert not is_excluded("a/b.md", {"exclude": ("a", "/"), "include": ("a/b.md",)})
    assert [kind_of(name) for name in ("a/_posts/b.md", "_drafts/b.md", "_x/b.md", "b.md", "_b.md")] == [
        "posts",
        "drafts",
        "x",
        "pages",
        "pages",
    ]
