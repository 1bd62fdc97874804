"""The list of a site's files is read only if it is one, and leads to files of the site alone."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from warraq.press.site_manifest import SiteManifest, kept_list, manifest_problems, next_list

DIGEST = sha256(b"x").hexdigest()
NO_LISTS = (
    b"",
    b"[]",
    b"null",
    b'{"a": [1e999, "a"]}',
    b'{"a": [NaN, "a"]}',
    b'{"a": [-1, "' + DIGEST.encode() + b'"]}',
    b'{"a": [1, "a"]}',
    b'{"a": [1]}',
    b'{"a": 1}',
    b'[1e999,"a"]',
    b"[" * 200_000,
    b'{"a":' * 200_000,
    b"\xff",
    b'{"\\ud800": [1, "' + DIGEST.encode() + b'"]}',
    *(
        json.dumps({name: [1, DIGEST]}).encode()
        for name in ("/etc/passwd", "../x", "a/../../x", "a\0b", "", ".", "a//b", "\udc80")
    ),
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Make a site of one file, with its list."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "a.txt").write_bytes(b"x")
    manifest = SiteManifest()
    manifest.add("a.txt", b"x")
    manifest.write(tmp_path / "output")
    next_list(tmp_path / "output").replace(kept_list(tmp_path / "output"))
    return tmp_path / "output"


def test_a_list_of_ours_is_read(output: Path) -> None:
    assert manifest_problems(output) == []


@pytest.mark.parametrize("data", NO_LISTS)
def test_what_is_no_list_of_ours_counts_as_missing(output: Path, data: bytes) -> None:
    kept_list(output).write_bytes(data)
    assert manifest_problems(output) is None


def a_link(place: Path) -> None:
    (place.parents[1] / "list").write_text("{}")
    place.symlink_to(place.parents[1] / "list")


@pytest.mark.parametrize("make", [a_link, os.mkfifo, Path.mkdir])
def test_a_list_that_is_no_file_counts_as_missing(output: Path, make: Callable[[Path], None]) -> None:
    kept_list(output).unlink()
    make(kept_list(output))
    assert manifest_problems(output) is None


def a_way_out(place: Path) -> None:
    (place.parents[1] / "outside").write_bytes(b"x")
    place.symlink_to(place.parents[1] / "outside")


@pytest.mark.parametrize("make", [a_way_out, os.mkfifo, Path.mkdir])
def test_a_file_of_the_site_is_one_in_its_folder(output: Path, make: Callable[[Path], None]) -> None:
    (output / "a.txt").unlink()
    make(output / "a.txt")
    assert [str(problem.what) for problem in manifest_problems(output) or ()] == ["The site lacks this file."]
