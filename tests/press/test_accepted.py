"""Whatever `intake` and `new` write, our own `check` accepts; whatever they don't take in is named."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import DATA, FILE_NAMES, NAMES, SAMPLES, VALUES, files_of, put_files
from project import Project
from warraq.archive.shown_path import shown_path
from warraq.archive.stated_line import stated_line
from warraq.desk.importing.sources import is_hidden_text
from warraq.press import intake
from warraq.press.checking import check_archive
from warraq.press.intake import main, repair_new, take_in
from warraq.press.new import write_new

DAY = date(2027, 1, 15)
FEWER = settings(max_examples=max(int(os.environ.get("WARRAQ_EXAMPLES", "100")) // 16, 5))
"""An example is a whole archive, read and checked."""
needs_names = pytest.mark.skipif(os.name == "nt", reason="Windows holds none of these names")


def errors(project: Project) -> list[str]:
    return [problem.text() for problem in check_archive(project.content, DAY, repairing=False).errors]


def is_programs(name: str) -> bool:
    """Tell whether a file is one that systems and editors' programs leave, which nobody reads."""
    return name.startswith((".", "~")) or name.endswith("~")


def dropped(project: Project, files: list[tuple[str, bytes]]) -> list[str]:
    """Drop files into content/originals/ as a contributor would; give their names."""
    return put_files(project.content / "originals", files)


def assert_taken_in(project: Project, names: list[str]) -> tuple[int, int]:
    """Take in, then follow the advice about those that were named: the rest is accepted. Give the numbers of both."""
    taken = repair_new(project.content)
    came_in = {made.planned.record.original.name for made in taken.new}
    told = {problem.path.removeprefix("content/originals/") for problem in taken.problems}
    for name in names:
        composed = normalize("NFC", name)
        is_told = shown_path(composed) in told
        # Of two that differ in how letters are composed, the one that a Mac would not write so is told.
        is_in = composed in came_in and not (is_told and composed != name)
        assert is_in or is_told or (is_programs(name) and not is_hidden_text(name)), ascii(name)
        if not is_in:
            (project.content / "originals" / name).unlink()
    assert errors(project) == []
    return len(came_in), len(told)


@needs_names
@FEWER
@given(st.lists(st.tuples(FILE_NAMES, DATA), max_size=5))
def test_what_an_intake_writes_is_accepted_whatever_the_names_and_the_texts(files: list[tuple[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = Project.empty(Path(place))
        assert_taken_in(project, dropped(project, files))


@needs_names
def test_an_intake_of_every_hostile_name_and_text_of_ours_goes_on(project: Project) -> None:
    texts = [(f"sample {number}.txt", text.encode()) for number, text in enumerate(SAMPLES)]
    came_in, told = assert_taken_in(project, dropped(project, [*files_of(NAMES), *texts]))
    assert came_in > 60 and told > 20


@needs_names
@FEWER
@given(FILE_NAMES, DATA)
def test_a_text_that_is_taken_in_is_accepted_or_leaves_nothing(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = Project.empty(Path(place) / "project")
        file = Path(place) / name
        try:
            file.write_bytes(data)
        except OSError:
            return
        code = take_in(project.content, str(file), "en")
        assert errors(project) == []
        made = [len(list((project.content / folder).glob("*"))) for folder in ("originals", "articles", "records")]
        assert made == ([1, 1, 1] if code == 0 else [0, 0, 0])


@FEWER
@given(VALUES)
def test_an_article_begun_with_any_title_is_accepted(title: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = Project.empty(Path(place))
        if stated_line(title):
            write_new(project.content, title, DAY, "en")
            write_new(project.content, title, DAY, "ar")
        assert errors(project) == []


def test_a_text_whose_repair_fails_or_is_interrupted_leaves_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [(_, data)] = files_of(["a"])
    (project.root / "a.txt").write_bytes(data)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("warraq.repair.planning.plan", fail)
    assert take_in(project.content, str(project.root / "a.txt"), "en") == 1
    assert "content/originals/a.txt: This program failed at this file: RuntimeError" in capsys.readouterr().err

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(intake, "repair_new", interrupt)
    with pytest.raises(KeyboardInterrupt):
        take_in(project.content, str(project.root / "a.txt"), "en")
    assert not list((project.content / "originals").iterdir())


def test_an_original_that_another_command_repaired_before_ours_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [(_, data)] = files_of(["a"])
    (project.root / "a.txt").write_bytes(data)

    def second(content: Path, only: str, command: str) -> intake.TakenIn:
        assert len(repair_new(content).new) == 1  # `intake`, between the two locks of `new --from`
        return repair_new(content, only, command=command)

    monkeypatch.setattr(intake, "repair_new", second)
    assert take_in(project.content, str(project.root / "a.txt"), "en") == 0
    assert "This text is there already: " in capsys.readouterr().out
    assert (project.content / "originals" / "a.txt").read_bytes() == data
    assert errors(project) == []


def test_what_is_no_file_is_not_taken_in(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    for source, why in (
        (project.root, "Is a directory"),
        ("nowhere.txt", "No such file"),
        (os.devnull, "not a file but"),
    ):
        assert take_in(project.content, str(source), "en") == 1
        assert why in capsys.readouterr().out


def test_an_intake_ends_well_where_the_rest_came_in(project: Project) -> None:
    dropped(project, [*files_of(["a.txt"]), ("b.txt", b"\0" * 99)])
    arguments = ["--content", str(project.content)]
    assert main(arguments) == 0
    assert main(arguments) == 1  # nothing came in, and somebody has to look


def test_an_intake_hollows_out_only_what_goes_to_a_request(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    dropped(project, [("b.txt", b"\0" * 99)])
    arguments = ["--content", str(project.content)]
    main(arguments)
    here = capsys.readouterr().out
    main([*arguments, "--hand-over", str(project.root / "handed")])
    handed = capsys.readouterr().out
    assert "b.txt" in here and "b.txt" in handed and "…" in handed
    assert "…" not in here and "0x00" in here, here
