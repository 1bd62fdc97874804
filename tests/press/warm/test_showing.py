"""What `serve` shows of a saved article: the bytes that the build behind it makes, and nothing that it would not publish."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from press.kept.building import Builds
from warraq.archive.archive import Site
from warraq.edition.edition import Edition
from warraq.press.printing import Printing
from warraq.press.warm.saves import NotWarmError, with_vocabulary
from warraq.press.warm.showing import MOST, Shown, show
from warraq.press.warm.site import WarmSite
from warraq.press.warm.standing import read_standing

ARTICLE = "---\ntitle: {title}\nslug: {slug}\ndate: 2026-01-{day:02}\n{keys}---\n{body}\n"


class Served:
    """An archive, the site of its last build, and over it what was saved since."""

    def __init__(self, builds: Builds, site: WarmSite, folder: Path) -> None:
        self.builds, self.site, self.folder = builds, site, folder
        self.over: dict[str, bytes | None] = {}
        self.shows = 0

    def write(self, name: str, body: str = "نص الخبر.", keys: str = "", day: int = 5, slug: str = "") -> None:
        text = ARTICLE.format(title=f"خبر {name}", slug=slug or name, day=day, keys=keys, body=body)
        self.builds.write(f"articles/{name}.md", text)

    def show(self, *names: str) -> Shown:
        """Show what was saved."""
        self.shows += 1
        folder = self.folder / str(self.shows)
        folder.mkdir()
        self.site, shown = show(self.site, [f"content/articles/{name}.md" for name in names], folder)
        if not shown.errors:
            self.over |= dict.fromkeys(shown.gone)
            self.over |= {inside: (folder / inside).read_bytes() for inside in shown.files}
        return shown

    def page(self, slug: str) -> str | None:
        """Give the page of an article as it is shown; None where there is none."""
        inside = f"articles/{slug}/index.html"
        data = self.over[inside] if inside in self.over else Builds.files(self.builds.output).get(inside)
        return None if data is None else data.decode()

    def everything(self) -> str:
        """Give all that lies over the site."""
        return "\n".join(data.decode("utf-8", "replace") for data in self.over.values() if data)


@pytest.fixture(scope="module")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Builds, WarmSite]:
    root = tmp_path_factory.mktemp("warm")
    builds = Builds(root / "archive", root / "compiled")
    builds.compiled.mkdir()
    (builds.content / "articles").mkdir(parents=True)
    (builds.content / "records").mkdir()
    builds.write("site.yaml", "name: أرشيف\n")
    builds.write("vocabulary/c.yaml", "Water:\n  scheme: topic\n  pref_label: {ar: الماء}\n")
    served = Served(builds, None, root)  # type: ignore[arg-type]  # it writes only
    for day, name in enumerate("abcde", 1):
        served.write(name, f"قال إن الماء {name} هنا.", day=day)
    served.write("f", "اقرأ [غيره]({filename}a.md).", day=9)
    builds.build()
    return builds, builds.warm()


@pytest.fixture
def served(once_built: tuple[Builds, WarmSite], tmp_path: Path) -> Iterator[Served]:
    builds, site = once_built
    shutil.copytree(builds.content, tmp_path / "content")
    shown = tmp_path / "shown"
    shown.mkdir()
    yield Served(builds, site, shown)
    shutil.rmtree(builds.content)
    shutil.copytree(tmp_path / "content", builds.content)


def test_of_a_save_only_its_article_is_read_and_made(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    read: list[str] = []
    read_bytes, call = Path.read_bytes, Printing.__call__

    def reading(self: Path) -> bytes:
        read.append(self.as_posix())
        return read_bytes(self)

    def printing(self: Printing, whole: Edition) -> object:
        printed.append(whole.article.slug)
        return call(self, whole)

    monkeypatch.setattr(Path, "read_bytes", reading)
    monkeypatch.setattr(Printing, "__call__", printing)
    served.write("c", "كلام جديد.", day=3)
    shown = served.show("c")
    assert printed == ["c"]
    assert [path for path in read if path.startswith(served.builds.content.as_posix())] == [
        (served.builds.content / "articles/c.md").as_posix()
    ]
    assert not shown.gone
    assert {inside.split("/")[1] for inside in shown.files if inside.startswith("articles/")} == {"c"}
    assert "كلام جديد." in (served.page("c") or "")


def test_what_is_shown_is_what_the_build_makes(served: Served) -> None:
    """Its neighbours, its related articles and its annotations' successor too; one renamed, one new, one deleted."""
    served.write("c", "قال إن الماء كثير، و[غيره]({filename}new.md).", day=4)
    served.write("new", "قال إن الماء قليل.", keys="tags: [Water]\n", day=6)
    served.write("a", "قال إن الماء a هنا.", day=1, slug="renamed")
    (served.builds.content / "articles/b.md").unlink()
    shown = served.show("a", "b", "c", "new")
    built = served.builds.build()
    assert {inside: data for inside, data in served.over.items() if data} == {
        inside: built[inside] for inside in shown.files
    }
    assert not set(shown.gone) & built.keys()
    assert {"articles/a/index.html", "articles/b/index.html"} <= set(shown.gone)
    # The article that links to the renamed one was made anew.
    assert "articles/f/index.html" in shown.files
    assert "../renamed/" in (served.page("f") or "")


