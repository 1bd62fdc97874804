"""What one job hands to the next: notices and new files. The second trusts neither."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from project import Project
from warraq.press import intake
from warraq.press.intake import repair_new
from warraq.press.intake_hand_over import FILES, LARGEST, hand_over, names_with_record, take_over
from warraq.press.notice import Notice, read_notice, write_notice


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")


@pytest.fixture
def archive(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project.root)
    (project.root / "content/originals").mkdir(parents=True, exist_ok=True)
    return project.root


def zipped(folder: Path, *names: str, data: bytes = b"x") -> Path:
    folder.mkdir(exist_ok=True)
    with ZipFile(folder / FILES, "w") as file:
        for name in names:
            file.writestr(name, data)
    return folder


def test_new_articles_come_over_byte_for_byte_with_any_name_that_a_file_may_have(archive: Path) -> None:
    names = ['a:b "c".txt', "ب/خبر؟.txt", "a*b|c.html"]
    for name in names:
        file = archive / "content/originals" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"عنوان الخبر {name[0]}\nقال الوزير ،إن الاجتماع ناجح .\n", encoding="utf-8")
    content = Path("content")
    taken = repair_new(content)
    assert len(taken.new) == len(names)
    hand_over(taken.new, Notice("title", "body"), content, Path("handed"))
    made = {file: file.read_bytes() for new in taken.new for file in (new.article, new.record)}
    for file in made:
        file.unlink()
    assert take_over(Path("handed"), content) == sorted(file.relative_to(content).as_posix() for file in made)
    assert {file: file.read_bytes() for file in made} == made


@pytest.mark.parametrize(
    "name",
    [
        "../x.md",
        "articles/../../x.md",
        "/etc/x.md",
        "articles\\..\\x.md",
        "articles/x.html",
        "articles/.git/x.md",
        "records/x.md",
        "originals/x.txt",
        "site.yaml",
        "articles/",
        "articles//x.md",
        "./articles/x.md",
        ".github/workflows/x.yml",
        "x.md",
    ],
)
def test_a_handed_file_that_is_no_new_article_or_record_is_refused_and_nothing_is_copied(
    archive: Path, name: str
) -> None:
    zipped(archive / "handed", "articles/good.md", name)
    before = sorted(archive.rglob("*"))
    with pytest.raises(SystemExit, match=r"an intake adds|is hidden"):
        take_over(Path("handed"), Path("content"))
    assert sorted(archive.rglob("*")) == before


def test_a_file_that_is_there_already_is_not_overwritten(archive: Path) -> None:
    (archive / "content/articles/a.md").write_text("mine", encoding="utf-8")
    zipped(archive / "handed", "articles/a.md")
    with pytest.raises(SystemExit, match="is there already"):
        take_over(Path("handed"), Path("content"))
    assert (archive / "content/articles/a.md").read_text("utf-8") == "mine"


def test_a_link_out_of_the_archive_is_not_followed(archive: Path, tmp_path: Path) -> None:
    (archive / "content/articles/away").symlink_to(tmp_path, target_is_directory=True)
    zipped(archive / "handed", "articles/away/a.md")
    with pytest.raises(SystemExit, match="leads out of the archive"):
        take_over(Path("handed"), Path("content"))
    assert not (tmp_path / "a.md").exists()


def test_twins_of_one_name_and_files_too_large_are_refused(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zipped(archive / "handed", "articles/a.md", "articles/A.md")
    with pytest.raises(SystemExit, match="handed over twice"):
        take_over(Path("handed"), Path("content"))
    monkeypatch.setattr("warraq.press.intake_hand_over.LARGEST", 3)
    zipped(archive / "handed", "articles/a.md", data=b"1234")
    with pytest.raises(SystemExit, match="too large"):
        take_over(Path("handed"), Path("content"))
    assert LARGEST < 100_000_000


@pytest.mark.parametrize("harm", [lambda data: data[:40], lambda _: b"", lambda data: data.replace(b"xyz", b"xyw", 1)])
def test_a_broken_archive_is_refused_before_anything_is_copied(archive: Path, harm: object) -> None:
    file = zipped(archive / "handed", "articles/a.md", "articles/b.md", data=b"xyz") / FILES
    assert callable(harm)
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(SystemExit, match="not what the job before wrote"):
        take_over(Path("handed"), Path("content"))
    assert not list((archive / "content/articles").glob("[ab].md"))


def test_an_original_waits_where_its_record_is_in_a_request(archive: Path) -> None:
    for name in ("a.txt", "b.c.html", "d.txt"):
        (archive / "content/originals" / name).write_text("نص", encoding="utf-8")
    records = ["content/records/a.json", "content/records/b.c.json", "content/records/../x.json", ""]
    assert list(names_with_record(Path("content"), records)) == ["a.txt", "b.c.html"]


def test_nothing_is_requested_where_nothing_was_handed_over(archive: Path) -> None:
    assert intake.open_request(archive / "handed", Path("content")) == 0


def test_a_notice_comes_over_and_is_cut_to_what_github_takes(tmp_path: Path) -> None:
    file = tmp_path / "handed/notice.json"
    assert read_notice(file, "…") is None
    write_notice(Notice("عنوان\nx", "نص\n" * 50_000), file)
    found = read_notice(file, "more")
    assert found
    assert found.title == "عنوان x"
    assert found.body.endswith("نص\n\nmore\n")
    assert len(found.body) <= 60_000


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"title": 1, "body": ""}', '{"title": " ", "body": ""}', "{" * 9000, "[" * 9000, "\x00"]
)
def test_what_is_no_notice_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "notice.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match="not what the job before wrote"):
        read_notice(file, "…")


def test_a_notice_that_is_a_link_or_too_large_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps({"title": "t", "body": "secret"}), encoding="utf-8")
    link = tmp_path / "notice.json"
    link.symlink_to(secret)
    with pytest.raises(SystemExit):
        read_notice(link, "…")
    secret.write_text(json.dumps({"title": "t", "body": "x" * 1_000_000}), encoding="utf-8")
    with pytest.raises(SystemExit):
        read_notice(secret, "…")
