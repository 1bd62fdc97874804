"""Planned articles: each is the article that reading its file gives, and only those that were asked for are planned."""

from __future__ import annotations

import os
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project import ROOT, Project
from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import article_from_values, read_article
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.press import planning
from warraq.press.checking import check_archive, gather
from warraq.press.intake import repair_new
from warraq.press.new_articles import NewArticle
from warraq.press.planning import plan_articles
from warraq.repair import plan
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.writers.front_matter import Value, format_front_matter, places
from wrapped_pages import every, page

DAY = date(2027, 1, 15)
FIRST = "قال الوزير إن الاجتماع كان ناجحا.\n"
SAMPLES = sorted(
    file
    for folder in ("in-the-wild", "leave-alone", "known-failures")
    for file in (ROOT / "tests/corpus" / folder).rglob("*.*")
)


def vocabulary_of_the_archive() -> Vocabulary:
    folder = ROOT / "content/vocabulary"
    return read_vocabulary((file.name, file.read_bytes()) for file in sorted(folder.glob("*.yaml")))[0]


VOCABULARY = vocabulary_of_the_archive()


def planned(name: str, data: bytes) -> NewArticle:
    made = plan(read_original(name, data), VOCABULARY)
    return NewArticle(Path("a.md"), Path("a.json"), "content/articles/a.md", made)


def is_read_as_planned(new: NewArticle) -> None:
    read = read_article(new.display_path, new.planned.article)
    assert read.article == new.as_read(), read.problems


def test_the_corpus_has_texts() -> None:
    assert len(SAMPLES) > 20


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_a_planned_article_is_the_one_that_its_file_gives(file: Path) -> None:
    name = file.name if file.suffix in (".txt", ".html") else f"{file.stem}.txt"
    try:
        new = planned(name, file.read_bytes())
    except UnreadableError:
        return
    is_read_as_planned(new)


def test_the_article_of_the_archive_is_the_one_that_its_file_gives() -> None:
    for file in sorted((ROOT / "content/originals").iterdir()):
        is_read_as_planned(planned(file.name, file.read_bytes()))


SIGNS = st.sampled_from(
    [
        *"«»[]{}()#:-—ـ?!،؛,'\"|>&*%@`\\\t\n\r=~_./\x85🙂",
        "\N{NO-BREAK SPACE}",
        "\N{RIGHT-TO-LEFT MARK}",
        "\N{ZERO WIDTH NO-BREAK SPACE}",
        "\N{LINE SEPARATOR}",
        "\N{SOFT HYPHEN}",
        "---\n",
        "https://a.example/ب",
        "2023-11-08",
    ]
)
TEXTS = st.lists(
    st.one_of(SIGNS, st.text("ابتثجقال وزير abc 019٠١", max_size=8), st.characters(codec="utf-8")), max_size=40
)


@given(title=TEXTS, body=TEXTS)
def test_a_planned_article_of_any_text_is_the_one_that_its_file_gives(title: list[str], body: list[str]) -> None:
    text = f"{''.join(title)}\n{FIRST}{''.join(body)}"
    try:
        new = planned("a.txt", text.encode())
    except UnreadableError:
        return
    is_read_as_planned(new)


LETTERS = st.one_of(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), SIGNS.filter(str.isprintable))
LINES = st.lists(LETTERS, min_size=1, max_size=12).map("".join)


@given(
    title=LINES,
    summary=LINES,
    name=LINES,
    via=st.lists(LINES, min_size=1, max_size=3),
    tags=st.lists(LINES, max_size=4),
)
def test_places_and_values_are_those_of_the_written_front_matter(
    title: str, summary: str, name: str, via: list[str], tags: list[str]
) -> None:
    values: dict[str, Value] = {
        "title": title, "slug": "a", "date": "2023-11-08", "source": {"name": name, "url": "https://a.example/", "via": via},
        "tags": tags, "summary": summary, "lang": "ar", "original": "a.txt",
    }  # fmt: skip
    read = read_article("a.md", f"{format_front_matter(values)}\nنص.\n".encode()).article
    if read is not None:
        line = format_front_matter(values).count("\n") + 2
        assert article_from_values("a.md", values, "نص.\n", line, places(values)) == read


def with_originals(project: Project) -> Project:
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    for number, name in enumerate(("a.txt", "b.txt", "c.txt")):
        project.write(f"originals/{name}", f"عنوان الخبر {number}\n{FIRST}")
    return project


def test_only_the_named_originals_are_repaired(project: Project) -> None:
    with_originals(project)
    checked = check_archive(project.content, DAY, repairing=True, only=["b.txt"])
    assert [new.planned.record.original.name for new in checked.new] == ["b.txt"]
    assert [p.path for p in checked.warnings if "has no article yet" in str(p.what)] == [
        "content/originals/a.txt",
        "content/originals/c.txt",
    ]