def test_an_article_that_was_not_saved_is_made_whole(served: Served) -> None:
    """The process remembers no texts."""
    assert all(len(article.body) <= 1 for article in served.site.archive.articles)
    served.write("a", slug="renamed", day=1)
    served.show("a")
    assert "اقرأ " in (served.page("f") or "") and "../renamed/" in (served.page("f") or "")
    served.write("a", slug="renamed-again", day=1)
    served.write("f", "لم يبلغ به أحد.", day=9)
    with pytest.raises(NotWarmError):  # it was saved, and nobody has said so yet
        served.show("a")


def test_a_broken_article_is_told_as_a_build_tells_it_and_the_last_good_page_stays(served: Served) -> None:
    served.write("d", "صيغة أولى.", day=4)
    served.show("d")
    served.write("d", "صيغة ثانية.", keys="status: none\nembargo: أمس\n", day=4)
    served.write("e", "صيغة أخرى.", day=5)
    shown = served.show("d", "e")
    assert [(error.path, error.field) for error in shown.errors] == [
        ("content/articles/d.md", "status"),
        ("content/articles/d.md", "embargo"),
    ]
    assert not shown.files and "صيغة أولى." in (served.page("d") or "")
    assert "صيغة أخرى." not in (served.page("e") or "")
    served.write("d", "صيغة ثالثة.", day=4)
    shown = served.show("d")
    assert not shown.errors
    # What waited is shown with it.
    assert "صيغة ثالثة." in (served.page("d") or "") and "صيغة أخرى." in (served.page("e") or "")


@pytest.mark.parametrize(
    ("name", "body", "keys", "said"),
    [
        ("c", "[غيره]({filename}none.md)", "", "content/articles/c.md"),
        ("c", "نص", "translation_of: none\n", "content/articles/c.md"),
        ("c", "نص", "aliases: [d]\n", "content/articles/c.md"),
        ("c", "نص", "annotations: [{quote: ليس هنا, note: شرح}]\n", "content/articles/c.md"),
        ("c", "نص", "embargo: 1447-01-01\n", "content/articles/c.md"),
    ],
)
def test_what_only_the_whole_archive_tells_is_told(served: Served, name: str, body: str, keys: str, said: str) -> None:
    served.write(name, body, keys=keys)
    shown = served.show(name)
    assert [error.path for error in shown.errors] == [said]
    assert not shown.files


def test_the_deletion_of_an_article_that_others_link_to_is_told_of_them(served: Served) -> None:
    (served.builds.content / "articles/a.md").unlink()
    assert [error.path for error in served.show("a").errors] == ["content/articles/f.md"]


@pytest.mark.parametrize(
    "keys", ["status: draft\n", "embargo: 2030-01-01\n", "withdrawn: {date: 2026-01-01, reason: خطأ}\n"]
)
def test_what_is_not_published_is_not_shown_and_its_page_is_gone(served: Served, keys: str) -> None:
    served.write("a", "سر مكتوم.", keys=keys, day=1)
    shown = served.show("a")
    assert served.page("a") is None
    assert "سر مكتوم" not in served.everything()
    # Who links to it is shown without the link; nothing else is made.
    assert {inside.split("/")[1] for inside in shown.files if inside.startswith("articles/")} <= {"f"}
    if "withdrawn" not in keys:
        page = served.page("f") or ""
        assert "غيره" in page and "../a/" not in page.replace("../../a/", "")  # where permanent addresses are


