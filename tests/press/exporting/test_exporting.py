"""`export tei|skos|epub|bagit`: whole or not at all, the same bytes each time, and one article's fault is its own."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from itertools import product
from pathlib import Path

import pytest

import programs
from project import ROOT, Project, hashes
from warraq.edition.edition import Edition
from warraq.pages import whole_site
from warraq.pages.exports.tei.document import tei_element
from warraq.pages.page import File, Library
from warraq.press.checking import check_archive
from warraq.press.exporting import __main__ as command
from warraq.press.exporting import tei
from warraq.press.exporting.public_archive import public_archive
from warraq.press.terminal import format_problems

QUOTED = "---\ntitle: خبر\ndate: 2024\nannotations:\n  - {quote: ليس في النص, note: شرح}\n---\nنص.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Make a small archive, and let commands run in its folder and answer in English."""
    made = Project.empty(tmp_path)
    made.write("site.yaml", "name: أرشيف\ndescription: {ar: أرشيف للتجربة.}\n")
    made.write("vocabulary/a.yaml", "UN: {scheme: organisation, pref_label: {ar: الأمم المتحدة}, wikidata: Q1065}\n")
    for n in range(3):
        made.article(f"n{n}", f"قالت الأمم المتحدة {n}.", date=f"202{n}-03-15")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    monkeypatch.delenv("SITEURL", raising=False)
    return made


@pytest.mark.parametrize("name", ["epub", "bagit"])
def test_the_same_archive_gives_the_same_bytes(name: str, project: Project) -> None:
    assert command.main([name]) == 0
    here = project.hashes("exports")
    again = project.environment(
        PYTHONHASHSEED="7", PYTHONPATH=str(programs.PLUGINS), WARRAQ_LANGUAGE="ar", TZ="Asia/Tokyo"
    )
    done = programs.run("warraq", "press.exporting", name, cwd=project.root, env=again)
    assert done.returncode == 0, done.stderr
    assert project.hashes("exports") == here


def test_what_is_written_is_said(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert [command.main([name]) for name in ("tei", "skos", "epub", "bagit")] == [0, 0, 0, 0]
    assert capsys.readouterr().out.splitlines() == [
        "Written: exports/tei, with 3 articles.",
        "Written: exports/skos, with 1 concepts.",
        "Written: exports/epub.epub, with 3 articles.",
        "Written: exports/bagit, with 3 articles.",
    ]
    assert sorted(file.name for file in (project.root / "exports").iterdir()) == ["bagit", "epub.epub", "skos", "tei"]
    assert sorted(file.name for file in (project.root / "exports/tei/articles").iterdir()) == [
        "n0.xml",
        "n1.xml",
        "n2.xml",
    ]


def test_a_condition_chooses_articles(project: Project) -> None:
    assert command.main(["epub", "--where", "date = 2021"]) == 0
    with zipfile.ZipFile(project.root / "exports/epub.epub") as book:
        assert len([name for name in book.namelist() if name.endswith(".xhtml")]) == 2, "a chapter and the contents"


def test_no_article_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["tei", "--where", "date = 1999"]) == 1
    assert capsys.readouterr().err == "--where: No published article fits the condition. Nothing was written.\n"
    assert not (project.root / "exports").exists()


def test_a_condition_that_can_t_be_understood_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["tei", "--where", "date"]) == 1
    assert capsys.readouterr().err.startswith("--where: ")
    assert not (project.root / "exports").exists()


def test_an_archive_with_errors_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """What a file withholds that can't be read is not known."""
    project.write("articles/broken.md", "---\ntitle: [\n---\nنص.\n")
    assert command.main(["tei"]) == 1
    assert "content/articles/broken.md:3:1: This is not YAML" in capsys.readouterr().err
    assert not (project.root / "exports").exists()


OF_NO_ARTICLE: dict[str, dict[str, str | bytes]] = {
    "an article that can't be read": {"articles/b.md": "---\ntitle: [\n---\nنص.\n", "articles/quoted.md": QUOTED},
    "a picture": {"images/a.png": b"no picture", "articles/quoted.md": QUOTED},
    "the vocabulary": {"vocabulary/b.yaml": "X: {scheme: nothing}\n", "articles/quoted.md": QUOTED},
    "the archive": {"site.yaml": "nam: أرشيف\n", "articles/quoted.md": QUOTED},
    "two ids": {
        "articles/b.md": "---\ntitle: خبر\nid: abcdefgh\ndate: 2024\n---\nنص.\n",
        "articles/c.md": "---\ntitle: خبر آخر\nid: abcdefgh\ndate: 2024\n---\nنص.\n",
    },
}
OF_ONE = {
    "a date of another calendar": "---\ntitle: خبر\ndate: 2024\ncorrections: [{date: 1446-01-02, note: صحح}]\n---\nنص.\n",
    "a dead link": "---\ntitle: خبر\ndate: 2024\n---\nنص [هنا](../nowhere/).\n",
    "a quote that is nowhere": QUOTED,
    "words that are withheld from nothing": "---\ntitle: خبر\ndate: 2024\nwithheld: [ليس هنا]\n---\nنص.\n",
}


