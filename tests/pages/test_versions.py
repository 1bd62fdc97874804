"""Versions of one article: none is lost, one is shown, the others have pages of their own, and none is more open than the one shown."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.version_inheritance import inheriting
from warraq.pages import whole_site
from warraq.pages.page import File, Page
from warraq.pages.search.lettering import read
from warraq.pages.version_differences import differing_lines
from warraq.press.checking import check_archive

TODAY = date(2027, 1, 15)
HEAD = "---\ntitle: {title}\ndate: 2024-03-15\nslug: {slug}\nsource: {{name: صحيفة, url: https://paper.example/1}}\n{more}---\n{body}\n"
FIRST = "قال المتحدث إن العدد بلغ 12 شخصا.\n\nوهذه فقرة باقية."
LATER = "قال المتحدث إن العدد بلغ 14 شخصا.\n\nوهذه فقرة باقية.\n\nوأضيفت هذه."


def archive(project: Project, first: str = "", later: str = "") -> Project:
    project.write("articles/a.md", HEAD.format(title="خبر", slug="a", more=first, body=FIRST))
    more = f"version_of: a\nadded: 2024-04-01\n{later}"
    project.write("articles/b.md", HEAD.format(title="خبر جديد", slug="a-v2", more=more, body=LATER))
    project.write("articles/c.md", HEAD.format(title="آخر", slug="c", more="", body="نص آخر عن الماء."))
    return project


def made(project: Project) -> dict[str, Page | File]:
    checked = check_archive(project.content, TODAY, repairing=False)
    assert checked.errors == ()
    return {each.address: each for each in whole_site(checked.library("https://x.example", TODAY))}


def said(project: Project) -> list[str]:
    return [str(problem) for problem in check_archive(project.content, TODAY, repairing=False).problems]


def data(files: dict[str, Page | File], address: str) -> str:
    file = files[address]
    assert isinstance(file, File)
    return file.data.decode("utf-8-sig")


def test_one_version_stands_in_lists_and_each_has_its_page_its_row_and_its_citation(project: Project) -> None:
    files = made(archive(project))
    assert {"articles/a/", "articles/a-v2/", "articles/a/versions/"} <= files.keys()
    lists = repr([files[""], files["2024/03/"]])
    assert "articles/a/" in lists
    assert "a-v2" not in lists
    rows = list(csv.DictReader(data(files, "data/articles.csv").splitlines()))
    assert [(r["address"], r["version_of"], r["version_day"]) for r in rows] == [
        ("articles/a/", "", ""),
        ("articles/a-v2/", "articles/a/", "2024-04-01"),
        ("articles/c/", "", ""),
    ]
    assert "articles/a-v2/" in data(files, "sitemap.xml")
    assert json.loads(data(files, "articles/a-v2/cite.json"))[0]["version"] == "2024-04-01"
    assert "version" not in json.loads(data(files, "articles/a/cite.json"))[0]
    assert json.loads(data(files, "data/by-url.json")) == {"paper.example/1": "articles/c/"}


def test_the_page_of_versions_shows_what_changed_and_each_says_that_a_later_one_exists(project: Project) -> None:
    files = made(archive(project))
    page = files["articles/a/versions/"]
    assert isinstance(page, Page)
    values = page.values()
    (step,) = values["steps"]  # type: ignore[misc]  # the template reads them as objects
    assert [str(line.html) or line.same for line in step.lines] == [  # type: ignore[has-type]
        "خبر<ins> جديد</ins>",
        "قال المتحدث إن العدد بلغ <del>12</del><ins>14</ins> شخصا.",
        1,
        "<ins>وأضيفت هذه.</ins>",
    ]
    around = {slug: files[f"articles/{slug}/"].around for slug in ("a", "a-v2", "c")}  # type: ignore[union-attr]
    assert (around["a"].later.item.title, around["a"].shown) == ("خبر جديد", None)
    assert (around["a-v2"].later, around["a-v2"].shown.title) == (None, "خبر")
    assert (around["c"].versions, around["c"].compared) == (1, "")


def test_the_index_of_the_search_has_each_version_and_knows_whose_it_is(project: Project) -> None:
    files = made(archive(project))
    index = {name.rpartition("/")[2]: file for name, file in files.items() if name.startswith("search/index/")}
    held = index["manifest.json"]
    assert isinstance(held, File)
    manifest = read(held.data)
    assert manifest["articles"] == 3
    ((version, shown),) = manifest["versions"]
    texts = [files[f"search/index/texts/{n:x}.json.gz"] for n in (version, shown)]
    entries = [read(gzip.decompress(file.data)) for file in texts if isinstance(file, File)]
    assert [(entry[0], entry[8:]) for entry in entries] == [("articles/a-v2/", ["1 أبريل 2024"]), ("articles/a/", [])]


@pytest.mark.parametrize("key", ["status: draft", "embargo: 2030-01-01", "withdrawn: {date: 2026-01-01, reason: طلب}"])
def test_a_version_is_as_hidden_as_the_article(project: Project, key: str) -> None:
    files = made(archive(project, first=f"{key}\n"))
    everything = "".join(file.data.decode("utf-8", "replace") for file in files.values() if isinstance(file, File))
    assert "14 شخصا" not in everything
    assert "articles/a/versions/" not in files
    assert ("articles/a-v2/" in files) == key.startswith("withdrawn")


def test_rights_and_withheld_words_of_the_article_hold_for_its_versions(project: Project) -> None:
    project = archive(project, first="withheld: [المتحدث]\n")
    project.write("vocabulary/o.yaml", "p: {scheme: organisation, pref_label: {ar: صحيفة}, rights: metadata}\n")
    later = (project.content / "articles/b.md").read_text("utf-8").replace("name: صحيفة", "name: أخرى")
    project.write("articles/b.md", later)
    files = made(project)
    page = repr(files["articles/a-v2/"])
    assert "المتحدث" not in page
    assert "14" not in page
    assert not files["articles/a/versions/"].steps[0].whole  # type: ignore[union-attr]


def test_what_does_not_fit_is_told(project: Project) -> None:
    archive(project)
    project.write("articles/d.md", HEAD.format(title="خ", slug="d", more="version_of: a-v2\n", body="نص."))
    project.write("articles/e.md", HEAD.format(title="خ", slug="e", more="version_of: nowhere\n", body="نص."))
    project.write("articles/f.md", HEAD.format(title="خ", slug="f", more="version_of: f\n", body="نص."))
    project.write("articles/g.md", HEAD.format(title="خ", slug="g", more="perhaps_version_of: a\n", body="نص."))
    told = [line for line in said(project) if "ersion" in line or "nowhere" in line]
    assert told == [
        (
            "content/articles/d.md:6:1: version_of: content/articles/b.md is itself a version of another article. "
            "Write the slug of that one: a"
        ),
        "content/articles/e.md:6:1: version_of: No article has the slug nowhere. Write another slug.",
        (
            "content/articles/f.md:6:1: version_of: An article can't be a version of itself. "
            "Take the key out, or write the slug of another article."
        ),
        (
            "content/articles/g.md:6:1: perhaps_version_of: It stands at the same address of its source as a, "
            "and may be another version. Decide: python3 tasks.py review"
        ),
    ]


@pytest.mark.parametrize(
    ("day", "order", "later"), [("2024-03-16", ["a", "a-v2"], "a"), ("2024-03-14", ["a-v2", "a"], "a-v2")]
)
def test_of_versions_that_know_no_day_the_date_of_the_text_decides(
    day: str, order: list[str], later: str, project: Project
) -> None:
    archive(project)
    text = (project.content / "articles/b.md").read_text("utf-8").replace("added: 2024-04-01\n", "")
    project.write("articles/b.md", text.replace("date: 2024-03-15", f"date: {day}"))
    files = made(project)
    listed = files["articles/a/versions/"].versions  # type: ignore[union-attr]  # a page of versions
    assert [(v.item.address.split("/")[1], v.day, v.first) for v in listed] == [
        (slug, None, slug == order[0]) for slug in order
    ]
    assert [slug for slug in order if files[f"articles/{slug}/"].around.later] == [later]  # type: ignore[union-attr]  # pages


@pytest.mark.parametrize(
    ("date", "other", "later"),
    [
        ("2024-03-16", "2024-03-15", True),
        ("2024-03-15", "2024-03-16", False),
        ("unknown", "2024-03-15", False),
        ("2024-03-15", "unknown", False),
        ("2024-03", "2024-03-15", False),
        ("2024-04", "2024-03-15", True),
    ],
)
def test_of_texts_that_came_in_on_one_day_none_is_called_later_whose_dates_do_not_say_so(
    date: str,
    other: str,
    later: bool,  # noqa: FBT001 - a column of the table
    project: Project,
) -> None:
    archive(project, first="added: 2024-04-01\n")
    for name, day in (("a", other), ("b", date)):
        text = (project.content / f"articles/{name}.md").read_text("utf-8")
        project.write(f"articles/{name}.md", text.replace("date: 2024-03-15", f"date: {day}"))
    assert bool(made(project)["articles/a/"].around.later) is later  # type: ignore[union-attr]  # a page


def test_words_of_a_text_are_escaped_in_differences() -> None:
    lines = list(differing_lines("a <script>x\nb", "a <img src=x>\nb"))
    assert "<script" not in "".join(str(line.html) for line in lines)
    assert "<img" not in "".join(str(line.html) for line in lines)
    assert next(iter(differing_lines("x\ny", "x\ny"))).same == 2
    assert list(differing_lines("", "")) == []


def test_an_article_without_versions_inherits_nothing(tmp_path: Path) -> None:
    project = archive(Project.empty(tmp_path / "other"), first="status: draft\n")
    checked = check_archive(project.content, TODAY, repairing=False)
    other = next(a for a in checked.archive.articles if a.slug == "c")
    assert inheriting((other,)) == (other,)
