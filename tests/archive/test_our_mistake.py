"""An exception that nobody foresaw becomes a problem that names the file."""

from __future__ import annotations

import pytest

from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Level
from warraq.archive.yaml_values import read_yaml


def test_an_exception_outside_our_code_names_the_file_and_no_place() -> None:
    found = our_mistake("content/originals/خبر.txt", KeyError("سر"))
    assert (found.path, found.line, found.level) == ("content/originals/خبر.txt", 0, Level.ERROR)
    assert found.what.text() == "This program failed at this file: KeyError, ?."


def test_the_innermost_place_in_our_code_is_named_and_no_folder_of_the_machine() -> None:
    with pytest.raises(TypeError) as failure:
        read_yaml("a.yaml", 3)  # type: ignore[arg-type]
    found = our_mistake("a.md", failure.value).what.text()
    assert found.startswith("This program failed at this file: TypeError, warraq/archive/yaml_values.py:")


def test_the_words_of_an_exception_are_left_out() -> None:
    assert "سر" not in our_mistake("a.md", ValueError("سر")).text()


def test_it_is_said_in_arabic_too() -> None:
    assert "هذا خطأ منا" in our_mistake("a.md", ValueError("x")).text("ar")
