"""A build that keeps what did not change gives the same bytes as one from nothing, after every kind of change."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from project import ROOT, SITE
from warraq.pages import data
from warraq.pages.items import Items
from warraq.press import article_keys
from warraq.press.late_parts import LateParts
from warraq.press.rendering import Templates
from warraq.press.search_index import kept_index
from warraq.press.shelf import Shelf, kept_shelf

from .building import Builds

VOCABULARY = "vocabulary/concepts.yaml"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(scope="session")
def once_built(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Path:
    """Build the archive of tests/site/ once."""
    root = tmp_path_factory.mktemp("kept") / "archive"
    shutil.copytree(SITE, root / "content")
    (root / "content/records").mkdir()
    Builds(root, compiled).build()
    return root


@pytest.fixture(scope="session")
def with_one_more(once_built: Path, compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the site from nothing of the archive with one more article."""
    root = tmp_path_factory.mktemp("more") / "archive"
    shutil.copytree(once_built / "content", root / "content")
    more = Builds(root, compiled)
    more.write("articles/new.md", NEW)
    return more.build()


@pytest.fixture
def builds(once_built: Path, compiled: Path, tmp_path: Path) -> Builds:
    root = tmp_path / "archive"
    shutil.copytree(once_built, root)  # with its times: the shelf knows them
    return Builds(root, compiled)


def replaced(path: str, before: str, after: str) -> Callable[[Builds], None]:
    """Give the change that replaces words of a file."""

    def change(builds: Builds) -> None:
        text = (builds.content / path).read_text(encoding="utf-8")
        changed, number = re.subn(before, after, text, count=1, flags=re.MULTILINE)
        assert number, f"{path} has no {before}"
        builds.write(path, changed)

    return change


def put(path: str, text: str) -> Callable[[Builds], None]:
    return lambda builds: builds.write(path, text)


def gone(*paths: str) -> Callable[[Builds], None]:
    def change(builds: Builds) -> None:
        for path in paths:
            (builds.content / path).unlink()

    return change


def set_to(**values: object) -> Callable[[Builds], None]:
    def change(builds: Builds) -> None:
        for name, value in values.items():
            setattr(builds, name, value)

    return change


def own_theme(path: str, before: str, after: str) -> Callable[[Builds], None]:
    def change(builds: Builds) -> None:
        theme = builds.root / "theme"
        shutil.copytree(ROOT / "theme", theme, ignore=shutil.ignore_patterns("static"))
        (theme / "static").symlink_to(ROOT / "theme/static")
        text = (theme / path).read_text(encoding="utf-8")
        assert before in text
        (theme / path).write_text(text.replace(before, after), encoding="utf-8")
        builds.theme = theme
        builds.compiled = builds.root / "compiled"
        builds.compiled.mkdir()

    return change


def by_hand(path: str, data: bytes | None) -> Callable[[Builds], None]:
    """Give the change of somebody who writes to the site itself."""

    def change(builds: Builds) -> None:
        file = builds.output / path
        if data is None:
            file.unlink()
        else:
            file.write_bytes(data)

    return change


def with_logo(builds: Builds) -> None:
    builds.write("theme/logo.svg", LOGO)
    replaced("site.yaml", "^months: .*", "months: ar\ntheme: {logo: logo.svg}")(builds)
    builds.build()
    builds.write("theme/logo.svg", LOGO.replace("9", "8"))


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><path d="M0 0h90v40H0z"/></svg>'
NEW = "---\ntitle: خبر جديد\ndate: 2022-05-02\ntags: [حر]\n---\nنص الخبر الجديد عن القناة.\n"
OWN_PAGE = "---\ntitle: هيئة التحرير\n---\nنحن من [افتتح القناة]({filename}../articles/canal.md).\n"
EMBARGOED = NEW.replace("---\nنص", "embargo: 2027-02-01\n---\nنص")
VERSION = """\
---
title: أقدم ما في الأرشيف
slug: أقدم-ما-في-الأرشيف-v3
date: 1998
version_of: أقدم-ما-في-الأرشيف
added: 2025-01-01
---
نص ثالث عن الري في واحة النخيل لا يُعرف من تاريخه إلا السنة.
"""


