"""Small doors of the room: clusters that are lost, terminals, steps that are done already, values of other types."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from corpora.making import TEXTS
from warraq.corpus import cluster, command, progress, workers
from warraq.corpus.__main__ import main
from warraq.corpus.assembling import assemble
from warraq.corpus.cluster import ClusterError, client_of, cores, work_through
from warraq.corpus.columns import Columns
from warraq.corpus.facts import given_of
from warraq.corpus.given import Given
from warraq.corpus.groups import Group, groups_of
from warraq.corpus.job import Job
from warraq.corpus.near import find_pairs, near_rows, pairs_file, write_bands
from warraq.corpus.options import read_options
from warraq.corpus.piece_work import given_file, work_piece
from warraq.corpus.pieces import Piece, cut, write_rows
from warraq.corpus.progress import Shown
from warraq.corpus.sketch import sketch_of
from warraq.corpus.whole_file import whole
from warraq.language import message
from warraq.missing import MissingPackageError
from warraq.repair import RULES_VERSION


class Answering:
    """A client whose workers answer what a test says."""

    def __init__(self, answers: Callable[[], Mapping[str, tuple[str, bool]]]) -> None:
        self.answers = answers

    def run(self, *_: object) -> Mapping[str, tuple[str, bool]]:
        return self.answers()


def lacking() -> Mapping[str, tuple[str, bool]]:
    raise ModuleNotFoundError("No module named 'warraq'", name="warraq")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (lambda: {"tcp://a": (RULES_VERSION, True), "tcp://b": ("0", True)}, "tcp://b has another version"),
        (lambda: {"tcp://a": (RULES_VERSION, False)}, "tcp://a does not see"),
        (lacking, "lacks the package warraq"),
    ],
)
def test_a_worker_that_is_not_fit_is_named(
    tmp_path: Path, answers: Callable[[], Mapping[str, tuple[str, bool]]], told: str
) -> None:
    with pytest.raises(ClusterError, match=told):
        workers.demand_alike(Answering(answers), tmp_path)


class Future:
    """What a lost cluster gives back; `error`: of its task, None: it was cancelled."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error

    def cancelled(self) -> bool:
        return self.error is None

    def exception(self) -> Exception | None:
        return self.error


class Losing:
    """A client whose tasks all end in one way, at once."""

    loop = None

    def __init__(self, error: Exception | None) -> None:
        self.error, self.given = error, list[str]()

    def nthreads(self) -> dict[str, int]:
        return {}

    def submit(self, *_: object, key: str, pure: bool) -> Future:
        self.given.append(f"{key}{pure}")
        return Future(self.error)


class Completed(list[Future]):
    """Gives futures in the order in which they were added."""

    def __init__(self, **_: object) -> None:
        super().__init__()

    add = list.append

    def __next__(self) -> Future:
        return self.pop(0)


def test_a_task_that_loses_its_workers_is_given_three_times_and_a_lost_scheduler_ends_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import distributed

    class KilledWorkerError(Exception):
        pass

    monkeypatch.setattr(distributed, "as_completed", Completed)
    monkeypatch.setattr(distributed, "KilledWorker", KilledWorkerError)
    killed = Losing(KilledWorkerError())
    cases = (killed, "lost its workers again and again: k"), (Losing(None), "connection to the scheduler was lost")
    for client, told in cases:
        with pytest.raises(ClusterError, match=told):
            work_through(client, [("k", 1)], print, lambda _: (), lambda *_: None)
    assert len(killed.given) == cluster.MOST_LOST
    with pytest.raises(LookupError):
        work_through(Losing(LookupError()), [("k", 1)], print, lambda _: (), lambda *_: None)


def test_workers_of_this_machine_do_not_hear_ctrl_c() -> None:
    before = signal.getsignal(signal.SIGINT)
    with client_of("", 1) as client:
        [heard] = client.run(lambda: signal.getsignal(signal.SIGINT) == signal.SIG_IGN).values()
    assert heard and signal.getsignal(signal.SIGINT) is before and cores() >= 1