def errors_of_a_build(project: Project) -> list[str]:
    """Give the errors that keep a site from being built, as a terminal shows them."""
    checked = check_archive(project.content, date(2027, 1, 15), repairing=False)
    return [format_problems([problem], "en") for problem in checked.errors]


@pytest.mark.parametrize(
    ("wrong", "name"), [*product(OF_NO_ARTICLE, ["tei"]), *product(["two ids"], ["skos", "epub", "bagit"])]
)
def test_what_a_build_refuses_is_refused_with_the_same_problems(
    wrong: str, name: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in OF_NO_ARTICLE[wrong].items():
        project.write(path, data)
    assert command.main([name]) == 1
    said = capsys.readouterr()
    errors = errors_of_a_build(project)
    assert len(errors) > 1 or wrong == "two ids"
    assert said.err.split("\n") == [*"\n".join(errors).split("\n"), ""] and not said.out
    assert not (project.root / "exports").exists()


@pytest.mark.parametrize("wrong", OF_ONE)
def test_the_error_of_one_article_is_told_as_a_build_tells_it(
    wrong: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("articles/wrong.md", OF_ONE[wrong])
    for name in ("tei", "skos"):
        assert command.main([name]) == 1
        said = capsys.readouterr()
        assert said.err == "\n".join(errors_of_a_build(project)) + "\n"
        assert "Articles left out: 1.\n" in said.out
    assert not (project.root / "exports/tei/articles/wrong.xml").exists()


def test_no_word_that_an_article_withholds_is_in_what_is_said(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("articles/a.md", "---\ntitle: خبر\ndate: 2024\nwithheld: [فلان الفلاني]\n---\nقال فلان الفلاني.\n")
    project.write("articles/b.md", "---\ntitle: خبر\ndate: 2024\nembargo: فلان الفلاني\n---\nنص.\n")
    assert command.main(["tei"]) == 1
    said = capsys.readouterr().err
    assert "content/articles/b.md:4" in said and "فلان" not in said


def test_an_article_with_an_error_is_left_out(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("articles/quoted.md", QUOTED)
    assert command.main(["tei"]) == 1
    said = capsys.readouterr()
    assert "content/articles/quoted.md:5" in said.err
    assert said.out == "Written: exports/tei, with 3 articles.\nArticles left out: 1.\n"
    assert not (project.root / "exports/tei/articles/quoted.xml").exists()


def _failing(edition: Edition, library: Library) -> str:
    if edition.article.slug == "n1":
        raise ZeroDivisionError
    return tei_element(edition, library)


def test_a_fault_of_ours_costs_one_article(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tei, "make", _failing)
    assert command.main(["tei"]) == 1
    said = capsys.readouterr()
    assert "content/articles/n1.md" in said.err and "ZeroDivisionError" in said.err
    assert said.out == "Written: exports/tei, with 2 articles.\nArticles left out: 1.\n"
    assert sorted(file.name for file in (project.root / "exports/tei/articles").iterdir()) == ["n0.xml", "n2.xml"]


def test_a_failure_leaves_the_former_export(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command.main(["tei"]) == 0
    before = project.hashes("exports")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tei, "corpus_start", full)
    with pytest.raises(OSError, match="No space"):
        command.main(["tei"])
    assert project.hashes("exports") == before


@pytest.mark.parametrize("name", ["tei", "skos", "epub", "bagit"])
def test_after_an_export_that_was_killed_the_next_one_is_sound(name: str, project: Project) -> None:
    """Killed while it writes, between both renames, and before the former export is deleted."""
    assert command.main([name]) == 0
    sound = project.hashes("exports")
    place = project.root / "exports" / ("epub.epub" if name == "epub" else name)
    for left in ("writing", "former"):
        place.rename(place.with_name(f".{place.name}.{left}"))
        assert not any(file for file in sound if (project.root / "exports" / file).exists()), "nothing half-written"
        assert command.main([name]) == 0
        assert project.hashes("exports") == sound
    place.with_name(f".{place.name}.former").write_bytes(b"")
    assert command.main([name]) == 0
    assert project.hashes("exports") == sound


def test_an_export_that_was_killed_between_both_renames_is_put_back_where_the_next_one_fails(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command.main(["tei"]) == 0
    sound = project.hashes("exports")
    (project.root / "exports/tei").rename(project.root / "exports/.tei.former")
    monkeypatch.setattr(tei, "corpus_start", lambda _library: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        command.main(["tei"])
    assert project.hashes("exports") == sound


def test_nothing_that_somebody_named_is_replaced(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    place = project.root / "mine"
    place.mkdir()
    assert command.main(["tei", "--to", str(place)]) == 1
    assert (
        capsys.readouterr().err == "mine: There is a file or a folder of that name. Give another name, or delete it.\n"
    )
    assert command.main(["tei", "--to", str(project.root / "nowhere/x")]) == 1
    assert command.main(["tei", "--to", str(project.root / "other")]) == 0
    assert hashes(place) == {}
    assert (project.root / "other/corpus.xml").is_file()


def test_nothing_is_written_into_the_archive(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = hashes(project.content)
    assert command.main(["skos", "--to", "content/articles/x"]) == 1
    assert capsys.readouterr().err == "content/articles/x: content/ is the archive itself. Give another name.\n"
    assert hashes(project.content) == before


def test_a_whole_bag_takes_no_public_one_s_place(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["bagit"]) == command.main(["bagit", "--whole"]) == 0
    assert "give it to nobody else" in capsys.readouterr().out
    assert not (project.root / "exports/bagit/data/content").exists()
    assert (project.root / "exports/bagit-whole/data/content/site.yaml").is_file()


def test_an_export_is_replaced_by_the_next(project: Project) -> None:
    assert command.main(["tei"]) == 0
    (project.content / "articles/n2.md").unlink()
    assert command.main(["tei"]) == 0
    assert sorted(file.name for file in (project.root / "exports/tei/articles").iterdir()) == ["n0.xml", "n1.xml"]
    assert sorted(file.name for file in (project.root / "exports").iterdir()) == ["tei"]


def test_a_link_in_the_place_of_exports_is_not_followed(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project.root / "exports").symlink_to(elsewhere)
    env = project.environment(WARRAQ_LANGUAGE="en")
    done = programs.run("warraq", "press.exporting", "skos", cwd=project.root, env=env)
    assert done.returncode == 1
    assert "It is a link" in done.stderr
    assert list(elsewhere.iterdir()) == []


def test_progress_is_shown_of_many(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "MANY", 2)
    assert command.main(["tei"]) == 0
    assert "Writing articles: 3 of 3" in capsys.readouterr().err
    assert (project.root / "exports/tei").is_dir()


def test_no_other_format_is_offered_by_a_site(project: Project) -> None:
    project.write("site.yaml", "name: أرشيف\nexports: [tei, epub]\n")
    env = project.environment(WARRAQ_LANGUAGE="en")
    done = programs.run("warraq", "press", "check", cwd=project.root, env=env)
    assert done.returncode == 1
    assert "A site does not offer “epub”. Write some or all of: tei, skos, records." in done.stdout


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["tei"], ["press.exporting", "tei"]),
        (["bagit", "", "", "", ",", "", True], ["press.exporting", "bagit", "--whole"]),
        (["archive.csv"], ["desk.correcting", "export", "--table=archive.csv", "--separator=,"]),
        (["", "archive.csv"], ["desk.correcting", "export", "--table=archive.csv", "--separator=,"]),
        (["table", "archive.csv"], ["desk.correcting", "export", "--table=archive.csv", "--separator=,"]),
    ],
)
def test_the_task_writes_a_table_or_for_scholars(
    words: list[object], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("tasks_that_export", ROOT / "tasks.py")
    assert spec and spec.loader
    tasks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tasks)
    called: list[str] = []
    monkeypatch.setattr(tasks, "warraq", lambda *given: called.extend(given))
    tasks.export.body(None, *words)
    assert called == asked


def test_the_task_says_what_can_be_written() -> None:
    done = programs.run(
        "invoke", "--search-root", str(ROOT), "export", cwd=ROOT, env={**os.environ, "WARRAQ_LANGUAGE": "en"}
    )
    assert (
        "Say what to write: the name of a table, such as archive.csv, or one of tei, skos, epub, bagit." in done.stderr
    )


def test_a_site_offers_what_it_is_asked_for(project: Project) -> None:
    plain = set(whole(project))
    project.write("site.yaml", "name: أرشيف\nexports: [tei, skos]\n")
    more = set(whole(project)) - plain
    assert more == {
        *(f"articles/n{n}/article.tei.xml" for n in range(3)),
        "data/corpus.tei.xml",
        "data/vocabulary.ttl",
        "data/vocabulary.jsonld",
    }


def whole(project: Project) -> dict[str, bytes]:
    """Give the files of the site that no template makes."""
    library = check_archive(project.content, date(2027, 1, 15), repairing=False).library("", date(2027, 1, 15))
    return {made.address: made.data for made in whole_site(library) if isinstance(made, File)}


def test_no_text_stays_in_memory_and_facts_share_the_words_of_the_archive(project: Project) -> None:
    for number in range(30):
        project.article(f"a{number}", body="نص طويل جدا. " * 200, title=f"عنوان {number}")
    found = public_archive(project.content, "https://archive.test", date(2027, 1, 15))
    articles = {article.path: article for article in found.gathered.archive.articles}
    assert len(articles) == len(found.library.articles) == 33
    for facts in found.library.articles:
        assert len(articles[facts.article.path].body) <= 1
        assert len(facts.article.body) <= 1
        assert facts.article.title is articles[facts.article.path].title
