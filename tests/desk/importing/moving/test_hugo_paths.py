"""Paths as Hugo 0.111 and 0.168 themselves wrote them for these titles, slugs and names of files."""

from __future__ import annotations

import pytest

from warraq.desk.importing.moving.hugo_paths import paths_of_file, paths_of_pattern


@pytest.mark.parametrize(
    ("written", "newer", "older"),
    [
        ("مُهِمّ جِدًّا", "مُهِمّ-جِدًّا", "مُهِمّ-جِدًّا"),
        ('دولةٌ "كبرى"!', "دولةٌ-كبرى", "دولةٌ-كبرى"),
        ("١٩٩٥: عام", "١٩٩٥-عام", "١٩٩٥-عام"),
        ("C++", "c", "c-"),
        ("C++ now", "c-now", "c-now"),
        ("A+B", "a-b", "a-b"),
        ("1+1=2", "1-12", "1-12"),
        ("x – ", "x", "x"),
        ("a – b", "a-b", "a-b"),
        ("a--b", "a--b", "a--b"),
        ("a@b", "a@b", "a@b"),
        ("50% of", "50-of", "50-of"),
        ("İstanbul ve ÇĞ", "istanbul-ve-çğ", "istanbul-ve-çğ"),
    ],
)
def test_what_a_pattern_makes_of_words(written: str, newer: str, older: str) -> None:
    assert list(paths_of_pattern(f"/p//{written}/")) == [f"/p/{newer}/", f"/p/{older}/"]


@pytest.mark.parametrize(
    ("written", "older", "newer"),
    [
        ("a+b c", "a+b-c", "a+b-c"),
        ("x – y", "x-y", "x--y"),
        ("A  B", "a-b", "a--b"),
        ("q(w)e", "qwe", "qwe"),
        ("مُهِمّ", "مُهِمّ", "مُهِمّ"),
        ("a%20b", "a%20b", "a%20b"),
    ],
)
def test_what_the_name_of_a_file_becomes(written: str, older: str, newer: str) -> None:
    assert list(paths_of_file(written)) == [older, newer]
