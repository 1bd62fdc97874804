"""Addresses that an author may link to: every page of an article's lists is one, and no page beside them."""

from __future__ import annotations

from datetime import date

import pytest

from project import Project
from warraq.press.checking import check_archive

FRONT = """---
title: آخر
date: {date}
source: وكالة
tags: [وسم]
authors: [كاتبة]
aliases: [قديم]
---
نص.
"""


def dead(project: Project, link: str, day: str = "2024-03-15") -> bool:
    project.write("articles/other.md", FRONT.format(date=day))
    project.article("x", f"[أ]({link})", date="1999-12-31")
    problems = check_archive(project.content, date(2027, 1, 15), repairing=False).problems
    return any("leads nowhere" in str(problem.what) for problem in problems)


@pytest.mark.parametrize(
    "link",
    [
        "../other/",
        "../قديم/",
        "../../2024/",
        "../../2024/03/",
        "../../1999/12/",
        "../..",
        "../../2024/03/..",
        "../../",
        "../../search/",
        "../../about/",
        "../../corrections/",
        "../x/",
        "./",
    ],
)
def test_a_page_that_is_there_may_be_linked_to(project: Project, link: str) -> None:
    assert not dead(project, link)


@pytest.mark.parametrize(
    "link",
    ["../../2024/3/", "../../2024/04/", "../../2023/", "../other/compare/", "../../nowhere/", "../other", "../../../"],
)
def test_a_page_that_is_not_there_may_not(project: Project, link: str) -> None:
    assert dead(project, link)


@pytest.mark.parametrize(
    ("link", "is_dead"), [("../../2024/01/", False), ("../../2024/1/", True), ("../../2024/02/", True)]
)
def test_an_article_of_a_year_stands_in_its_first_month(project: Project, link: str, *, is_dead: bool) -> None:
    assert dead(project, link, day="2024") is is_dead


def test_spaces_do_not_describe_a_picture(project: Project) -> None:
    project.write("images/a.png", b"\x89PNG")
    project.article("x", "![ ]({static}images/a.png)")
    [problem] = check_archive(project.content, date(2027, 1, 15), repairing=False).warnings
    assert str(problem.what) == "The picture a.png has no description."


def test_a_heading_of_the_page_itself_is_suggested_by_its_words(project: Project) -> None:
    project.article("x", "## عنوان\n\n[أ](#عنوانن) [ب](../x/#heading-عنوانن)")
    suggestions = [str(p.todo) for p in check_archive(project.content, date(2027, 1, 15), repairing=False).errors]
    assert suggestions == ["Did you mean #عنوان?", "Did you mean #heading-عنوان?"]
