"""What was thrown out stays out, and comes back as it was when an editor takes it back."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from desk.conftest import Desk
from project import hashes
from warraq.archive.partial_date import PartialDate
from warraq.archive.rejections import Rejection, Rejections, read_rejections, rejections_in
from warraq.desk.rejecting import reject, undo
from warraq.desk.rejecting.rejected_lines import NotSafeError, with_lines, without_lines
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.intake import repair_new, take_in

TODAY = date(2027, 1, 15)
DAY = Rejection(PartialDate(2027, 1, 15))
TEXT = "خبر السيل رقم {n}\n\nنشر في 8 نوفمبر 2023\n\nقال الكاتب إن الماء {n} بلغ البيوت القديمة في القرية وإن أهلها رحلوا.\n"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Import two texts from `found/`, in a repository that ignores the reasons."""
    root = tmp_path_factory.mktemp("imported") / "project"
    root.mkdir()
    desk = Desk(root)
    found = root / "found"
    found.mkdir()
    for n in (1, 2):
        (found / f"a{n}.txt").write_text(TEXT.format(n=n), "utf-8")
    desk.run("importing", str(found), "--processes", "1")
    ignored = ".warraq/\n/rejected-reasons.yaml\nimport-report*\n"
    (root / ".gitignore").write_text(ignored, "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    return desk


@pytest.fixture
def archive(imported: Desk, tmp_path: Path) -> Desk:
    """Copy the archive: each test has its own."""
    desk = object.__new__(Desk)
    desk.root = tmp_path / "project"
    shutil.copytree(imported.root, desk.root)
    return desk


def problems(desk: Desk, name: str) -> list[str]:
    _, found = cached_problems(desk.content, TODAY, Cache(desk.root / ".warraq" / f"{name}.sqlite"))
    return [str(problem) for problem in found]


def throw(desk: Desk, *names: str, reason: str = "") -> list[str]:
    return [str(p) for p in reject(desk.content, names, by="هدى", reason=reason, today=TODAY).problems]


def test_what_was_thrown_out_comes_back_by_no_command(archive: Desk) -> None:
    before = hashes(archive.content)
    assert archive.run("rejecting", "--only", "a1.txt", "--reason", "إعلان: لا خبر فيه").splitlines() == [
        "Thrown out: a1.txt",
        "Their articles are in .warraq/set-aside/rejected/1. To take them back: python3 tasks.py reject --undo",
    ]
    after = hashes(archive.content)
    assert set(before) - set(after) == {"articles/a1.md", "records/a1.json"}
    assert set(after) - set(before) == {"rejected.yaml"}
    written = (archive.content / "rejected.yaml").read_text("utf-8")
    digest = sha256(TEXT.format(n=1).encode()).hexdigest()
    assert digest in written
    assert "إعلان" not in written
    assert "إعلان" in (archive.root / "rejected-reasons.yaml").read_text("utf-8")
    known = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=archive.root, capture_output=True, check=True, text=True
    )
    assert "reasons" not in known.stdout
    assert repair_new(archive.content).new == ()
    (archive.root / "again.html").write_text(f"<html><body><p>{TEXT.format(n=1)}</p></body></html>", "utf-8")
    (archive.content / "originals" / "a1.txt").unlink()
    said = archive.run("importing", str(archive.root / "found"), "--processes", "1")
    assert "Thrown out before, not imported: 1." in said
    assert f"reject --undo --only sha256:{digest}" in (archive.root / "import-report.html").read_text("utf-8")
    assert take_in(archive.content, str(archive.root / "found" / "a1.txt"), "en") == 1
    assert hashes(archive.content) == {name: of for name, of in after.items() if name != "originals/a1.txt"}
    assert archive.run("rejecting", "--undo") == "Taken back: a1.txt\n"
    assert {name: of for name, of in hashes(archive.content).items() if name != "rejected.yaml"} == before


def test_the_same_words_in_another_file_stay_out_too(archive: Desk) -> None:
    assert throw(archive, "a1.txt") == []
    other = archive.root / "other"
    other.mkdir()
    (other / "b.txt").write_text(TEXT.format(n=1).replace("\n\n", "\n\n\n"), "utf-8")
    assert "Thrown out before, not imported: 1." in archive.run("importing", str(other), "--processes", "1")


