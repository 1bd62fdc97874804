"""The HTML of every page by the Nu checker (npm `vnu-jar`, pinned); where there is Java and npm. Its CSS is younger than the checker's."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

VNU = "vnu-jar@26.9.27"
KEPT = Path(__file__).parents[2] / ".warraq" / "vnu"


@pytest.fixture(scope="module")
def checker() -> Path:
    """Fetch the checker's jar, once."""
    if not shutil.which("java") or not (npm := shutil.which("npm")):
        pytest.skip("vnu needs Java and npm")
    jar = KEPT / "package" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            [npm, "pack", "--silent", VNU], cwd=KEPT, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        shutil.unpack_archive(KEPT / packed, KEPT)
    return jar


def test_no_page_has_an_error(checker: Path, built_site: Path) -> None:
    pages = [str(file) for file in sorted(built_site.rglob("*.html"))]
    assert len(pages) > 40
    said = subprocess.run(
        ["java", "-jar", str(checker), "--errors-only", "--exit-zero-always", "--format", "json", *pages],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    found = [m for m in json.loads(said)["messages"] if m["type"] == "error" or m["type"] == "non-document-error"]
    assert [(m.get("url", "").removeprefix(built_site.as_uri()), m["message"]) for m in found] == []


def test_the_checker_finds_what_it_looks_for(checker: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><title>x</title><p><div id=a id=b></p>", encoding="utf-8")
    done = subprocess.run(["java", "-jar", str(checker), "--errors-only", str(wrong)], capture_output=True, check=False)
    assert done.returncode == 1
