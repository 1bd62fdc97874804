"""Better rules reach every article that nobody edited, and overwrite no edit."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.doubtful_texts import repaired
from desk.fewer_rules import repairing_by
from project import hashes
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.archive.record import Described, Origin, Record
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.draft import Draft, with_value
from warraq.desk.renewing.patch import patch
from warraq.desk.renewing.renewal import renewals
from warraq.edition import edition
from warraq.repair.changes import apply, undo
from warraq.repair.readers import read_original

RULE = "presentation-forms"
SHAPES = "\ufe8d\ufedf\ufeb4\ufefc\ufee1"  # السلام as shapes
TEXT = f"عنوان عن السلام بين الناس\n\nنشر في 8 نوفمبر 2023\n\nقال الكاتب إن {SHAPES} ممكن.\n\nثم سكت الجميع طويلا.\n\nوعاد {SHAPES} مرة أخرى.\n"


@pytest.fixture
def before(desk: Desk) -> Desk:
    """Make an archive that was repaired before one rule was added."""
    with repairing_by(lambda _, rule: rule.name != RULE):
        for name in ("untouched", "edited", "front"):
            repaired(desk, name, TEXT.replace("الكاتب", f"الكاتب {name}"))
    assert SHAPES in (desk.content / "articles" / "untouched.md").read_text("utf-8")
    return desk


def article(desk: Desk, name: str) -> Path:
    return desk.content / "articles" / f"{name}.md"


def edit(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


SETTLED = "settled:\n  - {rule: x, quote: y} # لماذا\nannotations:\n  - {quote: سكت, note: حاشية}\nlang: ar"


def test_unedited_articles_are_renewed_and_edited_ones_get_a_patch(before: Desk) -> None:
    edit(article(before, "edited"), (f"قال الكاتب edited إن {SHAPES}", f"قال الكاتب النبيل إن {SHAPES}"))
    edit(article(before, "front"), ("lang: ar", SETTLED))
    theirs = {name: article(before, name).read_bytes() for name in ("edited", "front")}
    slug = [line for line in article(before, "untouched").read_text("utf-8").split("\n") if line.startswith("slug:")]
    said = before.run("renewing")
    renewed = article(before, "untouched").read_text("utf-8")
    assert SHAPES not in renewed and "السلام" in renewed and slug[0] in renewed
    record = Record.from_bytes((before.content / "records" / "untouched.json").read_bytes())
    assert record.article_sha256 == sha256(renewed.encode()).hexdigest()
    assert {name: article(before, name).read_bytes() for name in theirs} == theirs
    assert f"{RULE}: +6 -0" in said
    assert "Articles renewed: 1.\nEdited articles for which a patch is proposed: 2.\n" in said
    assert "an editor changed this line" in said


def test_the_patch_applies_and_keeps_the_editors_words(before: Desk) -> None:
    edit(article(before, "edited"), (f"قال الكاتب edited إن {SHAPES}", f"قال الكاتب النبيل إن {SHAPES}"))
    edit(article(before, "front"), ("lang: ar", SETTLED))
    before.run("renewing")
    subprocess.run(["git", "init", "-q"], cwd=before.root, check=True)
    subprocess.run(["git", "apply", "renewal.patch"], cwd=before.root, check=True)
    edited = article(before, "edited").read_text("utf-8")
    assert f"قال الكاتب النبيل إن {SHAPES}" in edited  # the editor's line
    assert "وعاد السلام مرة أخرى." in edited
    front = article(before, "front").read_text("utf-8")
    assert SHAPES not in front and SETTLED in front
    # Now the records are those of the new rules, and nothing is left to propose.
    assert "proposed: 0." in before.run("renewing")


def test_a_preview_counts_and_shows_and_writes_nothing(before: Desk) -> None:
    edit(article(before, "edited"), ("طويلا", "قليلا"))
    files = hashes(before.root)
    said = before.run("renewing", "--preview")
    assert hashes(before.root) == files
    assert f"{RULE}: +6 -0" in said and "→ 'السلام'" in said
    assert "Articles that would be renewed: 2." in said and "patch would be proposed: 1." in said


def test_where_only_keys_were_set_the_text_is_renewed_and_they_stay(before: Desk) -> None:
    said = before.run("correcting", "set", "--where=title contains السلام", "--", "source", "صحيفة المحرر")
    assert "Articles changed: 3." in said
    before.run("correcting", "set", "--where=file = front.md", "--", "date", "2021")
    edit(article(before, "edited"), ("طويلا", "قليلا"))
    said = before.run("renewing")
    assert "Articles renewed: 2.\nEdited articles for which a patch is proposed: 1.\n" in said
    front = article(before, "front").read_text("utf-8")
    assert SHAPES not in front and "source: صحيفة المحرر\n" in front and "date: 2021\n" in front
    files = hashes(before.content)
    assert "Articles renewed: 0." in before.run("renewing") and hashes(before.content) == files


def test_a_second_renewal_changes_nothing(before: Desk) -> None:
    before.run("renewing")
    files = hashes(before.content)
    assert "Articles renewed: 0." in before.run("renewing")
    assert hashes(before.content) == files


def test_the_record_of_an_edited_article_names_the_rules_that_confirm_it(before: Desk) -> None:
    before.run("renewing")
    edit(article(before, "edited"), ("طويلا", "قليلا"))
    kept, file = article(before, "edited").read_bytes(), before.content / "records" / "edited.json"
    record = Record.from_bytes(file.read_bytes())
    file.write_bytes(record.model_copy(update={"rules": "0"}).to_bytes())
    assert "Articles renewed: 1.\nEdited articles for which a patch is proposed: 0.\n" in before.run("renewing")
    assert Record.from_bytes(file.read_bytes()) == record
    assert article(before, "edited").read_bytes() == kept
    assert "Articles renewed: 0." in before.run("renewing")


def test_only_the_named_are_renewed(before: Desk) -> None:
    before.run("renewing", "--only", "front.txt")
    assert SHAPES in article(before, "untouched").read_text("utf-8")
    assert SHAPES not in article(before, "front").read_text("utf-8")
    said = before.run("renewing", "--only", "none.txt", code=1)
    assert said == "content/originals/none.txt does not exist.\n"


def test_no_other_article_is_read_than_the_named(before: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = ArchiveFiles.read_article

    def counted(self: ArchiveFiles, file: Path, data: bytes) -> Article | None:
        read.append(file.name)
        return real(self, file, data)

    monkeypatch.setattr(ArchiveFiles, "read_article", counted)
    assert {renewal.path for renewal in renewals(before.root, {"front.txt"})} == {"content/articles/front.md"}
    assert set(read) == {"front.md"}
    # One that got another name is looked for among all.
    article(before, "front").rename(article(before, "renamed"))
    assert {renewal.path for renewal in renewals(before.root, {"front.txt"})} == {"content/articles/renamed.md"}


@pytest.mark.parametrize("withdrawn", ["untouched", "edited"])
def test_a_withdrawn_article_is_not_renewed(before: Desk, withdrawn: str) -> None:
    names = {"untouched", "edited", "front"}
    edit(article(before, withdrawn), ("lang: ar", "lang: ar\nwithdrawn: {date: 2024-01-01, reason: x}"))
    paths = {name: f"content/articles/{name}.md" for name in names}
    assert {renewal.path for renewal in renewals(before.root)} == {paths[name] for name in names - {withdrawn}}
    assert list(renewals(before.root, {f"{withdrawn}.txt"})) == []
    record = before.content / "records" / f"{withdrawn}.json"
    files = (article(before, withdrawn).read_bytes(), record.read_bytes())
    assert "Articles renewed: 2.\nEdited articles for which a patch is proposed: 0.\n" in before.run("renewing")
    assert (article(before, withdrawn).read_bytes(), record.read_bytes()) == files


@pytest.mark.parametrize("pictures", [1, 2, 3])
def test_fields_of_a_table_tags_and_all_pictures_stay(before: Desk, pictures: int) -> None:
    file, record_file = article(before, "untouched"), before.content / "records" / "untouched.json"
    draft = Draft("", file.read_text("utf-8"), Record.from_bytes(record_file.read_bytes()))
    draft = with_value(draft, "date", "2019-05", Origin.TABLE)
    draft = with_value(draft, "tags", ("ماء", "SCO"), Origin.TABLE)
    below = "".join(f"\n![](<{{static}}images/untouched/{number}.jpg>)\n" for number in range(1, pictures + 1))
    text = draft.article + below
    file.write_text(text, "utf-8")
    body = text.partition("\n---\n")[2].removeprefix("\n")
    hashed = {"article_sha256": sha256(text.encode()).hexdigest(), "body_sha256": sha256(body.encode()).hexdigest()}
    record_file.write_bytes(draft.record.model_copy(update=hashed).to_bytes())
    before.run("renewing")
    renewed = file.read_text("utf-8")
    assert SHAPES not in renewed
    assert "date: 2019-05\n" in renewed and "tags: [ماء, SCO]\n" in renewed and renewed.endswith(f"مرة أخرى.\n{below}")
    record = Record.from_bytes(record_file.read_bytes())
    assert record.described["date"] == Described(value="2019-05", origin=Origin.TABLE)
    assert record.article_sha256 == sha256(renewed.encode()).hexdigest()


def test_a_missing_record_is_made_again_and_the_article_stays(before: Desk) -> None:
    (before.content / "records" / "edited.json").unlink()
    was = article(before, "edited").read_bytes()
    assert "Records that were missing, made anew: 1." in before.run("renewing")
    assert article(before, "edited").read_bytes() == was
    assert (before.content / "records" / "edited.json").is_file()


def test_a_record_of_older_rules_replays_restores_and_makes_an_edition(before: Desk) -> None:
    file = before.content / "records" / "untouched.json"
    old = file.read_text("utf-8")
    retired = Record.from_bytes(old.replace('"rule": "', '"rule": "retired-').encode())
    original = read_original("untouched.txt", (before.content / "originals" / "untouched.txt").read_bytes())
    text = apply(original.text, retired.changes)
    assert sha256(text.encode()).hexdigest() == retired.text_sha256 and undo(text, retired.changes) == original.text
    read = read_article("content/articles/untouched.md", article(before, "untouched").read_bytes()).article
    assert read is not None
    assert edition(read, original, retired, Vocabulary()).machine_text == text


def test_a_patch_is_one_that_git_applies_whatever_the_names_and_line_ends(tmp_path: Path) -> None:
    path = "a b/عنوان مقال.md"
    (tmp_path / "a b").mkdir()
    before, after = "one\n\u2028two\nthree", "one\nthree\nأربعة"
    (tmp_path / path).write_bytes(before.encode())
    (tmp_path / "x.patch").write_bytes(patch(path, before, after).encode())
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "x.patch"], cwd=tmp_path, check=True)
    assert (tmp_path / path).read_bytes() == after.encode()
