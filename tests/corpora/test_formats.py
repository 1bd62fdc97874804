"""Rows are the same whatever format they come in."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpora.making import TEXTS, json_lines, page_of, warc, written
from warraq.corpus.columns import NoTextColumnError, find_columns
from warraq.corpus.given import Given
from warraq.corpus.inputs import InputError, find_inputs
from warraq.corpus.position import Position
from warraq.corpus.readers import columns_of, read
from warraq.corpus.readers import jsonl as lines_of_json

ROWS = [{"text": page_of(text), "url": f"https://news.example/{at}"} for at, text in enumerate(TEXTS * 2)]
KINDS = ("jsonl", "jsonl.gz", "jsonl.bz2", "jsonl.zst", "csv", "parquet", "warc", "warc.gz", "wacz")


def rows_of(file: Path, **said: str) -> list[Given]:
    """Read a file."""
    [one] = find_inputs([str(file)])
    return list(read(one, columns_of(one, said), Position()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_gives_the_same_texts_with_their_addresses(tmp_path: Path, kind: str) -> None:
    found = rows_of(written(tmp_path, kind, ROWS))
    assert [row.data.decode() for row in found] == [row["text"] for row in ROWS]
    assert [row.facts.get("url") or row.facts["address"] for row in found] == [row["url"] for row in ROWS]
    places = [row.at for row in found]
    assert places == sorted(set(places))
    assert all(row.problem is None for row in found)


def test_a_line_that_is_no_object_is_named_and_the_others_are_there(tmp_path: Path) -> None:
    good = json_lines([{"text": "نص", "url": "https://a.example/"}])
    (tmp_path / "a.jsonl").write_bytes(
        b"\xef\xbb\xbf" + good + b"{\n\n[1]\n" + b"[" * 90_000 + b"\n" + good + b'{"text": 1}\n{"text": " "}'
    )
    found = rows_of(tmp_path / "a.jsonl")
    assert [(row.at, row.problem is None) for row in found] == [
        (1, True), (2, False), (4, False), (5, False), (6, True), (7, False), (8, False),
    ]  # fmt: skip


def test_bytes_that_are_no_utf_8_stay_what_they_are(tmp_path: Path) -> None:
    words = "قال الوزير إن العمل بدأ".encode("cp1256")
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + words + b'", "title": "A", "n": 1}\n')
    (tmp_path / "a.csv").write_bytes(b"id;text\n1;" + words + b"\n\n2;" + "نص".encode() + b"\n")
    pq.write_table(pa.table({"html": pa.array([words], pa.binary()), "date": ["2023-11"]}), tmp_path / "a.parquet")
    assert [(row.data, row.is_text) for row in rows_of(tmp_path / "a.jsonl")] == [(words, False)]
    assert [(row.at, row.data, row.is_text) for row in rows_of(tmp_path / "a.csv")] == [
        (2, words, False),
        (4, "نص".encode(), True),
    ]
    [row] = rows_of(tmp_path / "a.parquet")
    assert (row.data, row.is_text, row.facts) == (words, False, {"date": "2023-11"})


def test_a_line_that_is_too_long_is_passed_over_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_of_json, "LONGEST_LINE", 50)
    (tmp_path / "a.jsonl").write_bytes(json_lines([{"text": "a"}, {"text": "b" * 300}, {"text": "c"}]))
    assert [(row.at, row.data, row.problem is None) for row in rows_of(tmp_path / "a.jsonl")] == [
        (1, b"a", True), (2, b"", False), (3, b"c", True),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["jsonl.gz", "csv.gz", "warc.gz"])
def test_a_file_that_is_cut_gives_what_is_before_and_says_where_it_ends(tmp_path: Path, kind: str) -> None:
    import random

    rows = [
        {"text": page_of(random.Random(at).randbytes(9000).hex()), "url": f"https://a.example/{at}"} for at in range(60)
    ]
    whole = warc(rows, packed=True) if kind == "warc.gz" else json_lines(rows)
    if kind == "csv.gz":
        whole = b"text\n" + b"".join(('"' + row["text"].replace('"', '""') + '"\n').encode() for row in rows)
    data = whole if kind == "warc.gz" else gzip.compress(whole)
    file = tmp_path / f"a.{kind}"
    file.write_bytes(data[: len(data) * 2 // 3])
    *found, last = rows_of(file)
    assert 10 < len(found) < 60 and all(row.problem is None for row in found)
    assert last.problem is not None and "damaged from here on" in str(last.problem)


SMALL = json_lines([{"text": f"a text {at}"} for at in range(40)])


def _parquet(damage: int) -> bytes:
    """Give a Parquet file with a page of the first rows overwritten, or, of 0, without its end."""
    made = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{"text": f"a text {at}"} for at in range(40)]), made, compression="gzip")
    data = made.getvalue()
    return data[:damage] + b"\xff" * 40 + data[damage + 40 :] if damage else data[:-20]


@pytest.mark.parametrize(
    ("name", "data", "whole_before"),
    [
        ("cut.jsonl.gz", gzip.compress(SMALL, mtime=0)[:-30], 15),
        ("checksum.jsonl.gz", gzip.compress(SMALL, mtime=0)[:-8] + bytes(8), 15),
        ("trailing.jsonl.gz", gzip.compress(SMALL, mtime=0) + b"garbage", 15),
        ("overwritten.jsonl.gz", gzip.compress(SMALL, mtime=0)[:60] + b"\xff" * 40, 0),
        ("cut.jsonl.bz2", bz2.compress(SMALL)[:-30], 0),
        ("named-so.jsonl.gz", SMALL, 0),
        ("end.parquet", _parquet(0), 0),
        ("page.parquet", _parquet(60), 0),
        ("empty.parquet", b"", 0),
        ("empty.jsonl", b"", None),
        ("blank.jsonl", b"\n\n", None),
        ("empty.csv", b"", None),
        ("no-head.csv", b"\n1,2\n", None),
        ("of-others.jsonl", "{}".encode("utf-16"), 0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_begins_damaged_is_named_when_it_is_read_and_stops_no_other(
    tmp_path: Path, name: str, data: bytes, whole_before: int | None
) -> None:
    (tmp_path / name).write_bytes(data)
    found = rows_of(tmp_path / name)
    wrong = [row for row in found if row.problem is not None]
    assert whole_before is None or (wrong == found[-1:] and len(found) > whole_before)
    assert whole_before is not None or len(found) == len(wrong)


def test_files_with_marks_that_were_put_together_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes((b"\xef\xbb\xbf" + json_lines([{"text": "a"}])) * 2)
    assert [row.data for row in rows_of(tmp_path / "a.jsonl")] == [b"a", b"a"]


def test_a_file_that_is_named_twice_is_read_once_and_a_name_that_is_no_utf_8_has_a_place(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\xff.jsonl")
    try:
        file.write_bytes(SMALL)
    except OSError:
        file = tmp_path / "a.jsonl"  # this system's names are characters
        file.write_bytes(SMALL)
    again = tmp_path / "sub" / ".." / file.name
    (tmp_path / "sub").mkdir()
    [found] = find_inputs([str(file), str(tmp_path), str(again)])
    assert found.path == file
    assert found.name.encode() and (found.name.endswith("a.jsonl") or found.name.endswith("a\\xff.jsonl"))


def test_the_text_is_found_by_name_then_by_length_or_it_is_asked() -> None:
    long = "a long text " * 20
    assert find_columns("f", [{"id": "1", "Body": "x"}], {}).text == "Body"
    assert find_columns("f", [{"id": "1", "x1": long, "url": "u"}], {}).text == "x1"
    assert find_columns("f", [{"text": "t", "x1": long}], {"text": "x1"}).text == "x1"
    found = find_columns("f", [{"text": "t", "link": "u", "when": "2020", "title": "T"}], {"date": "when", "title": ""})
    assert found.facts == {"date": "when", "url": "link"}
    for rows, said in (
        ([{"a": long, "b": long}], {}),
        ([{"a": 1}], {}),
        ([], {}),
        ([{"text": "t"}], {"text": "nothing"}),
        ([{"text": "t"}], {"date": "nothing"}),
    ):
        with pytest.raises(NoTextColumnError, match="--text NAME"):
            find_columns("f", rows, said)


def test_what_a_row_states_is_believed_where_it_can_be(tmp_path: Path) -> None:
    stated = {
        "title": " A\u200e  title\n",
        "date": "2023-11-08T10:00:00Z",
        "url": "https://a.example/x",
        "lang": "AR",
        "source": "S",
    }
    doubtful = {"title": 3, "date": "08/11/2023", "url": "a.example", "lang": "Arabic of Egypt", "source": None}
    wrong = {"date": "2023-13-40", "title": "\ud83d"}
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"text": "t", **row}) + "\n" for row in (stated, doubtful, wrong)), "utf-8"
    )
    assert [dict(row.facts) for row in rows_of(tmp_path / "a.jsonl")] == [
        {"title": "A title", "date": "2023-11-08", "url": "https://a.example/x", "language": "ar", "source": "S"}, {}, {},
    ]  # fmt: skip


def test_files_are_found_in_folders_and_by_their_first_bytes(tmp_path: Path) -> None:
    for kind in KINDS:
        written(tmp_path / "in" / kind, kind, ROWS[:1])
    (tmp_path / "in/notes.txt").write_text("nothing", "utf-8")
    assert {one.format for one in find_inputs([str(tmp_path / "in")])} == {"jsonl", "csv", "parquet", "warc"}
    for kind in ("jsonl", "parquet", "warc"):
        file = tmp_path / f"{kind}.data"
        file.write_bytes((tmp_path / "in" / kind / f"rows.{kind}").read_bytes())
        assert [one.format for one in find_inputs([str(file)])] == [kind]


def test_all_files_that_are_none_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "b.bin").write_bytes(b"\x00\x01")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        find_inputs([str(tmp_path / name) for name in ("b.bin", "empty", "none")])
    said = str(caught.value).splitlines()
    assert len(said) == 3
    assert all(words in line for words, line in zip(("not known", "no file of", "not exist"), said, strict=True))
