"""Files that nobody reads, dates of other calendars and footnotes that are not there are told, with what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.other_calendars import gregorian, other_calendar
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import read_article
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive
from warraq.press.unread_files import unread_files

TODAY = date(2027, 1, 15)
ARTICLE_ADVICE = "An article belongs into content/articles/, a page of your own into content/pages/; what only you need, beside content/."
HAS = "It has site.yaml and the folders articles, originals, records, vocabulary, images, pages, theme."
FILE, FOLDER = "Nobody reads this file of content/.", "Nobody reads this folder of content/. Files in it:"
STRAY = {
    "about.md": f"about.md: {FILE} {ARTICLE_ADVICE}",
    "CNAME": f"CNAME: {FILE} {HAS}",
    "site.yml": f"site.yml: {FILE} Did you mean content/site.yaml?",
    "Site.yaml": f"Site.yaml: {FILE} Did you mean content/site.yaml?",
    "page/about.md": f"page: {FOLDER} 1, such as about.md. Did you mean content/pages?",
    "texts/about.md": f"texts: {FOLDER} 1, such as about.md. {ARTICLE_ADVICE}",
    "pages/a.txt": "pages/a.txt: The file is not read: here files end in .md. Take it out of this folder.",
    "data/1/x.csv": f"data: {FOLDER} 1, such as 1/x.csv. {HAS}",
    "original/a.txt": f"original: {FOLDER} 1, such as a.txt. Did you mean content/originals?",
    "Articles/a.md": f"Articles: {FOLDER} 1, such as a.md. Did you mean content/articles?",
    "vocabulary/people.yml": "vocabulary/people.yml: The file is not read: here files end in .yaml. Rename it: people.yaml",
    "vocabulary/a/x.YAML": "vocabulary/a/x.YAML: The file is not read: here files end in .yaml. Rename it: x.yaml",
    "vocabulary/x.txt": "vocabulary/x.txt: The file is not read: here files end in .yaml. Take it out of this folder.",
    "records/x.txt": "records/x.txt: The file is not read: here files end in .json. Take it out of this folder.",
    "articles/a.jpg": "articles/a.jpg: The file is not read: here files end in .md. "
    "A picture belongs into content/images/, a damaged text into content/originals/.",
    "articles/x.MD": "articles/x.MD: The file is not read: articles end in .md. "
    "Rename it; or, if it is a damaged text, move it to content/originals/.",
    "articles/x.txt": "articles/x.txt: The file is not read: articles end in .md. "
    "Rename it; or, if it is a damaged text, move it to content/originals/.",
    "articles/x.markdown": "articles/x.markdown: The file is not read: articles end in .md. "
    "Rename it; or, if it is a damaged text, move it to content/originals/.",
}
READ = (
    "articles/2024/a.md",
    "images/a.png",
    "vocabulary/a/x.yaml",
    "schema.json",
    ".git/x",
    "articles/.a.swp",
    "a.md~",
    "Thumbs.db",
)


@pytest.mark.parametrize("name", STRAY)
def test_a_file_that_nobody_reads_is_told_once(tmp_path: Path, name: str) -> None:
    project = Project.empty(tmp_path)
    project.write(name, "x")
    [problem] = check_archive(project.content, TODAY, repairing=False).problems
    assert (str(problem), problem.level) == (f"content/{STRAY[name]}", Level.WARNING)


def test_what_is_read_and_what_programs_leave_is_not_told(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    for name in READ:
        project.write(name, "x")
    assert list(unread_files(project.content)) == []


@pytest.mark.parametrize(
    "written",
    ['STATIC_PATHS = ["images", "extra"]', 'STATIC_PATHS += ["extra/"]', 'STATIC_PATHS: list[str] = ["extra"]'],
)
def test_what_the_settings_copy_is_read(tmp_path: Path, written: str) -> None:
    project = Project.empty(tmp_path)
    project.write("extra/CNAME", "x")
    assert len(list(unread_files(project.content))) == 1
    (tmp_path / "pelicanconf.py").write_text(written, "utf-8")
    assert list(unread_files(project.content)) == []
    (tmp_path / "pelicanconf.py").write_text("STATIC_PATHS = [", "utf-8")
    assert len(list(unread_files(project.content))) == 1


def test_a_build_and_a_check_tell_the_same_of_all(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    for name in STRAY:
        project.write(name, "x")
    built = check_archive(project.content, TODAY, repairing=False).problems
    _, checked = cached_problems(project.content, TODAY, Cache(tmp_path / "cache.sqlite"))
    assert built == checked and len(built) >= len(STRAY)


def problems_of(tmp_path: Path, front_matter: str, body: str = "نص.") -> list[Problem]:
    project = Project.empty(tmp_path)
    project.write("articles/x.md", f"---\ntitle: عنوان\n{front_matter}\n---\n{body}\n")
    return list(check_archive(project.content, TODAY, repairing=False).problems)


@pytest.mark.parametrize(
    ("written", "todo"),
    [
        ("1445-05-12", "If it is Hijri, write 2023-11-26"),
        ("١٤٤٥-٠٥-١٢", "If it is Hijri, write 2023-11-26"),
        ("1445-05", "If it is Hijri, write 2023-11 / 2023-12"),
        ("1445", "If it is Hijri, write 2023 / 2024"),
        ("1402-08-17", "Write 1982-06-09 if it is Hijri, 2023-11-08 if it is Persian."),
        ("1301-01-01", "If it is Persian, write 1922-03-22"),
        ("1604-12-31", "Write the Gregorian date."),
        ("0987", "If it is Persian, write 1608 / 1609"),
    ],
)
def test_a_date_before_newspapers_is_told_with_the_date_that_it_may_be(tmp_path: Path, written: str, todo: str) -> None:
    [problem] = problems_of(tmp_path, f"date: {written}")
    assert (problem.line, problem.field, problem.level) == (3, "date", Level.WARNING)
    assert problem.todo.text("en") == todo
    assert "there were no newspapers" in problem.what.text("en")


@pytest.mark.parametrize("day", [PartialDate(1605), PartialDate(1605, 1, 1), PartialDate(2023, 11, 8)])
def test_a_date_of_a_newspaper_is_none_of_them(day: PartialDate) -> None:
    assert other_calendar(day, TODAY) is None


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("embargo", "embargo: 1448-09-01"),
        ("source.retrieved", "source: {name: س, retrieved: 1445-05-12}"),
        ("reviewed.date", "reviewed: {by: هدى, date: 1445-05-12}"),
        ("withdrawn.date", "withdrawn: {date: 1445-05-12, reason: سبب}"),
        ("corrections[0].date", "corrections: [{date: 1445-05-12, note: ت}]"),
        ("annotations[0].date", "annotations: [{quote: نص, note: ش, date: 1445-05-12}]"),
    ],
)
def test_in_what_editors_date_themselves_it_is_an_error(tmp_path: Path, field: str, written: str) -> None:
    found = problems_of(tmp_path, f"date: 2023-11-08\n{written}")
    assert [(p.field, p.level, p.line) for p in found if p.level is Level.ERROR] == [(field, Level.ERROR, 4)]


def test_a_day_that_only_another_calendar_has_is_proposed_too() -> None:
    read = read_article("x.md", "---\ntitle: x\ndate: 1402-02-31\n---\nنص".encode())
    assert [str(p) for p in read.problems] == [
        "x.md:3:1: date: “1402-02-31” is not a date. If it is Persian, write 2023-05-21"
    ]


@pytest.mark.parametrize("year", [1, 622, 1199, 1343, 1402, 1445, 1500, 1501, 1604])
@pytest.mark.parametrize(("month", "day"), [(None, None), (1, None), (12, None), (12, 30), (6, 31), (13, 1)])
def test_no_proposal_is_older_than_newspapers_or_still_to_come(year: int, month: int | None, day: int | None) -> None:
    for found in gregorian(year, month, day, TODAY):
        assert all(1605 <= PartialDate.parse(each).year <= 2027 for each in found)


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("نص[^1] وآخر[^2].\n\n[^1]: حاشية", ["[^2]"]),
        ("نص[^2] ثم[^2] و[^أ].", ["[^2]", "[^أ]"]),
        ("- بند[^2]\n- بند\n\n> اقتباس[^3]", ["[^2]", "[^3]"]),
        (r"نص\[^1] و`[^2]` ثم \\[^3]", ["[^3]"]),
        ("    [^1]\n", []),
        ("```\n[^1]\n```\n", []),
        ("نص[^1].\n\n[^1]: حاشية[^2]", ["[^2]"]),
    ],
)
def test_a_reference_to_no_footnote_is_told_where_readers_see_it(tmp_path: Path, body: str, labels: list[str]) -> None:
    found = problems_of(tmp_path, "date: 2024", body)
    assert [p.what.text("en") for p in found] == [
        f"No footnote {label} is defined, and readers see its sign." for label in labels
    ]
    assert all(p.level is Level.WARNING for p in found)