def test_a_new_draft_is_never_shown(served: Served) -> None:
    served.write("draft", "مسودة سرية.", keys="status: draft\n")
    shown = served.show("draft")
    assert (shown.files, shown.gone) == ((), ())
    served.write("c", "اقرأ [المسودة]({filename}draft.md).", day=3)
    served.show("c")
    assert "المسودة" in (served.page("c") or "") and "draft" not in (served.page("c") or "")


def test_withheld_words_and_what_rights_forbid_are_not_shown(served: Served) -> None:
    served.write("c", "قال أحمد الكاتم إن الأمر انتهى.", keys="withheld: [{quote: أحمد الكاتم}]\n", day=3)
    served.write("d", "واحد اثنان ثلاثة أربعة خمسة.", keys="source: {name: وكالة, rights: excerpt 2}\n", day=4)
    shown = served.show("c", "d")
    assert shown.files and "الكاتم" not in served.everything()
    assert "اثنان" in served.everything() and "خمسة" not in served.everything()
    built = served.builds.build()
    assert {inside: data for inside, data in served.over.items() if data} == {
        inside: built[inside] for inside in shown.files
    }


def test_withheld_words_are_in_no_error(served: Served) -> None:
    served.write("c", "نص", keys="withheld: [{quote: أحمد الكاتم}]\ntranslation_of: أحمد الكاتم\n", day=3)
    shown = served.show("c")
    assert shown.errors and not any("الكاتم" in error.text("ar") for error in shown.errors)


def test_what_is_more_than_an_article_asks_for_a_build(served: Served) -> None:
    outside = served.folder / "outside.md"
    outside.write_text("---\ntitle: x\n---\nx\n", "utf-8")
    (served.builds.content / "articles/link.md").symlink_to(outside)
    (served.builds.content / "articles/more").mkdir()
    served.write("c", keys="original: c.txt\n")
    for name in range(MOST + 1):
        served.write(f"n{name}")
    for names in (["link"], ["c"], [f"n{name}" for name in range(MOST + 1)]):
        with pytest.raises(NotWarmError):
            served.show(*names)
    folder = served.folder / "x"
    folder.mkdir()
    with pytest.raises(NotWarmError):
        show(served.site, ["content/articles/more"], folder)


@pytest.mark.parametrize("saved", ["a", "b"])
def test_an_article_and_its_versions_hang_on_each_other(served: Served, saved: str) -> None:
    served.write("a", keys="withheld: [الماء]\n")
    served.write("b", keys="version_of: a\n")
    with pytest.raises(NotWarmError):
        served.show("b", saved)


def test_of_a_changed_vocabulary_what_is_looked_at_is_shown_as_the_build_makes_it(served: Served) -> None:
    served.builds.write(
        "vocabulary/c.yaml", "Water:\n  scheme: topic\n  pref_label: {ar: الماء}\n  alt_labels: {ar: [هنا]}\n"
    )
    folder = served.folder / "x"
    folder.mkdir()
    _, shown = show(with_vocabulary(served.site), [], folder, ["/articles/c/"])
    assert "articles/c/index.html" in shown.files and not any("articles/b/" in file for file in shown.files)
    built = served.builds.build()
    assert Builds.files(folder).items() <= built.items()
    served.builds.write("vocabulary/c.yaml", "Water: [")
    with pytest.raises(NotWarmError):
        with_vocabulary(served.site)


def test_files_of_editors_programs_are_nothing(served: Served) -> None:
    folder = served.folder / "x"
    folder.mkdir()
    paths = [f"content/articles/{name}" for name in ("4913", ".c.md.swp", "c.md~", "c.md.tmp", ".hidden/c.md")]
    assert show(served.site, paths, folder)[1] == Shown()


def test_a_site_that_stands_is_remembered_as_if_it_had_been_built(served: Served) -> None:
    served.write("secret", "قال أحمد الكاتم.", keys="withheld: [{quote: أحمد الكاتم}]\n")
    served.write("linking", "اقرأ [غيره]({filename}draft.md).")
    served.write("draft", keys="status: draft\n")
    builds = served.builds
    builds.build()
    built, before = builds.warm(), builds.state()
    printed, look = read_standing(
        builds.content, builds.output, replace(builds.warm().look, site=Site("")), builds.today
    )
    read = WarmSite.of(builds.content, printed, look, builds.today)
    assert (read.archive, read.shown, read.made_of) == (built.archive, built.shown, built.made_of)
    assert {path: repr(result.facts) for path, result in read.results.items()} == {
        path: repr(result.facts) for path, result in built.results.items()
    }
    assert builds.state() == before