def test_check_tells_of_an_original_that_has_neither_article_nor_rejection_and_of_one_with_both(archive: Desk) -> None:
    article = archive.content / "articles" / "a1.md"
    kept = article.read_bytes()
    article.unlink()
    assert [line for line in problems(archive, "one") if "reject" in line] == [
        (
            "content/originals/a1.txt: The original has no article yet, and is left out. Repair it: "
            "python3 tasks.py repair --only a1.txt. Or throw it out: python3 tasks.py reject --only a1.txt"
        )
    ]
    assert throw(archive, "a1.txt") == []
    assert [line for line in problems(archive, "two") if "a1" in line] == []
    article.write_bytes(kept)
    assert any("Its original was thrown out on 2027-01-15" in line for line in problems(archive, "three"))


def test_nothing_is_done_where_something_speaks_against_one_of_them(archive: Desk) -> None:
    archive.article("by-hand", "---\ntitle: بلا أصل\ndate: unknown\n---\nنص\n")
    archive.article("leads", "---\ntitle: رابط\ndate: unknown\n---\n[هنا](<{filename}a2.md>)\n")
    slug = next(line for line in (archive.content / "articles/a1.md").read_text("utf-8").splitlines() if "slug" in line)
    archive.article(
        "translates",
        f"---\ntitle: Flood\nlang: en\ndate: unknown\ntranslation_of: {slug.partition(': ')[2]}\n---\nText\n",
    )
    before = hashes(archive.content)
    assert throw(archive, "a1.txt", "a2.txt", "../../secret", "content/articles/by-hand.md") == [
        (
            "content/originals/../../secret: There is no such original, and no article of that path or slug. "
            "Write the name of a file as it stands in content/originals/."
        ),
        (
            "content/articles/by-hand.md: The article was made of no original, so that nothing would bring it back. "
            "Delete its file: git rm content/articles/by-hand.md"
        ),
        (
            "content/articles/leads.md: It leads to an article or a picture that would be thrown out. "
            "Take the link out, or throw it out too."
        ),
        (
            "content/articles/translates.md:5:1: translation_of: It is the translation of an article that would be thrown out. "
            "Take translation_of: out, or throw it out too."
        ),
    ]
    (archive.root / ".gitignore").write_text("", "utf-8")
    assert throw(archive, "a1.txt") == [
        (
            "rejected-reasons.yaml: Git would keep who threw something out, and why. "
            "Write this line into .gitignore: /rejected-reasons.yaml"
        )
    ]
    assert hashes(archive.content) == before


def test_an_edited_article_and_its_lost_original_come_back(archive: Desk) -> None:
    article = archive.content / "articles" / "a2.md"
    article.write_text(article.read_text("utf-8") + "\nسطر من المحرر.\n", "utf-8")
    before = hashes(archive.content)
    assert throw(archive, "content/articles/a2.md", "a1.txt") == []
    assert throw(archive, "a2.txt") == []
    (archive.content / "originals" / "a2.txt").unlink()
    assert undo(archive.content, ["nothing"], by="", today=TODAY).problems
    assert [t.original for t in undo(archive.content, ["a2.txt"], by="", today=TODAY).back] == ["a2.txt"]
    assert [t.original for t in undo(archive.content, by="", today=TODAY).back] == ["a1.txt"]
    assert {name: of for name, of in hashes(archive.content).items() if name != "rejected.yaml"} == before
    assert undo(archive.content, by="", today=TODAY).back == ()


def test_a_place_that_was_taken_meanwhile_stays_as_it_is(archive: Desk) -> None:
    assert throw(archive, "a1.txt") == []
    archive.article("a1", "---\ntitle: أخرى\ndate: unknown\n---\nنص\n")
    assert undo(archive.content, by="", today=TODAY).taken == ("articles/a1.md",)
    assert "أخرى" in (archive.content / "articles" / "a1.md").read_text("utf-8")
    assert (archive.root / ".warraq/set-aside/rejected/1/articles/a1.md").is_file()


