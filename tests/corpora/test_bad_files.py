"""A file that can't be read, or whose columns can't be told, is named with what is wrong with it; it stops no other."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpora.making import TEXTS, json_lines, page_of, warc
from warraq.corpus.__main__ import main
from warraq.corpus.given import Given
from warraq.corpus.inputs import InputError, find_inputs
from warraq.corpus.position import Position
from warraq.corpus.readers import columns_of, read

GOOD = json_lines([{"text": TEXTS[0]}])
PAGES = warc([{"text": page_of(text), "url": "https://a.example/"} for text in TEXTS], packed=True)


def rows_of(path: Path, **said: str) -> dict[str, list[Given]]:
    """Read all files of a folder; by their names below it."""
    return {
        one.name.removeprefix(f"{path.as_posix()}/"): list(read(one, columns_of(one, said), Position()))
        for one in find_inputs([str(path)])
    }


def wacz() -> bytes:
    """Give a WACZ file of two WARC files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("archive/one.warc.gz", PAGES)
        packed.writestr("archive/two.warc.gz", PAGES)
    return made.getvalue()


def test_a_damaged_wacz_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    whole = wacz()
    (tmp_path / "a.wacz").write_bytes(whole[:-60])
    (tmp_path / "b.wacz").write_bytes(b"")
    (tmp_path / "c.wacz").write_bytes(whole)
    (tmp_path / "d.wacz").write_bytes(b"XX" + whole[2:])  # the head of its first file alone
    (tmp_path / "z.jsonl").write_bytes(GOOD)
    found = rows_of(tmp_path)
    for name in ("a.wacz", "b.wacz"):
        [row] = found[name]
        assert row.at == 1 and "ZIP file is damaged" in str(row.problem)
    for name in ("c.wacz/archive/one.warc.gz", "c.wacz/archive/two.warc.gz", "d.wacz/archive/two.warc.gz"):
        assert len(found[name]) == len(TEXTS) and not any(row.problem for row in found[name])
    assert ["damaged from here" in str(row.problem) for row in found["d.wacz/archive/one.warc.gz"]] == [True]
    assert [row.problem for row in found["z.jsonl"]] == [None]


def test_no_damage_of_a_wacz_stops_a_run(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/é.warc", PAGES[:90])
    whole = made.getvalue()
    for seed in range(300):
        chance, data = random.Random(seed), bytearray(whole)
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "a.wacz").write_bytes(data)
        for rows in rows_of(tmp_path).values():
            assert all(row.problem for row in rows)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "a.jsonl"
    try:
        os.mkfifo(pipe)
    except (AttributeError, OSError):
        pytest.skip("this system has no named pipes")
    with pytest.raises(InputError, match="is no file and no folder"):
        find_inputs([str(pipe)])
    (tmp_path / "z.jsonl").write_bytes(GOOD)
    assert list(rows_of(tmp_path)) == ["z.jsonl"]


def test_a_file_that_is_gone_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "z.jsonl").write_bytes(GOOD)
    for name, target in (("gone.csv", "nothing"), ("loop.warc", "loop.warc")):
        try:
            (tmp_path / name).symlink_to(target)
        except OSError:
            pytest.skip("this system makes no links")
    found = rows_of(tmp_path)
    assert sorted(found) == ["gone.csv", "loop.warc", "z.jsonl"]
    assert "can't be read: No such file" in str(found["gone.csv"][0].problem)
    assert "can't be read: Too many levels" in str(found["loop.warc"][0].problem)


