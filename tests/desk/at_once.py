"""An archive on which every writing command finds work, and commands that run on it at once, each as a process of its own."""

from __future__ import annotations

import contextlib
import json
import os
import runpy
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from unittest import mock

from desk.fewer_rules import repairing_by, without_shapes
from git_here import git
from project import DAY, Project
from warraq.archive.concept import Vocabulary
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems
from warraq.repair import plan
from warraq.repair.readers import read_original

SHAPES = "\ufe8d\ufedf\ufeb4\ufefc\ufee1"  # السلام as shapes
REPAIRED, WAITING, BROUGHT = range(3), range(3, 5), range(5, 8)
"""Numbers of the texts: with an article, without one yet, still outside the archive."""
EDITED = "---\ntitle: خبر {n}\nslug: edited-{n}\ndate: 2020\ntags: [ماء, زراعة]  # من المحرر\n---\nأنهار القاهرة، علامة-{n}.\n"


def damaged(number: int) -> str:
    """Give a text that has something to mend, a doubt, and a mark of its own."""
    return (
        f"عنوان الخبر {number}\n\nنشر في 8 نوفمبر 2023\n\nقال الكاتب إن {SHAPES} ممكن، علامة-{number}.\n\n"
        f"وحضر القاضي القاضي إلى المدينة {number}.\n"
    )


def make_archive(root: Path) -> Project:
    """Make the archive; beside it stands `found/`, whose files have names that the archive has too."""
    project = Project.empty(root)
    project.write("vocabulary/places.yaml", "cairo:\n  scheme: place\n  pref_label: {ar: القاهرة}\n")
    taken: set[str] = set()
    with repairing_by(without_shapes):
        for number in REPAIRED:
            data = damaged(number).encode()
            planned = plan(read_original(f"text{number}.txt", data), Vocabulary(), taken)
            taken.add(planned.slug)
            project.write(f"originals/text{number}.txt", data)
            project.write(f"records/text{number}.json", planned.record.to_bytes())
            project.write(f"articles/text{number}.md", planned.article)
    for number in WAITING:
        project.write(f"originals/text{number}.txt", damaged(number))
    for number in (20, 21):
        project.write(f"articles/edited{number}.md", EDITED.format(n=number))
    (root / "found").mkdir()
    for at, number in enumerate(BROUGHT):
        (root / "found" / f"text{3 + at}.txt").write_text(damaged(number), encoding="utf-8")
    (root / "text3.txt").write_text(damaged(8), encoding="utf-8")
    (root / "sitemap.xml").write_text(
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', encoding="utf-8"
    )
    return project


def review() -> int:
    """Decide on everything that is open, one after the other, as the page does."""
    items = OpenItems.of(Path("content").resolve())
    writer = DecisionWriter(items)
    for item in items.all():
        for why in writer.decide([Decision(item.id, Choice.KEEP)], "هدى", date(2027, 1, 1)).values():
            print(f"accepted {item.id}" if why is None else f"refused {item.id}: {why}", flush=True)
    return 0


def review_there_and_back() -> int:
    """Decide on everything and take it back, again and again."""
    writer = DecisionWriter(OpenItems.of(Path("content").resolve()))
    for _ in range(4):
        for item in writer.open_items.all():
            writer.decide([Decision(item.id, Choice.KEEP)], "هدى", date(2027, 1, 1))
            writer.undo()
    return 0


def rename_there_and_back() -> int:
    """Rename a tag, and rename it back, again and again."""
    for number in range(8):
        old, new = ("ماء", "مياه")[:: (1, -1)[number % 2]]
        with contextlib.suppress(SystemExit):
            module("desk.tagging", "rename", old, new)()
    return 0


def renew_there_and_back() -> int:
    """Repair the archive by fewer rules and by all, again and again."""
    for number in range(6):
        with contextlib.suppress(SystemExit), repairing_by(without_shapes) if number % 2 else contextlib.nullcontext():
            module("desk.renewing")()
    return 0


THERE_AND_BACK = {
    "review": review_there_and_back,
    "tags rename": rename_there_and_back,
    "repair --again": renew_there_and_back,
}


def build() -> int:
    from pelican import main  # type: ignore[import-untyped]  # Pelican has no types

    main(["content", "--settings", "settings.py", "--fatal", "errors"])
    return 0


def module(*words: str) -> Callable[[], int]:
    """Give a command of `python -m warraq`."""

    def run() -> int:
        with mock.patch.object(sys, "argv", ["warraq", *words]):
            runpy.run_module("warraq", run_name="__main__", alter_sys=False)
        return 0

    return run


def annotate() -> int:
    """Take in a note on the same words of all edited articles."""
    words = {"selector": [{"type": "TextQuoteSelector", "exact": "أنهار"}]}
    rows = [{"uri": f"x/articles/edited-{n}/", "text": "شرح", "user": "acct:h@x", "target": [words]} for n in (20, 21)]
    Path("rows.json").write_text(json.dumps(rows), encoding="utf-8")
    return module("desk.annotating", "--from=rows.json")()


