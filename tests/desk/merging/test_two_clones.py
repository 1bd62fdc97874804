"""Two clones of one archive, by the real git: different decisions all stay, and two on one doubt are asked again."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from project import ROOT
from warraq.archive.concept import Vocabulary
from warraq.archive.record import Record
from warraq.archive.rejections import rejections_in
from warraq.desk.front_matter import set_value, split_body, value_of
from warraq.desk.merging import __main__ as merging
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.open_items import OpenItems
from warraq.desk.writing import sha256_of
from warraq.repair import plan
from warraq.repair.readers import read_original

NAME = "000_7041dd07729f8eff"
DAY = date(2026, 11, 27)
SETTINGS = (
    "user.name=Amal",
    "user.email=amal@example.org",
    "commit.gpgsign=false",
    "pull.rebase=false",
    "core.autocrlf=false",
)
pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


def git(here: Path, *words: str, code: int = 0) -> str:
    given = [part for setting in SETTINGS for part in ("-c", setting)]
    done = subprocess.run(["git", *given, *words], cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of an archive with one article, whose doubts are open."""
    first, second = tmp_path / "amal", tmp_path / "suad"
    for folder, ending in (("originals", "txt"), ("records", "json"), ("articles", "md")):
        (first / "content" / folder).mkdir(parents=True)
        shutil.copy(ROOT / "content" / folder / f"{NAME}.{ending}", first / "content" / folder)
    (first / "content/site.yaml").write_text("name: أرشيف\nlanguage: en\n", "utf-8")
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, first)
    git(first, "init", "-q", "-b", "main")
    git(first, "add", ".")
    git(first, "commit", "-qm", "Beginning")
    git(tmp_path, "clone", "-q", str(first), str(second))
    return first, second


def open_in(clone: Path) -> dict[str, OpenItem]:
    return {item.id: item for item in OpenItems.of(clone / "content").all()}


def keep(clone: Path, *items: OpenItem) -> None:
    for item in items:
        writer = DecisionWriter(OpenItems.of(clone / "content"))
        assert writer.decide([Decision(item.id, Choice.KEEP)], clone.name, DAY) == {item.id: None}
    git(clone, "commit", "-qam", "Kept")


def fix(clone: Path, item: OpenItem, new: str) -> None:
    assert item.lines is not None
    line = item.lines.markdown
    writer = DecisionWriter(OpenItems.of(clone / "content"))
    decision = Decision(item.id, Choice.FIX, line.replace(item.quote, new), line)
    assert writer.decide([decision], clone.name, DAY) == {item.id: None}
    git(clone, "commit", "-qam", "Fixed")