def test_planned_articles_stand_among_the_others_in_the_order_of_their_paths(project: Project) -> None:
    with_originals(project)
    project.article("aa")
    checked = check_archive(project.content, DAY, repairing=True)
    names = ["content/articles/a.md", "content/articles/aa.md", "content/articles/b.md", "content/articles/c.md"]
    assert [article.path for article in checked.archive.articles] == names
    assert list(checked.archive.records) == ["a.txt", "b.txt", "c.txt"]


def test_two_originals_with_one_title_get_two_slugs(project: Project) -> None:
    with_originals(project)
    project.write("originals/b.txt", f"عنوان الخبر 0\n{FIRST}")
    slugs = [new.planned.slug for new in check_archive(project.content, DAY, repairing=True).new]
    assert slugs[1] == f"{slugs[0]}-2"


def test_a_file_in_the_place_of_a_new_article_is_an_error_and_stays(project: Project) -> None:
    with_originals(project)
    file = project.article("b")
    before = file.read_bytes()
    checked = check_archive(project.content, DAY, repairing=True)
    [problem] = checked.errors
    assert str(problem) == (
        "content/articles/b.md:1: original: The article of b.txt would stand here, but the file has no original: key. "
        "Write original: b.txt, or rename the file."
    )
    assert [new.planned.record.original.name for new in checked.new] == ["a.txt", "c.txt"]
    assert file.read_bytes() == before


def test_nothing_is_planned_while_something_is_wrong(project: Project) -> None:
    with_originals(project)
    project.article("x", date="أمس")
    assert check_archive(project.content, DAY, repairing=True).new == ()


def test_planning_leaves_the_originals_that_are_not_named(project: Project) -> None:
    with_originals(project)
    archive = check_archive(project.content, DAY, repairing=False).archive
    new, problems = plan_articles(project.content, archive, ["c.txt"], DAY)
    assert [each.display_path for each in new] == ["content/articles/c.md"]
    assert problems == []


def test_pictures_that_an_original_holds_stand_where_they_stood_and_others_leave_a_comment(tmp_path: Path) -> None:
    content = Project.empty(tmp_path).root / "content"
    (content / "site.yaml").write_text("name: أرشيف التجربة\nlanguage: en\n", "utf-8")
    (content / "originals").mkdir()
    (content / "originals" / "held.mhtml").write_bytes(every()["chrome.mhtml"])
    (content / "originals" / "bare.html").write_text(page("img/a.png").replace("أربعين", "ستين"), "utf-8")
    checked = gather(content, DAY, repairing=True)
    assert not [p for p in checked.problems if p.level is Level.ERROR]
    assert checked.linked["images/held/1.png"] == "images/held/1.png"
    assert not repair_new(content).problems
    held, bare = ((content / "articles" / name).read_text("utf-8") for name in ("held.md", "bare.md"))
    assert "![المعرض](<{static}images/held/1.png>)" in held
    assert "<!-- A picture stood here: img/a.png المعرض -->" in bare
    assert (content / "images" / "held" / "1.png").is_file()


def plan_all(
    project: Project, processes: int, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[NewArticle], list[Problem]]:
    """Plan the articles of all originals, in so many processes."""
    monkeypatch.setattr(planning, "MANY", 2)
    monkeypatch.setattr(planning, "TOGETHER", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: processes)
    archive = gather(project.content, DAY, repairing=False).archive
    return plan_articles(project.content, archive, archive.originals, DAY)


def test_on_all_cores_the_same_articles_are_planned_and_each_has_a_slug_of_its_own(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(4):
        project.write(f"originals/same{n}.txt", f"اجتماع ناجح\nقال الوزير رقم {n} إن الاجتماع كان ناجحا.\n")
    project.write("originals/bare.html", page("img/a.png"))
    project.write("originals/held.mhtml", every()["chrome.mhtml"])
    project.write("originals/taken.txt", FIRST)
    project.article("taken")
    one, two = (plan_all(project, processes, monkeypatch) for processes in (1, 2))
    assert one == two
    new, problems = two
    assert [problem.path for problem in problems] == ["content/articles/taken.md"]
    same = [each for each in new if each.article.stem.startswith("same")]
    assert [each.planned.slug for each in same] == ["اجتماع-ناجح", *(f"اجتماع-ناجح-{n}" for n in (2, 3, 4))]
    for each in new:
        is_read_as_planned(each)
        assert each.planned.record.article_sha256 == sha256(each.planned.article).hexdigest()
        assert f"\nslug: {each.planned.slug}\n" in each.planned.article.decode()


def test_an_original_that_ends_the_process_that_repairs_it_is_named(project: Project) -> None:
    """That the others go on is held by the tests of editions, which are made in the same processes."""
    original = read_original("dies.txt", FIRST.encode())
    told = str(
        planning.Planning(project.content, gather(project.content, DAY, repairing=False).archive.site, VOCABULARY).lost(
            original
        )
    )
    assert told.startswith("content/originals/dies.txt: Repairing it ended the program that repaired it;")
