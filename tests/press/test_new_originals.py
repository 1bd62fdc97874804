"""An original is kept once under a name of its own; an intake repairs what it is asked for, and an error elsewhere does not stop it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.press.checking import check_archive
from warraq.press.intake import keep_original, repair_new, take_in


def test_a_changed_original_has_one_error_and_not_also_that_its_record_fails(project: Project) -> None:
    file = project.write("originals/a.txt", TEXT)
    repair_new(project.content)
    file.write_bytes(file.read_bytes().replace("ناجحا".encode(), "فاشلا".encode()))
    [problem] = check_archive(project.content, date(2027, 1, 15), repairing=False).errors
    assert "does not lead" not in str(problem.what)


TEXT = "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا.\n"


def test_the_same_bytes_are_kept_once_wherever_they_stand(project: Project) -> None:
    kept = project.write("originals/old/a.txt", "نص")
    assert keep_original(project.content, "نص".encode(), "b.txt") == (kept, False)
    assert keep_original(project.content, "نس".encode(), "b.txt") == (project.content / "originals/b.txt", True)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a.txt", "a-2.txt"),  # a.html has the article a.md
        ("A.HTM", "A-2.htm"),  # one file on some systems
        ("taken.txt", "taken-2.txt"),  # an article of that name is there
        ("c.docx", "c.txt"),
        ("خبر جديد.html", "خبر-جديد.html"),
    ],
)
def test_an_original_gets_a_name_of_its_own(project: Project, name: str, file: str) -> None:
    project.write("originals/a.html", "x")
    project.article("taken")
    kept, is_new = keep_original(project.content, b"data", name)
    assert (kept.name, is_new) == (file, True)
    assert kept.read_bytes() == b"data"


def test_a_second_original_of_one_name_gets_the_next_number(project: Project) -> None:
    names = [keep_original(project.content, bytes([65 + number]), "a.txt")[0].name for number in range(4)]
    assert names == ["a.txt", "a-2.txt", "a-3.txt", "a-4.txt"]


def repaired(*names: str) -> list[str]:
    return [f"content/articles/{name}.md" for name in names]


def test_an_intake_repairs_all_or_one_or_all_but_some(project: Project) -> None:
    for name in "abcd":
        project.write(f"originals/{name}.txt", TEXT.replace("هنا", name))
    assert [new.display_path for new in repair_new(project.content, only="b.txt").new] == repaired("b")
    assert [new.display_path for new in repair_new(project.content, but={"c.txt"}).new] == repaired("a", "d")
    assert [new.display_path for new in repair_new(project.content).new] == repaired("c")
    assert repair_new(project.content).new == ()


def test_an_error_elsewhere_does_not_stop_an_intake(project: Project) -> None:
    project.article("x", date="أمس")
    project.write("originals/a.txt", TEXT)
    taken = repair_new(project.content)
    assert [new.display_path for new in taken.new] == repaired("a")
    assert taken.problems == ()


def test_an_unreadable_text_is_refused_and_not_kept(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(b"")
    assert take_in(project.content, str(file), "en") == 1
    assert "content/originals/bad.txt" in capsys.readouterr().err
    assert not (project.content / "originals/bad.txt").exists()


def test_a_new_text_is_repaired_and_the_same_again_is_recognised(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    assert take_in(project.content, str(file), "en") == 0
    first = capsys.readouterr().out
    assert first.startswith("Repaired a.txt: ")
    assert take_in(project.content, str(file), "en") == 0
    assert capsys.readouterr().out.startswith("This text is there already: ")
    assert [f.name for f in (project.content / "originals").iterdir()] == ["a.txt"]
