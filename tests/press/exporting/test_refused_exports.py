"""What a build refuses is refused of an export, with the same problems; an error of one article costs no other."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from project import Project
from warraq.edition.edition import Edition
from warraq.pages.exports.tei.document import tei_element
from warraq.pages.page import Library
from warraq.press.checking import check_archive
from warraq.press.exporting import __main__ as command
from warraq.press.exporting import tei
from warraq.press.terminal import format_problems

QUOTED = "---\ntitle: خبر\ndate: 2024\nannotations:\n  - {quote: ليس في النص, note: شرح}\n---\nنص.\n"


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
