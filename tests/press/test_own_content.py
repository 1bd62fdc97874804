"""The files of content/ are what the rules make of the original today, and what editors added to it."""

from __future__ import annotations

from pathlib import Path

import yaml

from project import ROOT
from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.press.checking import check_archive, original_or_problem
from warraq.press.day import build_day
from warraq.repair import plan

CONTENT = ROOT / "content"
NAME = "000_7041dd07729f8eff"


def parts(article: bytes) -> tuple[dict[str, object], str]:
    head, body = article.decode().removeprefix("---\n").split("\n---\n", 1)
    return yaml.safe_load(head), body


def test_the_record_is_the_one_that_the_rules_of_today_make_and_the_article_has_only_notes_more() -> None:
    original = original_or_problem(f"{NAME}.txt", (CONTENT / "originals" / f"{NAME}.txt").read_bytes())
    assert isinstance(original, Original)
    vocabulary = check_archive(CONTENT, build_day({}), repairing=False).archive.vocabulary
    planned = plan(original, vocabulary, set())
    assert planned.record == Record.from_bytes(Path(CONTENT, "records", f"{NAME}.json").read_bytes()), (
        "renew it: python3 tasks.py repair --again"
    )
    made, body = parts(planned.article)
    kept, kept_body = parts(Path(CONTENT, "articles", f"{NAME}.md").read_bytes())
    assert kept_body == body
    assert {key: value for key, value in kept.items() if key != "annotations"} == made