def test_ctrl_c_while_workers_begin_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LISTENING", "raise SystemExit(1)")  # as if it had heard it
    with pytest.raises(KeyboardInterrupt), client_of("", 1):
        pytest.fail("the run went on")


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "Console", lambda **given: Console(force_terminal=True, width=100, **given))
    with Shown(message("Repairing"), 10, "en") as shown:
        shown.advance(10, 7)
    said = capsys.readouterr().err
    assert "Repairing" in said and "100%" in said and "7 rows" in said


def test_a_step_that_is_done_is_not_done_again(tmp_path: Path) -> None:
    job, piece = Job(tmp_path), Piece(0, 0, 2, 100)
    group = Group(0, (piece,))
    write_rows(given_file(tmp_path, piece), [Given(1, TEXTS[0].encode()), Given(2, TEXTS[0].encode())])
    for _ in range(2):  # the second time there is nothing left that could be read
        assert work_piece(job, piece, "a") == 0
    for _ in range(2):
        write_bands(job, group)
        for share in range(2):
            find_pairs(job, share, 2, 1)
        (near,) = near_rows(job, 2, 0, 9).items()
        assert near == (2, (1, 1.0))
        assemble(job, group, 2, ["a"])
    assert pairs_file(tmp_path, 0).is_file()


def test_pieces_and_groups_are_cut_by_rows_and_by_bytes() -> None:
    rows = [Given(at, b"x" * 3_000_000) for at in range(5)]
    assert [len(piece) for piece in cut(rows)] == [2, 2, 1] and list(cut([])) == []
    pieces = [Piece(0, at, 30_000, 1) for at in range(3)] + [Piece(0, 3, 1, 250_000_000)]
    assert [[piece.number for piece in group.pieces] for group in groups_of(pieces)] == [[0], [1], [2], [3]]
    assert list(groups_of([])) == []


def test_values_of_other_types_are_understood_and_a_text_without_words_has_no_sketch() -> None:
    columns = Columns("text", {"date": "day", "source": "paper"})
    found = [
        given_of(1, {"text": "t", "day": day}, columns).facts
        for day in (date(2023, 11, 8), datetime(2023, 1, 2, tzinfo=UTC), 5)
    ]
    assert found == [{"date": "2023-11-08"}, {"date": "2023-01-02"}, {}]
    assert given_of(1, {"text": "t", "paper": b"S"}, columns).facts == {"source": "S"}
    assert given_of(1, {"text": b" "}, columns).problem is not None
    assert sketch_of(" \n") is None


def test_options_name_columns_and_bounds() -> None:
    wanted = read_options(
        ["a", "b", "out", "--html", "page", "--column", "date=day", "--column", "url=", "--seconds", "5"]
    )
    assert wanted.inputs == ("a", "b") and wanted.out == Path("out") and wanted.how.bounds.seconds == 5
    assert wanted.columns == {"text": "page", "date": "day", "url": ""}


def test_ctrl_c_and_a_missing_package_end_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ending(error: BaseException) -> Callable[..., Any]:
        def ended(*_: object) -> None:
            raise error

        return ended

    for error, code, told in (
        (KeyboardInterrupt(), 130, "Interrupted. The same command goes on where it stopped.\n"),
        (
            OSError(28, "No space left on device"),
            1,
            f"{Path.cwd()} can't be used: No space left on device.\nThe same command goes on where it stopped.\n",
        ),
        (MissingPackageError("dask", "corpus", "warraq corpus"), 1, "warraq corpus needs the package dask: pip install 'warraq[corpus]'\n"),
    ):  # fmt: skip
        monkeypatch.setattr(command, "_corpus", ending(error))
        assert main(["a", "out"]) == code
        assert capsys.readouterr().err == told


def test_a_file_of_a_run_is_whole_or_not_there_and_two_who_write_it_do_not_meet(tmp_path: Path) -> None:
    target = tmp_path / "made" / "part"

    def stopped() -> None:
        with whole(target) as file:
            file.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stopped()
    assert list(target.parent.iterdir()) == []
    with whole(target, tmp_path / "beside") as first, whole(target) as second:
        first.write_text("all")
        second.write_text("all")
        assert first.parent != target.parent
    assert [each.name for each in target.parent.iterdir()] == ["part"]
    assert list((tmp_path / "beside").iterdir()) == []
