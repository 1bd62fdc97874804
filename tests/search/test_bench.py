"""The bench: other programs read its last line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from warraq.pages.search.bench.asking import judge
from warraq.pages.search.bench.sites import edtf_date

ROOT = Path(__file__).parents[2]


def test_recall_counts_at_most_ten_articles_and_rank_is_that_of_the_first_right_one() -> None:
    urls = [f"https://example.org/archive/articles/{n}/" for n in (7, 3, 5)]
    assert judge(urls, [3]) == (1.0, 0.5)
    assert judge(urls, [3, 9]) == (0.5, 0.5)
    assert judge(urls, list(range(20))) == (0.3, 1.0)
    assert judge([], [1]) == (0.0, 0.0)


def test_words_that_are_not_a_date_give_none() -> None:
    assert [edtf_date(text) for text in ("2015-07-22", "2015-07-22T10:00", "2015-07", "yesterday", "")] == [
        "2015-07-22",
        "2015-07-22",
        "2015-07",
        "",
        "",
    ]


@pytest.mark.browser
def test_its_last_line_has_the_figures_of_our_search(tmp_path: Path) -> None:
    pytest.importorskip("pagefind_bin", reason="a tool of development")
    words = ("جسر", "قناة", "سفينة", "مدرسة")
    articles = [
        {"source": "s", "date": "2024-01-01", "title": f"خبر {n}", "text": f"نص عن {word} في الواحة"}
        for n, word in enumerate(words)
    ]
    (tmp_path / "corpus.jsonl").write_text(
        "\n".join(json.dumps(a, ensure_ascii=False) for a in articles), encoding="utf-8"
    )
    queries = [{"kind": "exact", "q": word, "gold": [n]} for n, word in enumerate(words)] + [
        {"kind": "plural", "q": "سفن", "gold": [2]}
    ]
    (tmp_path / "queries.json").write_text(json.dumps(queries), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "warraq.pages.search.bench",
        "--corpus",
        str(tmp_path / "corpus.jsonl"),
        "--queries",
        str(tmp_path / "queries.json"),
    ]
    ran = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
    )
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0, ran.stderr
    assert re.fullmatch(r"ours: recall@10 1\.000 MRR 1\.000 cold_kb \d+ warm_ms_p95 \d+", lines[-1])
    assert any(re.search(r"plural +1\.000 / 1\.000 +0\.000 / 0\.000", line) for line in lines)
