"""The whole command, on a cluster in this process: the same bytes however it is ended, cut and gone on with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from corpora.conftest import Corpus
from corpora.making import TEXTS, json_lines, page_of, written
from warraq.corpus import cluster, command, run
from warraq.corpus.work_folder import work_folder_of

LONG = " ".join(f"كلمة{at}" for at in range(200))
ROWS = [
    {"text": TEXTS[at % 4].replace("الخبر", f"الخبر {at}"), "url": f"https://n{at % 3}.example/{at}"}
    for at in range(40)
]
ROWS += [{"text": LONG, "url": "https://a.example/1"}, {"text": f"{LONG} أخيرا", "url": "https://a.example/2"}]


def rows(out: Path) -> list[dict[str, Any]]:
    return list(pq.read_table(out).to_pylist())


def digests(out: Path) -> dict[str, str]:
    beside = [*out.iterdir(), run.summary_file(out), run.set_aside_file(out)]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in beside}


def test_every_row_comes_in_order_with_its_place_and_numbers_are_said(
    corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "jsonl", ROWS)
    assert corpus("rows.jsonl", "out.parquet") == 0
    said = capsys.readouterr()
    assert "rows.jsonl: the text is the column “text”; url = url" in said.err
    assert "Repairing: 100 %  42 rows" in said.err
    made = rows(tmp_path / "out.parquet")
    assert [row["place"] for row in made] == [f"rows.jsonl:{at}" for at in range(1, 43)]
    assert [row["url"] for row in made] == [row["url"] for row in ROWS]
    summary = json.loads((tmp_path / "out.parquet.summary.json").read_text("utf-8"))
    assert summary["rows"] == 42 and summary["rules"]["tatweel"] == 10 and summary["sources"]["n0.example"] == 14
    assert f"Rows: 42; repaired: {summary['changed']}; nearly equal" in said.out
    assert "Rows by source: n0.example 14" in said.out
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out.parquet", "out.parquet.set-aside.jsonl", "out.parquet.summary.json", "rows.jsonl",
    ]  # fmt: skip
    assert [path.name for path in sorted((tmp_path / "out.parquet").iterdir())] == [
        f"part-{at:06}.parquet" for at in range(3)
    ]


def test_a_row_that_is_nearly_an_earlier_one_names_it(corpus: Corpus, tmp_path: Path) -> None:
    written(tmp_path, "jsonl", ROWS[-2:] * 2 + ROWS[:4])
    assert corpus("rows.jsonl", "out.parquet") == 0
    found = [(row["duplicate_of"], row["similarity"]) for row in rows(tmp_path / "out.parquet")]
    assert [first for first, _ in found] == [None, *["rows.jsonl:1"] * 3, *[None] * 4]
    assert found[2][1] == 1 and 0.8 <= found[1][1] < 1


def test_a_run_that_was_ended_anywhere_goes_on_to_the_same_bytes(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "jsonl", ROWS)
    written(tmp_path, "jsonl.gz", ROWS[:9])
    assert corpus("rows.jsonl", "rows.jsonl.gz", "whole.parquet") == 0

    original, runs = cluster.work_through, 0
    while not (tmp_path / "out.parquet").exists():
        left = iter(range(4))

        def some(client: Any, tasks: Any, work: Any, arguments: Any, done: Any, left: Iterator[int] = left) -> None:
            def counted(task: Any) -> Any:
                if next(left, None) is None:
                    raise EndedError
                return arguments(task)

            original(client, tasks, work, counted, done)

        monkeypatch.setattr(run, "work_through", some)
        runs += 1
        with suppress(EndedError):
            assert corpus("rows.jsonl", "rows.jsonl.gz", "out.parquet") == 0
    assert runs > 3
    assert list(digests(tmp_path / "out.parquet").values()) == list(digests(tmp_path / "whole.parquet").values())


class EndedError(Exception):
    """Stands for whatever ends a program."""


def test_bad_lines_are_named_and_end_with_1(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(ROWS[:3]) + b"{\n" * 22 + json_lines(ROWS[3:5]))
    assert corpus("a.jsonl", "out.parquet") == 1
    said = capsys.readouterr()
    assert "a.jsonl:4: The line is not an object of JSON." in said.err
    assert f"All 22 rows that were set aside: {tmp_path / 'out.parquet.set-aside.jsonl'}" in said.err
    assert "set aside: 22." in said.out
    assert len(rows(tmp_path / "out.parquet")) == 5
    lines = (tmp_path / "out.parquet.set-aside.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["place"] for line in lines] == [f"a.jsonl:{at}" for at in range(4, 26)]


def test_poison_is_named_and_the_rest_is_there(
    corpus: Corpus, poison: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    poisoned = [{"text": "POISON kill"} if at in (2, 11) else {"text": f"نص {at}"} for at in range(16)]
    (tmp_path / "a.jsonl").write_bytes(json_lines(poisoned))
    assert corpus("a.jsonl", "out.parquet", "--with", poison) == 1
    assert capsys.readouterr().err.count("The row ended the process that repaired it (exit code 3).") == 2
    assert [row["text"] for row in rows(tmp_path / "out.parquet")] == [
        f"نص {at}" for at in range(16) if at not in (2, 11)
    ]


def test_what_can_not_be_begun_is_said_and_ends_with_1(
    corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "jsonl", ROWS[:2])
    (tmp_path / "there").mkdir()
    work = work_folder_of(tmp_path / "begun")
    work.mkdir()
    (work / "state").write_text("of others", "ascii")
    for words, told in (
        (["none.jsonl", "out"], "none.jsonl does not exist."),
        (["rows.jsonl", "there"], "is there already. Name another folder, or delete it."),
        (["rows.jsonl", "no/folder/out"], "does not exist."),
        (["rows.jsonl", "out", "--text", "none"], "it is not clear which column is the text."),
        (["rows.jsonl", "out", "--without", "none"], "none"),
        (["rows.jsonl", "begun"], "is of a run with other files, options or rules."),
    ):
        assert corpus(*words) == 1
        assert told in capsys.readouterr().err
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    assert command.main(["rows.jsonl", "out", "--scheduler", "tcp://127.0.0.1:9", "--lang", "ar"]) == 1
    assert "tcp://127.0.0.1:9" in capsys.readouterr().err
    with command.run_lock(work_folder_of(tmp_path / "out")):
        assert corpus("rows.jsonl", "out") == 1
    assert "Another run is writing to" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["a"], ["a", "b", "--column", "x=y"], ["a", "b", "--workers", "0"], ["a", "b", "--seconds", "x"]]
)
def test_wrong_words_end_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(words)
    assert ended.value.code == 2


def test_pages_in_every_format_give_the_same_texts(corpus: Corpus, tmp_path: Path) -> None:
    pages = [{"text": page_of(row["text"]), "url": row["url"]} for row in ROWS[:4]]
    made = []
    for kind in ("jsonl", "parquet", "warc.gz"):
        written(tmp_path, kind, pages)
        assert corpus(f"rows.{kind}", f"{kind}.out") == 0
        made.append(
            [
                [row[key] for key in ("text", "markdown", "title", "date", "source")]
                for row in rows(tmp_path / f"{kind}.out")
            ]
        )
    assert made[0] == made[1] == made[2]
    assert "قال الوزير، إن العمل بدأ" in made[0][0][0]