def settle(clone: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(clone):
        assert merging.main() == 0, capsys.readouterr()
    return capsys.readouterr().out


def test_no_decision_is_lost_and_the_same_doubt_is_asked_again(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    before = list(open_in(first).values())
    doubts = [item for item in before if item.about == "doubt"]
    word = next(item for item in doubts if item.rule == "doubled-word")
    stops = [item for item in doubts if item.rule == "false-stop"]
    others = [item for item in doubts if item not in (word, *stops)]
    keep(first, word, *others[:2], stops[0])
    keep(second, *others[2:4], stops[0])
    fix(second, word, word.quote.split()[0])
    git(first, "pull", "-q", str(second), code=1)
    said = settle(first, capsys, monkeypatch)
    assert f"One kept “{word.quote}”, the other changed it" in said and "git commit --no-edit" in said
    git(first, "commit", "-q", "--no-edit")
    assert git(first, "status", "--porcelain") == ""
    decided = {item.id for item in (*others[:4], stops[0])}
    assert set(open_in(first)) == {item.id for item in before} - decided
    assert word.id in open_in(first)
    git(second, "pull", "-q", str(first))
    assert open_in(second).keys() == open_in(first).keys()


def test_git_does_so_by_itself_where_the_clone_was_told(
    clones: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    doubts = [item for item in open_in(first).values() if item.about == "doubt"]
    base = (first / f"content/articles/{NAME}.md").read_bytes()
    keep(first, doubts[0])
    keep(second, doubts[1])
    monkeypatch.setattr(sys, "argv", ["merge", "--always"])
    with contextlib.chdir(first):
        assert merging.main() == 0
    driver = git(first, "config", "merge.warraq.driver").strip()
    assert driver.endswith(" tasks.py merge --driver %O,%A,%B,%P")
    # Of a whole process for each file a test would be slow: git hands the files out, and the command is called here.
    git(first, "config", "merge.warraq.driver", "cp %O ../O; cp %A ../A; cp %B ../B; printf %%s %P > ../P; false")
    git(first, "pull", "-q", str(second), code=1)
    given = [str(first.parent / letter) for letter in "OAB"]
    assert Path(given[0]).read_bytes() == base
    monkeypatch.setattr(sys, "argv", ["merge", "--driver", ",".join([*given, (first.parent / "P").read_text("utf-8")])])
    with contextlib.chdir(first):
        assert merging.main() == 0
    shutil.copy(given[1], first / f"content/articles/{NAME}.md")
    assert not {doubts[0].id, doubts[1].id} & set(open_in(first))


def test_rejections_of_both_stay_without_any_setting_and_one_of_both_stands_once(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone, letter, day in ((first, "a", "2026-11-27"), (second, "b", "2026-11-20")):
        lines = f"# thrown out\nsha256:{letter * 64}: 2026-11-27\nsha256:{'c' * 64}: {day} {'d' * 64}\n"
        (clone / "content/rejected.yaml").write_text(lines, "utf-8")
        git(clone, "add", ".")
        git(clone, "commit", "-qm", "Rejected")
    git(first, "pull", "-q", "--no-edit", str(second))
    said = settle(first, capsys, monkeypatch)
    assert said == "content/rejected.yaml: Both threw out the same texts: the earlier day stays.\n"
    rejections, problems = rejections_in(first / "content")
    assert problems == () and sorted(key[0] for key in rejections.files) == ["a", "b", "c"]
    assert str(rejections.files["c" * 64].date) == "2026-11-20"


def test_what_only_people_can_settle_stays_and_is_told(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone in clones:
        file = clone / f"content/articles/{NAME}.md"
        file.write_text(file.read_text("utf-8").replace("title: ", f"title: {clone.name} "), "utf-8")
        git(clone, "commit", "-qam", "Title")
    git(first, "pull", "-q", str(second), code=1)
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(first):
        assert merging.main() == 1
    assert "Left to you: 1." in capsys.readouterr().out
    assert "Git left a conflict here" in told_by_check(first)
    git(first, "merge", "--abort")
    with contextlib.chdir(first):
        assert merging.main() == 0
    assert capsys.readouterr().out == "Nothing in content/ is in conflict.\n"


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_what_was_mended_by_hand_before_stays_and_is_told(
    clones: tuple[Path, Path], style: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone, tag in zip(clones, ("ماء", "نهر"), strict=True):
        file = clone / f"content/articles/{NAME}.md"
        text = set_value(file.read_text("utf-8"), "tags", [tag])
        file.write_text(f"{text}\nعنوان صغير\n=======\n\nسطر أخير من {clone.name}\n", "utf-8")
        git(clone, "commit", "-qam", "Tagged")
    git(first, "config", "merge.conflictStyle", style)
    git(first, "pull", "-q", str(second), code=1)
    file = first / f"content/articles/{NAME}.md"
    left = file.read_text("utf-8")
    assert left.count("<<<<<<<") > 1
    half, whole = (re.sub(r"(?s)<<<<<<<.*?>>>>>>> [^\n]+\n", "tags: [بحر]\n", left, count=n) for n in (1, 0))
    for by_hand in (half, whole, left.replace("=======", "سطر\n=======", 1)):
        file.write_text(by_hand, "utf-8")
        monkeypatch.setattr(sys, "argv", ["merge"])
        with contextlib.chdir(first):
            assert merging.main() == 1
        assert "It was edited since git left it in conflict" in capsys.readouterr().out
        assert file.read_text("utf-8") == by_hand
    git(first, "checkout", "--merge", f"content/articles/{NAME}.md")
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(first):
        merging.main()
    assert value_of(file.read_text("utf-8"), "tags") == ["ماء", "نهر"]


def told_by_check(clone: Path) -> str:
    from warraq.archive.reading_article import read_article

    data = (clone / f"content/articles/{NAME}.md").read_bytes()
    return " ".join(map(str, read_article(f"content/articles/{NAME}.md", data).problems))


def test_line_ends_of_windows_change_no_original_and_no_article(clones: tuple[Path, Path], tmp_path: Path) -> None:
    first, _ = clones
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", str(first), "windows")
    for file in (f"originals/{NAME}.txt", f"articles/{NAME}.md", f"records/{NAME}.json"):
        assert (tmp_path / "windows/content" / file).read_bytes() == (first / "content" / file).read_bytes()


def test_git_that_refuses_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(sys, "argv", ["merge"])
    monkeypatch.setattr(os, "environ", {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    with contextlib.chdir(tmp_path):
        assert merging.main() == 1
    assert "git" in capsys.readouterr().err.lower()


def test_of_two_renewals_that_nobody_edited_the_one_by_newer_rules_stays(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for clone, rules, word in zip(clones, ("4", "10"), ("أولا", "ثانيا"), strict=True):
        article, record = (clone / "content" / name for name in (f"articles/{NAME}.md", f"records/{NAME}.json"))
        above, body = split_body(article.read_text("utf-8"))
        body = body.replace("وأضاف", word)
        article.write_text(above + body, "utf-8")
        made = Record.from_bytes(record.read_bytes())
        record.write_bytes(made.model_copy(update={"rules": rules, "body_sha256": sha256_of(body)}).to_bytes())
        git(clone, "commit", "-qam", "Renewed")
    first, second = clones
    git(first, "pull", "-q", str(second), code=1)
    settle(first, capsys, monkeypatch)
    for name in (f"articles/{NAME}.md", f"records/{NAME}.json"):
        assert (first / "content" / name).read_bytes() == (second / "content" / name).read_bytes()


def brought(clone: Path, text: str) -> None:
    """Bring a text in as an import does, under a name that is free here."""
    data = f"عنوان الخبر من {text}\n\nقال الوزير {text} إن العمل العمل سيبدأ في أول الشهر.\n".encode()
    planned = plan(read_original("index.txt", data), Vocabulary(), ())
    for inside, made in (("originals/index.txt", data), ("records/index.json", planned.record.to_bytes())):
        (clone / "content" / inside).write_bytes(made)
    (clone / "content/articles/index.md").write_bytes(planned.article)
    git(clone, "add", "content")
    git(clone, "commit", "-qm", "Imported")


def test_two_texts_that_came_in_under_one_name_are_two_articles(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    brought(first, "الواحة")
    brought(second, "الجسر")
    git(first, "pull", "-q", str(second), code=1)
    capsys.readouterr()
    assert "theirs is now index-2.txt." in settle(first, capsys, monkeypatch)
    git(first, "commit", "-q", "--no-edit")
    for name in ("index", "index-2"):
        article, record = (first / "content" / inside for inside in (f"articles/{name}.md", f"records/{name}.json"))
        its = Record.from_bytes(record.read_bytes())
        assert its.original.name == value_of(article.read_text("utf-8"), "original") == f"{name}.txt"
        assert its.article_sha256 == sha256_of(article.read_text("utf-8"))
        assert its.original.sha256 == sha256((first / f"content/originals/{name}.txt").read_bytes()).hexdigest()
    kept = {f"{name}.{end}" for name in ("index", "index-2") for end in ("txt", "md", "json")}
    found = {file.name for file in (first / "content").rglob("index*")}
    assert found == kept
    titles = {value_of(f.read_text("utf-8"), "title") for f in (first / "content/articles").glob("index*.md")}
    assert titles == {"عنوان الخبر من الواحة", "عنوان الخبر من الجسر"}


def test_one_text_that_both_brought_in_has_the_decisions_of_both(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone, tag in zip(clones, ("ماء", "نهر"), strict=True):
        brought(clone, "الواحة")
        article = clone / "content/articles/index.md"
        article.write_text(set_value(article.read_text("utf-8"), "tags", [tag]), "utf-8")
        git(clone, "commit", "-qam", "Tagged")
    git(first, "pull", "-q", str(second), code=1)
    capsys.readouterr()
    settle(first, capsys, monkeypatch)
    assert value_of((first / "content/articles/index.md").read_text("utf-8"), "tags") == ["ماء", "نهر"]
