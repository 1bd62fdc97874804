"""`new`: an article that is in order from its first moment, and damaged texts that come in as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

import programs
from project import ROOT, Project
from warraq.archive.reading_article import read_article
from warraq.press.new import editor_of, front_matter, write_new
from warraq.repair.writers.front_matter import scalar

DAY = date(2026, 11, 24)
DAMAGED = "عنوان الخبر الطويل\nقال الوزير ،إن الاجتماع<br> ناجح .\n"


def new(project: Project, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    environment = project.environment(PYTHONPATH=str(ROOT / "plugins"))
    return programs.run("warraq", "press.new", *words, cwd=project.root, env=environment, given=given)


def test_a_new_article_is_in_order_and_says_in_arabic_what_each_key_is_for() -> None:
    text = front_matter("عنوان", "عنوان", "bcdfghjk", DAY, "ar")
    read = read_article("content/articles/عنوان.md", text.encode())
    assert read.problems == () and read.article and str(read.article.date) == "2026-11-24"
    assert text.splitlines()[:5] == [
        "---",
        "# yaml-language-server: $schema=../schema.json",
        "title: عنوان",
        "slug: عنوان  # في عنوان الصفحة؛ يُكتب مرة واحدة كي لا يتغيّر الرابط بتغيّر العنوان",
        "date: 2026-11-24  # تاريخ النص؛ ‎2023-11‎ أو ‎2023‎ إن لم يُعرف غير ذلك",
    ]


def test_every_commented_key_is_one_that_may_be_written() -> None:
    text = (
        front_matter("عنوان", "عنوان", "bcdfghjk", DAY, "en")
        .replace("# source: …", "source: x")
        .replace("# tags", "tags")
    )
    text = text.replace("# summary: …", "summary: x").replace("# authors", "authors").replace("# status", "status")
    read = read_article("content/articles/x.md", text.encode())
    assert read.problems == () and read.article and read.article.status == "draft"


@pytest.mark.parametrize(
    "title",
    [
        "أخبار: عنوان",
        "no",
        "1984",
        "«قول»",
        '"قول" و\\',
        "- بند",
        "# رقم",
        "{}",
        "[أ]",
        "2024-01-01",
        "نعم #1",
        "'",
        "a: b",
        "!x",
        "*x",
        "| x",
    ],
)
def test_any_title_comes_back_as_it_was_given(title: str) -> None:
    assert yaml.safe_load(f"title: {scalar(title)}") == {"title": title}


def test_a_title_of_ninety_words_gives_a_name_that_every_disk_takes(tmp_path: Path) -> None:
    file = write_new(tmp_path, "كلمة " * 90, DAY, "ar")
    assert len(file.stem) <= 60 and file.is_file()


def test_a_second_article_of_one_title_gets_a_free_slug(tmp_path: Path) -> None:
    names = [write_new(tmp_path, "عنوان", DAY, "ar").name for _ in range(2)]
    (tmp_path / "articles/عنوان.md").rename(tmp_path / "articles/غيره.md")
    names.append(write_new(tmp_path, "عنوان", DAY, "ar").name)
    assert names == ["عنوان.md", "عنوان-2.md", "عنوان-3.md"]


def test_no_editor_is_opened_where_nobody_sits() -> None:
    assert editor_of({"EDITOR": "vi", "CI": "true"}) == []
    assert editor_of({"EDITOR": "vi"}) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_the_editor_is_opened_on_a_terminal(project: Project, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\necho "opened $2" > "$1"\n')
    script.chmod(0o755)
    opened = tmp_path / "opened"
    code, _ = on_a_terminal(project, f"{script} '{opened}'")
    assert code == 0
    assert opened.read_text(encoding="utf-8") == "opened content/articles/عنوان.md\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("editor", ["no-such-editor", "'no-such-editor"])
def test_an_editor_that_is_not_there_is_named_and_the_article_is(project: Project, editor: str) -> None:
    code, said = on_a_terminal(project, editor)
    assert code == 1
    assert f"تعذّر تشغيل {editor}: لا ملف ولا مجلد بهذا الاسم." in said
    assert (project.content / "articles/عنوان.md").is_file()


def on_a_terminal(project: Project, editor: str) -> tuple[int, str]:
    """Begin an article where somebody sits; the exit code, and what the terminal showed."""
    import pty

    main, worker = pty.openpty()
    environment = project.environment(PYTHONPATH=str(ROOT / "plugins"), EDITOR=editor)
    environment.pop("VISUAL", None)
    command = [sys.executable, "-m", "warraq", "press.new", "عنوان"]
    code = subprocess.run(
        command, cwd=project.root, env=environment, stdin=worker, stdout=worker, stderr=worker, check=False
    )
    os.close(worker)
    said = os.read(main, 10_000).decode()
    os.close(main)
    return code.returncode, said


def test_an_article_begun_with_new_is_built(project: Project) -> None:
    assert new(project, "خبر: «أول»").returncode == 0
    built = project.build()
    assert built.returncode == 0, built.stdout
    assert (project.output / "articles/خبر-أول/index.html").is_file()


def test_an_empty_title_is_refused(project: Project) -> None:
    done = new(project, "\N{RIGHT-TO-LEFT MARK} ")
    assert done.returncode == 2
    assert done.stdout == 'العنوان فارغ. اكتب: ‎python3 tasks.py new "…"‎\n'
    assert not list((project.content / "articles").iterdir())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_a_damaged_text_is_kept_byte_for_byte_and_repaired(project: Project, encoding: str) -> None:
    data = (DAMAGED * 3).encode(encoding)
    (project.root / "نصّ قديم.TXT").write_bytes(data)
    done = new(project, "--from", "نصّ قديم.TXT")
    assert done.returncode == 0, done.stderr
    assert (project.content / "originals/نص-قديم.txt").read_bytes() == data
    assert "قال الوزير، إن الاجتماع" in (project.content / "articles/نص-قديم.md").read_text(encoding="utf-8")
    assert (project.content / "records/نص-قديم.json").is_file()
    built = project.build()
    assert built.returncode == 0, built.stdout


def test_a_text_comes_in_on_standard_input_and_only_once(project: Project) -> None:
    first, again = (new(project, "--from", "--", "-", given=DAMAGED.encode()) for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    assert "هذا النص موجود من قبل" in again.stdout
    assert len(list((project.content / "originals").iterdir())) == 1
    assert len(list((project.content / "articles").iterdir())) == 1


def test_other_texts_of_one_name_stand_side_by_side(project: Project) -> None:
    for number, ending in enumerate(("txt", "html", "txt")):
        (project.root / f"a.{ending}").write_text(
            f"عنوان رقم {number}\nقال الوزير إن الاجتماع ناجح.\n", encoding="utf-8"
        )
        assert new(project, "--from", f"a.{ending}").returncode == 0
    assert sorted(p.name for p in (project.content / "originals").iterdir()) == ["a-2.html", "a-3.txt", "a.txt"]
    assert sorted(p.name for p in (project.content / "articles").iterdir()) == ["a-2.md", "a-3.md", "a.md"]


def test_what_cannot_be_read_is_refused_and_not_kept(project: Project) -> None:
    (project.root / "x.txt").write_bytes(bytes(range(256)) * 4)
    done = new(project, "--from", "x.txt")
    assert done.returncode == 1
    assert "content/originals/x.txt" in done.stderr
    assert not (project.content / "originals/x.txt").exists()


def test_a_missing_file_is_named(project: Project) -> None:
    done = new(project, "--from", "nowhere.txt")
    assert done.returncode == 1 and "nowhere.txt" in done.stdout


def test_a_broken_article_elsewhere_does_not_keep_a_text_out(project: Project) -> None:
    project.write("articles/broken.md", "لا شيء")
    assert new(project, "--from", "--", "-", given=DAMAGED.encode()).returncode == 0
    assert len(list((project.content / "articles").iterdir())) == 2