CHANGES: dict[str, tuple[Callable[[Builds], None], int | None]] = {
    "nothing": (lambda _: None, 0),
    "a text": (replaced("articles/festival.md", r"\Z", "\nوسطر في آخره.\n"), 1),
    "a title, which neighbours name": (replaced("articles/festival.md", "^title: ", "title: جديد "), 1),
    "one more": (put("articles/new.md", NEW), 1),
    "one less": (gone("articles/dense.md"), 0),
    "a date": (replaced("articles/festival.md", r"^date: .*$", "date: 1999-01-02"), 1),
    "another address": (
        replaced("articles/festival.md", "^slug: .*$", "slug: other\naliases: [مهرجان-التمور-يعود]"),
        1,
    ),
    "a draft": (replaced("articles/festival.md", "^title: ", "status: draft\ntitle: "), None),
    "a withdrawal": (
        replaced("articles/festival.md", "^title: ", "withdrawn: {date: 2026-01-01, reason: خطأ}\ntitle: "),
        None,
    ),
    "one more version": (put("articles/year-v3.md", VERSION), 1),
    "a version that stands alone": (replaced("articles/year-v2.md", "^version_of: .*\n", ""), 1),
    "a withdrawal of what has a version": (
        replaced("articles/year.md", "^title: ", "withdrawn: {date: 2026-01-01, reason: خطأ}\ntitle: "),
        None,
    ),
    "words withheld from what has a version": (
        replaced("articles/year.md", "^title: ", "withheld: [الري]\ntitle: "),
        None,
    ),
    "one more original": (put("originals/news.txt", "وصل الوفد إلى المدينة\n\nقال الوزير إن | العمل مستمر .\n"), 1),
    "a definition": (replaced(VOCABULARY, r"^(    text: *\{? *ar: |      ar: )", r"\1جديد "), None),
    "one more concept": (
        lambda b: b.write("vocabulary/more.yaml", "festival:\n  scheme: topic\n  pref_label: {ar: دورته التاسعة}\n"),
        1,
    ),
    "a concept that no text names": (
        lambda b: b.write("vocabulary/more.yaml", "Ural:\n  scheme: place\n  pref_label: {ar: جبال الأورال}\n"),
        0,
    ),
    "the archive's name": (replaced("site.yaml", "^name: .*$", "name: بيت الورق"), None),
    "what scholars are offered": (
        replaced("site.yaml", "^months: .*", "months: ar\nexports: [tei, skos, records]"),
        None,
    ),
    "months": (replaced("site.yaml", "^months: .*", "months: ar_MA"), None),
    "digits": (replaced("site.yaml", "^months: .*", "months: ar\ndigits: arab"), None),
    "a page of one's own": (put("pages/team.md", OWN_PAGE), 0),
    "a page of one's own in the navigation": (
        put("pages/team.md", OWN_PAGE.replace("---\nن", "menu: yes\n---\nن")),
        None,
    ),
    "words of one's own for the home": (put("pages/home.md", "وعد.\n"), 0),
    "words of one's own for the method": (put("pages/method.md", "كيف نعمل.\n"), 0),
    "words of one's own for every foot": (put("pages/footer.md", "ذيل.\n"), None),
    "the navigation": (
        replaced("site.yaml", "^months: .*", "months: ar\nnavigation: [archive, {method: كيف نعمل}]"),
        None,
    ),
    "rules of one's own": (put("theme/custom.css", ".body { text-align: start }\n"), None),
    "a logo": (with_logo, None),
    "looks": (replaced("site.yaml", "^months: .*", 'months: ar\ntheme: {accent: "#7a1f3d", measure: 24}'), None),
    "calendars": (replaced("site.yaml", "^months: .*", "months: ar\ncalendars: [umalqura, gregory]"), None),
    "the address of the site": (set_to(site_url="https://other.example"), None),
    "no address": (set_to(site_url=""), None),
    "a template": (own_theme("templates/article.html", "<article", "<article class=x"), None),
    "a late part": (own_theme("templates/includes/late/around.html", "‹", "«"), None),
    "a translation": (own_theme("translations/ar/theme.po", "أقدم", "الأقدم"), None),
    "a page that somebody changed": (by_hand("articles/great-canal-opens/index.html", b"<p>changed"), 1),
    "a page that somebody deleted": (by_hand("articles/great-canal-opens/index.html", None), 1),
    "a list that somebody changed": (by_hand("index.html", b"<p>changed"), 0),
    "another day": (set_to(today=date(2027, 3, 1)), 0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_of_which_much_is_kept_is_that_of_a_build_from_nothing(builds: Builds, change: str) -> None:
    make, printed = CHANGES[change]
    make(builds)
    assert builds.build() == builds.from_nothing()
    if printed is not None:
        assert len(builds.printed) - DRAFTS == printed, builds.printed


DRAFTS = 1
"""Of tests/site/, the withdrawn one: of what is not published nothing is kept."""


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


SPOILED: dict[str, Callable[[Path], object]] = {
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "no database": lambda file: file.write_bytes(b"SQLite format 3\0" + b"x" * 5000),
    "empty": lambda file: file.write_bytes(b""),
    "gone": lambda file: file.unlink(),
    "of another make": lambda file: _executed(file, "DROP TABLE articles", "CREATE TABLE articles (path TEXT)"),
    "changed": lambda file: _executed(
        file, "UPDATE articles SET kept = substr(kept, 1, 60) || 'x' || substr(kept, 62)"
    ),
    "without texts": lambda file: _executed(file, "UPDATE texts SET texts = x'00'"),
}


def _executed(file: Path, *statements: str) -> None:
    with sqlite3.connect(file) as db:
        for each in statements:
            db.execute(each)
    db.close()


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_shelf_only_costs_time(builds: Builds, how: str, with_one_more: dict[str, bytes]) -> None:
    SPOILED[how](kept_shelf(builds.output))
    builds.write("articles/new.md", NEW)
    assert builds.build() == with_one_more


UNSEEN = "---\ntitle: مسودة\ndate: 2022-05-02\nslug: zq-unseen\nstatus: draft\n---\nنص المسودة.\n"
LEADING = "---\ntitle: خبر له رابط\ndate: 2026-12-30\n---\nانظر [تلك المادة](<{filename}draft.md>).\n"
ANOTHER = "---\ntitle: خبر آخر\ndate: 2022-05-02\n---\nنص.\n"


def spoil_table(builds: Builds, name: str) -> None:
    """Overwrite the first page of a table in the shelf."""
    file = kept_shelf(builds.output)
    with closing(sqlite3.connect(file)) as db:
        [(page,)] = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
        [(size,)] = db.execute("PRAGMA page_size")
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    file.write_bytes(data)


def test_texts_that_are_made_anew_lead_to_nothing_hidden(builds: Builds) -> None:
    builds.write("articles/draft.md", UNSEEN)
    builds.write("articles/leading.md", LEADING)
    assert b"leading" in builds.build()["feeds/site.xml"]
    spoil_table(builds, "files")
    builds.write("articles/another.md", ANOTHER)
    site = builds.build()
    assert not [name for name, data in site.items() if b"zq-unseen" in data]
    assert site == builds.from_nothing()


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


def spoiled_page(number: int) -> Callable[[Path], object]:
    """Give what overwrites a page of a database."""

    def spoil(file: Path) -> None:
        data = bytearray(file.read_bytes())
        start = number * 4096
        data[start : start + 4000] = b"x" * len(data[start : start + 4000])
        file.write_bytes(data)

    return spoil


SPOILED_INDEX: dict[str, Callable[[Path], object]] = {
    "a page of the state": spoiled_page(3),
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "gone": lambda file: file.unlink(),
    "without files": lambda file: _executed(file, "DELETE FROM file"),
    "without a table": lambda file: _executed(file, "DROP TABLE article"),
    "other words": lambda file: _executed(file, "UPDATE place SET words = 'x'"),
}


def _made_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILED_INDEX["a folder"] = _made_a_folder


@pytest.mark.parametrize("clean", [False, True], ids=["kept", "clean"])
@pytest.mark.parametrize("how", SPOILED_INDEX)
def test_a_spoiled_state_of_the_search_only_costs_time(
    builds: Builds, how: str, with_one_more: dict[str, bytes], *, clean: bool
) -> None:
    SPOILED_INDEX[how](kept_index(builds.output))
    builds.write("articles/new.md", NEW)
    assert builds.build(clean=clean) == with_one_more


@pytest.mark.parametrize("page", [1, 2, 4])
def test_a_spoiled_page_of_the_shelf_only_costs_time(
    builds: Builds, page: int, with_one_more: dict[str, bytes]
) -> None:
    spoiled_page(page)(kept_shelf(builds.output))
    builds.write("articles/new.md", NEW)
    assert builds.build() == with_one_more
    assert builds.build() == with_one_more


@pytest.mark.parametrize("how", ["put back", "locked"])
def test_words_that_go_are_in_no_index_though_its_state_was_not_kept(builds: Builds, how: str) -> None:
    """A program that reads the state may keep it from being written."""
    state, before = kept_index(builds.output), kept_index(builds.output).read_bytes()
    builds.write("articles/new.md", NEW.replace("القناة", "زكرياالسري"))
    reading = sqlite3.connect(state, isolation_level=None)
    if how == "locked":
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM article").fetchone()
    builds.build()
    reading.close()
    if how == "put back":
        state.write_bytes(before)
    (builds.content / "articles/new.md").unlink()
    site = builds.build()
    assert site == builds.from_nothing()
    assert [path for path, data in site.items() if "زكرياالسري".encode() in data] == []


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
