"""What is wrong in a table is told with its line, and nothing is written unless the rest is asked for."""

from __future__ import annotations

import pytest

from desk.conftest import Desk
from desk.correcting.two_articles import ONE, Rows, exported, one, put, updated
from project import hashes


def test_letters_that_an_old_program_lost_are_told(archive: Desk) -> None:
    archive.article("fa", "---\ntitle: گزارش چاپ\ndate: 2020\nlang: fa\n---\nنص.\n")
    rows = exported(archive)
    at = next(n for n, row in enumerate(rows) if row[0] == "fa.md")
    lost = put(rows, at, title="گزارش چاپ".encode("cp1252", "replace").decode("cp1252"))
    assert "lost letters" in updated(archive, lost, code=1)
    assert "Articles changed: 1." in updated(archive, put(rows, 1, title="جديد"), encoding="cp1256")


def test_a_change_on_both_sides_is_told_and_nothing_is_written(archive: Desk) -> None:
    rows = put(put(exported(archive), 1, source="أ ف ب", date="2022"), 2, title="آخر")
    archive.article("one", "").write_bytes(ONE.replace("رويترز", "تاس").encode())
    before = hashes(archive.content)
    said = updated(archive, rows, code=1)
    assert (
        "b.csv:2: source: The article changed since the export: content/articles/one.md has “تاس”, the table “أ ف ب”."
        in said
    )
    assert hashes(archive.content) == before
    updated(archive, rows, "--conflicts=keep")
    assert "name: تاس" in one(archive) and "date: 2022\n" in one(archive)
    updated(archive, rows, "--conflicts=take")
    assert "name: أ ف ب" in one(archive)


def test_nothing_is_written_where_a_row_is_wrong_unless_the_rest_is_asked_for(archive: Desk) -> None:
    archive.article("three", "---\ntitle: ثالث\ndate: 2020\n---\nنص.\n")
    before = hashes(archive.root / "content")
    rows = [["file", "rights", "lang"], ["three", "full", ""], ["one", "full", ""], ["two", "full", "عربي"]]
    for options in ([], ["--preview"]):
        said = updated(archive, rows, *options, code=1)
        assert (
            "b.csv:2: rights: The article names no source" in said and "b.csv:4: lang: “عربي” is not the code" in said
        )
        assert said.endswith(
            "Mistakes: 2.\nNothing was written, because something is wrong.\n"
            "To write all else all the same (1 articles): --rest\n"
        )
        assert hashes(archive.root / "content") == before
    assert "Articles changed: 1." in updated(archive, rows, "--rest", code=1)
    assert "rights: full" in one(archive) and "rights" not in (archive.content / "articles/two.md").read_text("utf-8")


def test_the_rest_is_without_rows_that_contradict_each_other(archive: Desk) -> None:
    before = hashes(archive.content)
    said = updated(archive, [["file", "title"], ["one", "x"], ["one.md", "y"]], "--rest", code=1)
    assert "speaks of content/articles/one.md twice" in said and hashes(archive.content) == before


def test_many_mistakes_are_told_by_their_lines_and_the_sum_last(archive: Desk) -> None:
    rows = [["file", "lang"], *([f"n{n}", "fa"] for n in range(300)), ["two", "x y"]]
    said = updated(archive, rows, code=1).splitlines()
    assert len(said) < 30 and "b.csv:2: No article is called “n0”." in said[0]
    assert "… and 280 more of the same kind, in the lines 22-301." in said and "Mistakes: 301." in said
    assert any(line.startswith("b.csv:302: lang:") for line in said)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["one", "two", "x"], "The row names two articles: its file is that of content/articles/one.md"),
        (
            ["one", "جديد", "x"],
            "No article has the slug “جديد”; that of content/articles/one.md is “خبر-أول”. Addresses",
        ),
        (["nowhere", "two", "x"], "No article is called “nowhere”; the slug is that of content/articles/two.md."),
        (["nowhere", "neither", "x"], "No article is called “nowhere”. Name its file"),
        (["", "", "x"], "The row does not say which article it speaks of."),
    ],
)
def test_names_that_contradict_each_other_or_were_edited_are_told(archive: Desk, row: list[str], said: str) -> None:
    before = hashes(archive.content)
    assert f"b.csv:2: {said}" in updated(archive, [["file", "slug", "title"], row], code=1)
    assert hashes(archive.content) == before


def test_no_message_says_a_withheld_word(archive: Desk) -> None:
    text = "---\ntitle: سيرة محمد الكاتب\ndate: 2020\nwithheld: [محمد الكاتب]\n---\nقال محمد الكاتب.\n"
    archive.article("w", text)
    rows = exported(archive)
    archive.article("w", text.replace("سيرة", "قصة"))
    said = updated(archive, put(rows, 3, title="خبر محمد الكاتب"), code=1)
    assert "The article changed since the export" in said and "محمد" not in said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["file", "tilte"], ["one", "x"]], "b.csv:1: No field is called “tilte”. Did you mean title?"),
        ([["title"], ["x"]], "b.csv:1: No column says which article a row speaks of."),
        ([["file", "title"], ["nowhere.md", "x"]], "b.csv:2: No article is called “nowhere.md”."),
        (
            [["file", "title"], ["one", "x"], ["one.md", "y"]],
            "b.csv:3: The table speaks of content/articles/one.md twice",
        ),
        ([["file", "lang", "url"], ["one", "عربي", "x"]], "b.csv:2: lang: “عربي” is not the code of a language."),
        ([["file", "exported"], ["one", "1"]], "b.csv:2: The cell “exported” is not as it was exported."),
        ([["file", "rights"], ["three", "full"]], "b.csv:2: rights: The article names no source"),
    ],
)
def test_mistakes_are_told_with_their_line(archive: Desk, rows: Rows, said: str) -> None:
    archive.article("three", "---\ntitle: ثالث\ndate: 2020\n---\nنص.\n")
    before = hashes(archive.content)
    assert said in updated(archive, rows, code=1)
    assert hashes(archive.content) == before