@pytest.mark.parametrize("kind", ["jsonl", "csv", "warc", "wacz"])
def test_a_file_that_goes_while_others_are_read_is_named(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"a.{kind}"
    file.write_bytes({"jsonl": GOOD, "csv": b"text\nabc\n", "warc": PAGES, "wacz": wacz()}[kind])
    one = find_inputs([str(file)])[0]
    columns = columns_of(one, {})
    file.unlink()
    assert ["can't be read: No such file" in str(row.problem) for row in read(one, columns, Position())] == [True]


def test_two_columns_of_one_name_are_named_and_not_chosen_from(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text, text,date\nabc,other,2020\n", "utf-8")
    (tmp_path / "b.csv").write_text("text,title,title\nabc,one,two\n", "utf-8")
    (tmp_path / "c.csv").write_text("text,tag,tag\nabc,one,two\n", "utf-8")
    pq.write_table(pa.table([["abc"], ["other"]], names=["text", "text"]), tmp_path / "d.parquet")
    found = rows_of(tmp_path)
    told = {name: str(rows[0].problem) for name, rows in found.items()}
    assert "called “text”" in told["a.csv"] and "--text NAME" in told["a.csv"]
    assert "called “title”" in told["b.csv"] and "--column title=NAME" in told["b.csv"]
    assert [row.data for row in found["c.csv"]] == [b"abc"]  # nobody asks for tags
    assert "called “text”" in told["d.parquet"]
    assert [len(rows) for rows in found.values()] == [1, 1, 1, 1]
    (tmp_path / "a.csv").unlink()
    (tmp_path / "d.parquet").unlink()
    assert [row.data for rows in rows_of(tmp_path, title="").values() for row in rows] == [b"abc", b"abc"]


def test_a_key_that_stands_twice_in_a_line_is_named(tmp_path: Path) -> None:
    text = '{"text": "a", "text": "b"}\n{"text": "a", "x": 1, "x": 2}\n{"text": "a", "meta": {"text": "b"}}\n'
    (tmp_path / "a.jsonl").write_bytes(text.encode() + b'{"text": "\xc7", "url": "a", "url": "b"}\n')
    [rows] = rows_of(tmp_path).values()
    assert ["more than once" in str(row.problem) for row in rows] == [True, False, False, True]


@pytest.mark.parametrize("code", ["utf-16", "utf-16-be", "utf-32", "utf-32-be"])
def test_lines_of_wide_signs_are_named_and_not_taken_for_text(tmp_path: Path, code: str) -> None:
    for name, text in (("a.csv", "text,date\nabc,2020\n"), ("b.jsonl", '{"text": "abc"}\n')):
        (tmp_path / name).write_bytes(
            ("" if code.endswith(("16", "32")) else "\ufeff").encode(code) + text.encode(code)
        )
    (tmp_path / "c.csv.gz").write_bytes(gzip.compress("text\nabc\n".encode("utf-16")))
    (tmp_path / "d.csv").write_bytes(b"\xef\xbb\xbftext\nabc\n")
    found = rows_of(tmp_path)
    assert [row.data for row in found.pop("d.csv")] == [b"abc"]
    assert [[str(row.problem) for row in rows] for rows in found.values()] == [
        ["The file is in UTF-16, or in UTF-32. Save it as UTF-8."]
    ] * 3


def test_values_of_parquet_that_python_has_no_type_for_are_taken_as_words_or_bytes(tmp_path: Path) -> None:
    day = 86_400 * 10**9
    given = pa.Array.from_buffers(
        pa.string(), 2, [None, pa.py_buffer(bytes((0, 0, 0, 0, 2, 0, 0, 0, 5, 0, 0, 0))), pa.py_buffer(b"\xc7\xe1abc")]
    )
    dates = {
        "a": pa.array([day - 1, None], pa.timestamp("ns", "Asia/Tehran")),
        "b": pa.array([0, 0], pa.timestamp("us", "Nowhere/Land")),
        "c": pa.array([10**15, 86_400], pa.timestamp("s")),
        "d": pa.array([2**31 - 1, 1], pa.date32()),
        "e": pa.array([1, 1], pa.duration("ns")),
    }
    for name, values in dates.items():
        text = given.dictionary_encode() if name == "b" else given
        pq.write_table(pa.table({"text": text, "date": values}), tmp_path / f"{name}.parquet")
    found = rows_of(tmp_path)
    for rows in found.values():
        assert [(row.data, row.is_text, row.problem) for row in rows] == [
            (b"\xc7\xe1", False, None),
            (b"abc", True, None),
        ]
    stated = {name[0]: [row.facts.get("date") for row in rows] for name, rows in found.items()}
    assert stated == {
        "a": ["1970-01-02", None],
        "b": [None, None],
        "c": [None, "1970-01-02"],
        "d": [None, "1970-01-02"],
        "e": [None, None],
    }


def test_a_row_with_more_cells_than_columns_is_named_and_no_text_is_cut(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,date\none, and two,2020\nthree,2021,, \nfour\n\n", "utf-8")
    [rows] = rows_of(tmp_path).values()
    assert [(row.at, row.data) for row in rows] == [(2, b""), (3, b"three"), (4, b"four")]
    assert "3 cells, and the table 2 columns" in str(rows[0].problem)


@pytest.mark.parametrize("last", ["\n", ""])
def test_a_quotation_mark_that_is_never_closed_takes_no_rows_for_its_text(tmp_path: Path, last: str) -> None:
    (tmp_path / "a.csv").write_text(f'id,text\n1,one\n2,"two\n3,three\n4,four{last}', "utf-8")
    (tmp_path / "b.csv").write_text(f'id,text\n1,"one\nand ""two"""{last}', "utf-8")
    found = rows_of(tmp_path)
    assert [(row.at, row.data) for row in found["a.csv"]] == [(2, b"one"), (3, b"")]
    assert "never closed" in str(found["a.csv"][1].problem)
    assert [(row.data, row.problem) for row in found["b.csv"]] == [(b'one\nand "two"', None)]


def test_a_column_whose_type_is_no_text_is_named_once(tmp_path: Path) -> None:
    columns = {
        "a": pa.array([{"raw": "abc"}, {"raw": "abc"}]),
        "b": pa.array([1, 2]),
        "c": pa.array(["abc", None], pa.large_string()),
        "d": pa.array(["abc", None]).dictionary_encode(),
        "e": pa.array([None, None], pa.null()),
    }
    for name, values in columns.items():
        pq.write_table(pa.table({"text": values}), tmp_path / f"{name}.parquet")
    found = {name[0]: rows for name, rows in rows_of(tmp_path).items()}
    assert [str(row.problem) for row in found["b"]] == [
        "The column “text” holds no texts, but int64. Name another one: --text NAME"
    ]
    assert [len(found[name]) for name in "ae"] == [1, 2] and "holds no texts, but struct" in str(found["a"][0].problem)
    assert [row.data for name in "cd" for row in found[name]] == [b"abc", b""] * 2


def test_a_table_of_no_rows_asks_for_no_column(tmp_path: Path) -> None:
    pq.write_table(pa.table({"x": pa.array([], pa.string())}), tmp_path / "a.parquet")
    (tmp_path / "b.csv").write_text("x,y\n", "utf-8")
    (tmp_path / "z.jsonl").write_bytes(GOOD)
    assert [len(rows) for rows in rows_of(tmp_path).values()] == [0, 0, 1]


def test_bad_files_are_told_before_the_work_and_after_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.wacz").write_bytes(b"no ZIP")
    (folder / "b.csv").write_text("text,text\nabc,other\n", "utf-8")
    (folder / "c.jsonl").write_bytes(GOOD)
    out = tmp_path / "out.parquet"
    assert main([str(folder), str(out), "--workers", "1", "--lang", "en"]) == 1
    assert [row["text"] for row in pq.read_table(out).to_pylist()]
    said = capsys.readouterr().err
    for name, words in (("a.wacz", "ZIP file is damaged"), ("b.csv", "called “text”")):
        told = [line for line in said.splitlines() if f"in/{name}" in line and words in line]
        assert len(told) == 2, said
    aside = [json.loads(line)["place"] for line in (tmp_path / "out.parquet.set-aside.jsonl").open(encoding="utf-8")]
    assert [place.removeprefix(f"{folder.as_posix()}/") for place in aside] == ["a.wacz:1", "b.csv:1"]
