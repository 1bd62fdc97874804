"""Whatever review, tags and a renewal write, our own `check` accepts; what it would not accept is refused, and not written."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from unittest import mock

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desk.fewer_rules import every_other, repairing_by
from hostile import SAMPLES, TEXTS, VALUES
from project import Project
from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Problem
from warraq.archive.reading_article import read_article
from warraq.desk.renewing.__main__ import main as renew
from warraq.desk.renewing.renewal import renewals
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems
from warraq.desk.tagging.__main__ import main as tags
from warraq.press.checking import check_archive
from warraq.repair import plan
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.writers.front_matter import scalar

DAY = date(2027, 1, 15)
FEWER = settings(
    max_examples=max(int(os.environ.get("WARRAQ_EXAMPLES", "100")) // 33, 3),
    suppress_health_check=[HealthCheck.too_slow],
)
"""An example is an archive, its decisions and its checks."""
DOUBTFUL = "عنوان الخبر\n\nوحضر القاضي القاضي إلى المدينة منذ شهر.\n\nوزار الوفد القائد القائد في مقره مساء.\n\n"
LINES = st.one_of(TEXTS, VALUES, st.sampled_from(SAMPLES))


@contextlib.contextmanager
def archive(*texts: str) -> Iterator[Project]:
    """Make an archive of damaged texts, repaired; those that can't be read are left out."""
    with tempfile.TemporaryDirectory() as place:
        project = Project.empty(Path(place) / "project")
        taken: set[str] = set()
        for number, text in enumerate(texts):
            try:
                original = read_original(f"text{number}.txt", text.encode())
                planned = plan(original, Vocabulary(), taken)
            except (UnreadableError, UnicodeEncodeError):
                continue
            taken.add(planned.slug)
            project.write(f"originals/text{number}.txt", text.encode())
            project.write(f"records/text{number}.json", planned.record.to_bytes())
            project.write(f"articles/text{number}.md", planned.article)
        yield project


def errors(project: Project) -> list[str]:
    return [problem.text() for problem in check_archive(project.content, DAY, repairing=False).errors]


CHOICES = st.tuples(st.integers(0, 30), st.sampled_from(["keep", "all", "fix", "undo"]), LINES)


@FEWER
@given(TEXTS, st.lists(CHOICES, min_size=1, max_size=6), VALUES)
def test_what_a_decision_writes_is_accepted(text: str, choices: list[tuple[int, str, str]], by: str) -> None:
    with archive(DOUBTFUL + text, text) as project:
        assume(not errors(project))
        items = OpenItems.of(project.content)
        writer = DecisionWriter(items)
        for number, choice, line in choices:
            found = items.all()
            if choice == "undo":
                writer.undo()
            elif found:
                item = found[number % len(found)]
                group = [i for i in found if i.group == item.group] if choice == "all" else [item]
                kind = Choice.FIX if choice == "fix" else Choice.KEEP
                shown = item.lines.markdown if item.lines else ""
                writer.decide([Decision(i.id, kind, line, shown) for i in group], by, DAY)
            assert errors(project) == []


def run_tags(project: Project, *words: str) -> int:
    """Run a command about tags; what it says is not looked at."""
    with (
        contextlib.chdir(project.root),
        mock.patch.object(sys, "argv", ["tags", *words]),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        try:
            return tags()
        except SystemExit as refused:  # a tag that looks like an option
            return int(refused.code or 0)


TAGGED = st.lists(st.lists(VALUES, min_size=1, max_size=3), min_size=1, max_size=2)
COMMANDS = st.lists(st.tuples(st.sampled_from(["rename", "merge", "add", "retag"]), VALUES, VALUES), max_size=4)


@FEWER
@given(TAGGED, COMMANDS, st.randoms(use_true_random=False))
def test_what_a_command_about_tags_writes_is_accepted(
    tagged: list[list[str]], commands: list[tuple[str, str, str]], chance: Random
) -> None:
    with archive() as project:
        for number, values in enumerate(tagged):
            listed = ", ".join(scalar(value, in_brackets=True) for value in values)
            text = f"---\ntitle: عنوان\ndate: 2020\ntags: [{listed}]\n---\nنص عن {values[0]} في القاهرة.\n"
            file = project.write(f"articles/{number}.md", text.encode(errors="replace"))
            if read_article("content/articles/x.md", file.read_bytes()).article is None:
                file.unlink()
        assume(not errors(project))
        project.write("vocabulary/places.yaml", "cairo:\n  scheme: place\n  pref_label: {ar: القاهرة}\n")
        for command, one, other in commands:
            used = [
                tag
                for article in check_archive(project.content, DAY, repairing=False).archive.articles
                for tag in article.tags
            ]
            known = chance.choice(used) if used and command in ("rename", "merge") else one
            run_tags(project, *([command] if command == "retag" else [command, known, other]))
            assert errors(project) == []


@FEWER
@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(0, 2))
def test_what_a_renewal_writes_and_proposes_is_accepted(texts: list[str], edited: int) -> None:
    made = archive(*texts)
    with repairing_by(every_other):
        project = made.__enter__()
    with contextlib.ExitStack() as stack:
        stack.push(made)
        assume(not errors(project))
        for file in (project.content / "articles").glob(f"*{edited}.md"):
            file.write_bytes(file.read_bytes() + "\nزاد المحرر سطرا.\n".encode())
        stack.enter_context(contextlib.chdir(project.root))
        stack.enter_context(mock.patch.object(sys, "argv", ["repair"]))
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        renew()
        assert errors(project) == []
        for renewal in renewals(project.root):  # an editor takes what is proposed
            if isinstance(renewal, Problem):
                continue
            (project.root / renewal.path).write_bytes(renewal.after)
            (project.root / renewal.record_path).write_bytes(renewal.new.to_bytes())
        assert errors(project) == []