COMMANDS: dict[str, Callable[[], int]] = {
    "build": build,
    "repair": module("press", "repair"),
    "repair --again": module("desk.renewing"),
    "import": module("desk.importing", "found", "--processes", "1"),
    "intake": module("press.intake"),
    "new": module("press.new", "عنوان الخبر 3"),
    "new --from": module("press.new", "--from", "text3.txt"),
    "tags rename": module("desk.tagging", "rename", "ماء", "مياه"),
    "tags merge": module("desk.tagging", "merge", "زراعة", "ماء"),
    "tags add": module("desk.tagging", "add", "أنهار", "أنهار"),
    "retag": module("desk.tagging", "retag"),
    "set": module("desk.correcting", "set", "--where=title contains خبر", "--", "author", "هدى"),
    "annotations": annotate,
    "review": review,
    "fix-encoding": module("press", "fix-encoding", "content/articles/old.md"),
    "reject": module("desk.rejecting", "--only", "text0.txt"),
    "set-aside": module("press.set_aside", "--published", "sitemap.xml"),
    "schema": module("press", "schema"),
    "merge": module("desk.merging"),
    "upgrade": module("desk.upgrading", "template", "--from", "v1.0"),
}


def prepare(project: Project, names: Sequence[str]) -> None:
    """Put what only some commands find work on: it keeps others from theirs."""
    if "fix-encoding" in names:
        text = EDITED.format(n=30).replace("edited-30", "old")
        project.write("articles/old.md", text.encode("cp1256"))
    if "set-aside" in names:
        project.write("articles/broken.md", "---\ntitle: [\n---\nعلامة-31\n")
    if {"merge", "upgrade"} & set(names):
        (project.root / ".gitignore").write_text("said-*\n.warraq/\noutput*/\n", encoding="utf-8")
        begin_repository(project.root)
    if "upgrade" in names:
        release_newer(project.root)
    if "merge" in names:
        leave_a_conflict(project)


MERGED = ("قناة جديدة، أنهار القاهرة، علامة-21، سد جديد.", "[ماء, زراعة, قناة, سد]")
"""What `merge` writes where both clones changed one line of the text, and one of the front matter."""


def begin_repository(root: Path) -> None:
    git(root, "init", "-q")
    for name, value in (("user.name", "x"), ("user.email", "x@x"), ("commit.gpgsign", "false"), ("gc.auto", "0")):
        git(root, "config", name, value)
    (root / "theme.css").write_text("one\n", encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "begun")


def release_newer(root: Path) -> None:
    """Make the template beside the project, with a release that it was made from and a newer one."""
    git(root, "clone", "-q", ".", "template")
    template = root / "template"
    git(template, "tag", "v1.0")
    (template / "theme.css").write_text("two\n", encoding="utf-8")
    (template / "content" / "schema.json").write_text("{}\n", encoding="utf-8")
    git(template, "add", "-A")
    git(template, "commit", "-qm", "newer")
    git(template, "tag", "v1.1")
    (root / ".git" / "info" / "exclude").write_text("template/\n", encoding="utf-8")


def leave_a_conflict(project: Project) -> None:
    """Let git merge what two clones did to the same lines, and twice the same rejection."""
    file = project.content / "articles" / "edited21.md"
    before = file.read_text("utf-8")
    git(project.root, "checkout", "-q", "-b", "theirs")
    theirs = before.replace("علامة-21.", "علامة-21، سد جديد.").replace("زراعة]", "زراعة, سد]")
    file.write_text(theirs, encoding="utf-8")
    git(project.root, "commit", "-qam", "theirs")
    git(project.root, "checkout", "-q", "-")
    ours = before.replace("أنهار", "قناة جديدة، أنهار").replace("زراعة]", "زراعة, قناة]")
    file.write_text(ours, encoding="utf-8")
    git(project.root, "commit", "-qam", "ours")
    git(project.root, "merge", "-q", "theirs", code=1)
    line = f"sha256:{'c' * 64}: 2026-11-{{}} {'d' * 64}\n"
    project.write("rejected.yaml", line.format(27) + line.format(20))


def start(project: Project, run: Callable[[], int], output: Path) -> int:
    """Run a command in a fork of this process, which has everything imported already; give its process id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: the child uses none of them
        process = os.fork()
    if process:
        return process
    code = 1
    try:
        descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
        os.chdir(project.root)
        os.environ.pop("CI", None)
        os.environ |= {"SOURCE_DATE_EPOCH": DAY, "WARRAQ_LANGUAGE": "en"}
        warnings.simplefilter("ignore")
        code = run()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
    except BaseException:  # noqa: BLE001 - what a process of its own would print
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def ended(process: int) -> int:
    """Wait for a process, and give its exit code; negative: the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
