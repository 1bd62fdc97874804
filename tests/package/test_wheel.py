"""The wheel: what is in it, and what a program does with it where no other package is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from package import trial
from project import ROOT

BARE = Path(__file__).with_name("in_bare.py")
NOT_SHIPPED = ("bench", "fuzz.py", "hostile_pieces.py", "mutated_texts.py", "namespace_plugin.py")
"""What only developers run, over files of the tests; and a file that stands elsewhere in a wheel."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(unpacked: Path, start: str, *words: str, folder: Path, options: tuple[str, ...] = ("-I", "-S")) -> str:
    """Run a program that has the wheel, and with -S no other package."""
    code = f"import sys; sys.path.insert(0, {str(unpacked)!r}); sys.argv[1:] = {list(words)!r}; {start}"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"WARRAQ_LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return f"{done.stdout}{done.stderr}{done.returncode}"


def tracked(folder: str) -> Iterator[Path]:
    listed = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, check=True, capture_output=True).stdout
    yield from (Path(name) for name in listed.decode().split("\0") if name and (ROOT / name).is_file())


def test_a_wheel_has_all_of_the_package_and_the_theme(unpacked: Path) -> None:
    there = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    package = [file.relative_to("plugins").as_posix() for file in tracked("plugins/warraq")]
    theme = [
        f"warraq/{file.as_posix()}"
        for name in ("static", "templates", "translations")
        for file in tracked(f"theme/{name}")
    ]
    lost = sorted({*package, *theme} - there)
    assert [name for name in lost if not any(word in name for word in NOT_SHIPPED)] == []
    assert {"warraq/py.typed", "warraq/tasks.py", "pelican/plugins/warraq_repair/__init__.py"} <= there
    assert not [name for name in there if "__pycache__" in name or name.startswith("tests")]


def test_ten_lines_and_what_lacks_without_any_other_package(unpacked: Path, tmp_path: Path) -> None:
    said = run(unpacked, f"import runpy; runpy.run_path({str(BARE)!r}, run_name='__main__')", folder=tmp_path)
    assert said.endswith("لملء سطر مطبوع\n0"), said


def test_the_program_names_the_extra_of_what_it_lacks(unpacked: Path, tmp_path: Path) -> None:
    for command in ("build", "new-archive"):
        said = run(unpacked, "from warraq.program import main; main()", command, folder=tmp_path)
        assert said == f"warraq {command} needs the package invoke: pip install 'warraq[site]'\n1"
    for words in (("a.jsonl", "out"), ("--help",)):
        said = run(unpacked, "from warraq.program import main; main()", "corpus", *words, folder=tmp_path)
        assert re.fullmatch(r"warraq corpus needs the package \w+: pip install 'warraq\[corpus]'\n1", said), said


def test_the_commands_of_a_bare_install_are_listed(unpacked: Path, tmp_path: Path) -> None:
    for words in ((), ("--help",), ("--list",)):
        said = run(unpacked, "from warraq.program import main; main()", *words, folder=tmp_path).splitlines()
        assert [line.split()[:2] for line in said[:2]] == [["warraq", "repair"], ["warraq", "corpus"]]
        assert said[2:] == ["All other commands are of an archive: pip install 'warraq[site]'", "0"]


def test_a_new_archive_has_what_a_clone_of_the_template_has(unpacked: Path, tmp_path: Path) -> None:
    start = "from warraq.program import main; main()"
    said = run(unpacked, start, "new-archive", "mine", folder=tmp_path, options=("-I",))
    assert said.startswith("Made: mine\n") and said.endswith("\n0"), said
    for name in ("pelicanconf.py", ".gitignore", "content/vocabulary/places.yaml"):
        assert (tmp_path / "mine" / name).read_bytes() == (ROOT / name).read_bytes()
    said = run(unpacked, start, "new-archive", "mine", folder=tmp_path, options=("-I",))
    assert said == "The folder is not empty: mine. Name one that is not there yet.\n1"
    said = run(unpacked, start, "build", folder=tmp_path, options=("-I",))
    assert (
        said == "There is no archive here: a folder content/ is missing. One is made by: warraq new-archive FOLDER\n1"
    )
    listed = run(unpacked, start, "--list", folder=tmp_path / "mine", options=("-I",))
    explained = run(unpacked, start, "--help", "serve", folder=tmp_path / "mine", options=("-I",))
    assert "the address to listen at" in explained and "warraq [--core-opts] serve" in explained
    assert "  renew  " in listed and "  repair  " in listed and "tasks.py" not in listed and "upgrade" not in listed


def test_the_version_is_everywhere_the_same() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


@pytest.mark.skipif(not os.environ.get("WARRAQ_CONSUMERS"), reason="environments of their own: python3 tasks.py audit")
def test_two_environments_of_their_own(wheel: Path, tmp_path: Path) -> None:
    _, said = trial.try_out(wheel, tmp_path)
    assert said == "16 pages of an archive of its own\n"
