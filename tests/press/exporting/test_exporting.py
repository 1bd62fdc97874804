"""`export tei|skos|epub|bagit`: whole or not at all, the same bytes each time, and one article's fault is its own."""

from __future__ import annotations

import os
import zipfile
from datetime import date

import pytest

import programs
from project import ROOT, Project, hashes
from tasks_module import tasks_module
from warraq.pages import whole_site
from warraq.pages.page import File
from warraq.press.checking import check_archive
from warraq.press.exporting import __main__ as command
from warraq.press.exporting import tei
from warraq.press.exporting.public_archive import public_archive


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
    tasks = tasks_module()
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
