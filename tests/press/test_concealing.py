"""No message of any kind says a word that any article withholds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.problem import Problem
from warraq.language import message
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive
from warraq.press.concealing import without_withheld
from warraq.press.report_problems import publishing_problems

DAY = date(2027, 1, 15)
SAYING = {
    "a free word": "tags: [John Smith]\nwithheld: John Smith",
    "an original that is missing": "original: John Smith.txt\nwithheld: John Smith",
    "an address": "slug: 'John Smith'\nwithheld: John Smith",
    "an alias": "aliases: [John Smith]\nwithheld: John Smith",
    "a language": "lang: John Smith\nwithheld: John Smith",
    "an address of the source": "source: {name: x, url: John Smith}\nwithheld: John Smith",
    "an address in percents": "source: {name: x, url: 'x:/John%2520Smith'}\nwithheld: John Smith",
    "a translation": "translation_of: john-smith\nwithheld: John Smith",
    "an unknown key": "John Smith: x\nwithheld: John Smith",
    "an unknown value": "status: John Smith\nwithheld:\n  - quote: John Smith\n    reason: x",
    "rights": "source: {name: x, rights: John Smith}\nالمحجوب:\n- John Smith",
    "no YAML": "summary: John Smith: x\nwithheld: John Smith",
    "no YAML below": "withheld:\n  - quote: John Smith\n\treason: x\nsummary: 'John Smith",
    "a key that is written twice": 'withheld: ["John Smith"]\nJohn Smith: 1\nJohn Smith: 2',
    "a wrong key below": "withheld: [{name: John Smith}]\nlang: John Smith",
    "a decision": "settled: [{rule: John Smith, quote: John Smith}]\nwithheld: John Smith",
    "a day": "embargo: John Smith\nwithheld: John Smith",
}
BODY = "I met John Smith. [a]({filename}John-Smith.md) [b](/articles/john-smith/)[^John Smith]\n\n![]({static}images/John_Smith.png)"


def said(problems: list[Problem] | tuple[Problem, ...]) -> str:
    return "\n".join(
        f"{p.field} {p.what.text(language)} {p.todo.text(language)}" for p in problems for language in ("en", "ar")
    )


@pytest.mark.parametrize("kind", SAYING)
def test_no_problem_says_the_words(kind: str, tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("articles/x.md", f"---\ntitle: x\ndate: 2024\n{SAYING[kind]}\n---\n{BODY}\n")
    found = check_archive(project.content, DAY, repairing=False).problems
    assert found and "Smith" not in said(found) and "smith" not in said(found)
    assert cached_problems(project.content, DAY, Cache(tmp_path / "cache.sqlite"))[1] == found


def test_another_articles_problems_do_not_say_them_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.empty(tmp_path)
    project.write(
        "articles/x.md", "---\ntitle: x\ndate: 2024\nlang: en\nwithheld: John Smith\n---\nI met John Smith.\n"
    )
    project.write("articles/y.md", f"---\ntitle: y\ndate: 2024\ntags: [John Smith]\n---\n{BODY}\n")
    sitemap = project.write(
        "../sitemap.xml", "<urlset><url><loc>https://x.test/articles/john-smith/</loc></url></urlset>"
    )
    monkeypatch.setenv("WARRAQ_TODAY", "2027-01-15")
    found, _ = publishing_problems(project.content, str(sitemap or tmp_path / "sitemap.xml"))
    assert found and "smith" not in said(found).lower()


VOCABULARY = "Pq1: {scheme: person, pref_label: {ar: فلان, en: John Smith}}\nPq2: {scheme: person, pref_label: {ar: فلانة, en: Jane Roe}}\n"


def test_no_problem_names_the_concept_that_bears_the_name(tmp_path: Path) -> None:
    """Not of an article that withholds it, nor beside the place of the name."""
    project = Project.empty(tmp_path)
    project.write("vocabulary/v.yaml", VOCABULARY)
    project.write(
        "articles/x.md", f"---\ntitle: x\ndate: 2024\ntags: [pq1, pq2]\nwithheld: John Smith\n---\n{BODY[:18]}\n"
    )
    project.write("articles/y.md", "---\ntitle: y\ndate: 2024\ntags: [JOHN SMITH, pq1, jane roe]\n---\nx\n")
    found = check_archive(project.content, DAY, repairing=False).problems
    hidden = "“[name withheld]” is a free word, and near the concept [name withheld]. Did you mean [name withheld]?"
    assert [(p.path[-4:], f"{p.what} {p.todo}") for p in found if "near" in p.what.msgid] == [
        ("x.md", hidden),
        ("x.md", "“pq2” is a free word, and near the concept Pq2. Did you mean Pq2?"),
        ("y.md", hidden),
        ("y.md", "“pq1” is a free word, and near the concept Pq1. Did you mean Pq1?"),
        ("y.md", "“jane roe” is a free word, and near the concept Pq2. Did you mean Pq2?"),
    ]


def test_a_command_that_is_proposed_can_be_run_whatever_the_files_are_called(tmp_path: Path) -> None:
    """A list of files says their names too. An article that is called by its slug is called by its file."""
    project = Project.empty(tmp_path)
    project.write("articles/x.md", "---\ntitle: x\ndate: 2024\nwithheld: John Smith\n---\nI met John Smith.\n")
    project.write("articles/John Smith.md", b"---\ntitle: \xd3\xe1\xc7\xe3\n---\nx\n")
    project.write("articles/y.md", "---\ntitle: y\nslug: john-smith\ndate: 2024\noriginal: Smith John.txt\n---\nx\n")
    project.write("originals/John Smith 2.txt", "خبر\n\nنص طويل.\n")
    checked = check_archive(project.content, DAY, repairing=False)
    told = [f"{p.what} {p.todo}" for p in checked.problems]
    assert any('fix-encoding --only "content/articles/John Smith.md"' in each for each in told)
    assert any(
        'repair --only "John Smith 2.txt"' in each and 'reject --only "John Smith 2.txt"' in each for each in told
    )
    todo = message("Throw it out: python3 tasks.py reject --only {slug}", slug="john-smith")
    said = Problem("content/articles/x.md", 1, 1, "", message("{tag} is free.", tag="john-smith"), todo)
    [made] = without_withheld([said], checked.archive, project.content)
    assert str(made.todo).endswith("--only content/articles/y.md"), "and a tag of the same letters is none"
    assert str(made.what) == "[name withheld] is free."


@pytest.mark.parametrize(
    ("language", "place"), [("en", "[name withheld]"), ("ar", "[اسم محجوب]"), ("fa", "[نام پنهان‌شده]")]
)
def test_what_stands_in_the_place_of_a_name_is_in_the_language_of_the_message(
    language: str, place: str, tmp_path: Path
) -> None:
    """Not in that of the archive, nor of the article."""
    project = Project.empty(tmp_path)
    project.write("site.yaml", "name: أرشيف\nlanguage: ar\n")
    for lang in ("ar", "en"):
        project.write(
            f"articles/{lang}.md",
            f"---\ntitle: x\ndate: 2024\nlang: {lang}\ntags: [a John Smith b]\nwithheld: John Smith\n"
            "annotations: [{quote: John Smith is, note: x}]\n---\nI met John Smith.\n",
        )
    found = check_archive(project.content, DAY, repairing=False).problems
    said = [f"{p.what.text(language)} {p.todo.text(language)}" for p in found]
    assert any(f"a {place} b" in each or place in each for each in said)
    others = {"[name withheld]", "[اسم محجوب]", "[نام پنهان‌شده]"} - {place}
    assert not any(other in each for each in said for other in others)


def test_what_says_nothing_withheld_stays(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("articles/x.md", "---\ntitle: x\ndate: 2024\nlang: John Smith\n---\nx\n")
    assert "John Smith" in said(check_archive(project.content, DAY, repairing=False).problems)
    problem = Problem("content/site.yaml", 1, 1, "x", message("{x} {n}", x=message("{y}", y="John"), n=3), message("x"))
    reading = check_archive(project.content, DAY, repairing=False).archive
    assert without_withheld([problem], reading, project.content) == [problem]
