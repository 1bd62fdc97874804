"""One file never stops an import: whatever fails is set aside with its reason, and the others come in."""

from __future__ import annotations

import errno
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from pickle import PicklingError
from time import sleep

import pytest

from desk.conftest import Desk
from hostile import files_of
from warraq.archive.original import Original
from warraq.archive.our_mistake import our_mistake
from warraq.archive.record import Record
from warraq.archive.system_reason import system_reason
from warraq.desk.importing import (
    archiving,
    import_decisions,
    inspector,
    pool,
    prepared_pictures,
    run,
    same_texts,
    sources,
)
from warraq.desk.importing.archive_index import ArchiveIndex
from warraq.desk.importing.draft_store import DraftStore
from warraq.desk.importing.import_decisions import ImportStatus, decide
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.inspection_task import InspectionTask
from warraq.desk.importing.sources import SourceFile, source_of
from warraq.desk.importing.table import MetadataTable, read_table
from warraq.repair import Planned, plan

OURS = "This is our mistake: please report it, with this line and the file, as docs/safety.md says."


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Make a folder of three sound texts."""
    folder = tmp_path / "found"
    folder.mkdir()
    for name, data in files_of(["a.txt", "b.txt", "c.txt"]):
        (folder / name).write_bytes(data)
    return folder


def articles(desk: Desk) -> list[str]:
    return sorted(file.stem for file in (desk.content / "articles").glob("*.md"))


@pytest.mark.parametrize(
    "error", [RuntimeError("x"), RecursionError(), MemoryError(), UnicodeError("\ud800"), KeyError()]
)
def test_an_exception_of_any_kind_sets_one_file_aside(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(original: Original, *given: object) -> Planned:
        if original.name == "b.txt":
            raise error
        return plan(original, *given)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(inspector, "plan", fail)
    said = desk.run("importing", str(three))
    assert articles(desk) == ["a", "c"] and "Imported: 2 of 3 files." in said
    assert (
        f"Set aside: b.txt: This program failed at this file: {type(error).__name__}, warraq/" in said and OURS in said
    )
    assert OURS in (desk.root / "import-report.html").read_text("utf-8")
    assert OURS in (desk.root / "import-report.csv").read_text("utf-8-sig")


def test_an_article_that_check_would_refuse_is_not_written(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        inspector, "trial", lambda path, *_: our_mistake(path, ValueError()) if path == "a.txt" else None
    )
    desk.run("importing", str(three))
    assert articles(desk) == ["b", "c"]


@pytest.mark.parametrize("error", [PicklingError("x"), RuntimeError(), MemoryError()])
def test_a_result_that_cannot_be_carried_between_processes_is_that_file_s(tmp_path: Path, error: Exception) -> None:
    future: Future[Inspection] = Future()
    future.set_exception(error)
    file = SourceFile("a.txt", "")
    made = pool.result_of(
        future, InspectionTask(source_of(tmp_path), tmp_path, DraftStore(tmp_path), file, MetadataTable())
    )
    assert made.name == "a.txt" and made.rejection and OURS in made.rejection.message().text()


def test_a_comparison_that_fails_sets_one_file_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(url: str) -> str:
        if url == "bad":
            raise ValueError
        return url

    monkeypatch.setattr(same_texts, "address_key", fail)
    files = [Inspection(f"{url}.txt", "", sha256=url, url=url, slug=url) for url in ("bad", "good")]
    decisions = decide(files, ArchiveIndex(), date(2027, 1, 1))
    assert [d.status for d in decisions] == [ImportStatus.SET_ASIDE, ImportStatus.IMPORTED]
    assert import_decisions.from_journal(import_decisions.to_journal(decisions)) == decisions


def at_first_read(monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[Path], object], times: int = 1) -> None:
    """Let something happen to a file right before it is read for the nth time."""
    read, left = sources.read_bounded, [times]

    def reading(file: Path) -> bytes:
        if file.name == name:
            left[0] -= 1
            if not left[0]:
                change(file)
        return read(file)

    monkeypatch.setattr(sources, "read_bounded", reading)


def refuse(file: Path) -> None:
    raise sources.RejectedFileError(sources.unopened(PermissionError(errno.EACCES, "Permission denied", str(file))))


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "vanished": (Path.unlink, "It can't be opened: No such file or directory."),
    "forbidden": (refuse, "It can't be opened: Permission denied."),
    "grown": (lambda file: file.open("r+b").truncate(sources.LARGEST + 1), "It is larger than 50 megabytes."),
    "a folder now": (make_folder, "It can't be opened: Is a directory."),
}


@pytest.mark.parametrize(("change", "why"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("times", [1, 2], ids=["before it is inspected", "before it is written"])
def test_a_file_that_changes_under_our_hands_is_set_aside(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], why: str, times: int
) -> None:
    at_first_read(monkeypatch, "b.txt", change, times)
    said = desk.run("importing", str(three))
    assert articles(desk) == ["a", "c"] and f"Set aside: b.txt: {why}" in said


def test_a_file_that_was_rewritten_meanwhile_comes_in_the_next_time(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        at_first_read(patched, "b.txt", lambda file: file.write_bytes(file.read_bytes() + b"x"), 2)
        said = desk.run("importing", str(three))
    assert "Set aside: b.txt: It was changed while it was imported." in said and articles(desk) == ["a", "c"]
    assert sorted(f.name for f in (desk.content / "originals").iterdir()) == ["a.txt", "c.txt"]
    desk.run("importing", str(three))
    assert articles(desk) == ["a", "b", "c"]


@pytest.mark.parametrize("number", [errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL])
def test_a_name_that_the_disk_refuses_sets_one_file_aside_and_a_full_disk_ends_the_import(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write, failure = archiving.write_to_archive, [number]

    def writing(decision: import_decisions.ImportDecision, *given: object) -> None:
        if decision.name == "b.txt":
            raise OSError(failure[0], "no", "b.txt")
        write(decision, *given)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(run, "write_to_archive", writing)
    why = system_reason(OSError(number, "no"))
    assert f"Set aside: b.txt: This disk can't hold a file of that name: {why}." in desk.run("importing", str(three))
    assert articles(desk) == ["a", "c"]
    failure[0] = errno.ENOSPC
    with pytest.raises(OSError, match="no"):
        desk.run("importing", str(three))


def test_a_picture_that_fails_by_our_mistake_is_named_and_its_article_comes_in(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "found" / "p_files").mkdir(parents=True)
    (tmp_path / "found" / "p_files" / "1.png").write_bytes(b"x")
    words = " ".join(f"كلمة{n}" for n in range(40))
    page = f"<html><head><meta charset=utf-8></head><body><h1>عنوان الخبر</h1><img src='p_files/1.png'><p>{words}.</p></body></html>"
    (tmp_path / "found" / "p.html").write_text(page, "utf-8")

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(prepared_pictures, "prepare_picture", fail)
    assert "Pictures that can't be read: 1." in desk.run("importing", str(tmp_path / "found"))
    assert "ZeroDivisionError" in (desk.root / "import-report.html").read_text("utf-8") and articles(desk) == ["p"]


def test_a_cell_of_the_table_that_fails_is_named_by_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warraq.desk.importing.table.parse_date", lambda _: 1 // 0)
    (tmp_path / "t.csv").write_text("file,date\na.txt,2020\n", "utf-8")
    [problem] = read_table(tmp_path / "t.csv")[1]
    assert problem.text().startswith("t.csv:2: date: This program failed at this file: ZeroDivisionError")


def test_an_empty_path_is_not_the_current_folder(desk: Desk, three: Path) -> None:
    assert "No path was given. Write the path" in desk.run("importing", "", code=1)
    assert "No path was given. Write the path" in desk.run("importing", " ", code=1)
    assert "No path was given. Write the path" in desk.run("importing", str(three), "--table", "", code=1)
    assert "is not a file. Write the path" in desk.run("importing", str(three), "--table", str(three), code=1)
    assert "is not a file. Write the path" in desk.run("importing", "/dev/null", code=1)
    assert not (desk.content / "articles").exists()


def test_records_of_an_import_hold_no_half_of_a_character(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "found").mkdir()
    for number, text in enumerate(
        ["خبر\n\nقال \\ud83d إن.\n", "\\udc00\\ud83d خبر\n\nقال\n", "خبر &#xD83D;\n\nقال &#xDE00; إن.\n"]
    ):
        (tmp_path / "found" / f"{number}.txt").write_text(text, "utf-8")
    said = desk.run("importing", str(tmp_path / "found"))
    assert "of 3 files." in said
    for file in (desk.content / "records").glob("*.json"):
        Record.from_bytes(file.read_bytes()).to_bytes().decode()


def test_a_text_of_many_books_is_set_aside_with_its_bound_and_pictures_in_a_page_do_not_count(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warraq.repair.readers.longest_text.LONGEST_TEXT", 3000)
    (three / "long.txt").write_text("قال الوزير إن الاجتماع كان ناجحا.\n" * 100, "utf-8")
    page = f"<p>قال الوزير إن الاجتماع كان ناجحا.</p><img alt='' src='data:image/png;base64,{'A' * 9000}'>"
    (three / "page.html").write_text(f"<meta charset=utf-8><h1>عنوان الخبر</h1>{page}", "utf-8")
    said = desk.run("importing", str(three))
    assert "long.txt: The text has 3400 letters, and an article has at most 3000. Split it into its chapters" in said
    assert articles(desk) == ["a", "b", "c", "page"]


def slowly(task: InspectionTask) -> Inspection:
    sleep(0.05)
    return inspector.inspect_file(task)


@pytest.mark.parametrize("several", [False, True])
def test_a_file_that_keeps_all_others_waiting_is_named(
    desk: Desk, three: Path, monkeypatch: pytest.MonkeyPatch, *, several: bool
) -> None:
    if several:
        done: list[Future[Inspection]] = []

        def wait(
            under_way: dict[Future[Inspection], InspectionTask], *_: object, **__: object
        ) -> tuple[object, object]:
            done.append(next(iter(under_way)))
            return ([], ()) if len(done) == 1 else ([future for future in under_way if future.result()], ())

        monkeypatch.setattr(pool, "wait", wait)
        monkeypatch.setattr(pool, "FEWEST_FILES", 1)
        monkeypatch.setattr(pool, "_executor", lambda _: ThreadPoolExecutor(1))
        monkeypatch.setattr(pool, "end_pool", ThreadPoolExecutor.shutdown)
    else:
        monkeypatch.setattr(pool, "LONG", 0.0)
        monkeypatch.setattr(pool, "inspect_file", slowly)
    told: list[str] = []
    monkeypatch.setattr(run, "still_at", lambda names, _: told.extend(names))
    desk.run("importing", str(three))
    assert "a.txt" in told
    assert articles(desk) == ["a", "b", "c"]
