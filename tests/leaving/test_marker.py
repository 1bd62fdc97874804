"""No marker of what is not published is anywhere in what leaves this machine; those of published texts are."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree

import pytest

from project import Project
from warraq.press.bundle import pack

from .archives import plant
from .looker import markers_in
from .printed import printed_files
from .states import State

MANY = int(os.environ.get("WARRAQ_ARCHIVES", "1"))
"""Random archives; the issue asks for 500."""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compiled")


@pytest.mark.parametrize("seed", range(MANY))
def test_nothing_unpublished_is_anywhere_in_a_site(seed: int, tmp_path: Path, compiled: Path) -> None:
    made = plant(tmp_path, seed)
    found = markers_in(printed_files(made, compiled))
    assert {word: found[word][:4] for word in found.keys() - made.may} == {}
    assert made.must - found.keys() == set()


def test_nothing_unpublished_is_in_what_the_command_builds_and_packs(tmp_path: Path) -> None:
    project = Project.of_site(tmp_path)
    made = plant(tmp_path, 2027, tuple(State), waiting=False)
    built = project.build(SITEURL="https://archive.example/w")
    assert built.returncode == 0, built.stdout
    rmtree(project.output / "theme")  # fonts take the longest to look through
    pack(project.output, tmp_path / "bundle.zip")
    found = markers_in([("bundle.zip", (tmp_path / "bundle.zip").read_bytes())])
    assert found.keys() - made.may == set()
    assert made.must - found.keys() == set()
