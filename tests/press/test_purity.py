"""
One more article changes only the pages that list it; editions are the same in any process.

So builds can be parallel and incremental, and so a reader's copy of a page is not stale for nothing.
"""

from __future__ import annotations

import multiprocessing
import pickle
import shutil
from datetime import date
from pathlib import Path

import pytest

from project import ROOT, Project
from warraq.press.checking import check_archive

MONTHS = [(2023, 11), (2023, 12), (2024, 1), (2024, 3)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two hundred articles."""
    project = Project.empty(tmp_path_factory.mktemp("two-hundred"))
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    for number in range(200):
        year, month = MONTHS[number % 4]
        tag = "tags: [كلمة]\n" if number % 10 == 0 else ""
        source = "source: وكالة\n" if number % 3 == 0 else ""
        text = "قال فلاديمير بوتين في موسكو كلامًا." if number % 2 else "زار الوفد مدينة أستانا."
        project.write(
            f"articles/a{number:03}.md",
            f"---\ntitle: خبر {number}\ndate: {year}-{month:02}-{number % 27 + 1:02}\n{tag}{source}---\n{text}\n",
        )
    project.set(SITEURL="https://example.org")  # feeds and the sitemap too
    done = project.build()
    assert done.returncode == 0, done.stdout
    return project


def test_one_article_more_changes_only_the_pages_that_list_it(archive: Project) -> None:
    before = archive.hashes("output")
    archive.write(
        "articles/new.md", "---\ntitle: خبر جديد\ndate: 2024-03-28\nsource: وكالة\n---\nزار الوفد مدينة أستانا.\n"
    )
    assert archive.build_anew().returncode == 0
    after = archive.hashes("output")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    own = {path for path in changed if path.startswith(("articles/new/", "a/"))}
    assert "articles/new/index.html" in own and len([path for path in own if path.startswith("a/")]) == 1
    # The search index is one for all articles; its own tests say how it is cut.
    others = {path for path in changed - own if not path.startswith("search/")}
    # Only the article before it in time names it («next»); of the lists, those that it stands in.
    assert others == LISTS | {"articles/a107/index.html"}


LISTS = {
    "index.html",
    "2024/index.html",
    "2024/03/index.html",
    "concepts/index.html",
    "concepts/astana/index.html",
    "sources/وكالة/index.html",
    "data/index.html",
    "data/annotations.jsonld",
    "data/articles.csv",
    "data/articles.jsonl.gz",
    "data/citations.json",
    "data/citations.json.gz",
    "data/datapackage.json",
    "data/facets.json.gz",
    "data/concepts.csv",
    "feeds/concepts/astana.xml",
    "feeds/site.json",
    "feeds/site.xml",
    "feeds/sources/وكالة.xml",
    "sitemap.xml",
}


def editions_elsewhere(content: str, day: date) -> bytes:
    return pickle.dumps(check_archive(Path(content), day, repairing=False).editions)


def test_editions_of_another_process_equal_those_made_here(archive: Project) -> None:
    day = date(2027, 1, 1)
    here = check_archive(archive.content, day, repairing=False).editions
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        elsewhere = pickle.loads(pool.apply(editions_elsewhere, (str(archive.content), day)))
    assert here == elsewhere
