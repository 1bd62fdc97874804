"""
After any command `git diff` shows what it did: no other line differs, in whatever style of YAML and Markdown an article is written.

Every command of `tasks.py` for users is here: among those that write, with the lines that it may change, or among those that don't.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest import mock

import pytest

from desk.at_once import module
from desk.conftest import Desk
from desk.fewer_rules import repairing_by, without_shapes
from desk.test_review import repaired
from project import ROOT
from warraq.archive.record import Record
from warraq.desk.draft import with_article_hash
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems

SHAPES = "\ufe8d\ufedf\ufeb4\ufefc\ufee1"  # السلام as shapes
TEXT = f"خبر {{n}} عن نهر النيل\n\nنشر في 8 نوفمبر 2023\n\nقال الكاتب {{n}} إن {SHAPES} ممكن على نهر النيل.\n\nوحضر القاضي القاضي إلى المدينة.\n"
ODD = {
    "block": (
        '---\ntitle: >-\n  خبر في\n  سطرين\nslug: "block"\n# تعليق\n\ndate:   2020   # سنة\ntags:\n    - ماء\n\n'
        "    -   \"زراعة\"   # بقي\nsource:\n  name:  'وكالة'\n---\n"
    ),
    "flow": (
        "---\ntags: [ ماء ,\n   'زراعة' ]\n\"title\": 'خبر ''آخر'''\nالتاريخ: 2020-05\n"
        "source: {name: وكالة, via: [ا, ب]}\n---\n"
    ),
    "words": "---\ntitle: خبر\ntags: ماء، زراعة\ndate: unknown\nslug: words\n---\n",
    "anchors": (
        "---\ntitle: خبر\ndate: 2020\ntags: &t\n- ماء\n- زراعة\nannotations:\n"
        '- {quote: النيل, note: "حاشية: ثانية",\n   links: [https://example.org/a]}\n---\n'
    ),
}
"""Front matters that are valid, and not as the machine writes them."""
BODY = (
    "\nالنيل نهر  \nطويل.\n\n* بند\n* بند\n\n\nعنوان\n-----\n\n1) أول\n1) ثان\n\n<!-- تعليق -->\n\t\nخاتمة بلا سطر أخير"
)


def in_blocks(text: str) -> str:
    """Write lists on lines of their own and the rest in quotation marks, as no command does."""
    head, dashes, body = text[4:].partition("---\n")
    head = re.sub(
        r"^(\w+): \[(.+)\]$",
        lambda m: "\n".join([f"{m[1]}:", *(f'    -  "{each.strip()}"' for each in m[2].split(","))]),
        head,
        flags=re.MULTILINE,
    )
    head = re.sub(r'^(lang|slug|original): ([^"\n]+)$', r"'\1':   '\2'", head, flags=re.MULTILINE)
    return f"---\n# من الآلة\n\n{head}{dashes}{body}"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make a repository of articles in odd styles, by hand and of the machine."""
    root = tmp_path_factory.mktemp("odd") / "project"
    root.mkdir()
    desk = Desk(root)
    (desk.content / "vocabulary" / "rivers.yaml").write_text(
        "nile: {scheme: place, pref_label: {ar: النيل}}\n", "utf-8"
    )
    with repairing_by(without_shapes):
        for n in range(4):
            repaired(desk, f"text{n}", TEXT.format(n=n))
    for n in (1, 2):
        file = desk.content / "articles" / f"text{n}.md"
        text = in_blocks(file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        record_file = desk.content / "records" / f"text{n}.json"
        record_file.write_bytes(with_article_hash(Record.from_bytes(record_file.read_bytes()), text).to_bytes())
    edited = desk.content / "articles" / "text3.md"
    edited.write_text(in_blocks(edited.read_text("utf-8")) + "\n* سطر من المحرر\n", "utf-8")
    for name, head in ODD.items():
        desk.article(name, head + BODY)
        ends = (desk.content / "articles" / f"{name}-crlf.md").open("w", encoding="utf-8-sig", newline="\r\n")
        with ends:
            ends.write(re.sub(r"(slug: \"?\w+)", r"\1-crlf", head) + BODY)
    (root / "found").mkdir()
    (root / "found" / "new.txt").write_text(TEXT.format(n=9), "utf-8")
    (root / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8"), "utf-8")
    git(root, "init", "-q")
    git(root, "config", "core.autocrlf", "false")
    kept(root)
    return desk


def git(root: Path, *words: str) -> str:
    asked = ["git", "-c", "user.name=x", "-c", "user.email=x@x", "-c", "core.quotepath=false", *words]
    return subprocess.run(asked, cwd=root, capture_output=True, check=True, encoding="utf-8", errors="replace").stdout


def kept(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")


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


Run = Callable[[], object]
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
    "versions": (
        module("desk.versions", "--join", "words", "--to", "anchors"),
        {"articles": "version_of"},
        set(),
    ),
    "schema": (module("press", "schema"), {}, {"content/schema.json"}),
}
"""Each by its command, what its changed lines in a folder of content/ have, and the files that it makes."""


def run(root: Path, command: Run) -> str:
    """Run a command in the project's folder; give what it said."""
    said = io.StringIO()
    with (
        contextlib.chdir(root),
        mock.patch.dict("os.environ", {"WARRAQ_LANGUAGE": "en"}),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        contextlib.suppress(SystemExit),
    ):
        command()
    return said.getvalue()


def changed_lines(root: Path) -> list[tuple[str, str]]:
    """Give the lines that differ, each with the folder of its file below content/."""
    found: list[tuple[str, str]] = []
    folder = ""
    for line in git(root, "diff", "-U0", "--no-renames").split("\n"):
        if line.startswith(("+++ ", "--- ")):
            folder = line[6:].split("/")[1] if "/content/" in line else folder
        elif line.startswith(("+", "-")):
            found.append((folder, line))
    return found


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


BESIDE_CONTENT = {"serve", "check", "verify", "bundle", "links", "report", "export"}
"""Commands that write nothing below content/."""
ELSEWHERE = {
    "build": "repairs as `intake` does",
    "intake": "writes new files only, as `import` does",
    "set-aside": "moves files, whole",
    "pictures": "writes pictures, which have no lines",
    "fix-encoding": "writes every letter anew",
    "upgrade": "leaves content/ alone",
    "merge": "its own tests hold which lines it joins",
}
"""Commands that write, and why they are not tried here."""


def test_every_command_is_tried_or_named_with_its_reason() -> None:
    spec = importlib.util.spec_from_file_location("tasks_of_users", ROOT / "tasks.py")
    assert spec and spec.loader
    tasks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tasks)
    names = {task.name.strip("_").replace("_", "-") for task in tasks.USERS}
    assert names | {"schema"} == {name.split()[0] for name in WRITING} | BESIDE_CONTENT | set(ELSEWHERE)


def test_a_renewal_says_how_far_it_has_come(archive: Desk) -> None:
    said = run(archive.root, module("desk.renewing", "--preview"))
    articles = len(list((archive.content / "articles").glob("*.md")))
    assert f"Repairing once more: {articles} of {articles}" in said
