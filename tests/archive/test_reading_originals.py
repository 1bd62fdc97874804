"""An article, its original and its record belong together; what is missing, changed or named otherwise is told."""

from __future__ import annotations

import shutil

import pytest

from archive.content_folder import Content, read_original
from warraq.archive.problem import Problem
from warraq.archive.reading import read_archive


def test_an_article_whose_original_is_missing_says_which_may_be_meant(content: Content) -> None:
    content.repaired("khabar-2023.txt")
    content.article("x.md", "original: khabar2023.txt")
    content.article("y.md", "original: else.txt")
    assert content.said() == [
        "content/articles/x.md:4:1: original: content/originals/khabar2023.txt does not exist. Did you mean khabar-2023.txt?",
        "content/articles/y.md:4:1: original: content/originals/else.txt does not exist. Put the file back, or take the key out.",
    ]


def test_two_articles_of_one_original_are_refused(content: Content) -> None:
    content.repaired("a.txt")
    content.article("b.md", "original: a.txt")
    assert content.said() == [
        "content/articles/b.md:4:1: original: content/articles/a.md is made of the same original. Keep one of the two articles."
    ]


def test_a_missing_record_is_missed(content: Content) -> None:
    content.repaired("a.txt")
    (content.folder / "records/a.json").unlink()
    assert content.said() == [
        (
            "content/articles/a.md:4:1: original: The record of a.txt is missing. "
            "Put it back, or make it anew: python3 tasks.py repair --only a.txt --again"
        )
    ]


def test_a_record_without_its_original_is_told_and_so_is_the_article(content: Content) -> None:
    content.repaired("a.txt")
    (content.folder / "originals/a.txt").unlink()
    assert content.said() == [
        "content/articles/a.md:4:1: original: content/originals/a.txt does not exist. Put the file back, or take the key out.",
        (
            "content/records/a.json: original.name: content/originals/a.txt does not exist. "
            "Put the original back: without it nobody can check the article."
        ),
    ]


def test_a_flipped_byte_in_an_original_is_told_by_the_file_s_name(content: Content) -> None:
    content.repaired("a.txt", "نص الخبر.")
    content.write("originals/a.txt", "نص الخبز.")
    assert content.said() == [
        (
            "content/originals/a.txt: The file is not the one that was repaired: its SHA-256 differs from the record's. "
            "Put it back as it was: git checkout -- content/originals/a.txt"
        )
    ]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"rules": 1}', "{}".encode("utf-16")])
def test_a_broken_record_is_told(content: Content, data: bytes) -> None:
    content.repaired("a.txt")
    content.write("records/a.json", data)
    said = content.said()
    assert said
    assert all(line.startswith("content/records/a.json: ") for line in said)
    assert all(line.endswith("Put it back as it was: git checkout -- content/records/a.json") for line in said)


def test_a_record_under_another_name_is_told(content: Content) -> None:
    content.repaired("a.txt")
    shutil.move(content.folder / "records/a.json", content.folder / "records/b.json")
    said = content.said()
    assert said[-1] == (
        "content/records/b.json: original.name: The record belongs to a.txt, but its file is named after another original. "
        "Put it back as it was: git checkout -- content/records/b.json"
    )


def test_originals_that_would_share_a_record_are_told(content: Content) -> None:
    content.repaired("a.txt")
    content.write("originals/A.html", "نص.")
    assert content.said() == [
        "content/originals/a.txt: A.html differs from it only in its ending or in letter case. Rename one of the two files."
    ]


def test_an_unreadable_original_is_told_once(content: Content) -> None:
    content.repaired("a.txt")
    broken = Problem("content/originals/a.txt", 1, 0, "", "It is a picture.", "Take it out.")  # type: ignore[arg-type]
    reading = read_archive(content.folder, lambda _name, _data: broken)
    assert reading.problems == (broken,)


def test_originals_without_an_ending_in_a_folder_with_a_dot_are_told_apart(content: Content) -> None:
    for name in ("2023.11/one", "2023.11/two", "2023.11/two.b.txt"):
        content.write(f"originals/{name}", "نص.")
    reading = content.read()
    assert reading.problems == ()
    assert [original.stem for original in reading.archive.originals.values()] == [
        "2023.11/one",
        "2023.11/two",
        "2023.11/two.b",
    ]


@pytest.mark.parametrize("name", ["../../a.txt", "/etc/passwd", "a/../../b.txt", "a\\\\b.txt", "./a.txt", "a//b.txt"])
def test_an_original_is_named_below_its_folder_and_nowhere_else(content: Content, name: str) -> None:
    content.article("a.md", f'original: "{name}"')
    [said] = content.said()
    assert said.startswith("content/articles/a.md:4:1: original: “")
    assert said.endswith("can't be the name of a file in content/originals/. Write its name as it stands there.")


def test_a_withdrawn_article_may_have_lost_its_original(content: Content) -> None:
    content.article("a.md", "original: gone.txt\nwithdrawn: {date: 2024-01-02, reason: طلب}")
    assert read_archive(content.folder, read_original).problems == ()
