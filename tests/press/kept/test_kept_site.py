"""A build that keeps what did not change gives the same bytes as one from nothing, after every kind of change."""

from __future__ import annotations

import gzip
from datetime import date

import pytest

from warraq.pages import data
from warraq.pages.items import Items
from warraq.pages.search.lettering import read
from warraq.press import article_keys
from warraq.press.late_parts import LateParts
from warraq.press.rendering import Templates
from warraq.press.shelf import Shelf

from .building import Builds
from .changes import CHANGES, EMBARGOED, NEW, OWN_PAGE, own_theme


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_of_which_much_is_kept_is_that_of_a_build_from_nothing(builds: Builds, change: str) -> None:
    make, printed = CHANGES[change]
    make(builds)
    assert builds.build() == builds.from_nothing()
    if printed is not None:
        assert len(builds.printed) - DRAFTS == printed, builds.printed


DRAFTS = 1
"""Of tests/site/, the withdrawn one: of what is not published nothing is kept."""


def test_words_that_an_archive_takes_for_one_another_come_and_go(builds: Builds) -> None:
    def group() -> bool:
        return "الترعة" in str(read(builds.build()["search/index/names.json"]))

    assert not group()
    builds.write("vocabulary/synonyms.yaml", "الترعة: [القناة]\n")
    assert group()
    assert group(), "the build after that"
    builds.write("vocabulary/synonyms.yaml", "الترعة: []\n")
    assert not group()


def test_an_embargo_that_ends_publishes(builds: Builds) -> None:
    builds.write("articles/new.md", EMBARGOED)
    assert "articles/new/index.html" not in builds.build()
    builds.today = date(2027, 2, 1)
    site = builds.build()
    assert "articles/new/index.html" in site
    assert site == builds.from_nothing()


def test_a_link_to_a_draft_comes_with_its_page_and_goes_with_it(builds: Builds) -> None:
    builds.write("articles/linking.md", NEW.replace("عن القناة", "عن [القناة]({filename}linked.md)"))
    builds.write("articles/linked.md", NEW.replace("title: ", "status: draft\ntitle: آخر "))
    hidden = builds.build()
    assert hidden == builds.from_nothing()
    builds.write("articles/linked.md", NEW.replace("title: ", "title: آخر "))
    shown = builds.build()
    assert shown == builds.from_nothing()
    assert shown["articles/linking/index.html"] != hidden["articles/linking/index.html"]
    builds.write("articles/linked.md", NEW.replace("title: ", "status: draft\ntitle: آخر "))
    assert builds.build() == hidden


def test_a_page_of_one_s_own_follows_the_articles_that_it_links_to(builds: Builds) -> None:
    builds.write("articles/linked.md", NEW)
    builds.write("pages/team.md", OWN_PAGE.replace("canal.md", "linked.md"))
    shown = builds.build()
    assert b"articles/linked/" in shown["team/index.html"]
    builds.write("articles/linked.md", NEW.replace("title: ", "status: draft\ntitle: "))
    hidden = builds.build()
    assert hidden == builds.from_nothing()
    assert b"linked" not in hidden["team/index.html"]
    builds.write("pages/team.md", OWN_PAGE.replace("نحن", "إننا"))
    assert builds.build() == builds.from_nothing()


def test_a_translation_that_comes_is_named_by_the_other(builds: Builds) -> None:
    builds.write("articles/new.md", NEW)
    builds.build()
    builds.write("articles/news.md", NEW.replace("title: ", "lang: en\ntranslation_of: new\nslug: news\ntitle: "))
    site = builds.build()
    assert site == builds.from_nothing()
    assert b"hreflang" in site["articles/new/index.html"]
    (builds.content / "articles/news.md").unlink()
    assert builds.build() == builds.from_nothing()


def test_other_code_keeps_nothing(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_keys, "program_digest", lambda: b"other")
    builds.build()
    assert len(builds.printed) > 10


def test_a_build_that_is_asked_to_keeps_nothing(builds: Builds) -> None:
    builds.build(clean=True)
    assert len(builds.printed) > 10
    builds.build()
    assert len(builds.printed) == DRAFTS


def test_a_build_that_was_killed_changes_nothing(builds: Builds) -> None:
    builds.write("articles/new.md", NEW)
    builds.build(killed=True)
    assert builds.build() == builds.from_nothing()
    assert [path for path in builds.printed if "new" in path]


def test_files_of_the_former_site_are_linked_not_written(builds: Builds) -> None:
    file = builds.output / "articles/great-canal-opens/index.html"
    before = file.stat().st_ino
    builds.build()
    assert file.stat().st_ino == before


def test_an_edited_article_of_a_large_archive_costs_the_texts_of_its_year(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "MOST_IN_ONE", 1)
    builds.build()  # a file for each year from now on
    asked: list[str] = []
    sound = Shelf.row

    def row(self: Shelf, path: str) -> str | None:
        asked.append(path)
        return sound(self, path)

    monkeypatch.setattr(Shelf, "row", row)
    builds.write("articles/new.md", NEW.replace("2022", "2024"))
    site = builds.build()
    files = {name for name in site if name.startswith("data/articles-")}
    assert len(files) > 4 and "data/articles-undated.jsonl.gz" in files
    of_2024 = gzip.decompress(site["data/articles-2024.jsonl.gz"]).splitlines()
    assert len(asked) == len(of_2024) > 2 and "content/articles/new.md" in asked
    assert site == builds.from_nothing()


def counted(monkeypatch: pytest.MonkeyPatch, of: type, name: str) -> list[object]:
    """Count the calls of a method: give what it is called of."""
    found: list[object] = []
    sound = getattr(of, name)

    def call(self: object, *given: object) -> object:
        found.append(self)
        return sound(self, *given)

    monkeypatch.setattr(of, name, call)
    return found


def test_a_text_that_nobody_else_tells_of_costs_no_list_and_no_other_article(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds.write("articles/new.md", NEW)
    builds.build()
    listed, around = counted(monkeypatch, Items, "_all"), counted(monkeypatch, LateParts, "around")
    rendered = counted(monkeypatch, Templates, "render")
    builds.write("articles/new.md", NEW + "\nكلمات لا يذكرها غير صفحتها.\n")
    site = builds.build()
    assert len(rendered) == len(around) == len(builds.printed) - DRAFTS == 1 and listed == []
    builds.write("articles/new.md", NEW.replace("title: ", "title: آخر "))
    assert builds.build() == builds.from_nothing() != site
    assert 0 < len(listed) < len(site)


def test_pages_with_code_of_the_settings_are_not_kept(builds: Builds) -> None:
    builds.filters = {"code": str}
    builds.build()
    builds.filters = {}
    builds.build()
    assert len(builds.printed) > 10


def test_a_template_behind_a_link_is_looked_at(builds: Builds) -> None:
    own_theme("templates/article.html", "<article", "<article")(builds)
    elsewhere = builds.root / "elsewhere"
    (builds.theme / "templates/includes").rename(elsewhere)
    (builds.theme / "templates/includes").symlink_to(elsewhere)
    builds.build()
    late = elsewhere / "late/around.html"
    late.write_text(late.read_text(encoding="utf-8").replace("‹", "«"), encoding="utf-8")
    builds.compiled = builds.root / "compiled anew"
    builds.compiled.mkdir()
    assert builds.build() == builds.from_nothing()
