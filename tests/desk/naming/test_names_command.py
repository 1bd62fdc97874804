"""`names` proposes what the vocabulary has not, with passages, and never what is withheld or was declined."""

from __future__ import annotations

import sqlite3

import pytest

from desk.conftest import Desk
from warraq.archive.reading_vocabulary import read_vocabulary, vocabulary_in
from warraq.desk.naming.kept_names import FoundIn, KeptNames
from warraq.desk.naming.proposals import Proposals
from warraq.desk.naming.reading import NamesOf

HEAD = "---\ntitle: {title}\ndate: 2020\n{more}---\n{body}\n"
MEETING = (
    "التقى وزير الخارجية الأميركي جون غاندور نظيره في زمرديا. وقال غاندور إن **اللقاء** مفيد.\n\n"
    "وزار [الأمير](https://x.example/a) فهد بن سالم الحارثي المعرض."
)


def article(desk: Desk, name: str, body: str = MEETING, more: str = "") -> None:
    desk.article(name, HEAD.format(title="خبر", more=more, body=body))


@pytest.fixture
def named(desk: Desk) -> Desk:
    for name in ("a", "b", "c", "d"):
        article(desk, name)
    return desk


def test_a_name_is_told_with_its_kind_its_forms_and_three_passages(named: Desk) -> None:
    said = named.run("naming")
    assert "1. جون غاندور (person)\n    articles: 4, times: 8\n    also: غاندور\n" in said
    passages = [line for line in said.splitlines() if "[جون غاندور]" in line]
    assert [line.split(":")[0].strip() for line in passages] == [f"content/articles/{name}.md" for name in "abc"]
    assert "فهد بن سالم الحارثي (person)" in said


def test_kinds_and_numbers_can_be_asked_for(named: Desk) -> None:
    assert "1. جون غاندور" in named.run("naming", "--kind", "person", "--number", "1")
    assert named.run("naming", "--kind", "event") == ""
    assert "There is no kind “people”" in named.run("naming", "--kind", "people", code=1)
    assert "“many” is not a number." in named.run("naming", "--number", "many", code=1)


def test_it_is_told_how_many_articles_have_no_arabic(named: Desk) -> None:
    assert "no Arabic was found" not in named.run("naming", errors_too=True)
    article(named, "e", "The minister Jon Gandour met his colleague.", "lang: en\n")
    assert "Articles in which no Arabic was found: 1." in named.run("naming", errors_too=True)


def test_what_the_vocabulary_has_is_not_proposed(named: Desk) -> None:
    file = named.content / "vocabulary" / "people.yaml"
    file.write_text("Gandour:\n  scheme: person\n  pref_label: {ar: جون غاندور}\n", "utf-8")
    said = named.run("naming")
    assert "جون غاندور (person)" not in said
    # Another form of it is told as that, and no more.
    assert "غاندور (person)" in said and "perhaps another name of: Gandour" in said


def test_what_was_declined_does_not_return_in_any_spelling(named: Desk) -> None:
    (named.content / "vocabulary" / "declined.yaml").write_text("جون غاندور: 2026-11-27\nغاندور: 2026-11-27\n", "utf-8")
    assert "غاندور" not in named.run("naming").replace("[", "").split("فهد")[0]
    assert vocabulary_in(named.content / "vocabulary").concepts  # and the vocabulary is read as before


def test_a_list_of_declined_names_that_is_none_is_reported() -> None:
    problems = read_vocabulary([("content/vocabulary/declined.yaml", b"- a\n")])[1]
    assert problems and problems[0].path == "content/vocabulary/declined.yaml"
    assert not read_vocabulary([("content/vocabulary/declined.yaml", "اسم: 2026-11-27\nآخر:\n".encode())])[1]


def test_a_withheld_name_is_neither_proposed_nor_shown(named: Desk) -> None:
    article(named, "e", more="withheld: [{quote: فهد بن سالم الحارثي, reason: طلب}]\n")
    said = named.run("naming", "--number", "100")
    assert "الحارثي" not in said and "فهد بن سالم" not in said
    assert "جون غاندور" in said


def test_articles_that_are_withdrawn_or_of_another_language_name_nobody(desk: Desk) -> None:
    article(desk, "a", more="withdrawn: {date: 2021, reason: طلب}\n")
    article(desk, "b", more="lang: fa\n")
    desk.article("c", "no front matter")
    assert desk.run("naming") == ""


def test_what_changed_is_read_again_and_nothing_else(named: Desk) -> None:
    named.run("naming")
    (named.content / "articles" / "b.md").unlink()
    article(named, "c", "لا أحد هنا.")
    read: list[str] = []
    names = NamesOf.of(named.content)
    names.look(lambda files: [read.append(file.name) or file for file in files])  # type: ignore[func-returns-value]
    assert read == ["c.md"] and names.articles == 3
    assert "articles: 2, times: 4" in named.run("naming")
    fresh = NamesOf(names.files, KeptNames(None))
    fresh.look()
    assert fresh.kept.found() == names.kept.found()


def test_the_memory_is_only_speed(named: Desk) -> None:
    first = named.run("naming")
    kept = named.root / ".warraq" / "names.sqlite"
    assert kept.is_file()
    kept.write_bytes(b"no database")
    assert named.run("naming") == first
    with sqlite3.connect(kept) as db:
        db.execute("UPDATE made_by SET code = 'other'")
    assert named.run("naming") == first


def test_a_passage_whose_article_is_gone_is_not_shown(named: Desk) -> None:
    names = NamesOf.of(named.content)
    names.look()
    for name in "abcd":
        (named.content / "articles" / f"{name}.md").unlink()
    proposals = Proposals(names, vocabulary_in(named.content / "vocabulary"), ())
    assert list(proposals.of(proposals.groups())) == []


def test_what_the_disk_does_not_take_is_found_in_memory(named: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = named.run("naming")
    (named.root / ".warraq" / "names.sqlite").unlink()
    put = KeptNames.put

    def refuse(kept: KeptNames, path: str, stamp: str, found: FoundIn) -> None:
        if kept.file is not None and path.endswith("c.md"):
            raise sqlite3.OperationalError("database or disk is full")
        put(kept, path, stamp, found)

    monkeypatch.setattr(KeptNames, "put", refuse)
    assert named.run("naming") == first
    names = NamesOf.of(named.content)
    names.begin()
    while names.waiting:
        names.look_on(1)
    assert names.kept.file is None and len(names.kept.stamps()) == 4
