"""One value is given to every article of which a condition holds; a step is undone as a whole, and what was edited since stays."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desk.conftest import Desk
from project import hashes
from warraq.desk import writing
from warraq.desk.journal import whole_step
from warraq.desk.journal.heads import raw_without
from warraq.desk.own_files import git_knows

HEAD = "title: خبر {n}\nslug: s-{n}\ndate: {date}\nsource: {source}   # من المحرر\n"
SOURCES = ("رويترز", "وكالة الأنباء", "رويترز")
DATES = ("2023-11-08", "2022", "unknown")


@pytest.fixture
def three(desk: Desk) -> Desk:
    for n, (source, date) in enumerate(zip(SOURCES, DATES, strict=True)):
        desk.article(f"a{n}", f"---\n{HEAD.format(n=n, source=source, date=date)}---\nنص {n}.\n")
    return desk


def text(desk: Desk, n: int) -> str:
    return (desk.content / "articles" / f"a{n}.md").read_text("utf-8")


def set_(desk: Desk, where: str, field: str, value: str, *options: str, code: int = 0) -> str:
    return desk.run("correcting", "set", f"--where={where}", *options, "--", field, value, code=code)


def test_a_value_is_set_where_the_condition_holds_and_undone(three: Desk) -> None:
    before = hashes(three.content)
    said = set_(three, "source = رويترز", "source", "وكالة رويترز")
    assert "Articles changed: 2." in said
    assert "source: وكالة رويترز   # من المحرر\n" in text(three, 0) and "وكالة الأنباء" in text(three, 1)
    assert "set: source is “وكالة رويترز” now, where: source = رويترز. Files: 2.\n" in three.run("undoing", "--list")
    assert "-source: وكالة رويترز" in three.run("undoing", "--preview")
    assert "Taken back: 2 decisions or files." in three.run("undoing")
    assert hashes(three.content) == before
    assert "There is no step to take back." in three.run("undoing", code=1)


def test_a_preview_is_a_diff_and_writes_nothing(three: Desk) -> None:
    before = hashes(three.root)
    said = set_(three, "date = 2022", "lang", "fa", "--preview")
    assert said == (
        "Articles of which the condition holds: 1.\n"
        "--- a/content/articles/a1.md\n+++ b/content/articles/a1.md\n@@ -3,5 +3,6 @@\n slug: s-1\n date: 2022\n"
        " source: وكالة الأنباء   # من المحرر\n+lang: fa\n ---\n نص 1.\n"
        "Articles that would change: 1.\nNothing was written: this is a preview.\n"
    )
    assert hashes(three.root) == before


@pytest.mark.parametrize(
    ("where", "field", "value", "said"),
    [
        ("source = رويتر", "lang", "fa", "No article has source “رويتر”. Did you mean رويترز?"),
        ("lang = ar", "sorce", "x", "No field is called “sorce”. Did you mean source?"),
        ("lang = ar", "date", "8/11/2023", "is not a date"),
        ("lang = ar", "title", " ", "An article needs a title."),
        ("lang = ar", "rights", "none", "does not say how much"),
        ("", "lang", "fa", "It is not said which articles are meant."),
    ],
)
def test_what_can_not_be_set_is_told(three: Desk, where: str, field: str, value: str, said: str) -> None:
    before = hashes(three.root)
    assert said in set_(three, where, field, value, code=1)
    assert hashes(three.root) == before


def test_where_one_file_can_not_be_changed_nothing_is_written_unless_the_rest_is_asked_for(three: Desk) -> None:
    odd = three.article("odd", "---\n{title: خبر, date: 2020, source: رويترز}\n---\nنص.\n")
    kept, before = odd.read_bytes(), hashes(three.root)
    said = set_(three, "source = رويترز", "lang", "fa", code=1)
    assert "content/articles/odd.md: lang: The file can't be changed safely" in said
    end = "Mistakes: 1.\nNothing was written, because something is wrong.\nTo write all else all the same (2 articles): --rest\n"
    assert said.endswith(end) and hashes(three.root) == before
    said = set_(three, "source = رويترز", "lang", "fa", "--preview", code=1)
    assert "+lang: fa" in said and "Articles that would change: 0.\n" in said and said.endswith(end)
    assert hashes(three.root) == before
    said = set_(three, "source = رويترز", "lang", "fa", "--rest", "--preview", code=1)
    assert "Articles that would change: 2.\n" in said and hashes(three.root) == before
    said = set_(three, "source = رويترز", "lang", "fa", "--rest", code=1)
    assert "odd.md: lang: The file can't be changed safely" in said and "Articles changed: 2." in said
    assert odd.read_bytes() == kept and "lang: fa" in text(three, 0)


def test_of_many_mistakes_of_one_kind_the_first_are_told_and_the_sum_stands_last(three: Desk) -> None:
    for n in range(25):
        three.article(f"b{n:02}", f"---\ntitle: بلا مصدر {n}\ndate: 2020\n---\nنص.\n")
    said = set_(three, "lang = ar", "rights", "full", code=1).splitlines()
    errors = [line for line in said if "The article names no source" in line]
    assert len(errors) == 20 and "… and 5 more of the same kind." in said and "Mistakes: 25." in said


def test_where_no_article_fits_it_is_said(three: Desk) -> None:
    assert "No article fits the condition, so nothing was changed." in set_(three, "tags contains ثلج", "lang", "fa")
    said = three.run("correcting", "export", f"--table={three.root / 'a.csv'}", "--where=tags contains ثلج", code=1)
    assert "--where: No article fits the condition." in said and not (three.root / "a.csv").exists()


def test_a_tag_command_is_undone_as_a_whole(three: Desk) -> None:
    before = hashes(three.content)
    three.run("tagging", "add", "أخبار", "نص")
    assert "tags: Tags were changed: add أخبار نص. Files: 3.\n" in three.run("undoing", "--list")
    three.run("undoing")
    assert hashes(three.content) == before


def test_steps_are_undone_one_after_the_other(three: Desk) -> None:
    before = hashes(three.content)
    set_(three, "lang = ar", "lang", "fa")
    middle = hashes(three.content)
    set_(three, "lang = fa", "source", "أ ف ب")
    three.run("undoing")
    assert hashes(three.content) == middle
    three.run("undoing")
    assert hashes(three.content) == before


def test_only_what_undo_changes_is_counted(three: Desk) -> None:
    before = text(three, 0)
    set_(three, "source = رويترز", "lang", "fa")
    three.article("a0", before)  # as `git checkout` does it
    said = three.run("undoing")
    assert "Taken back: 1 decisions or files.\nAs they were before that step already, and not changed: 1.\n" in said
    assert "There is no step to take back." in three.run("undoing", code=1)


def test_what_was_edited_since_stays_and_is_named(three: Desk) -> None:
    set_(three, "lang = ar", "source", "أ ف ب")
    three.article("a0", text(three, 0).replace("نص 0.", "نص آخر.").replace("---\nنص", "settled: []\n---\nنص"))
    three.article("a1", text(three, 1).replace("أ ف ب", "تاس"))
    (three.content / "articles" / "a2.md").unlink()
    said = three.run("undoing", code=1)
    assert "content/articles/a1.md was changed since at the same place, and stays as it is." in said
    assert "content/articles/a2.md was changed since at the same place, and stays as it is." in said
    assert "source: رويترز   # من المحرر\nsettled: []\n---\nنص آخر." in text(three, 0)
    assert "تاس" in text(three, 1)


@pytest.mark.parametrize(
    ("before", "after", "now", "meant"),
    [
        ("a: 1\nb: 2\n", "a: 1\n", "a: 1\nc: 3\n", "a: 1\nc: 3\nb: 2\n"),
        ("a: 1\n", "a: 1\nb: 2\n", "a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n"),
        ("a: 1\nb: 2\n", "a: 9\nb: 2\n", "x: 0\na: 9\n", "x: 0\na: 1\n"),
        ("a: 1\nb: 2\n", "a: 9\nb: 2\n", "a: 8\nb: 2\n", None),
    ],
)
def test_a_change_is_taken_out_between_later_edits(before: str, after: str, now: str, meant: str | None) -> None:
    before, after, now = (f"---\n{head}---\n" for head in (before, after, now))
    assert raw_without(before, after, now) == (meant and f"---\n{meant}---\n")


class KilledError(BaseException):
    pass


def test_a_step_that_was_killed_is_put_back_by_the_next_command(three: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashes(three.content)
    written: list[Path] = []

    def rewrite(path: Path, old: bytes, new: bytes) -> None:
        if len(written) == 2:
            raise KilledError
        written.append(path)
        writing.rewrite(path, old, new)

    with monkeypatch.context() as patched:
        patched.setattr(whole_step, "rewrite", rewrite)
        patched.setattr(whole_step, "_give_back", lambda *_: None)  # a killed program does nothing more
        with pytest.raises(KilledError):
            set_(three, "lang = ar", "lang", "fa")
    assert len(written) == 2 and hashes(three.content) != before
    three.article("a0", text(three, 0) + "سطر.\n")
    assert three.run("tagging", "retag") == "Articles changed: 0.\n"
    three.article("a0", text(three, 0).removesuffix("سطر.\n"))
    assert hashes(three.content) == before
    assert "There is no step to take back." in three.run("undoing", code=1)


def test_a_note_that_came_with_a_contribution_is_not_obeyed(three: Desk) -> None:
    set_(three, "lang = ar", "lang", "fa")
    (three.root / ".warraq" / "half-step.json").write_text('{"command": "set", "last": 0}', "utf-8")
    for words in (("init", "-q"), ("add", "-f", ".warraq")):
        subprocess.run(["git", *words], cwd=three.root, check=True)
    git_knows.cache_clear()  # the next command would be another process
    article = three.article("a0", text(three, 0).replace("fa", "ur"))  # else the step would be whole
    three.run("tagging", "retag")
    assert "lang: ur" in article.read_text("utf-8") and "lang: fa" in text(three, 1)


def test_where_an_article_is_saved_meanwhile_nothing_is_written(three: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashes(three.content)

    def rewrite(path: Path, old: bytes, new: bytes) -> None:
        if path.name == "a2.md" and b"lang" in new:
            path.write_bytes(old + "حفظ.\n".encode())
        writing.rewrite(path, old, new)

    monkeypatch.setattr(whole_step, "rewrite", rewrite)
    assert "Nothing was changed." in set_(three, "lang = ar", "lang", "fa", code=1)
    assert text(three, 2).endswith("حفظ.\n") and "lang" not in text(three, 2)
    three.article("a2", text(three, 2).removesuffix("حفظ.\n"))
    assert hashes(three.content) == before


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("source", "صحيفة", True),
        ("rights", "full", True),
        ("rights", "excerpt 9", True),
        ("source", "Reuters", False),
        ("title", "عنوان", False),
    ],
)
def test_articles_of_which_more_may_be_published_by_another_source_are_named(
    field: str,
    value: str,
    told: bool,  # noqa: FBT001 - a column of the table
    three: Desk,
) -> None:
    (three.content / "vocabulary/r.yaml").write_text(
        "R: {scheme: organisation, pref_label: {ar: رويترز}, alt_labels: {en: [Reuters]}, rights: metadata}\n", "utf-8"
    )
    for options in (("--preview",), ()):
        main = three.run("correcting", "set", "--where=source = رويترز and date = 2023", *options, "--", field, value)
        assert ("more of these articles may be published than before (1): content/articles/a0.md." in main) is told
