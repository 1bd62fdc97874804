"""The second tree becomes the next site: exactly the planned files, and none that the former site shares is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.press.second_tree import SecondTree, hash_listing, list_folder

NAMES = st.sampled_from(["a", "b", "sub/a", "sub/b", "sub/deep/a", "sub", "خبر/index.html", "x/y"])
SITES = st.dictionaries(NAMES, st.sampled_from(["one", "two", "three"]))


def is_possible(files: dict[str, str]) -> bool:
    """No file of a site is a folder of another."""
    return not any(other.startswith(f"{name}/") for name in files for other in files)


def put(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


@given(spare=SITES, former=SITES, new=SITES, dropped=st.sets(NAMES))
def test_whatever_stood_there_it_has_the_planned_files_alone(
    tmp_path_factory: pytest.TempPathFactory,
    spare: dict[str, str],
    former: dict[str, str],
    new: dict[str, str],
    dropped: set[str],
) -> None:
    kept = {name: text for name, text in former.items() if name not in new and name not in dropped}
    planned = kept | new
    if not all(map(is_possible, (spare, former, planned))):
        return
    root = tmp_path_factory.mktemp("trees")
    output, written = put(root / "output", former), put(root / "written", new)
    tree = SecondTree(put(root / "spare", spare))
    # What the former site shares with the second tree is one file.
    for name in kept.keys() & spare.keys():
        if spare[name] == kept[name]:
            (root / "spare" / name).unlink()
            os.link(output / name, root / "spare" / name)
    tree = SecondTree(root / "spare")
    only_there = {name for name, text in kept.items() if spare.get(name) != text}
    tree.complete(written, planned.keys(), output, only_there)
    assert read(root / "spare") == planned
    assert read(output) == former
    assert tree.files == list_folder(root / "spare").files
    assert not written.exists()
    assert all(any(folder.iterdir()) for folder in (root / "spare").rglob("*") if folder.is_dir())


def test_links_and_special_files_are_taken_out_and_never_followed(tmp_path: Path) -> None:
    precious = put(tmp_path / "precious", {"a": "precious"})
    spare = put(tmp_path / "spare", {"b": "kept"})
    (spare / "a").symlink_to(precious / "a")
    (spare / "folder").symlink_to(precious)
    os.mkfifo(spare / "pipe")
    tree = SecondTree(spare)
    tree.complete(put(tmp_path / "written", {"a": "new", "folder/a": "new"}), ["a", "b", "folder/a"], tmp_path, ())
    assert read(spare) == {"a": "new", "b": "kept", "folder/a": "new"}
    assert read(precious) == {"a": "precious"}
    assert not (spare / "a").is_symlink()


def test_a_file_that_is_gone_is_missing_in_the_end(tmp_path: Path) -> None:
    tree = SecondTree(tmp_path / "spare")
    tree.complete(put(tmp_path / "written", {"a": "new"}), ["a", "gone"], tmp_path / "output", ["gone"])
    assert tree.files.keys() == {"a"}


def test_where_the_system_links_no_files_they_are_copied_with_their_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    output = put(tmp_path / "output", {"a": "former"})
    tree = SecondTree(tmp_path / "spare")
    tree.complete(put(tmp_path / "written", {}), ["a"], output, ["a"])
    assert read(tmp_path / "spare") == {"a": "former"}
    assert tree.files["a"].time == (output / "a").stat().st_mtime_ns


def test_a_listing_tells_whatever_was_changed(tmp_path: Path) -> None:
    site = put(tmp_path, {"a": "one", "sub/b": "two"})
    before = hash_listing(list_folder(site).files)
    assert hash_listing(list_folder(site).files) == before
    (site / "sub/b").write_text("too")
    os.utime(site / "sub/b", ns=(1, 1))
    assert hash_listing(list_folder(site).files) != before
