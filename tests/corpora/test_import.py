"""Rows of a repaired corpus come into an archive as the originals that they were made of."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corpora.conftest import Corpus
from corpora.making import TEXTS, json_lines, page_of, written
from project import Project
from warraq.desk.importing import __main__ as command
from warraq.desk.importing import corpus_source
from warraq.desk.importing.corpus_source import CorpusSource
from warraq.desk.importing.sources import RejectedFileError, source_of


@pytest.fixture
def repaired(corpus: Corpus, tmp_path: Path) -> Path:
    """Repair a corpus of lines in two encodings, and of pages."""
    given = [
        {"text": text, "url": f"https://n{at}.example/{at}", "source": f"صحيفة {at}"}
        for at, text in enumerate([*TEXTS, TEXTS[0]])
    ]
    damaged = b'{"text": "' + TEXTS[2].replace("\n", "\\n").encode("cp1256") + b'"}\n'
    (tmp_path / "rows.jsonl").write_bytes(json_lines(given) + damaged)
    written(tmp_path, "warc.gz", [{"text": page_of(TEXTS[1]), "url": "https://w.example/1"}])
    assert corpus("rows.jsonl", "rows.warc.gz", "out.parquet") == 0
    corpus_source.chosen_rows.cache_clear()
    return tmp_path / "out.parquet"


def imported(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.chdir(project.root)
    monkeypatch.setattr(sys, "argv", ["import", *words, "--processes", "1", "--lang", "en"])
    return command.main()


def test_every_row_gives_the_bytes_that_it_was_made_of(repaired: Path) -> None:
    source = source_of(repaired)
    files = [file.name for file in source.files()]
    assert files[:6] == [f"rows.jsonl/{at}.txt" for at in range(1, 7)] and files[6].startswith("rows.warc.gz/")
    assert [source.read(name).decode() for name in files[:5]] == [*TEXTS, TEXTS[0]]
    assert source.read(files[5]) == TEXTS[2].encode("cp1256")
    assert source.read(files[6]).decode() == page_of(TEXTS[1])
    assert source.holds(files[0]) and not source.holds("rows.jsonl/9.txt") and list(source.rejected()) == []


def test_chosen_rows_become_articles_with_what_they_stated(
    repaired: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "archive").mkdir()
    project = Project.empty(tmp_path / "archive")
    where = "duplicate_of missing and (source = 'صحيفة 0' or url = https://n1.example/1)"
    assert imported(project, monkeypatch, str(repaired), "--where", where) == 0
    originals = sorted((project.content / "originals").rglob("*.*"))
    assert sorted(file.read_text("utf-8") for file in originals) == sorted(TEXTS[:2])
    articles = "".join(file.read_text("utf-8") for file in (project.content / "articles").rglob("*.md"))
    assert "صحيفة 0" in articles and "https://n0.example/0" in articles and "https://n1.example/1" in articles
    capsys.readouterr()
    assert imported(project, monkeypatch, str(repaired)) == 0
    originals = sorted((project.content / "originals").rglob("*.*"))
    assert sorted(file.read_text("utf-8") for file in originals) == sorted(TEXTS)  # what has the same words stays out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--where", "letters = 3"], "No field is called “letters”. The fields are: title, date, source,"),
        (["--where", "source ="], "Nothing stands behind source =."),
        (["--table", "table.csv"], "--table goes not with a corpus"),
        (["--where", "source = A", "folder"], "--where chooses rows of a corpus, and folder is none."),
    ],
)
def test_what_can_not_be_chosen_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    project = Project.empty(tmp_path)
    (tmp_path / "table.csv").write_text("url,title\n", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "out.parquet").mkdir()
    assert imported(project, monkeypatch, *words, *(["out.parquet"] if words[-1] != "folder" else [])) == 1
    assert told in capsys.readouterr().err


def test_a_row_that_was_changed_is_refused(repaired: Path) -> None:
    [part] = repaired.iterdir()
    table = pq.read_table(part)
    texts = [f"{text}." for text in table["text"].to_pylist()]
    changed = repaired.with_name("changed.parquet")
    pq.write_table(table.set_column(1, "text", [texts]), changed)
    source = CorpusSource(changed)
    for file in source.files():
        with pytest.raises(RejectedFileError, match="not what its record says"):
            source.read(file.name)
