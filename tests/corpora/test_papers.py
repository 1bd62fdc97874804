"""The examples of docs/corpus.md, run as they stand on a repaired corpus."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from consumers import pypi
from consumers.conftest import IN_AUDIT
from consumers.npm import absent
from corpora.conftest import Corpus
from corpora.making import TEXTS, json_lines
from project import ROOT
from warraq.corpus.schema import OF_CORPUS

READERS = ROOT / "tests/consumers/data_readers"
PAPER = (ROOT / "docs/corpus.md").read_text("utf-8")
[UNDOING, PANDAS, POLARS, DASK] = re.findall(r"^```python\n(.*?)^```$", PAPER, re.MULTILINE | re.DOTALL)
GIVEN = [
    {"text": f"{text} {at}" if at < 8 else text, "url": f"https://n{at % 2}.example/{at}"}
    for at, text in enumerate([*TEXTS, *TEXTS, 'قال "إن كيف يمكن أن كتب كتب'])
]


@pytest.fixture
def repaired(corpus: Corpus, tmp_path: Path) -> list[dict[str, Any]]:
    (tmp_path / "rows.jsonl").write_bytes(json_lines(GIVEN))
    assert corpus("rows.jsonl", "repaired.parquet") == 0
    return list(pq.read_table("repaired.parquet").to_pylist())


@pytest.mark.usefixtures("repaired")
def test_the_example_of_undoing_gives_what_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    from warraq import repair

    found: list[str] = []
    real = repair.undo
    monkeypatch.setattr(repair, "undo", lambda *given: found.append(real(*given)))
    exec(UNDOING, {})
    assert found == [row["text"] for row in GIVEN]


def test_the_paper_lists_every_column() -> None:
    table = PAPER.partition("## What comes out")[2].partition("Beside OUT")[0]
    assert [
        name for line in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", line)
    ] == OF_CORPUS.names


@pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")
@pytest.mark.parametrize(("code", "name"), [(PANDAS, "by_source"), (POLARS, "by_rule"), (DASK, "letters")])
def test_the_examples_of_other_programs_count_what_is_there(
    repaired: list[dict[str, Any]], tmp_path: Path, code: str, name: str
) -> None:
    counted: Counter[str] = Counter()
    for row in repaired:
        if name == "by_rule":
            counted.update(doubt["rule"] for doubt in row["doubts"])
        elif name == "letters":
            counted[row["language"]] += len(row["text"])
        elif row["duplicate_of"] is None:
            counted[row["source"]] += 1
    try:
        said = pypi.ran(READERS, "example.py", str(tmp_path), name, said=code)
    except pypi.NoPackagesError as error:
        absent(error)
    assert dict(map(tuple, json.loads(said.splitlines()[-1]))) == dict(counted)
    assert counted
