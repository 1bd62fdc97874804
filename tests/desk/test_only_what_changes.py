"""
After any command `git diff` shows what it did: no other line differs, in whatever style of YAML and Markdown an article is written.

Every command of `tasks.py` for users is here: among those that write, with the lines that it may change, or among those that don't.
"""

from __future__ import annotations

import contextlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

from desk.at_once import module
from desk.conftest import Desk
from desk.odd_archive import SHAPES, Run, changed_lines, kept, odd_archive, run
from git_here import git
from tasks_module import tasks_module
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return odd_archive(tmp_path_factory.mktemp("odd") / "project")


def review() -> None:
    """Keep one doubt of each article, and state a date."""
    items = OpenItems.of(Path("content").resolve())
    writer = DecisionWriter(items)
    for item in items.all():
        if item.rule == "doubled-word":
            assert set(writer.decide([Decision(item.id, Choice.KEEP)], "هدى", date(2027, 1, 1)).values()) == {None}


def update() -> None:
    """Export all articles, give each of them another date, and take the table in."""
    with contextlib.suppress(SystemExit):
        module("desk.correcting", "export", "--table=.warraq/table.csv")()
    table = Path(".warraq/table.csv")
    text = table.read_text("utf-8-sig")
    table.write_text(re.sub(r"(?<=,)(2023-11-08|2020|2020-05|unknown)(?=,)", "1999-01-01", text), "utf-8-sig")
    module("desk.correcting", "update", "--table=.warraq/table.csv")()


def take_annotations() -> None:
    """Take in a note on a word of every article that has it."""
    rows = [
        {"uri": f"https://archive.test/articles/{slug}/", "text": "شرح", "user": "acct:huda@h.test", "target": [TARGET]}
        for slug in {
            match[1]
            for file in Path("content/articles").glob("*.md")
            for match in [SLUG.search(file.read_text("utf-8"))]
            if match
        }
    ]
    Path(".warraq/rows.json").write_text(json.dumps(rows), "utf-8")
    module("desk.annotating", "--from=.warraq/rows.json")()


SLUG = re.compile(r"^slug: *([\w-]+)", re.MULTILINE)
TARGET = {"selector": [{"type": "TextQuoteSelector", "exact": "النيل", "prefix": "", "suffix": ""}]}
RECORD = r'"(sha256|article_sha256|body_sha256|rules)"|^[\s{}\[\],]*$|"(at|start|end|rule|after|before|changes|doubts|layout)"'
WRITING: dict[str, tuple[Run, dict[str, str], set[str]]] = {
    "retag": (module("desk.tagging", "retag"), {"articles": r"tags|nile|-", "records": "sha256"}, set()),
    "tags add": (
        module("desk.tagging", "add", "نيل", "النيل"),
        {"articles": "tags|نيل|زراعة", "records": "article_sha256"},
        set(),
    ),
    "tags rename": (module("desk.tagging", "rename", "ماء", "مياه"), {"articles": "ماء|مياه"}, set()),
    "tags merge": (module("desk.tagging", "merge", "زراعة", "مياه"), {"articles": "زراعة|مياه"}, set()),
    "repair --again": (
        module("desk.renewing"),
        {"articles": f"السلام|{SHAPES}", "records": ""},
        set(),
    ),
    "review": (review, {"articles": "settled|doubled-word|القاضي|reviewed|هدى|^[-+]$"}, set()),
    "import": (
        module("desk.importing", "found", "--processes", "1"),
        {},
        {"content/originals/new.txt", "content/records/new.json", "content/articles/new.md"},
    ),
    "reject": (
        module("desk.rejecting", "--only", "new.txt"),
        {"articles": "", "records": ""},
        {"content/rejected.yaml"},
    ),
    "reject --undo": (
        module("desk.rejecting", "--undo"),
        {"rejected.yaml": "sha256"},
        {"content/records/new.json", "content/articles/new.md"},
    ),
    "new": (module("press.new", "خبر باليد"), {}, {"content/articles/خبر-باليد.md"}),
    "set": (
        module("desk.correcting", "set", "--where=lang = ar", "--", "lang", "fa"),
        {"articles": "lang"},
        set(),
    ),
    "undo": (module("desk.undoing"), {"articles": "lang"}, set()),
    "update": (update, {"articles": "date|تاريخ|1999|2020|2023"}, set()),
    "annotations": (take_annotations, {"articles": "annotations|quote: *النيل"}, set()),
    "versions": (
        module("desk.versions", "--join", "words", "--to", "anchors"),
        {"articles": "version_of"},
        set(),
    ),
    "ids": (module("desk.correcting", "ids"), {"articles": r"^\+id: [a-z2-9]{8}\r?$"}, set()),
    "schema": (module("press", "schema"), {}, {"content/schema.json"}),
}
"""Each by its command, what its changed lines in a folder of content/ have, and the files that it makes."""


@pytest.mark.parametrize("name", WRITING)
def test_nothing_differs_but_what_the_command_is_for(archive: Desk, name: str) -> None:
    command, meant, made = WRITING[name]
    said = run(archive.root, command)
    changed = changed_lines(archive.root)
    new = set(git(archive.root, "ls-files", "--others", "--exclude-standard").splitlines())
    assert new == made, said
    assert [(f, line) for f, line in changed if f not in meant or not re.search(meant[f], line)] == []
    assert {folder for folder, _ in changed} >= set(meant) - {"records"}, said
    assert not [line for _, line in changed if line.startswith("\\")]
    kept(archive.root)
    again = run(archive.root, command) if name in ("repair --again", "schema") else ""
    assert git(archive.root, "status", "--porcelain") == "", again


BESIDE_CONTENT = {"serve", "try", "check", "verify", "bundle", "links", "names", "report", "export"}
"""Commands that write nothing below content/."""
IN_OTHER_WAYS = {"build", "intake", "set-aside", "pictures", "fix-encoding", "merge", "upgrade"}
"""Commands that are tried in test_only_what_changes_elsewhere.py."""


def test_every_command_is_tried_or_named_with_its_reason() -> None:
    tasks = tasks_module()
    names = {task.name.strip("_").replace("_", "-") for task in tasks.USERS}
    assert names | {"schema"} == {name.split()[0] for name in WRITING} | BESIDE_CONTENT | IN_OTHER_WAYS


def test_a_renewal_says_how_far_it_has_come(archive: Desk) -> None:
    said = run(archive.root, module("desk.renewing", "--preview"))
    articles = len(list((archive.content / "articles").glob("*.md")))
    assert f"Repairing once more: {articles} of {articles}" in said
