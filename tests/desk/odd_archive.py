"""A repository of articles in odd styles of YAML and Markdown, and what git says differs after a command."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from desk.conftest import Desk
from desk.doubtful_texts import repaired
from desk.fewer_rules import repairing_by, without_shapes
from git_here import git
from project import ROOT
from warraq.archive.record import Record
from warraq.desk.draft import with_article_hash

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


def odd_archive(root: Path) -> Desk:
    """Make a repository of articles in odd styles, by hand and of the machine."""
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
    for name, value in (
        ("core.autocrlf", "false"),
        ("user.name", "x"),
        ("user.email", "x@x"),
        ("commit.gpgsign", "false"),
    ):
        git(root, "config", name, value)
    kept(root)
    return desk


def kept(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")


Run = Callable[[], object]


def run(root: Path, command: Run) -> str:
    """Run a command in the project's folder; give what it said."""
    said = io.StringIO()
    with (
        contextlib.chdir(root),
        mock.patch.dict("os.environ", {"WARRAQ_LANGUAGE": "en"}),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        contextlib.suppress(SystemExit),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore", RuntimeWarning)  # of a module that another test has imported
        command()
    return said.getvalue()


def changed_lines(root: Path) -> list[tuple[str, str]]:
    """Give the lines that differ, each with the folder of its file below content/."""
    found: list[tuple[str, str]] = []
    folder = ""
    for line in git(root, "diff", "HEAD", "-U0", "--no-renames").split("\n"):
        if line.startswith(("+++ ", "--- ")):
            folder = line[6:].split("/")[1] if "/content/" in line else folder
        elif line.startswith(("+", "-")):
            found.append((folder, line))
    return found
