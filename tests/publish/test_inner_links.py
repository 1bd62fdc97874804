"""Links and pictures that would be dead on the page are found in the file, with their place."""

from __future__ import annotations

from datetime import date

import pytest

from project import Project
from publish.archive import PIXEL
from warraq.archive.problem import Level
from warraq.press.checking import check_archive

DAY = date(2027, 1, 15)


@pytest.fixture
def archive(project: Project) -> Project:
    project.article("other", "## عنوان فرعي\n\nنص.", title="آخر")
    project.write("images/a.png", PIXEL)
    return project


def said(project: Project, body: str, level: Level) -> list[str]:
    project.article("x", body)
    found = check_archive(project.content, DAY, repairing=False).problems
    return [p.text() for p in found if p.path == "content/articles/x.md" and p.level is level]


@pytest.mark.parametrize(
    "body",
    [
        "[أ]({filename}other.md)",
        "[أ]({filename}other.md#heading-عنوان-فرعي)",
        "[أ](../other/) و[ب](../../) و[ج](../../2024/) و[د](../../concepts/)",
        "## هنا\n\n[أ](#هنا)",
        "[أ](https://a.example/x) <https://b.example> [ب](mailto:a@b.example)",
        "![وصف]({static}images/a.png)",
        "نص.[^1]\n\n[^1]: حاشية.",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(archive: Project, body: str) -> None:
    assert said(archive, body, Level.ERROR) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "نص.\n\n[أ](/articles/other/)",
            (
                "content/articles/x.md:7:5: /articles/other/ is right only where the site stands at the root of its host. "
                "Write {filename}NAME.md, with the name of the article's file."
            ),
        ),
        (
            "[أ](other.md)",
            "content/articles/x.md:5:5: other.md leads nowhere. Write {filename}NAME.md, with the name of the article's file.",
        ),
        (
            "[أ](../nowhere/)",
            "content/articles/x.md:5:5: ../nowhere/ leads nowhere. Write {filename}NAME.md, with the name of the article's file.",
        ),
        (
            "[أ](../../../x/)",
            "content/articles/x.md:5:5: ../../../x/ leads nowhere. Write {filename}NAME.md, with the name of the article's file.",
        ),
        (
            "[أ]({filename}other.md#عنوان-فرعي)",
            "content/articles/x.md:5:23: Nothing on the page is called #عنوان-فرعي. Did you mean #heading-عنوان-فرعي?",
        ),
        (
            "## عنوان\n\n[أ](#عنوانن)",
            "content/articles/x.md:7:5: Nothing on the page is called #عنوانن. Did you mean #عنوان?",
        ),
        (
            '<a href="//[x">أ</a>',
            (
                "content/articles/x.md:5:10: //[x is right only where the site stands at the root of its host. "
                "Write {filename}NAME.md, with the name of the article's file."
            ),
        ),
        ("[أ](#zzz)", "content/articles/x.md:5:5: Nothing on the page is called #zzz. Take the link out."),
        (
            "![أ](https://a.example/x.png)",
            (
                "content/articles/x.md:5:6: A picture is not from this archive: https://a.example/x.png "
                "Save it below content/images/ and write {static}images/NAME."
            ),
        ),
        (
            "![صورة](http://a.example/x.png)",
            (
                "content/articles/x.md:5:3: A picture is not from this archive: صورة "
                "Save it below content/images/ and write {static}images/NAME."
            ),
        ),
    ],
)
def test_a_dead_link_is_told_with_its_place_and_what_to_write(archive: Project, body: str, message: str) -> None:
    assert said(archive, body, Level.ERROR) == [message]


def test_a_picture_without_a_description_is_warned_of(archive: Project) -> None:
    assert said(archive, "![]({static}images/a.png)", Level.WARNING) == [
        "content/articles/x.md:5:20: The picture a.png has no description. Describe it for who can't see it: ![what it shows](…)"
    ]
