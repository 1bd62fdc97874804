"""Limits, order and edges of small parts: the zip, the exchange, the terminal, the day of a build."""

from __future__ import annotations

import zipfile
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from project import Project
from warraq.archive.article import Article
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.pages.decisions import is_public
from warraq.press import exchange
from warraq.press.bundle import pack
from warraq.press.checking import check_archive, problem_order
from warraq.press.day import build_day
from warraq.press.settings import settings_problems
from warraq.press.terminal import MANY_STEPS, progress

TODO = message("Delete it.")


def problem(number: int) -> Problem:
    return Problem("a.md", number, 0, "", Message("x", {}), TODO, Level.WARNING)


# The zip


def test_two_zips_of_one_folder_are_equal_and_hold_its_files_in_their_order(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    for name in ("b.html", "a/index.html", "ب.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    pack(folder, tmp_path / "bundle.zip")
    first = (tmp_path / "bundle.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "bundle.zip") as packed:
        assert packed.namelist() == ["bundle/a/index.html", "bundle/b.html", "bundle/ب.html"]
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in packed.infolist()} == {zipfile.ZIP_DEFLATED}
        assert {info.external_attr >> 16 & 0o777 for info in packed.infolist()} == {0o644}
        assert packed.read("bundle/ب.html").decode() == "ب.html"
    (folder / "b.html").touch()
    pack(folder, tmp_path / "bundle.zip")
    assert (tmp_path / "bundle.zip").read_bytes() == first
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bundle", "bundle.zip"]


# The exchange


def test_only_an_interrupted_exchange_is_reported_as_finished(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert exchange.finish_interrupted(output) is False
    exchange.old(output).mkdir()
    assert exchange.finish_interrupted(output) is True
    exchange.new(output).mkdir()
    assert exchange.finish_interrupted(output) is False
    assert not exchange.new(output).exists()


def test_the_former_site_steps_aside_before_the_new_one_takes_its_place_and_is_put_aside_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    exchange.new(output).mkdir()
    steps: list[str] = []
    rename = Path.rename

    def record(path: Path, target: Path) -> Path:
        steps.append(f"{path.name} → {target.name}")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", record)
    exchange.exchange(output)
    assert steps == ["output → output.old", "output.new → output", "output.old → output.spare"]


# The terminal


@pytest.mark.parametrize(("count", "printed"), [(MANY_STEPS - 1, ""), (MANY_STEPS, "Checking\n")])
def test_away_from_a_terminal_only_long_work_is_announced(
    capsys: pytest.CaptureFixture[str], count: int, printed: str
) -> None:
    tracked = progress(Message("Checking", {}), "en", Console(file=StringIO()))
    assert list(tracked(range(count), count)) == list(range(count))
    assert capsys.readouterr().out == printed


# What is published


def article(slug: str, **values: object) -> Article:
    return Article(f"content/articles/{slug}.md", slug, slug, "نص", 5, **values)  # type: ignore[arg-type]  # a test's own values


@pytest.mark.parametrize(
    ("values", "public"),
    [
        ({}, True),
        ({"status": "draft"}, False),
        ({"embargo": PartialDate(2027, 1, 15)}, True),
        ({"embargo": PartialDate(2027, 1, 16)}, False),
        ({"embargo": PartialDate(2027, 1)}, True),
        ({"embargo": PartialDate(2027, 2)}, False),
        ({"embargo": PartialDate(2027)}, True),
        ({"embargo": PartialDate(2026), "status": "draft"}, False),
    ],
)
def test_an_article_is_public_from_the_first_day_of_its_embargo_on(values: dict[str, object], public: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_public(article("a", **values), date(2027, 1, 15)) is public


def test_a_library_has_the_newest_first_the_undated_last_and_equal_days_by_their_slugs(project: Project) -> None:
    for slug, day in {"b": "2024-03-15", "a": "2024-03-15", "z": "2025", "u": "unknown", "t": "unknown"}.items():
        project.article(slug, title=slug, date=day)
    checked = check_archive(project.content, date(2027, 1, 15), repairing=False)
    assert [e.article.slug for e in checked.library("", date(2027, 1, 15)).editions] == ["z", "a", "b", "t", "u"]


def test_problems_stand_by_file_line_column_and_field() -> None:
    places = [("a", 0, 0, ""), ("a", 2, 9, ""), ("a", 10, 1, ""), ("a", 10, 1, "b"), ("a", 10, 2, ""), ("b", 1, 1, "")]
    problems = [Problem(*place, Message("x", {}), TODO) for place in reversed(places)]
    assert [(p.path, p.line, p.column, p.field) for p in sorted(problems, key=problem_order)] == places


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", date(1970, 1, 1)), ("86399", date(1970, 1, 1)), ("86400", date(1970, 1, 2))]
)
def test_the_day_of_a_build_is_that_of_its_second_in_utc(epoch: str, day: date) -> None:
    assert build_day({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize("epoch", ["x", "1.5", "9" * 30])
def test_a_day_that_is_not_a_number_of_seconds_ends_the_build(epoch: str) -> None:
    with pytest.raises(SystemExit, match="is not a number of seconds"):
        build_day({"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("", False),
        ("https://a.example", False),
        ("http://a.example/w", False),
        ("a.example", True),
        ("ftp://a.example", True),
        ("https://", True),
        ("https://a.example/?x", True),
        ("https://a.example/#x", True),
    ],
)
def test_the_address_of_a_site_is_whole_and_has_no_query(address: str, wrong: bool) -> None:  # noqa: FBT001 - a row of the table
    theme = Path(__file__).parents[2] / "theme"
    assert bool(list(settings_problems({"SITEURL": address, "THEME": theme}))) is wrong
