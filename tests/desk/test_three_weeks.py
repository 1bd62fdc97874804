"""
Three weeks of a librarian, with the truth known: a folder comes in, is corrected by table, reviewed, rejected, and comes again with more.

`WARRAQ_FILES=2000` walks them at full size and builds the site; by default the folder is small.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from demo.saved_pages import MAGAZINE, Saved, What, harvest, second_harvest, write
from desk.conftest import Desk
from git_here import git
from project import ROOT, Project
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems

FILES = int(os.environ.get("WARRAQ_FILES", "24"))
WHOLE = FILES >= 100
"""The site is built too."""
NEW, LATER = (20, 20) if WHOLE else (2, 2)
DAY = date(2026, 11, 27)
CORRECTED = "عنوان صُحّح في الجدول"
pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


class Weeks:
    """An archive in git, and what each command changed in it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        shutil.copy(ROOT / ".gitignore", desk.root)
        (desk.content / "articles").mkdir()
        self.git("init", "-q", "-b", "main")
        self.keep()

    def git(self, *words: str) -> str:
        return git(self.desk.root, *words)

    def keep(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "kept", "--allow-empty")

    def changed(self) -> dict[str, str]:
        """Give what git says of each file that was changed since it was kept: A, M or D."""
        self.git("add", "-A")
        lines = self.git("diff", "--cached", "--name-status", "--no-renames").splitlines()
        return {path: status for status, path in (line.split("\t") for line in lines)}

    def lines(self) -> Counter[str]:
        """Count the lines that were put in and taken out, by their first word."""
        found = re.findall(r"^[+-](?![+-])\s*([^\s:]*)", self.git("diff", "--cached", "-U0"), re.MULTILINE)
        return Counter(found)

    def report(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO((self.desk.root / "import-report.csv").read_text("utf-8-sig"))))


@pytest.fixture
def weeks(desk: Desk) -> Weeks:
    return Weeks(desk)


def outcomes(weeks: Weeks) -> dict[str, str]:
    return {row["file"]: row["outcome"] for row in weeks.report()}


def told(said: str) -> dict[str, int]:
    """Give the numbers that a command ends with."""
    return {what: int(number) for what, number in re.findall(r"^([A-Z][^:\n]*): (\d+)", said, re.MULTILINE)}


def groups(saved: list[Saved]) -> Iterator[list[Saved]]:
    """Yield the files of each article."""
    by_number: dict[int, list[Saved]] = {}
    for each in saved:
        if each.of:
            by_number.setdefault(each.of, []).append(each)
    yield from by_number.values()


def test_counts_are_true_git_shows_what_was_done_nothing_comes_back_and_nothing_is_lost(weeks: Weeks) -> None:
    found, made = weeks.desk.root.parent / "found", harvest(FILES)
    write(found, made)
    first_week(weeks, found, made)
    corrected_by_table(weeks)
    reviewed(weeks)
    thrown = thrown_out(weeks, made)
    later = second_harvest(made, NEW, LATER)
    write(found, later)
    comes_again(weeks, found, made, later, thrown)
    if WHOLE:
        published(weeks, made)


def first_week(weeks: Weeks, found: Path, made: list[Saved]) -> None:
    """Hold the report against the truth, file by file and in its numbers."""
    counts = told(weeks.desk.run("importing", str(found), "--processes", "1"))
    outcome = outcomes(weeks)
    assert outcome.keys() == {each.name for each in made}
    for files in groups(made):
        assert sorted(outcome[each.name] for each in files) == ["duplicate"] * (len(files) - 1) + ["imported"]
    by_kind = Counter((each.what, outcome[each.name]) for each in made if not each.of)
    lists, others = (sum(each.what is what for each in made) for what in (What.NO_ARTICLE, What.NO_TEXT))
    assert by_kind == +Counter({(What.NO_ARTICLE, "imported"): lists, (What.NO_TEXT, "set aside"): others})
    texts = sum(1 for _ in groups(made))
    assert counts["Imported"] == texts + lists and counts.get("Set aside because they can't be read", 0) == others
    assert counts["Duplicates of others among them, not imported"] == len(made) - texts - lists - others
    changed = weeks.changed()
    assert Counter(path.split("/")[1] for path in changed) == dict.fromkeys(
        ("articles", "originals", "records"), texts + lists
    )
    assert set(changed.values()) == {"A"}
    assert f"set source NAME --where &quot;source = «{MAGAZINE}»&quot;" in (
        weeks.desk.root / "import-report.html"
    ).read_text("utf-8")
    weeks.keep()


