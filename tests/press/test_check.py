"""`check`: the checks of a build in three formats; also `repair` and `fix-encoding`."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

import programs
from project import ROOT, Project
from warraq.archive.problem import Level, Problem
from warraq.language import message
from warraq.press.problem_formats import FORMATS

NAME = "000_7041dd07729f8eff.txt"
ARTICLE = "articles/000_7041dd07729f8eff.md"
RECORD = "records/000_7041dd07729f8eff.json"


def renew(project: Project) -> subprocess.CompletedProcess[str]:
    """`repair --only NAME --again`, as `tasks.py` runs it."""
    return run(project, "--only", NAME, module="warraq.desk.renewing")


def run(project: Project, *arguments: str, module: str = "warraq.press") -> subprocess.CompletedProcess[str]:
    environment = project.environment(PYTHONPATH=str(ROOT / "plugins"))
    return programs.run(module, *arguments, cwd=project.root, env=environment)


def with_original(project: Project) -> Project:
    (project.content / "originals").mkdir()
    shutil.copy(ROOT / "content/originals" / NAME, project.content / "originals" / NAME)
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    return project


def test_an_archive_with_an_error_has_exit_code_1_and_a_sound_one_0(project: Project) -> None:
    project.article("a")
    done = run(project, "check", "--lang=en")
    assert (done.returncode, done.stdout) == (0, "Errors: 0, warnings: 0.\n")
    project.article("b", date="أمس")
    done = run(project, "check", "--lang=en")
    assert done.returncode == 1
    assert done.stdout.startswith("content/articles/b.md:3:1: date: “أمس” is not a date.")
    assert run(project, "check").stdout.startswith("content/articles/b.md:3:1: date: «أمس» ليس تاريخًا.")


def test_articles_whose_files_keep_no_id_are_named_with_the_command_that_writes_it(project: Project) -> None:
    for name in ("a", "b", "c", "d", "e", "f"):
        project.article(name)
    project.article("kept", date="2024\nid: kept7")
    project.article("draft", date="2024\nstatus: draft")
    done = run(project, "check", "--lang=en")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Errors: 0, warnings: 7.")
    names = ", ".join(f"content/articles/{name}.md" for name in "abcde")
    assert done.stderr == (
        f"Articles whose files don't keep the id by which they are cited (/a/ID/): 6 ({names} …). "
        "Write it into them: python3 tasks.py ids\n"
    )
    assert not run(project, "check", "--format=json").stderr


def test_the_json_format_has_every_part_of_a_problem(project: Project) -> None:
    project.article("b", date="أمس")
    done = run(project, "check", "--format=json", "--lang=en")
    assert json.loads(done.stdout) == [
        {
            "path": "content/articles/b.md",
            "line": 3,
            "column": 1,
            "field": "date",
            "level": "error",
            "what": "“أمس” is not a date.",
            "todo": "Write year-month-day, such as 2024-03-15, or 2024-03, or 2024.",
        }
    ]


def test_values_cannot_break_out_of_a_workflow_command() -> None:
    what = message("“{value}” is not a date.", value="100%\n::error::x")
    problem = Problem("content/articles/a,b:c.md", 3, 1, "date", what, message("Delete it."), Level.WARNING)
    assert FORMATS["github"]([problem], "en") == (
        "::warning file=content/articles/a%2Cb%3Ac.md,line=3,col=1,title=date::"
        "“100%25%0A::error::x” is not a date. Delete it."
    )


def test_warnings_name_their_reason_and_their_remedy(project: Project) -> None:
    with_original(project)
    project.article("a", title="عنوان واحد")
    project.article("b", title="عنوان  واحد", date="unknown")
    project.article("c", title="عنوان آخر", date="2999-01-01")
    (project.content / "articles/d.txt").write_text("نص")
    done = run(project, "check", "--lang=en")
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines() == [
        (
            "content/articles/b.md:2:1: title: content/articles/a.md has the same title. "
            "Is it the same article? Then delete one of the two."
        ),
        (
            "content/articles/b.md:3:1: date: The article has no date, and stands under /undated/. "
            "Write date: 2024-03-15, should you know it."
        ),
        "content/articles/c.md:3:1: date: 2999-01-01 is still to come. To publish it then, write embargo: 2999-01-01",
        (
            "content/articles/d.txt: The file is not read: articles end in .md. "
            "Rename it; or, if it is a damaged text, move it to content/originals/."
        ),
        (
            f"content/originals/{NAME}: The original has no article yet, and is left out. "
            f"Repair it: python3 tasks.py repair --only {NAME}. Or throw it out: python3 tasks.py reject --only {NAME}"
        ),
        "Errors: 0, warnings: 5.",
    ]


def test_a_free_tag_near_a_concept_is_named(project: Project) -> None:
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    project.write("articles/a.md", "---\ntitle: x\ndate: 2024\ntags: [sco, منظمة شنغهاي للتعاون, كلمة]\n---\nنص.\n")
    done = run(project, "check", "--lang=en")
    assert done.stdout.splitlines()[:-1] == [
        "content/articles/a.md:4:1: tags: “sco” is a free word, and near the concept SCO. Did you mean SCO?",
        "content/articles/a.md:4:1: tags: “منظمة شنغهاي للتعاون” is a free word, and near the concept SCO. Did you mean SCO?",
    ]


def test_open_doubts_are_counted_and_a_changed_date_is_compared_with_its_evidence(project: Project) -> None:
    with_original(project)
    assert run(project, "repair").returncode == 0
    lines = run(project, "check", "--lang=en").stdout.splitlines()
    assert any("Doubts still open:" in line for line in lines)
    assert not any("date:" in line for line in lines)
    file = project.content / ARTICLE
    file.write_text(file.read_text("utf-8").replace("date: 2023-11-08", "date: 2024-11-08"), "utf-8")
    assert any(
        "date: 2024-11-08 is not the date that the original gave, 2023-11-08. Should it be right, add reviewed: and your name."
        in line
        for line in run(project, "check", "--lang=en").stdout.splitlines()
    )


def test_a_record_that_does_not_lead_back_is_an_error(project: Project) -> None:
    with_original(project)
    assert run(project, "repair").returncode == 0
    record = project.content / RECORD
    record.write_text(record.read_text("utf-8").replace('"after": " "', '"after": "  "', 1), "utf-8")
    done = run(project, "check", "--lang=en")
    assert done.returncode == 1
    assert (
        f"content/{RECORD}: changes: The record does not lead from its original to its text and back. "
        f"Put it back as it was: git checkout -- content/{RECORD}" in done.stdout
    )


def test_check_writes_nothing_but_its_cache(project: Project) -> None:
    with_original(project)
    before = project.hashes(".")
    run(project, "check")
    after = project.hashes(".")
    assert after.pop(".warraq/cache.sqlite")
    assert after == before


def test_repair_writes_what_a_build_would(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    with_original(project)
    other = with_original(Project.empty(tmp_path_factory.mktemp("other")))
    assert other.build().returncode == 0
    done = run(project, "repair", "--only", NAME)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"أُصلح {NAME}: content/{ARTICLE}\n"
    assert project.hashes("content") == other.hashes("content")


def test_repair_of_a_missing_original_is_refused(project: Project) -> None:
    done = run(project, "repair", "--only", "x.txt")
    assert done.returncode == 1
    assert done.stdout == "لا وجود للملف content/originals/x.txt.\n"


def test_repair_again_leaves_an_edited_article_as_it_is(project: Project) -> None:
    with_original(project)
    assert run(project, "repair").returncode == 0
    file = project.content / ARTICLE
    edited = file.read_bytes() + "\nجملة للمحرر.\n".encode()
    file.write_bytes(edited)
    done = renew(project)
    assert done.returncode == 0, done.stderr
    assert file.read_bytes() == edited


def test_repair_again_makes_a_missing_record_anew(project: Project) -> None:
    with_original(project)
    assert run(project, "repair").returncode == 0
    before = project.hashes("content")
    (project.content / RECORD).unlink()
    assert run(project, "check").returncode == 1
    assert renew(project).returncode == 0
    assert project.hashes("content") == before


def test_an_article_without_a_text_is_a_warning(project: Project) -> None:
    project.article("a", body="")
    done = run(project, "check", "--lang=en")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "content/articles/a.md:1: No text stands below the front matter: the page is empty. "
        "Write it; until then, write status: draft.\n"
    )


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_fix_encoding_makes_utf_8_of_what_old_programs_wrote(project: Project, encoding: str) -> None:
    text = "---\ntitle: عنوان الخبر\ndate: 2024\n---\nقال الوزير.\n"
    file = project.write("articles/a.md", text.encode(encoding))
    assert run(project, "check").returncode == 1
    assert run(project, "fix-encoding", "nowhere.md", "content/articles/a.md").returncode == 1
    assert file.read_bytes() == text.encode(), "a file that is not there stops no other"
    assert run(project, "fix-encoding", "content/articles/a.md").returncode == 0
    assert file.read_bytes() == text.encode()
    assert run(project, "check").returncode == 0


def test_an_unknown_language_is_refused(project: Project) -> None:
    done = run(project, "check", "--lang=xx")
    assert done.returncode == 2
    assert "--lang: invalid choice: 'xx'" in done.stderr
    assert all(language in done.stderr.splitlines()[-1] for language in ("ar", "en", "fa"))


def test_a_missing_sitemap_is_reported_as_missing(project: Project) -> None:
    project.article("a")
    done = run(project, "check", "--lang=en", "--published=NOFILE")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "sitemap.xml: The last published sitemap could not be read: NOFILE does not exist. "
        "Name a sitemap's file or its web address, whole, with https://"
    )


def test_check_answers_in_the_language_of_the_variable_unless_lang_says_another(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    project.article("a")
    assert run(project, "check").stdout == "Errors: 0, warnings: 0.\n"
    assert "Errors:" not in run(project, "check", "--lang=ar").stdout


def test_schema_prints_the_file_that_it_wrote(project: Project) -> None:
    assert run(project, "schema").stdout == "Written: content/schema.json\n"
    assert (project.content / "schema.json").is_file()