def test_where_the_list_can_not_be_understood_nothing_comes_in(archive: Desk) -> None:
    (archive.content / "rejected.yaml").write_text("sha256:12: 2027-01-15\n", "utf-8")
    (archive.content / "articles" / "a1.md").unlink()
    assert throw(archive, "a2.txt")[0].startswith("content/rejected.yaml:1:1: ")
    assert repair_new(archive.content).new == ()
    assert "is not the hash of a file" in archive.run("importing", str(archive.root / "found"), code=1)
    assert take_in(archive.content, str(archive.root / "found" / "a1.txt"), "en") == 1


A, B, C, T = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)
CONTENT = Path("content")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"sha256:{B}: 2027-01-15\n"),
        (f"# x\nsha256:{A}: 2026-01-01\n", f"# x\nsha256:{A}: 2026-01-01\nsha256:{B}: 2027-01-15\n"),
        (
            f"sha256:{A}: 2026\r\n'sha256:{C}': 2026 {T}",
            f"sha256:{A}: 2026\r\nsha256:{B}: 2027-01-15\r\n'sha256:{C}': 2026 {T}\r\n",
        ),
    ],
    ids=["none", "comment", "other line ends"],
)
def test_a_line_is_put_in_and_nothing_else_changes(before: str, after: str) -> None:
    made = with_lines(CONTENT, before.encode(), {B: DAY}).decode()
    assert made.endswith(after)
    assert made.startswith("# What was thrown out") == (not before)
    assert B not in without_lines(CONTENT, made.encode(), {B}).decode()


@pytest.mark.parametrize(
    "text", [f"{{sha256:{A}: 2026}}\n", f"sha256:{A}:\n  2026\n", f"? sha256:{A}\n: 2026\n", "- x\n"]
)
def test_a_file_in_another_style_is_told_or_changed_rightly(text: str) -> None:
    for adding in (True, False):
        try:
            made = (
                with_lines(CONTENT, text.encode(), {B: DAY}) if adding else without_lines(CONTENT, text.encode(), {A})
            )
        except NotSafeError:
            continue
        found, _ = read_rejections("x", made)
        assert found
        assert found.files.keys() in ({A, B}, set())


@pytest.mark.parametrize(
    "line", [f"sha256:{A}:", f"sha256:{A}: [2026]", f"sha256:{A}: أمس", "x: 2026", f"sha256:{A}: 2026 {T[:9]}"]
)
def test_a_wrong_line_is_told_with_its_place(line: str) -> None:
    found, told = read_rejections("content/rejected.yaml", line.encode())
    assert found is None
    assert [(problem.line, problem.path) for problem in told] == [(1, "content/rejected.yaml")]


def test_no_file_throws_nothing_out(tmp_path: Path) -> None:
    assert rejections_in(tmp_path) == (Rejections(), ())


def test_the_command_says_what_it_did_and_what_it_could_not(archive: Desk) -> None:
    assert "Say what" in archive.run("rejecting", code=1)
    assert "nothing.txt" in archive.run("rejecting", "--only", "nothing.txt", code=1)
    assert "Nothing was thrown out" in archive.run("rejecting", "--undo", code=1)
    assert archive.run("rejecting", "--list") == ""
    digest = sha256((archive.content / "originals" / "a1.txt").read_bytes()).hexdigest()
    archive.run("rejecting", "--only", "a1.txt")
    assert archive.run("rejecting", "--only", "a1.txt") == "a1.txt had been thrown out before.\n"
    assert f"sha256:{digest}  a1.txt" in archive.run("rejecting", "--list")
    shutil.rmtree(archive.root / ".warraq" / "set-aside")
    assert f"sha256:{digest}" in archive.run("rejecting", "--list")
    said = archive.run("rejecting", "--undo", "--only", f"sha256:{digest}")
    assert f"Taken back: sha256:{digest}" in said
    assert archive.run("rejecting", "--list") == ""


def test_a_list_that_can_not_be_read_is_told_by_the_command(archive: Desk) -> None:
    (archive.content / "rejected.yaml").write_text("sha256:x: 1\n", "utf-8")
    assert "rejected.yaml" in archive.run("rejecting", "--list", code=1)