def corrected_by_table(weeks: Weeks) -> None:
    """Only the cells that were edited change, and nothing else in their files."""
    table = weeks.desk.root.parent / "archive.csv"
    weeks.desk.run("correcting", "export", f"--table={table}")
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    undated = [row for row in rows if row["date"] in ("", "unknown")]
    for row in undated:
        row["date"] = "2019-05-01"
    dated = next(row for row in rows if row not in undated)
    dated["title"] = CORRECTED
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    table.write_text(out.getvalue(), "utf-8-sig")
    weeks.desk.run("correcting", "update", f"--table={table}")
    names = {f"content/articles/{row['file']}" for row in (*undated, dated)}
    assert weeks.changed() == dict.fromkeys(names, "M")
    assert weeks.lines().keys() <= {"date", "title"} and weeks.lines()["title"] == 2
    if WHOLE:
        weeks.desk.run("undoing")
        assert weeks.changed() == {}
        weeks.desk.run("correcting", "update", f"--table={table}")
    weeks.keep()


def reviewed(weeks: Weeks) -> None:
    """Each decision is a line in its article, and no other file changes."""
    writer = DecisionWriter(OpenItems.of(weeks.desk.content))
    doubts = [item for item in writer.open_items.all() if item.rule == "doubled-word"]
    assert doubts
    given = [Decision(item.id, Choice.KEEP) for item in doubts]
    assert set(writer.decide(given, "Amal", DAY).values()) == {None}
    assert weeks.changed() == {item.path: "M" for item in doubts}
    assert not [item for item in OpenItems.of(weeks.desk.content).all() if item.rule == "doubled-word"]
    weeks.keep()


def thrown_out(weeks: Weeks, made: list[Saved]) -> set[str]:
    """Pages that are no articles go, and what they were stays known; give their names."""
    lists = {each.name for each in made if each.what is What.NO_ARTICLE}
    articles = [row["article"] for row in weeks.report() if row["file"] in lists]
    weeks.desk.run("rejecting", *(f"--only={path}" for path in articles), "--reason=a list")
    changed = weeks.changed()
    assert changed.pop("content/rejected.yaml") == "A"
    assert changed.keys() >= set(articles) and set(changed.values()) == {"D"} and len(changed) == 2 * len(articles)
    weeks.keep()
    return lists


def comes_again(weeks: Weeks, found: Path, made: list[Saved], later: list[Saved], thrown: set[str]) -> None:
    """Of a folder that was there nothing comes in again; what is new does, and no byte of it is lost."""
    before = {path: (weeks.desk.root / path).read_bytes() for path in weeks.git("ls-files", "content").splitlines()}
    weeks.desk.run("importing", str(found), "--processes", "1")
    outcome = outcomes(weeks)
    assert all(outcome[name] == "thrown out before" for name in thrown)
    assert all(outcome[each.name] == "imported" for each in later if each.what is What.ARTICLE)
    assert all(outcome[each.name] == "another version" for each in later if each.what is What.VERSION)
    assert not any(outcome[each.name] in ("imported", "another version") for each in made)
    assert before == {path: (weeks.desk.root / path).read_bytes() for path in before}
    assert set(weeks.changed().values()) == {"A"}
    kept = {sha256(file.read_bytes()).hexdigest() for file in weeks.desk.content.rglob("*") if file.is_file()}
    assert {sha256(each.data).hexdigest() for each in later} <= kept
    for files in groups(made):
        assert kept & {sha256(each.data).hexdigest() for each in files}
    weeks.keep()


def published(weeks: Weeks, made: list[Saved]) -> None:
    """Build the site: it has them all, and a page for each version."""
    project = Project(weeks.desk.root)
    project.settle()
    done = project.build(WARRAQ_LANGUAGE="en")
    number = sum(1 for _ in groups(made)) + NEW
    assert done.returncode == 0 and f"Articles published: {number}," in done.stdout, done.stdout
    assert len(done.stdout.splitlines()) < 12
    assert len(list((weeks.desk.root / "output/articles").glob("*-v2/index.html"))) == LATER
